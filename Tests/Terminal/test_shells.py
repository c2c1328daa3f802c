"""What shells complete of a command line, by the scripts that the program makes for them."""

import os
import shutil
import subprocess

from terminal import CASUS, TAB, TerminalTest, control

COMPLETED = [
    ("casus timel", "casus timeline "),
    ("casus run --acc", "casus run --according-to "),
    ("casus run --format mark", "casus run --format markdown "),
    ("casus run tre", "casus run treaty.casus "),
    ("casus ask treaty.casus x --facts sh", "casus ask treaty.casus x --facts ships.csv "),
]


class ShellTest(TerminalTest):
    def shell(self, name, *options, setup):
        """A shell that has read the script for it, with a prompt of its own."""
        if shutil.which(name) is None:
            self.skipTest("there is no " + name)
        script = subprocess.run([CASUS, "--generate-completion-script", name], capture_output=True, check=True).stdout
        session = self.session(
            waits=False, program=(name, *options), columns=100,
            files={"script": script.decode(), "treaty.casus": "", "trees.txt": "", "ships.csv": "", "shape.txt": ""},
            PATH=os.path.dirname(CASUS) + ":" + os.environ["PATH"])
        session.settle()
        session.send(setup + "\r")
        session.send("PS1='@ '\r" if name != "fish" else "function fish_prompt; printf '@ '; end\r")
        session.wait_for_line("@ ")
        return session

    def check(self, session):
        for typed, completed in COMPLETED:
            session.send(typed)
            session.wait_for_line("@ " + typed)
            session.send(TAB)
            session.wait_for_line("@ " + completed)
            session.send(control("u"))
            session.wait_for_line("@ ")

    def test_bash(self):
        self.check(self.shell("bash", "--norc", "--noprofile", setup="source ./script"))

    def test_zsh(self):
        self.check(self.shell("zsh", "-f", setup="autoload -U compinit; compinit -D -u; source ./script; compdef _casus casus"))

    def test_fish(self):
        self.check(self.shell("fish", "--no-config", setup="source ./script"))
