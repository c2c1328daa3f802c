"""What takes long tells so on a terminal, and leaves nothing of it behind."""

import os

from terminal import CASUS, TerminalTest, control


class ProgressTest(TerminalTest):
    def setUp(self):
        # The file has to be there before the program looks for it.
        self.folder = self.session(waits=False).folder
        os.mkfifo(os.path.join(self.folder, "slow.casus"))

    def run_slow(self, *options):
        return self.session("slow.casus", *options, program=(CASUS, "run"), waits=False, folder=self.folder)

    def give(self):
        with open(os.path.join(self.folder, "slow.casus"), "w", encoding="utf-8") as file:
            file.write("fact x\nask x\n")

    def test_what_is_waited_for_is_told_and_then_wiped(self):
        session = self.run_slow()
        session.wait_for("casus: 1 s, reading slow.casus")
        session.wait_for("casus: 2 s, reading slow.casus")
        self.give()
        self.assertEqual(session.wait_for_end(), 0)
        self.assertSeen(session, "unknown")
        self.assertEqual([line for line in session.scrolled if "casus: " in line], [])

    def test_an_interrupted_run_leaves_no_line(self):
        session = self.run_slow()
        session.wait_for("casus: 1 s")
        session.send(control("C"))
        session.wait_for_end()
        self.assertEqual([line for line in session.scrolled if "casus: " in line], [])

    def test_the_time_limit_is_told_in_a_line_of_its_own(self):
        session = self.run_slow("--timeout", "2")
        session.wait_for("casus: 1 s")
        session.wait_for_end()
        told = [line for line in session.scrolled if "casus: " in line]
        self.assertEqual(told, ["casus: the time limit was reached (option --timeout)"])

    def test_a_narrow_terminal_is_not_overrun(self):
        session = self.session("slow.casus", program=(CASUS, "run"), waits=False, folder=self.folder, columns=20)
        session.wait_for("casus: 1 s, readin…")
        self.give()
        session.wait_for_end()
