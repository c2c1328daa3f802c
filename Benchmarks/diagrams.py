#!/usr/bin/env python3
"""Measures exact answers against the decision diagrams of `dd` (https://pypi.org/project/dd/).

    Benchmarks/diagrams.py PROGRAM [RUNS]

Three conditions over what is wholly open: a vote of 100 members, a policy of 20 treaties with 200 open facts, and a
random 3-CNF of 60 facts near its threshold. `casus ask` reads each as a program, and tells for every fact how likely
it is to decide, for which the whole diagram is needed; `dd` builds the same condition, with CUDD where that was
compiled, and counts the same. Prints processor time in milliseconds, median of the runs, and the decisions of the
finished diagrams, and the most there were.

A question that Casus leaves *unproved*, or the weights of which it leaves out, is within its bounds, and is marked so.
Ends with 1 where the two disagree, or Casus fails or passes the time limit. Without `dd`, Casus is measured alone.
"""
import importlib
import json
import multiprocessing
import os
import queue
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

TIME_LIMIT = 60


# A condition is a name, or a tuple: ("not", c), ("and", c…), ("or", c…), ("at least", number, c…).


def vote():
    """Charter of a made-up organisation: 60 of 100 members, with all five permanent ones among them."""
    members = [f"vote{number}" for number in range(100)]
    return members, ("and", *members[:5], ("at least", 60, *members))


def policy():
    """Twenty treaties of mutual assistance. Each is triggered by an armed attack or by a state of war, needs a request
    and the consent of two of three organs, and lapses where it was denounced, where the Council has taken measures, or
    where its neighbour in the list of treaties, which takes precedence, is already performed."""
    facts = []
    treaties = []
    parts = ["attacked", "at_war", "requested", "head", "chamber", "court", "denounced", "measures", "performed", "able"]
    for number in range(20):
        names = [f"{part}{number}" for part in parts]
        facts += names
        attacked, at_war, requested, head, chamber, court, denounced, measures, performed, able = names
        before = f"performed{(number - 1) % 20}"
        triggered = ("or", attacked, ("and", at_war, ("not", performed)))
        gates = ("at least", 2, head, chamber, court)
        barred = ("or", denounced, measures, ("and", before, ("not", able)))
        treaties.append(("and", triggered, requested, gates, ("not", barred)))
    return facts, ("at least", 3, *treaties)


def clauses():
    """255 clauses of three different facts each, drawn once: 4.25 clauses a fact."""
    source = random.Random(60)
    facts = [f"f{number}" for number in range(60)]
    drawn = []
    for _ in range(255):
        chosen = source.sample(facts, 3)
        drawn.append(("or", *[name if source.random() < 0.5 else ("not", name) for name in chosen]))
    return facts, ("and", *drawn)


CASES = [("vote of 100", vote()), ("policy of 200", policy()), ("3-CNF of 60", clauses())]


def casus_text(condition, rules):
    """The condition as source; what is counted becomes a rule of its own, added to `rules`."""
    if isinstance(condition, str):
        return condition
    kind, *operands = condition
    if kind == "at least":
        number, *counted = operands
        name = f"counted{len(rules)}"
        rules.append("")
        branches = "\n  or ".join(f"(n is {at + 1} and {casus_text(part, rules)})" for at, part in enumerate(counted))
        index = int(name.removeprefix("counted"))
        rules[index] = f"set Of{name} = 1..{len(counted)}\nrule {name}(_ n: Of{name}) when {branches}"
        return f"count(n in Of{name} where {name}(n)) >= {number}"
    if kind == "not":
        return f"not ({casus_text(operands[0], rules)})"
    return "(" + f" {kind} ".join(casus_text(operand, rules) for operand in operands) + ")"


def casus_program(facts, condition):
    rules = []
    text = casus_text(condition, rules)
    return "\n".join([f"fact {name}" for name in facts] + rules + [f"rule answer when {text}", ""])


def spent(command):
    """Processor seconds of a run, and the run; None where it passes the time limit."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, run


def casus_answer(casus, facts, condition, runs):
    """Median of the seconds, the nodes of the diagram and the most there were, and how likely each fact is to decide, or
    what Casus said instead."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "program.casus")
        with open(path, "w") as file:
            file.write(casus_program(facts, condition))
        for _ in range(runs):
            result = spent([casus, "ask", "--format", "json", path, "answer"])
            if result is None:
                return TIME_LIMIT, "", "fails: passes the time limit"
            times.append(result[0])
            if result[1].returncode:
                return statistics.median(times), "", "fails: " + result[1].stderr.strip()
        sizes = spent([casus, "ask", "--statistics", path, "answer"])
    found = sizes and re.search(r"(\d+) nodes, at most (\d+)", sizes[1].stderr)
    nodes = f"{found[1]:>9} {found[2]:>9}" if found else 19 * " "
    answer = json.loads(result[1].stdout)[0]
    if not answer["proved"]:
        return statistics.median(times), nodes, "unproved"
    weights = {fact["fact"]: fact.get("weight") for fact in answer["openFacts"]}
    return statistics.median(times), nodes, "without weights" if None in weights.values() else weights


def dd_build(manager, condition):
    if isinstance(condition, str):
        return manager.var(condition)
    kind, *operands = condition
    if kind == "not":
        return ~dd_build(manager, operands[0])
    if kind == "at least":
        return dd_threshold(manager, operands[0], [dd_build(manager, operand) for operand in operands[1:]])
    built = [dd_build(manager, operand) for operand in operands]
    result = built[0]
    for operand in built[1:]:
        result = result & operand if kind == "and" else result | operand
    return result


def dd_threshold(manager, number, counted):
    """At least so many: a table of what is still needed, from the last that is counted to the first."""
    rows = [manager.true] + [manager.false] * number
    for operand in reversed(counted):
        rows = [manager.true] + [manager.ite(operand, rows[need - 1], rows[need]) for need in range(1, number + 1)]
    return rows[number]


def dd_answer(name, facts, condition, answers):
    """Processor seconds, how likely each fact is to decide, the nodes of the diagram, and the most there were."""
    module = library(name)
    start = time.process_time()
    manager = module.BDD()
    manager.configure(reordering=True)
    manager.declare(*facts)
    root = dd_build(manager, condition)
    weights = {}
    for fact in facts:
        decides = manager.apply("xor", manager.let({fact: False}, root), manager.let({fact: True}, root))
        weights[fact] = manager.count(decides, nvars=len(facts)) / 2 ** len(facts)
    seconds = time.process_time() - start
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        peak = manager.statistics()["peak_live_nodes"] if name == "cudd" else None
    answers.put((seconds, weights, root.dag_size if name == "cudd" else len(manager), peak))


def dd_answers(name, facts, condition, runs):
    """The median of some runs, each in a process of its own; None where one passes the time limit."""
    results = []
    for _ in range(runs):
        answers = multiprocessing.Queue()
        process = multiprocessing.Process(target=dd_answer, args=(name, facts, condition, answers))
        process.start()
        try:
            results.append(answers.get(timeout=TIME_LIMIT))
        except queue.Empty:
            process.kill()
            return None
        finally:
            process.join()
    return (statistics.median([result[0] for result in results]), *results[-1][1:])


def library(name):
    """The diagrams of `dd` with one of its backends; None where it is not installed."""
    try:
        return importlib.import_module("dd." + name)
    except ImportError:
        return None


def main():
    casus = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    name = next((name for name in ["cudd", "autoref"] if library(name)), None)
    if name is None:
        print("dd is not installed (pip install dd): Casus is measured alone")
    sizes = f"{'nodes':>9} {'peak':>9}"
    print(f"{'condition':<15} {'casus ms':>9} {sizes} {'dd.' + (name or '') + ' ms':>14} {sizes}")
    failed = False
    for title, (facts, condition) in CASES:
        seconds, nodes, found = casus_answer(casus, facts, condition, runs)
        row = f"{title:<15} {1000 * seconds:>9.0f} {nodes or 19 * ' '}"
        other = dd_answers(name, facts, condition, runs) if name else None
        if other:
            row += f" {1000 * other[0]:>14.0f} {other[2]:>9} {other[3] or '':>9}"
            if isinstance(found, dict) and any(
                abs(found.get(fact, 0) - weight) > 1e-9 * max(weight, 1e-300) for fact, weight in other[1].items()
            ):
                found = "fails: dd finds other weights"
        elif name:
            row += f" {'> ' + str(1000 * TIME_LIMIT):>14}" + 20 * " "
        print(row + (f"   {found}" if isinstance(found, str) else ""), flush=True)
        failed = failed or isinstance(found, str) and found.startswith("fails")
    sys.exit(failed)


if __name__ == "__main__":
    main()
