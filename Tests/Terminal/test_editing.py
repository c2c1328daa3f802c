"""Reading lines: editing, interrupting, pasting, terminals of all sizes."""

import time

from terminal import BACKSPACE, ENTER, ESCAPE, PROGRAM, UP, TerminalTest, control, pasted


class EditingTest(TerminalTest):
    def test_banner_prompt_and_answer(self):
        session = self.session("program.casus", files={"program.casus": PROGRAM})
        self.assertSeen(session, ":help", "Loaded: 4 facts", "casus>")
        session.enter("under_attack(Russia, by: Ukraine)")
        self.assertSeen(session, "casus> under_attack(Russia, by: Ukraine)", "?  unknown", "casus>")

    def test_control_d_ends_an_empty_line_alone(self):
        session = self.session()
        session.send("fact")
        session.wait_for_line("casus> fact")
        session.send(control("d"))
        session.wait_for_line("casus> fact")
        session.send(control("u") + control("d"))
        self.assertEqual(session.wait_for_end(), 0)

    def test_quit_ends_whatever_went_wrong(self):
        session = self.session()
        session.enter("nonsense(")
        session.send(control("c"))
        session.wait_for_prompt()
        session.enter("nonsense")
        session.send(":q" + ENTER)
        self.assertEqual(session.wait_for_end(), 0)

    def test_control_c_clears_a_line(self):
        session = self.session()
        session.send("assert nothing")
        session.wait_for_line("casus> assert nothing")
        session.send(control("c"))
        session.wait_for_line("casus> ")
        session.enter("1 + 1")
        self.assertSeen(session, "casus> assert nothing", "casus> 1 + 1", "=  2")

    def test_control_c_gives_up_an_entry_of_many_lines(self):
        session = self.session()
        session.send("rule a when (" + ENTER)
        session.wait_for_line("    (> ")
        session.send("1 < 2" + ENTER)
        session.wait_for_line("    (> ")
        session.send(control("c"))
        session.wait_for_line("casus> ")
        session.enter("2 + 2")
        self.assertSeen(session, "=  4")

    def test_control_c_ends_a_search(self):
        session = self.session()
        session.enter("1 + 1")
        session.send(control("r") + "1 +")
        session.wait_for("(reverse-i-search)")
        session.send(control("c"))
        session.wait_for_line("casus> ")

    def test_control_c_stops_a_query_and_keeps_the_session(self):
        session = self.session("--max-steps", "1000000000", "--max-memory", "100000")
        session.enter("set N = 1..2000 fact f(_ n: N) fact g(_ n: N)")
        session.enter("assert f(1)")
        session.send("count(n in N where f(n) and g(n)) is 700 and count(n in N where f(n) or g(n)) is 900" + ENTER)
        session.wait_for("is 900")
        time.sleep(2)
        self.assertNotIn("interrupted", "\n".join(session.scrolled))
        session.send(control("c"))
        session.wait_for("interrupted")
        session.wait_for_line("casus> ")
        session.enter("f(1)")
        self.assertSeen(session, "interrupted", "casus> f(1)", "✓  true")

    def test_control_c_stops_what_looks_further(self):
        session = self.session("--max-steps", "1000000000", "--max-memory", "100000")
        session.enter("type State entity A, B: State set N = 1..2000 fact f(_ n: N) decided by A fact g(_ n: N) decided by B")
        session.enter("assert f(1)")
        query = "count(n in N where f(n) and g(n)) is 700 and count(n in N where f(n) or g(n)) is 900"
        for command in (":why", ":triggers", ":leverage", ":open", ":timeline", ":ask"):
            session.send(command + " " + query + ENTER)
            session.wait_for("casus> " + command)
            time.sleep(2)
            session.send(control("c"))
            session.wait_for_line("casus> ")
        session.enter("f(1)")
        self.assertSeen(session, *["interrupted"] * 6, "casus> f(1)", "✓  true")

    def test_entries_go_on_by_grammar(self):
        session = self.session()
        session.send("type State entity Alba, Brabant: State" + ENTER)
        session.wait_for_prompt()
        session.send("fact at_war(_ state: State)" + ENTER + "asks \"Is {state}" + ENTER)
        session.wait_for_line("    \"> ")
        session.enter("at war?\"")
        session.send("rule alarmed(_ state: State) when" + ENTER)
        session.wait_for_line("    .> ")
        session.send("" + ENTER)
        session.wait_for_line("    .> ")
        session.enter("at_war(state)")
        session.enter("unless state is Brabant")
        session.enter("assert at_war(Brabant)")
        session.enter("from 1900-01-01")
        session.enter("alarmed(Brabant)")
        session.enter("or at_war(Brabant)")
        self.assertSeen(session, "casus> alarmed(Brabant)", "✗  false", "casus> or at_war(Brabant)", "✓  true")
        session.enter(":open at_war(Alba)")
        self.assertSeen(session, "Is Alba at war?")

    def test_alt_enter_breaks_the_line(self):
        session = self.session()
        session.send("1 +" + ESCAPE + ENTER + "2")
        session.wait_for_line("2")
        session.enter("")
        self.assertSeen(session, "=  3")

    def test_five_hundred_pasted_lines(self):
        session = self.session()
        lines = ["set N = 1..400", "fact f(_ n: N)", "rule all", "  when every n in N", "    satisfies f(n)", "", "// told:"]
        lines += ["assert f(%d)" % number for number in range(1, 401)]
        lines += ["rule some_later when later_declared", "fact later_declared", "", "count(n in N where f(n))", "all"]
        lines += ["// more"] * (500 - len(lines))
        session.send(pasted("\n".join(lines)))
        session.wait_for("// more")
        session.settle()
        session.enter("", then="✓  true")
        session.wait_for_prompt()
        self.assertSeen(session, "=  400", "✓  true")
        session.enter("some_later")
        self.assertSeen(session, "casus> some_later", "?  unknown")
        # What was pasted in one go is taken back in one go.
        session.enter(":undo")
        session.enter("f(1)", then="error[C0301]")

    def test_a_whole_file_is_pasted(self):
        session = self.session(lines=60)
        session.send(pasted(PROGRAM))
        session.wait_for("deny under_attack(Russia")
        session.settle()
        session.enter("")
        session.enter(":scenario Kursk")
        session.enter("under_attack(Russia, by: Ukraine)")
        self.assertSeen(session, "2025-01-10> under_attack(Russia", "⚡ contested")

    def test_a_pasted_mistake_costs_no_other_entry(self):
        session = self.session()
        session.send(pasted("fact a\nfact b\nassert a\nassert wrong\nassert b\n"))
        session.enter("")
        self.assertSeen(session, "error[C0301]", "assert wrong", "^^^^^")
        session.enter("a and b")
        self.assertSeen(session, "casus> a and b", "✓  true")

    def test_resizing_draws_the_line_anew(self):
        session = self.session(lines=24, columns=80)
        words = "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12"
        session.send(words)
        session.wait_for_line("casus> " + words)
        session.resize(24, 30)
        session.wait("the line in two rows", lambda: session.current == ("casus> " + words)[30:])
        session.send(" + 13")
        session.enter("")
        self.assertSeen(session, "=  91")

    def test_forty_columns(self):
        session = self.session("program.casus", lines=20, columns=40, files={"program.casus": PROGRAM})
        session.enter(":scenario Kursk")
        session.enter(":view Ukraine")
        # Both stay in the prompt, which leaves room.
        self.assertIn("Ukraine 2025-01-10> ", session.current + " ")
        self.assertLessEqual(len(session.current), 32)
        query = "CSP.assistance(ally: DPRK, victim: Russia)"
        session.send(query)
        session.settle()
        session.send(control("a"))
        session.settle()
        session.send(control("e"))
        session.enter("")
        self.assertSeen(session, "✗  false")
        session.enter(":set pager off")
        session.enter(":help")
        self.assertSeen(session, "  :load FILE", "      Bring the names and statements of", "      a file into sight.")

    def test_hangul_is_typed_and_deleted(self):
        session = self.session()
        session.send("type 나라 entity 로씨야, 조선: 나라")
        session.wait_for_line("casus> type 나라 entity 로씨야, 조선: 나라")
        session.enter("")
        session.enter("fact 전쟁(_ 쪽: 나라)")
        session.send("전쟁(로씨야인")
        session.wait_for_line("casus> 전쟁(로씨야인")
        session.send(BACKSPACE)
        session.wait_for_line("casus> 전쟁(로씨야")
        session.send(BACKSPACE * 3)
        session.wait_for_line("casus> 전쟁(")
        session.enter("조선)")
        self.assertSeen(session, "casus> 전쟁(조선)", "?  unknown")
        session.enter("전쟁(조션)")
        # The caret stands under the name, whose letters are two columns wide.
        self.assertSeen(session, "error[C0301]", "전쟁(조션)", " | " + " " * 5 + "^^^^")

    def test_control_z_and_back(self):
        session = self.session(waits=True)
        session.send("1 + 4")
        session.wait_for_line("casus> 1 + 4")
        session.send(control("z"))
        time.sleep(0.5)
        import os, signal
        os.kill(session.process.pid, signal.SIGCONT)
        session.settle()
        session.enter("1")
        self.assertSeen(session, "=  42")

    def test_the_last_entry_comes_back(self):
        session = self.session()
        session.enter("1 + 1")
        session.send(UP)
        session.wait_for_line("casus> 1 + 1")
        session.send(UP + ENTER)
        session.wait_for_prompt()

    def test_a_terminal_that_goes_away_ends_the_session(self):
        session = self.session()
        session.process.close(force=False)
        self.assertFalse(session.process.isalive())
