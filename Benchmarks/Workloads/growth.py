#!/usr/bin/env python3
"""How the time and the memory of `casus` grow with the size of what it is asked: a curve for each workload.

    Benchmarks/Workloads/growth.py PROGRAM [RUNS]

Prints for each size the processor time of `casus run`, which reads a program that asks nothing, that of the answer beyond
it, the exponent by which the answer grew since the size before, and the most memory that was taken. Medians of the runs.
"""
import math
import multiprocessing
import os
import random
import statistics
import subprocess
import sys
import tempfile

import inputs

DECISION = """fact f{number}
rule r{number} when f{number} and r{before}"""


def measured(command):
    """Processor time in seconds and memory in bytes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        raise SystemExit(f"{' '.join(command[:3])} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def made(make, folder, size):
    """Makes a program in a process of its own: what this one takes would count as memory of those that it starts."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(make, (folder, size))


def decision(folder, size):
    """A chain of rules, one fact each, all told."""
    lines = ["rule r0"]
    for number in range(1, size + 1):
        lines += [DECISION.format(number=number, before=number - 1), f"assert f{number}"]
    inputs.write(f"{folder}/program.casus", lines)
    return ["ask", f"{folder}/program.casus", f"r{size}"]


def rows(folder, size):
    """Cases of eight conditions, one in ten cells unknown."""
    source = random.Random(size)
    names = [f"f{number}" for number in range(8)]
    inputs.write(f"{folder}/program.casus", [f"fact {name}" for name in names] + [
        "rule due when f0 and f1 and not f2 and (f3 or f4 and f5) and (f6 or f7)"])
    cells = ("true", "true", "true", "true", "true", "true", "false", "false", "false", "unknown")
    inputs.write(f"{folder}/rows.csv", [",".join(names)] + [
        ",".join(source.choices(cells, k=8)) for _ in range(size)])
    return ["bulk", f"{folder}/program.casus", "due", "--table", f"{folder}/rows.csv", "--summary"]


def cascade(folder, size):
    inputs.relations(folder, size, None)
    return ["ask", f"{folder}/program.casus", "count(state in State where at_war(state))"]


def closure(folder, size):
    inputs.relations(folder, size, None)
    query = "count(state in State, other in State where reaches(state, other))"
    return ["ask", f"{folder}/program.casus", query, "--max-steps", "1000000000"]


def timeline(folder, size):
    inputs.timeline(folder, 50, None, size)
    with open(f"{folder}/treaties.csv") as file:
        queries = ["obliged(S{}, S{})".format(*line.strip().split(",")) for line in file]
    return ["timeline", f"{folder}/program.casus", *queries]


def outcome(folder, size):
    inputs.outcome(folder, size, (size - 5) // 3)
    return ["ask", f"{folder}/program.casus", "due"]


CURVES = (
    ("rules of one decision", decision, (10, 100, 1_000, 10_000)),
    ("rows of a table", rows, (1_000, 10_000, 100_000, 1_000_000)),
    ("pacts, who is drawn in", cascade, (1_000, 10_000, 100_000, 1_000_000)),
    ("pacts, who reaches whom", closure, (20, 100, 1_000, 10_000)),
    ("events of 50 treaties", timeline, (100, 1_000, 10_000, 100_000)),
    ("open facts of an outcome", outcome, (8, 20, 50, 80, 125, 200)),
)


def main():
    casus, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    print("| what grows | size | reading, ms | answer, ms | exponent | memory, MB |\n|---|---|---|---|---|---|")
    for name, make, sizes in CURVES:
        before = None
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                command, *arguments = made(make, folder, size)
                read = statistics.median(measured([casus, "run", arguments[0]])[0] for _ in range(runs))
                answers = [measured([casus, command, *arguments]) for _ in range(runs)]
            answer = max(statistics.median(seconds for seconds, _ in answers) - read, 1e-4)
            memory = statistics.median(size for _, size in answers)
            exponent = "" if before is None else f"{math.log(answer / before[1]) / math.log(size / before[0]):.2f}"
            row = (name, f"{size:,}", f"{read * 1e3:.0f}", f"{answer * 1e3:.1f}", exponent, f"{memory / 1e6:.0f}")
            print(f"| {' | '.join(row)} |", flush=True)
            before = (size, answer)


if __name__ == "__main__":
    main()
