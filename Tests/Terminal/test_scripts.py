"""Without a terminal: a script is read as it comes, and answered with nothing beside."""

import os
import subprocess
import tempfile
import unittest

from terminal import CASUS

FACTS = "type State entity Alba, Brabant: State fact at_war(_ state: State)\n"


class ScriptTest(unittest.TestCase):
    def start(self, *arguments, folder=None):
        variables = {"PATH": os.environ["PATH"], "HOME": folder or "/nowhere", "TERM": "xterm"}
        process = subprocess.Popen(
            [CASUS, "repl", *arguments], env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        for stream in (process.stdin, process.stdout, process.stderr):
            self.addCleanup(stream.close)
        return process

    def run_script(self, script, *arguments, **options):
        process = self.start(*arguments, **options)
        output, errors = process.communicate(script.encode())
        return process.returncode, output.decode(), errors.decode()

    def test_nothing_but_answers_is_written(self):
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, ".config/casus"))
            with open(os.path.join(folder, ".config/casus/rc"), "w", encoding="utf-8") as file:
                file.write(":time on\n")
            result = self.run_script(FACTS + "assert at_war(Alba)\nat_war(Alba)\n", folder=folder)
            self.assertEqual(result, (0, "  at_war(Alba)\n    ✓  true\n", ""))
            self.assertEqual(os.listdir(folder), [".config"])

    def test_the_first_error_ends_it_with_its_exit_code(self):
        for script, code in [("nonsense\n", 65), (":load none.casus\n", 66), (":nonsense\n", 64), ("fact (\n", 65)]:
            status, output, errors = self.run_script(script + "1 + 1\n")
            self.assertEqual((status, output), (code, ""))
            self.assertNotEqual(errors, "")
        status, output, _ = self.run_script(FACTS + "deny at_war(Alba)\nassert at_war(Alba)\n1 + 1\n")
        self.assertEqual((status, output), (65, ""))

    def test_keep_going(self):
        status, output, errors = self.run_script(":load none.casus\nnonsense\n1 + 1\n", "--keep-going")
        self.assertEqual((status, output), (66, "  1 + 1\n    =  2\n"))
        self.assertIn("nonsense", errors)

    def test_errors_name_the_line_of_the_script(self):
        _, _, errors = self.run_script("// one\n1 + 1\n\nnonsense(\n  1)\n")
        self.assertIn("<stdin>:4:1", errors)

    def test_an_answer_comes_as_soon_as_its_question(self):
        process = self.start()
        process.stdin.write(FACTS.encode() + b"at_war(Alba)\n")
        process.stdin.flush()
        seen = b""
        while b"?  unknown" not in seen:
            seen += process.stdout.readline()
        process.stdin.write(b"assert at_war(Alba)\nat_war(Alba)\n")
        process.stdin.flush()
        while "✓  true".encode() not in seen:
            seen += process.stdout.readline()
        process.stdin.close()
        self.assertEqual(process.wait(), 0)

    def test_a_long_script_takes_no_more_memory_than_a_short_one(self):
        peaks = [self.peak(count) for count in (10, 1_500)]
        # The long one has 3 MB.
        self.assertLess(peaks[1] - peaks[0], 2 << 10, "%d and %d KB" % tuple(peaks))

    def peak(self, count):
        """How many KB of memory a script of so many questions takes at its most."""
        with tempfile.TemporaryFile() as script, open(os.devnull, "wb") as nowhere:
            for number in range(count):
                script.write(b"%d + 1 // %s\n" % (number, b"words " * 330))
            script.seek(0)
            process = subprocess.Popen([CASUS, "repl"], stdin=script, stdout=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(process.returncode, 0)
            return usage.ru_maxrss
