#!/usr/bin/env python3
"""Measures five workloads by Casus, by hand-written Swift and by the other engines there are, and prints one table.

    Benchmarks/Workloads/table.py --casus PROGRAM --deciding PROGRAM --exact PROGRAM [--peers PYTHON]
                                  [--rounds N] [--only W3,W4] [--figures FOLDER] [--quick]

`make bench` calls it. A ratio is the processor time of a way over that of the first way of its case in the same round,
the median of all rounds. Every way tells what it found; those that found something else than the first are marked.
"""
import argparse
import bisect
import collections
import csv
import datetime
import io
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile

import peers

HERE = os.path.dirname(os.path.abspath(__file__))


def processor_time(command):
    """The processor time of a command in seconds, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        return float("nan"), done.stderr.strip().splitlines()[-1:]
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


class Table:
    """What each round measured, by case and way."""

    def __init__(self):
        self.seconds = collections.defaultdict(lambda: collections.defaultdict(dict))
        self.results = collections.defaultdict(dict)

    def add(self, round_number, case, way, seconds, result):
        self.seconds[case][way][round_number] = seconds
        self.results[case][way] = str(result)

    def add_lines(self, round_number, text):
        for line in text.splitlines():
            cells = line.split("\t")
            if len(cells) == 4:
                self.add(round_number, cells[0], cells[1], float(cells[2]), cells[3])

    def write(self):
        print("| workload | way | time | ratio | result |\n|---|---|---|---|---|")
        for case, ways in self.seconds.items():
            first = next(iter(ways))
            base = ways[first]
            wanted = self.results[case][first]
            for way, seconds in ways.items():
                ratios = [value / base[number] for number, value in seconds.items() if base.get(number, 0) > 0]
                found = self.results[case][way]
                mark = "" if not wanted or found == wanted or way == first else "differs: "
                times = statistics.median(seconds.values())
                print(f"| {case} | {way} | {duration(times)} | {ratio(ratios)} | {mark}{found[:60]} |")


def duration(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return "–" if seconds != seconds else f"{seconds * 1e9:.3g} ns"


def ratio(ratios):
    return f"{statistics.median(ratios):.3g}" if ratios else "–"


class Measurement:
    """Runs the ways of one round."""

    def __init__(self, options, folder, table):
        self.options, self.folder, self.table = options, folder, table
        self.absent = []

    def measure_library(self, number, workload):
        """What is written by hand in Swift, and Casus as a library."""
        quick = ["quick"] if self.options.quick else []
        rounds = "3" if self.options.quick else "5"
        command = (
            [self.options.exact, "lines", rounds] if workload == "W5"
            else [self.options.deciding, "lines", workload, self.folder, rounds])
        _, text = processor_time(command + quick)
        self.table.add_lines(number, text if isinstance(text, str) else "")

    def casus(self, command, *arguments):
        """The processor time that a command takes beyond reading its program, and what it printed."""
        program = arguments[0]
        read, _ = processor_time([self.options.casus, "run", program])
        seconds, text = processor_time([self.options.casus, command, *arguments])
        return max(seconds - read, 1e-6), text

    def timelines(self, number):
        for count in (50, 500):
            folder = f"{self.folder}/timeline-{count}"
            if not os.path.exists(folder):
                continue
            with open(f"{folder}/treaties.csv") as file:
                queries = ["obliged(S{}, S{})".format(*line.strip().split(",")) for line in file]
            seconds, text = self.casus("timeline", f"{folder}/program.casus", *queries, "--format", "csv")
            result = counts(text, folder) if isinstance(text, str) else text
            self.table.add(number, f"W4 timeline-{count}", "casus timeline", seconds, result)

    def outcomes(self, number):
        for size in (20, 40, 80):
            program = f"{self.folder}/outcome-{size}/program.casus"
            for question, read, command in (
                ("count", count_of_worlds(size), ["chance", program, "due", "--chances", chances(program)]),
                ("control", control, ["leverage", program, "due", "--format", "json"]),
                ("smallest", smallest, ["triggers", program, "due", "--limit", "1", "--format", "json"]),
                ("minimal", minimal, ["triggers", program, "due", "--limit", "1000", "--format", "json"]),
            ):
                if question == "count" and size == 80 and self.options.quick:
                    continue
                seconds, text = self.casus(*command)
                result = read(text) if isinstance(text, str) else text
                self.table.add(number, f"W5 {question}-{size}", f"casus {command[0]}", seconds, result)

    def peers(self, number, workload):
        if self.options.peers == "none":
            return
        for engine in peers.WORKLOADS[workload].ENGINES:
            python = self.options.peers or sys.executable
            quick = ["quick"] if self.options.quick else []
            done = subprocess.run(
                [python, f"{HERE}/peers.py", workload, engine, self.folder, *quick], capture_output=True, text=True)
            if done.returncode != 0 and number == 0:
                self.absent.append(f"{workload} {engine}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}")
            self.table.add_lines(number, done.stdout)


def counts(text, folder):
    """How often a treaty obliges, does not, or may, at every event, and how often that changes: from periods."""
    first = datetime.datetime(1990, 1, 1)
    with open(f"{folder}/events.csv") as file:
        minutes = [int(line.split(",")[0]) for line in file]

    def position(moment):
        moment = datetime.datetime.fromisoformat(moment.replace("Z", ""))
        return bisect.bisect_left(minutes, int((moment - first).total_seconds()) // 60)

    found = collections.Counter()
    changes = 0
    rows = csv.DictReader(io.StringIO(text))
    for row in rows:
        begin = position(row["from"]) if row["from"] else 0
        end = position(row["until"]) if row["until"] else len(minutes)
        found[row["answer"]] += end - begin
        changes += bool(row["from"])
    return f"{found['true']}/{found['false']}/{found['unknown']}/{changes}"


def chances(program):
    """A file that makes every open fact of an outcome as likely as not."""
    path = os.path.join(os.path.dirname(program), "chances")
    with open(program) as file:
        text = file.read()
    parties = re.search(r"entity (P0[^:]*): Party", text).group(1).split(", ")
    facts = re.findall(r"^fact (c\d+)", text, re.MULTILINE)
    facts += [f"{fact}({party})" for fact in ("approves", "decrees", "confirms") for party in parties]
    with open(path, "w") as file:
        file.writelines(f"{fact} = 0.5\n" for fact in facts)
    return path


def count_of_worlds(size):
    def read(text):
        fraction = re.search(r"(\d+)/(\d+)", text)
        return int(fraction.group(1)) * 2 ** size // int(fraction.group(2)) if fraction else text[:40]
    return read


def control(text):
    deciders = json.loads(text)["deciders"]
    deciders.sort(key=lambda decider: (decider["name"][0] == "C", len(decider["name"]), decider["name"]))
    return "".join(f"{int(decider['canForce'])}{int(decider['canBlock'])}" for decider in deciders)


def smallest(text):
    return len(json.loads(text)["sets"][0])


def minimal(text):
    return len(json.loads(text)["sets"])


def main():
    parser = argparse.ArgumentParser()
    for option in ("casus", "deciding", "exact"):
        parser.add_argument(f"--{option}", required=True)
    for option in ("peers", "figures", "folder"):
        parser.add_argument(f"--{option}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="W1,W2,W3,W4,W5")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or made
        arguments = (["quick"] if options.quick else []) + ([options.figures] if options.figures else [])
        if not os.path.exists(f"{folder}/relations-1000"):
            subprocess.run([sys.executable, f"{HERE}/inputs.py", folder, *arguments], check=True)
        table = Table()
        measurement = Measurement(options, folder, table)
        for number in range(options.rounds):
            for workload in options.only.split(","):
                measurement.measure_library(number, workload)
                if workload == "W4":
                    measurement.timelines(number)
                if workload == "W5":
                    measurement.outcomes(number)
                measurement.peers(number, workload)
        table.write()
        for line in measurement.absent:
            print(f"\nabsent: {line}")


if __name__ == "__main__":
    main()
