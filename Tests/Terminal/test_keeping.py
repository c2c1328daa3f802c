"""What is kept for the user: history, keys, the start file; and what is shown page by page."""

import os
import stat

from terminal import ENTER, ESCAPE, UP, TerminalTest, control, pasted

HISTORY = ".local/state/casus/history"


class HistoryTest(TerminalTest):
    def again(self, session, **options):
        """Another session of the same user."""
        return self.session(folder=session.folder, **options)

    def test_history_survives_kill_9(self):
        session = self.session()
        session.enter("1 + 1")
        session.enter("rule a" + ENTER + "when 1 < 2")
        session.send("typed, not entered")
        session.wait_for("not entered")
        session.kill()
        later = self.again(session)
        later.send(UP)
        later.wait_for_line("casus> when 1 < 2")
        later.send(UP + UP)
        later.wait_for_line("casus> 1 + 1")
        mode = os.stat(os.path.join(session.folder, HISTORY)).st_mode
        self.assertEqual(stat.S_IMODE(mode), 0o600)

    def test_an_entry_of_many_lines_is_one_item(self):
        session = self.session()
        session.send("rule a when (" + ENTER)
        session.wait_for_line("    (> ")
        session.enter("1 < 2)")
        session.enter("1 + 1")
        session.send(UP + UP)
        session.wait_for_line("1 < 2)")
        self.assertEqual(session.lines[session.screen.cursor.y - 1], "casus> rule a when (")
        session.send(control("c"))
        later = self.again(session)
        later.send(UP + UP)
        later.wait_for_line("1 < 2)")
        self.assertEqual(session.read(HISTORY), "rule a when (\\n1 < 2)\n1 + 1\n")

    def test_each_entry_of_a_paste_is_an_item(self):
        session = self.session()
        session.send(pasted("fact a\nrule b\n  when a\n"))
        session.enter("")
        self.assertEqual(session.read(HISTORY), "fact a\nrule b\\n  when a\n")

    def test_rejected_entries_are_kept_and_private_ones_are_not(self):
        session = self.session()
        session.enter("asert nothing")
        session.enter(" 1 + 1")
        session.enter(":nothing")
        self.assertEqual(session.read(HISTORY), "asert nothing\n:nothing\n")

    def test_control_r_finds(self):
        session = self.session()
        session.enter("1 + 1")
        session.enter("2 * 3")
        session.send(control("r") + "1 +")
        session.wait_for("(reverse-i-search)`1 +': 1 + 1")
        session.enter("")
        self.assertSeen(session, "=  2", "=  6", "=  2")

    def test_the_environment_moves_history_or_turns_it_off(self):
        session = self.session(CASUS_HISTORY="elsewhere/entries")
        session.enter("1 + 1")
        self.assertEqual(session.read("elsewhere/entries"), "1 + 1\n")
        self.assertFalse(os.path.exists(os.path.join(session.folder, HISTORY)))
        for off in ("", "off"):
            silent = self.session(CASUS_HISTORY=off)
            silent.enter("1 + 1")
            self.assertEqual(os.listdir(silent.folder), [])
        moved = self.session(XDG_STATE_HOME="/nowhere/at/all")
        moved.enter("1 + 1")
        self.assertSeen(moved, "=  2")


class KeysTest(TerminalTest):
    def test_inputrc_is_read(self):
        session = self.session(files={"inputrc": '$if Casus\n"\\C-o": "1 + 1"\n$endif\n$if Bash\n"\\C-o": "no"\n$endif\n'})
        session.send(control("o"))
        session.wait_for_line("casus> 1 + 1")

    def test_vi_mode(self):
        session = self.session(files={"inputrc": "set editing-mode vi\nset keyseq-timeout 50\n"})
        session.send("1 + 5")
        session.wait_for_line("casus> 1 + 5")
        session.send(ESCAPE)
        session.settle()
        session.send("0r7")
        session.settle()
        session.enter("")
        self.assertSeen(session, "= 12".replace("= ", "=  "))
        session.send("x" + ESCAPE)
        session.settle()
        session.send(control("c"))
        session.wait_for_line("casus> ")


class StartFileTest(TerminalTest):
    RC = {".config/casus/rc": "type State\nentity Alba: State\n:time on\nnonsense(\n"}

    def test_the_start_file_is_read(self):
        session = self.session(files=self.RC)
        session.wait_for("Timing is on.")
        session.enter("1 + 1")
        self.assertSeen(session, "Timing is on.", "error", "casus> 1 + 1", "=  2", "Time: ")
        session.enter(":show Alba")
        self.assertSeen(session, "Alba: State")

    def test_no_rc(self):
        session = self.session("--no-rc", files=self.RC)
        session.enter("1 + 1")
        self.assertNotIn("Timing", "\n".join(session.scrolled))


class PagerTest(TerminalTest):
    def test_long_output_goes_through_the_pager(self):
        session = self.session(lines=10, CASUS_PAGER="sed 's/^/page /'", PAGER="false")
        session.enter(":help")
        self.assertSeen(session, "page Type a query")
        session.enter("1 + 1")
        self.assertSeen(session, "    =  2")

    def test_less_is_left_with_q(self):
        session = self.session(lines=10, columns=80)
        session.send(":help" + ENTER)
        session.wait("less", lambda: session.current.startswith(":") and len(session.current) == 1)
        session.send("q")
        session.wait_for_prompt()
        session.enter("1 + 1")
        self.assertSeen(session, "=  2")

    def test_without_a_pager_all_is_written(self):
        for environment in ({"CASUS_PAGER": ""}, {"CASUS_PAGER": "no-such-pager-at-all"}):
            session = self.session(lines=10, **environment)
            session.enter(":help")
            self.assertSeen(session, ":load FILE", ":quit")

    def test_the_pager_can_be_turned_off(self):
        session = self.session(lines=10, CASUS_PAGER="false")
        session.enter(":set pager off")
        session.enter(":help")
        self.assertSeen(session, ":load FILE", ":quit")
