"""Drives `casus repl` through a pseudo-terminal, and sees what a person would see: the screen, not the bytes."""

import os
import shutil
import signal
import tempfile
import time
import unittest

import pexpect
import pyte

CASUS = os.path.abspath(os.environ.get("CASUS", ".build/debug/casus"))

# Only a guard against hanging: a slow machine is no failure.
PATIENCE = float(os.environ.get("PATIENCE", "600"))

TAB, ENTER, UP, ESCAPE = "\t", "\r", "\x1b[A", "\x1b"
BACKSPACE = "\x7f"


def control(letter):
    return chr(ord(letter.upper()) - 64)


def pasted(text):
    """A text as a terminal hands it on that was pasted."""
    return "\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~"


class Session:
    """One `casus repl`, or another program, with a folder of its own for files and for what it keeps of the user's."""

    def __init__(
            self, *arguments, program=(CASUS, "repl"), lines=24, columns=80, folder=None, files=None, **environment):
        self.folder = folder or tempfile.mkdtemp(prefix="casus-terminal-")
        for name, text in (files or {}).items():
            self.write(name, text)
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        variables = {
            **kept, "HOME": self.folder, "TERM": "xterm", "LC_ALL": "C.UTF-8",
            "INPUTRC": os.path.join(self.folder, "inputrc"), **environment,
        }
        self.screen = pyte.HistoryScreen(columns, lines, history=10_000, ratio=0.5)
        self.stream = pyte.ByteStream(self.screen)
        self.process = pexpect.spawn(
            program[0], [*program[1:], *arguments], env=variables, cwd=self.folder, dimensions=(lines, columns), timeout=PATIENCE)
        self.process.delaybeforesend = 0

    # What it does

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def send(self, keys):
        self.process.send(keys.encode())

    def enter(self, line, then=None):
        """Enters a line, and waits for the prompt that follows, or for something else."""
        self.send(line + ENTER)
        self.wait_for(then) if then else self.wait_for_prompt()

    def resize(self, lines, columns):
        self.screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def kill(self):
        self.process.kill(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process.isalive():
            self.process.close(force=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    # What is seen

    def look(self):
        """Takes in what has come, without waiting long."""
        try:
            self.stream.feed(self.process.read_nonblocking(1 << 16, timeout=0.05))
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        return True

    @property
    def lines(self):
        """The lines of the screen, without blanks at their ends."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def scrolled(self):
        """The lines that have left the screen at its top, then those on it."""
        def text(row):
            return "".join(row[column].data for column in range(self.screen.columns)).rstrip()
        return [text(row) for row in self.screen.history.top] + self.lines

    @property
    def current(self):
        """The line that the cursor stands in."""
        return self.lines[self.screen.cursor.y]

    def wait(self, what, condition):
        start = time.monotonic()
        while not condition():
            goes_on = self.look()
            if condition():
                return
            if not goes_on or time.monotonic() - start > PATIENCE:
                raise AssertionError("waited in vain for %s; seen:\n%s" % (what, "\n".join(self.scrolled)))

    def wait_for(self, text):
        self.wait(repr(text), lambda: any(text in line for line in self.scrolled))

    def wait_for_line(self, text):
        """Waits until the cursor stands behind this, in its line."""
        self.wait(
            "the line %r" % text,
            lambda: self.current == text.rstrip() and self.screen.cursor.x == wide(text))

    def wait_for_prompt(self, prompt="> "):
        self.settle()
        self.wait(
            "a prompt",
            lambda: self.current.endswith(prompt.rstrip()) and self.screen.cursor.x == wide(self.current) + 1)

    def settle(self):
        """Lets what was sent arrive: the echo of it comes first."""
        before = None
        while before != (self.lines, self.screen.cursor.x):
            before = (self.lines, self.screen.cursor.x)
            time.sleep(0.02)
            if not self.look():
                return

    def wait_for_end(self):
        self.wait("the end", lambda: not self.look())
        self.process.wait()
        return self.process.exitstatus


def wide(text):
    """The columns that a text takes."""
    return sum(pyte.screens.wcwidth(character) for character in text)


class TerminalTest(unittest.TestCase):
    """A test with one session or more, which are ended whatever happens."""

    def session(self, *arguments, waits=True, **options):
        session = Session(*arguments, **options)
        self.addCleanup(session.close)
        if waits:
            session.wait_for_prompt()
        return session

    def assertSeen(self, session, *texts):
        """Every text stands in a line, in this order."""
        lines = iter(session.scrolled)
        for text in texts:
            if not any(text in line for line in lines):
                self.fail("%r is not seen (in this order) in:\n%s" % (text, "\n".join(session.scrolled)))


PROGRAM = """\
type State
entity Russia "Russian Federation" also "RUS", DPRK "North Korea" also "PRK", Ukraine: State
type Organ
entity FederationCouncil "Federation Council", SupremeAssembly: Organ
type Vote = InFavour | Against | Absent

fact under_attack(_ victim: State, by attacker: State) asks "Is {attacker} attacking {victim}?"
fact approves(_ organ: Organ, aid_to victim: State) decided by organ
fact vote(_ organ: Organ) -> Vote
event assist(by helper: State, to helped: State)

treaty CSP "Treaty on Comprehensive Strategic Partnership" {
  parties Russia, DPRK
  article 4 "In the event that one of the sides comes under an armed attack …" {
    norm assistance(ally: Party, victim: Party):
      ally must assist(to: victim)
      when ally is not victim and under_attack(victim, by: any) and approves(SupremeAssembly, aid_to: victim)
  }
}

scenario "Kursk, seen in January" {
  as of 2025-01-10
  assert under_attack(Russia, by: Ukraine) from 2024-08-06 according to Russia
  deny under_attack(Russia, by: any) according to Ukraine
}
"""
