"""Commands of the session, as a person uses them."""

import os
import stat

from terminal import ENTER, PROGRAM, TerminalTest


class CommandTest(TerminalTest):
    def loaded(self, **options):
        return self.session("program.casus", files={"program.casus": PROGRAM}, **options)

    def test_unknown_and_ambiguous_commands(self):
        session = self.session(lines=70)
        session.enter(":lod")
        session.enter(":s")
        session.enter(":?")
        session.enter("\\?")
        self.assertSeen(session, "there is no command :lod; did you mean :load?", ":s may be :save")
        self.assertSeen(session, "Commands begin with a", "casus> \\?", "commands begin with a colon")

    def test_words_of_other_programs(self):
        session = self.session()
        session.enter("help")
        self.assertSeen(session, "casus> help", ":help")
        session.send("exit" + ENTER)
        self.assertEqual(session.wait_for_end(), 0)

    def test_help(self):
        session = self.session(lines=60)
        session.enter(":help undo")
        self.assertSeen(session, ":undo [COUNT]", "Take back")
        session.enter(":help C0301")
        self.assertSeen(session, "C0301 (error)")
        session.enter(":help views")
        self.assertSeen(session, "Who says something is part of a statement")
        session.enter(":help nothing")
        self.assertSeen(session, "there is no help on nothing")

    def test_the_prompt_shows_scenario_view_and_date(self):
        session = self.loaded()
        session.enter(":view Ukraine")
        session.wait_for_line("Ukraine> ")
        session.enter(":asof 2025-02-01")
        session.wait_for_line("Ukraine 2025-02-01> ")
        session.enter(":scenario Kursk")
        session.wait_for_line("{Kursk, seen in Jan…} Ukraine 2025-01-10> ")
        session.enter("under_attack(Russia, by: Ukraine)")
        self.assertSeen(session, "✗  false")
        session.enter(":view none")
        session.enter("_")
        self.assertSeen(session, "⚡ contested")
        session.enter(":undo 4")
        session.wait_for_line("casus> ")
        session.enter(":redo 2")
        session.wait_for_line("Ukraine 2025-02-01> ")

    def test_a_contradiction_shows_both_and_offers_undo(self):
        session = self.loaded()
        session.enter("assert under_attack(DPRK, by: Russia)")
        session.enter("deny under_attack(DPRK, by: Russia)")
        self.assertSeen(
            session, "error[C0601]", "deny under_attack(DPRK, by: Russia)", "^^^^", "note: told here",
            "assert under_attack(DPRK, by: Russia)", "`:undo` takes it back")
        session.enter(":undo")
        session.enter("deny under_attack(DPRK, by: Russia)")
        session.enter("under_attack(DPRK, by: Russia)")
        self.assertSeen(session, "Taken back: assert", "✗  false")

    def test_all_errors_of_an_entry(self):
        session = self.loaded()
        session.enter("rule wrong when nothing and at_wra(Russia) or under_atack(Rusia, by: any)")
        self.assertSeen(session, "`nothing`", "`at_wra`", "did you mean `under_attack`?", "write `under_attack`")

    def test_asserting_an_open_fact_by_its_number(self):
        session = self.loaded()
        session.enter("approves(SupremeAssembly, aid_to: Russia) and under_attack(Russia, by: DPRK)")
        session.enter(":open")
        self.assertSeen(session, "1   ", "2   ")
        session.enter(":assert 1")
        session.enter(":diff")
        session.enter(":deny 1")
        session.enter("_")
        self.assertSeen(session, "✗  false")
        session.enter(":diff")
        self.assertSeen(session, "unknown → false")

    def test_scenarios_of_ones_own(self):
        session = self.loaded()
        session.enter("deny under_attack(DPRK, by: Ukraine)")
        session.enter(":scenario what if")
        session.enter("assert under_attack(DPRK, by: Ukraine)")
        session.enter("under_attack(DPRK, by: Ukraine)")
        self.assertSeen(session, "A new scenario", "✓  true")
        session.enter(":scenario none")
        session.enter("_")
        self.assertSeen(session, "✓  true", "✗  false")
        session.enter(":scenario what")
        session.enter("_")
        self.assertSeen(session, "✓  true", "✗  false", "✓  true")
        session.enter(":scenario")
        self.assertSeen(session, "Kursk, seen in January", "* what if")

    def test_save_and_load(self):
        session = self.loaded()
        session.enter("rule worried" + ENTER + "  when assistance(ally: DPRK, victim: any)")
        session.enter("assert under_attack(Russia, by: Ukraine) from 2025-01-01")
        session.enter(":scenario Kursk")
        session.enter("assert approves(SupremeAssembly, aid_to: Russia)")
        session.enter(":save mine.casus")
        self.assertSeen(session, "Saved to mine.casus.")
        self.assertEqual(session.read("mine.casus"), """\
use "program.casus"
rule worried
  when CSP.assistance(ally: DPRK, victim: any)
assert under_attack(Russia, by: Ukraine) from 2025-01-01
scenario "Kursk, seen in January" {
  as of 2025-01-10
  assert under_attack(Russia, by: Ukraine) from 2024-08-06 according to Russia
  deny under_attack(Russia, by: any) according to Ukraine
  assert approves(SupremeAssembly, aid_to: Russia)
}
""")
        session.write("other.casus", "fact precious\n")
        session.enter(":save other.casus")
        self.assertSeen(session, "is there already")
        self.assertEqual(session.read("other.casus"), "fact precious\n")
        session.enter(":save mine.casus")
        session.enter(":save! other.casus")
        self.assertNotEqual(session.read("other.casus"), "fact precious\n")
        later = self.session("mine.casus", folder=session.folder)
        later.enter("worried")
        self.assertSeen(later, "casus> worried", "?  unknown")

    def test_reload(self):
        session = self.session("p.casus", files={"p.casus": "fact a\nassert a\n"})
        session.enter("a")
        self.assertSeen(session, "✓  true")
        session.write("p.casus", "fact a\ndeny a\n")
        session.enter("not a")
        session.enter(":reload")
        session.enter("not a")
        self.assertSeen(session, "✗  false", "✓  true")
        session.write("p.casus", "fact a deny b\n")
        session.enter(":reload")
        self.assertSeen(session, "error[C0301]", "The program is as it was.")
        session.enter("not a")
        self.assertSeen(session, "✗  false", "✓  true", "✓  true")

    def test_a_file_with_errors_does_not_end_a_session(self):
        session = self.session("p.casus", files={"p.casus": "fact a deny b\n"})
        self.assertSeen(session, "error[C0301]")
        session.write("p.casus", "fact a fact b deny b\n")
        session.enter(":reload")
        session.enter("b")
        self.assertSeen(session, "Loaded: 2 facts", "✗  false")

    def test_edit(self):
        session = self.session(files={"editor": "#!/bin/sh\nsed -i s/when/unless/ \"$1\"\n"}, EDITOR="./editor")
        path = os.path.join(session.folder, "editor")
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        session.enter("rule a when 1 < 2")
        session.enter(":edit")
        self.assertSeen(session, "rule a unless 1 < 2")
        session.enter("a")
        self.assertSeen(session, "casus> a", "✗  false")
        session.enter(":edit")
        self.assertSeen(session, "Nothing was changed.")

    def test_out_and_format(self):
        session = self.session(columns=120)
        session.enter(":out answers.txt")
        session.enter("1 + 1")
        session.enter(":out none")
        session.enter(":format json")
        session.enter("1 + 2")
        self.assertEqual(session.read("answers.txt"), "    =  2\n")
        self.assertNotIn("=  2", "\n".join(session.scrolled))
        self.assertSeen(session, "[", '"answer": "value", "value": {"is": 3}', "]")

    def test_rules_and_facts(self):
        session = self.loaded()
        session.enter(":rules")
        self.assertSeen(session, "CSP.assistance(ally: CSP.Party, victim: CSP.Party)   CSP 4")
        session.enter("rule calm when not under_attack(Russia, by: any)")
        session.enter(":rules calm")
        self.assertSeen(session, "casus> :rules calm", "  calm")
        session.enter(":facts")
        session.enter("assert approves(SupremeAssembly, aid_to: Russia)")
        session.enter(":facts approves")
        session.enter(":facts under_attack")
        self.assertSeen(
            session, "assert CSP.party(Russia)   program.casus:13", "casus> :facts approves",
            "assert approves(SupremeAssembly, aid_to: Russia)   <input>:", "casus> :facts under_attack", "  nothing is told")

    def test_undo_redo_and_diff(self):
        session = self.loaded()
        session.enter("under_attack(Russia, by: DPRK)")
        session.enter("assert under_attack(Russia, by: DPRK)")
        session.enter(":diff")
        self.assertSeen(session, "casus> :diff", "unknown → true")
        session.enter(":undo")
        session.enter("_")
        session.enter(":redo")
        session.enter("_")
        self.assertSeen(session, "Taken back:", "?  unknown", "Brought back:", "✓  true")
        session.enter(":undo 3")
        self.assertSeen(session, "nothing to take back")

    def test_settings_and_time(self):
        session = self.loaded(lines=40)
        session.enter(":set max-steps 5")
        session.enter("count(s in State where under_attack(s, by: any)) is 2")
        session.enter(":set max-steps default")
        session.enter(":set max-steps many")
        session.enter(":set colour blue")
        session.enter(":set")
        self.assertSeen(
            session, "error[C1001]", "`:set` shows the bounds", "is set to a number from 1", "there is no setting colour", "max-steps   default")
        session.enter(":time")
        session.enter("1 + 1")
        session.enter(":time off")
        session.enter("1 + 2")
        self.assertSeen(session, "Timing is on.", "=  2", "Time: ", "Timing is off.", "=  3")
        self.assertNotIn("Time:", session.lines[session.screen.cursor.y - 1])

    def test_show_why_and_type(self):
        session = self.loaded(lines=60)
        session.enter(":show assistance")
        self.assertSeen(session, "Article 4", "“In the event", "norm assistance(ally: Party, victim: Party):")
        session.enter(":type vote(FederationCouncil)")
        self.assertSeen(session, "  Vote")
        session.enter(":scenario Kursk")
        session.enter("assert approves(SupremeAssembly, aid_to: Russia)")
        session.enter("assistance(ally: DPRK, victim: Russia)")
        session.enter(":why")
        self.assertSeen(session, "⚡ contested", "CSP.assistance(ally: DPRK, victim: Russia)", "Article 4")
        session.enter(":timeline")
        self.assertSeen(session, "from", "2024-08-06")

    def test_text_from_data_cannot_command_the_terminal(self):
        session = self.session("p.casus", files={"p.casus": 'type T entity A "\\u{1B}[31mred": T\n'})
        session.enter(":show A")
        self.assertSeen(session, "\\u{1B}[31mred")
