#!/usr/bin/env python3
"""Writes the programs and the data that the table of workloads is measured on.

    Benchmarks/Workloads/inputs.py FOLDER [quick] [FIGURES]

The same arguments write the same files. FIGURES is a folder with the columns of numbers of another comparison, from
which edges, events and treaties are taken instead of made-up ones, so that results can be compared with it.

* `relations-N`: N pacts among N/4 states, one in five of which has its gate shut, and five states attacked.
* `timeline-T`: 100,000 events of thirty years among forty states with eight facts each, and T treaties.
* `outcome-N`: N open facts: conditions, exceptions, and parties in a ring, more than half of which must pass a gate.
"""
import datetime
import itertools
import os
import random
import sys

RELATION_SIZES = (1_000, 4_000, 10_000, 100_000, 1_000_000)
TREATY_COUNTS = (50, 500)
OUTCOMES = {20: 5, 40: 11, 80: 25}
EVENT_COUNT = 100_000
STATE_COUNT = 40
YEARS = 30
KINDS = ("attacked", "by_third_state", "at_war", "measures", "aggressor", "enacted", "decree", "confirmed")

RELATIONS = """type State
fact pact(_ bound: State, _ defended: State) presumed false
fact gate(_ state: State) presumed false
fact attacked(_ state: State) presumed false

rule at_war(_ state: State) when attacked(state)
rule at_war(_ state: State)
  when gate(state) and some ally in State satisfies pact(state, ally) and at_war(ally)

rule reaches(_ state: State, _ other: State) when pact(state, other)
rule reaches(_ state: State, _ other: State)
  when some middle in State satisfies pact(state, middle) and reaches(middle, other)

table "pacts.csv" { assert pact(bound, defended) }
table "gates.csv" { assert gate(state) }
table "attacked.csv" { assert attacked(state) }
"""

TIMELINE = """rule gate(_ state: State) when enacted(state)
rule gate(_ state: State) when decree(state) and confirmed(state)
rule obliged(_ victim: State, _ ally: State)
  when attacked(victim) and by_third_state(victim) and at_war(victim) and not measures(victim)
    and not aggressor(victim) and gate(victim) and gate(ally)
"""

OUTCOME = """fact approves(_ party: Party) decided by party
fact decrees(_ party: Party) decided by party
fact confirms(_ party: Party) decided by party
fact follows(_ party: Party, _ other: Party) presumed false
rule gate(_ party: Party) when approves(party)
rule gate(_ party: Party)
  when decrees(party) and (confirms(party) or some next in Party where follows(next, party) satisfies confirms(next))
"""


def write(path, lines):
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


def numbers(path):
    """The rows of a file of numbers between tabs or commas."""
    with open(path) as file:
        return [[int(cell) for cell in line.replace(",", "\t").split("\t")] for line in file]


def relations(folder, size, figures):
    states = size // 4
    if figures:
        source = f"{figures}/w3_{size}"
        pacts = numbers(f"{source}/pact.facts")
        gates = [row[0] for row in numbers(f"{source}/gate.facts")]
        attacked = [row[0] for row in numbers(f"{source}/attacked.facts")]
    else:
        source = random.Random(size)
        pacts = [(source.randrange(states), source.randrange(states)) for _ in range(size)]
        gates = [state for state in range(states) if source.randrange(5)]
        attacked = source.sample(range(states), 5)
    # A statement twice says no more than once.
    pacts = dict.fromkeys((bound, defended) for bound, defended in pacts)
    write(f"{folder}/pacts.csv", ["bound,defended"] + [f"S{bound},S{defended}" for bound, defended in pacts])
    write(f"{folder}/gates.csv", ["state"] + [f"S{state}" for state in gates])
    write(f"{folder}/attacked.csv", ["state"] + [f"S{state}" for state in attacked])
    write(f"{folder}/program.casus", [RELATIONS])


def events(figures, count):
    """Minute, state, kind, and 0 for false, 1 for unknown, 2 for true."""
    if figures and count == EVENT_COUNT:
        return numbers(f"{figures}/w4_events.csv")
    source = random.Random(41)
    chances = (80, 85, 80, 20, 10, 60, 70, 50)
    minutes = sorted(source.sample(range(YEARS * 365 * 1440), count))
    rows = []
    for minute in minutes:
        kind = source.randrange(len(KINDS))
        value = 1 if source.randrange(10) == 0 else 2 if source.randrange(100) < chances[kind] else 0
        rows.append((minute, source.randrange(STATE_COUNT), kind, value))
    return rows


def treaties(count, figures):
    if figures and count == 50:
        return numbers(f"{figures}/w4_treaties.csv")
    return random.Random(count).sample(list(itertools.permutations(range(STATE_COUNT), 2)), count)


def timeline(folder, count, figures, event_count=EVENT_COUNT):
    first = datetime.datetime(1990, 1, 1)
    told = events(figures, event_count)
    program = ["type State", "entity " + ", ".join(f"S{state}" for state in range(STATE_COUNT)) + ": State"]
    program += [f"fact {kind}(_ state: State)" for kind in KINDS]
    program.append(TIMELINE)
    for number, kind in enumerate(KINDS):
        rows = [
            f"S{state},{('false', '', 'true')[value]},{first + datetime.timedelta(minutes=minute):%Y-%m-%dT%H:%MZ}"
            for minute, state, of_kind, value in told if of_kind == number]
        write(f"{folder}/{kind}.csv", ["state,told,start"] + rows)
        program.append(f'table "{kind}.csv" {{ assert {kind}(state) is told from start }}')
    write(f"{folder}/program.casus", program)
    write(f"{folder}/events.csv", [",".join(map(str, row)) for row in told])
    write(f"{folder}/treaties.csv", [f"{victim},{ally}" for victim, ally in treaties(count, figures)])


def outcome(folder, size, parties):
    conditions = size - 3 * parties
    names = [f"P{party}" for party in range(parties)]
    program = ["type Party", "type Organ", "entity " + ", ".join(names) + ": Party", "entity Council, Court: Organ"]
    # All but the last are the Council's; the last two are exceptions.
    program += [f"fact c{number} decided by {'Court' if number == conditions - 1 else 'Council'}"
                for number in range(conditions)]
    program.append(OUTCOME)
    program += [f"assert follows({names[(number + 1) % parties]}, {name})" for number, name in enumerate(names)]
    program.append(
        "rule due when " + " and ".join(f"c{number}" for number in range(conditions - 2))
        + f" and count(party in Party where gate(party)) >= {(parties + 1) // 2}"
        + f" unless c{conditions - 2} unless c{conditions - 1}")
    write(f"{folder}/program.casus", program)


def main():
    folder, *rest = sys.argv[1:]
    is_quick = "quick" in rest
    figures = next((item for item in rest if item != "quick"), None)
    for size in RELATION_SIZES[:3] if is_quick else RELATION_SIZES:
        os.makedirs(f"{folder}/relations-{size}", exist_ok=True)
        relations(f"{folder}/relations-{size}", size, figures)
    for count in TREATY_COUNTS[:1] if is_quick else TREATY_COUNTS:
        os.makedirs(f"{folder}/timeline-{count}", exist_ok=True)
        timeline(f"{folder}/timeline-{count}", count, figures)
    for size, parties in OUTCOMES.items():
        os.makedirs(f"{folder}/outcome-{size}", exist_ok=True)
        outcome(f"{folder}/outcome-{size}", size, parties)


if __name__ == "__main__":
    main()
