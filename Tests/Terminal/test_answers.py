"""Commands about answers: why, what would settle them, who could, when, and the interview."""

from terminal import ENTER, TerminalTest, control

PACT = """\
type State
entity Alba "Kingdom of Alba", Brabant: State
fact attacked asks "Is there an attack?"
fact consents(_ state: State) decided by state asks "Does {state} consent?"
treaty Pact "Pact of Aid" {
  article 2 "Each helps the other, if one of them consents." {
    rule aid when attacked and (consents(Alba) or consents(Brabant))
  }
}
scenario "an attack" {
  as of 1905-05-21
  assert attacked from 1905-05-01
}
"""


class PactTest(TerminalTest):
    def loaded(self, **options):
        options = {"lines": 80, "columns": 90, **options}
        return self.session("pact.casus", files={"pact.casus": PACT}, **options)


class AnswersTest(PactTest):
    def test_why_and_why_not(self):
        session = self.loaded()
        session.enter(":why")
        self.assertSeen(session, "nothing was asked yet: name a query")
        session.enter("aid")
        session.enter(":why")
        self.assertSeen(session, "? Pact.aid: open", "Article 2", "“Each helps the other", "What it turns on")
        session.enter("deny attacked")
        session.enter(":whynot Pact.aid")
        self.assertSeen(session, "casus> :whynot", "✗ Pact.aid", "attacked")
        session.enter("1 + 1")
        session.enter(":whynot aid")
        session.enter("_")
        self.assertSeen(session, "=  2", "casus> :whynot aid", "casus> _", "✗  false")

    def test_triggers_and_safeguards(self):
        session = self.loaded()
        session.enter(":triggers aid")
        self.assertSeen(session, "assert consents(Alba)", "assert attacked")
        session.enter(":safeguards")
        self.assertSeen(session, "casus> :safeguards", "deny attacked")
        session.enter(":triggers 1 + 1")
        self.assertSeen(session, "only a condition can be made true or ruled out")

    def test_leverage(self):
        session = self.loaded()
        session.enter(":leverage aid")
        self.assertSeen(
            session, "force   block", "Alba", "together", "To block it: 1 minimal group", "deny consents(Brabant)",
            "Nobody decides attacked")
        session.enter(":scenario an")
        session.enter(":leverage")
        self.assertSeen(session, "1905-05-21> :leverage", "force   block", "Alba      alone", "to force  assert")
        session.enter(":leverage 1 + 1")
        self.assertSeen(session, "only a condition can be forced or blocked")

    def test_timeline(self):
        session = self.loaded()
        session.enter(":scenario an")
        session.enter("assert consents(Alba) from 1905-06-01")
        session.enter(":timeline aid")
        self.assertSeen(session, "from", "1905-06-01", "true")


class InterviewTest(PactTest):
    def test_an_interview_tells_the_answer_and_why(self):
        session = self.loaded()
        session.send(":ask aid" + ENTER)
        session.wait_for("1.  Is there an attack?")
        session.wait_for_line("> ")
        session.send("perhaps" + ENTER)
        session.wait_for("a condition holds or not")
        session.send("why" + ENTER)
        session.wait_for("It decides in 75 % of the cases")
        session.send("yes" + ENTER)
        session.wait_for("2.  Does Kingdom of Alba consent?")
        session.send("no" + ENTER)
        session.wait_for("3.  Does Brabant consent?")
        session.send("back" + ENTER)
        session.wait_for("2.  Does")
        session.send("yes" + ENTER)
        session.wait_for("This settles it.")
        session.send(ENTER)
        session.wait_for_line("casus> ")
        self.assertSeen(session, "This settles it.", "✓ Pact.aid", "attacked", "casus>")

    def test_replies_are_statements_of_the_session(self):
        session = self.loaded()
        session.enter("aid")
        session.send(":ask" + ENTER)
        for question, reply in [("1.  Is there", "yes source \"Gazette\""), ("2.  Does Kingdom", "yes")]:
            session.wait_for(question)
            session.send(reply + ENTER)
        session.wait_for("This settles it.")
        session.send(ENTER)
        session.wait_for_line("casus> ")
        session.enter(":facts")
        session.enter("aid")
        self.assertSeen(session, 'assert attacked source "Gazette"', "assert consents(Alba)", "casus> aid", "✓  true")
        session.enter(":undo")
        session.enter("_")
        self.assertSeen(session, "casus> :undo", "Taken back: ", "casus> _", "?  unknown")

    def test_replies_belong_to_the_scenario_that_was_entered(self):
        session = self.loaded()
        session.enter(":scenario an")
        session.send(":ask aid" + ENTER)
        session.wait_for("1.  Does Kingdom of Alba consent?")
        session.send("yes" + ENTER)
        session.wait_for("This settles it.")
        session.send(ENTER)
        session.wait_for_line("{an attack} 1905-05-21> ")
        session.enter("aid")
        session.enter(":scenario none")
        session.enter("_")
        self.assertSeen(session, "1905-05-21> aid", "✓  true", "casus> _", "?  unknown")

    def test_control_c_drops_an_interview_and_nothing_else(self):
        session = self.loaded()
        session.enter("deny consents(Brabant)")
        session.send(":ask aid" + ENTER)
        session.wait_for("1.  Is there")
        session.send("yes" + ENTER)
        session.wait_for("2.  Does Kingdom")
        session.send(control("c"))
        session.wait_for("interrupted")
        session.wait_for_line("casus> ")
        session.enter(":facts")
        session.enter("aid")
        self.assertSeen(session, "interrupted", "deny consents(Brabant)", "casus> aid", "?  unknown")
        self.assertNotIn("  assert attacked", "\n".join(session.scrolled))

    def test_what_is_settled_is_only_told(self):
        session = self.loaded()
        session.enter("deny attacked")
        session.enter(":ask aid")
        self.assertSeen(session, "casus> :ask aid", "✗ Pact.aid", "casus>")
        self.assertEqual([line for line in session.scrolled if line == "aid"], ["aid"])
        session.enter(":ask nonsense")
        self.assertSeen(session, "error[C0301]", "<input>:3:1", "3 | nonsense", "^^^^^^^^")

    def test_a_narrow_terminal(self):
        session = self.loaded(columns=40, lines=100)
        session.send(":ask aid" + ENTER)
        session.wait_for("1.  Is there an attack?")
        for reply, words in [("help", "ends with"), ("why", "possible."), ("perhaps", "value")]:
            session.send(reply + ENTER)
            session.wait_for(words)
        session.send("quit" + ENTER)
        session.wait_for_line("casus> ")
        session.enter(":leverage")
        session.enter(":triggers")
        self.assertSeen(session, "to block  deny consents(Alba)", "assert consents(Alba)")
        # Lines are broken between words.
        seen = " ".join(" ".join(session.scrolled).split())
        for words in (
                "with a range, such as 10..20.", "It decides in 75 % of the cases that are still possible.",
                "a condition holds or not: it has no value", "so that only what holds either way is forced or blocked."):
            self.assertIn(words, seen)
