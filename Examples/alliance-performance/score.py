#!/usr/bin/env python3
"""Scores the labels that the rules derive against those that researchers coded.

    score.py FOLDER ANSWERS [--errors] [--unknowns] [--from YEAR] [--until YEAR]

FOLDER holds the files of labels, bf2018-*.csv; ANSWERS is what `casus run questions.casus --format ndjson` printed.
--errors lists what is labelled otherwise, --unknowns what the rules leave open; --from and --until score the wars
that began in these years alone.
"""

import argparse
import csv
import glob
import json
import os
import re

CLASSES = ("dna", "honor", "violate")
NAMES = {"NotACase": "dna", "Honoured": "honor", "Violated": "violate"}


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def coded(row):
    """The main coding of a row."""
    if row.get("label_llm"):
        return row["label_llm"]
    return next((name for name in ("violate", "honor", "dna") if row.get(name + "LLM") == "1"), None)


def derived(path):
    """What the rules answer for each war and alliance: a class, or "unknown" where more than one remains."""
    answers = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            answer = json.loads(line)
            match = re.fullmatch(r"label\(A(\d+), in: W(\d+)\)", answer["query"])
            if not match:
                continue
            if "fault" in answer:
                raise SystemExit("%s: %s" % (answer["query"], answer["fault"]["message"]))
            value = (answer.get("value") or {}).get("is")
            answers[match[2], match[1]] = NAMES.get(value, "unknown")
    return answers


def f1(pairs, name):
    hits = sum(truth == guess == name for truth, guess in pairs)
    named = sum(guess == name for _, guess in pairs) + sum(truth == name for truth, _ in pairs)
    return 2 * hits / named if named else 0.0


def macro(pairs):
    return sum(f1(pairs, name) for name in CLASSES) / len(CLASSES)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("answers")
    options.add_argument("--errors", action="store_true")
    options.add_argument("--unknowns", action="store_true")
    options.add_argument("--from", dest="first", type=int, default=0)
    options.add_argument("--until", dest="last", type=int, default=9999)
    options = options.parse_args()
    began = {}
    for row in read(os.path.join(options.folder, "iwd10-initiator-war-years.csv")):
        began[row["warid"]] = min(int(row["year"]), began.get(row["warid"], 9999))
    answers = derived(options.answers)
    rows = []
    for path in sorted(glob.glob(os.path.join(options.folder, "bf2018-*.csv"))):
        for row in read(path):
            year = began.get(row["warid"])
            in_years = options.first <= year <= options.last if year else (options.first, options.last) == (0, 9999)
            if coded(row) and in_years:
                rows.append((row, coded(row), answers.get((row["warid"], row["atopid"]), "unknown")))
    pairs = [(truth, guess) for _, truth, guess in rows]
    decided = [pair for pair in pairs if pair[1] != "unknown"]

    print("%-16s %8s %8s %8s %8s %8s" % (("coded \\ derived",) + CLASSES + ("unknown", "F1")))
    for truth in CLASSES:
        counts = [sum(pair == (truth, guess) for pair in pairs) for guess in CLASSES + ("unknown",)]
        print("%-16s %8d %8d %8d %8d %8.3f" % ((truth,) + tuple(counts) + (f1(pairs, truth),)))
    right, wrong = sum(a == b for a, b in decided), sum(a != b for a, b in decided)
    print("\n%d rows: %d right, %d wrong, %d unknown" % (len(pairs), right, wrong, len(pairs) - len(decided)))
    print("macro-F1 %.3f (an unknown counts as missed), %.3f where the rules decide" % (macro(pairs), macro(decided)))
    for row, truth, guess in rows:
        if guess != truth and (options.unknowns if guess == "unknown" else options.errors):
            print("war %s, alliance %s (%s): coded %s, derived %s" % (row["warid"], row["atopid"], row["warname"], truth, guess))


main()
