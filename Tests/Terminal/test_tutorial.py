"""The tutorial is a session: replayed, it is seen on the screen word for word.

With UPDATE_SNAPSHOTS=1 what is seen is written into the page instead.
"""

import os
import re
import shlex

from terminal import CASUS, ENTER, TerminalTest

PAGE = os.path.join(os.path.dirname(__file__), "..", "..", "docs", "tutorial.md")

# What stands before what is typed: a prompt, or the shell's.
PROMPT = re.compile(r"^((?:casus|(?:\S.* )?\d{4}-\d\d-\d\d| +[^ ])?>(?: |$)|\$ )(.*)$")
BLOCK = re.compile(r"(?ms)^```session\n(.*?)^```$")


class TutorialTest(TerminalTest):
    maxDiff = None

    def test_the_tutorial_is_what_is_seen(self):
        with open(PAGE, encoding="utf-8") as file:
            page = file.read()
        blocks = BLOCK.findall(page)
        seen = self.replay([PROMPT.match(line) for block in blocks for line in block.splitlines()])
        fresh = self.cut(seen, blocks)
        if os.environ.get("UPDATE_SNAPSHOTS") == "1":
            rest = iter(fresh)
            with open(PAGE, "w", encoding="utf-8") as file:
                file.write(BLOCK.sub(lambda _: "```session\n" + next(rest) + "```", page))
            return
        for block, now in zip(blocks, fresh):
            self.assertMultiLineEqual(block, now)

    def replay(self, lines):
        """Types what the page says is typed, each line where its prompt has come; gives all that is seen."""
        seen, session, folder = [], None, None
        for prompt, typed in [line.groups() for line in lines if line]:
            if prompt == "$ ":
                if session:
                    seen += self.ended(session)
                session = self.start(typed, folder)
                folder = session.folder
                seen.append("$ " + typed)
            else:
                session.wait_for_line(prompt.rstrip() + " ")
                session.send(typed)
                session.wait_for_line(prompt.rstrip() + " " + typed)
                session.send(ENTER)
        return seen + self.ended(session)

    def start(self, command, folder):
        program, *arguments = shlex.split(command)
        self.assertEqual(program, "casus")
        return self.session(*arguments, program=(CASUS,), waits=False, folder=folder, lines=80, columns=100)

    def ended(self, session):
        self.assertEqual(session.wait_for_end(), 0)
        lines = session.scrolled
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def cut(self, seen, blocks):
        """What is seen, cut where the page cuts it: before the line with which each block begins."""
        starts = [block.splitlines()[0] for block in blocks[1:]]
        cuts, position = [0], 0
        for start in starts:
            position = seen.index(start, position + 1)
            cuts.append(position)
        return ["".join(line + "\n" for line in seen[first:last]) for first, last in zip(cuts, cuts[1:] + [len(seen)])]


