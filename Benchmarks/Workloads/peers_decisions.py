#!/usr/bin/env python3
"""Decides one case, or a table of cases, through one other engine, where that is installed.

    Benchmarks/Workloads/peers_decisions.py W1|W2 ENGINE FOLDER [quick]

The cases are those of `Incidents.swift`, drawn by the same generator. Tells lines as `peers.py` does; seconds are for
a case.
"""
import sys

import numpy

from peers import tell

NAMES = (
    "armed_attack", "attacker", "state_of_war", "sc_measures", "aggressor", "a_leg", "a_decree", "b_leg", "b_decree",
    "a_decree_at", "a_confirmed_at", "b_decree_at", "b_confirmed_at")
PERCENT = (90, 0, 90, 10, 5, 60, 70, 60, 70)
DRAWS = 26
CEL = ("armed_attack && attacker == 0 && state_of_war && !sc_measures"
       " && (a_leg || a_decree && a_confirmed_at >= a_decree_at && a_confirmed_at - a_decree_at <= 48)"
       " && (b_leg || b_decree && b_confirmed_at >= b_decree_at && b_confirmed_at - b_decree_at <= 48) && !aggressor")
SQL = CEL.replace("&&", "AND").replace("||", "OR").replace("==", "=").replace("!", "NOT ")


def cases(rows, unknown_percent, seed):
    """Each column as numbers, and where they are known."""
    def draw(number, bound):
        with numpy.errstate(over="ignore"):
            place = numpy.arange(rows, dtype=numpy.uint64) * numpy.uint64(DRAWS) + numpy.uint64(number + 1)
            mixed = numpy.uint64(seed) + place * numpy.uint64(0x9E3779B97F4A7C15)
            mixed = (mixed ^ (mixed >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
            mixed = (mixed ^ (mixed >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
            return ((mixed ^ (mixed >> numpy.uint64(31))) % numpy.uint64(bound)).astype(numpy.int32)

    columns = {}
    for place, name in enumerate(NAMES[:9]):
        drawn = draw(2 * place, 100)
        value = numpy.where(drawn < 85, 0, numpy.where(drawn < 93, 1, 2)) if place == 1 else drawn < PERCENT[place]
        columns[name] = (value.astype(numpy.int8), draw(2 * place + 1, 100) >= unknown_percent)
    for party, first in (("a", 18), ("b", 22)):
        decree = draw(first, 262_800)
        columns[f"{party}_decree_at"] = (decree, draw(first + 2, 100) >= unknown_percent)
        columns[f"{party}_confirmed_at"] = (decree + draw(first + 1, 97), draw(first + 3, 100) >= unknown_percent)
    return columns


def one_case(engine, quick):
    count = 4_096
    columns = cases(count, 0, 11)
    rows = [
        {name: bool(columns[name][0][row]) if place < 9 and place != 1 else int(columns[name][0][row])
         for place, name in enumerate(NAMES)} for row in range(count)]
    decide = {"python": with_python, "cel": with_cel, "cedar": with_cedar}[engine]()
    tell("W1 dictionary", engine, lambda: sum(1 for row in rows if decide(row)), units=count)


def with_python():
    def gate(row, party):
        decreed, confirmed = row[f"{party}_decree_at"], row[f"{party}_confirmed_at"]
        return row[f"{party}_leg"] or row[f"{party}_decree"] and decreed <= confirmed <= decreed + 48
    return lambda row: (
        row["armed_attack"] and row["attacker"] == 0 and row["state_of_war"] and not row["sc_measures"]
        and gate(row, "a") and gate(row, "b") and not row["aggressor"])


def with_cel():
    import cel
    return cel.compile(CEL).execute


def with_cedar():
    import re
    import cedarpy
    condition = re.sub(r"\b([a-z]+(_[a-z]+)*)\b", r"context.\1", CEL)
    policies = cedarpy.PolicySet.from_str(f"permit(principal, action, resource) when {{ {condition} }};")
    entities = cedarpy.Entities.from_json_str("[]")
    asked = {"principal": 'Party::"a"', "action": 'Action::"ask"', "resource": 'Treaty::"t"'}
    return lambda row: cedarpy.is_authorized({**asked, "context": row}, policies, entities).allowed


def many_cases(engine, quick):
    rows = 1_000_000 if quick else 10_000_000
    run = {"polars": in_polars, "pyarrow": in_pyarrow, "duckdb": in_duckdb}[engine](cases(rows, 10, 21))
    tell(f"W2 rows-{rows}", engine, run, units=rows)


def arrow_table(columns):
    import pyarrow
    arrays = []
    for place, name in enumerate(NAMES):
        values, known = columns[name]
        arrays.append(pyarrow.array(values if place == 1 or place > 8 else values.astype(bool), mask=~known))
    return pyarrow.table(arrays, names=NAMES)


def told(holds, fails, count):
    return f"{holds}/{fails}/{count - holds - fails}"


def in_polars(columns):
    import polars
    frame = polars.from_arrow(arrow_table(columns))

    def gate(party):
        decreed, confirmed = polars.col(f"{party}_decree_at"), polars.col(f"{party}_confirmed_at")
        return polars.col(f"{party}_leg") | (
            polars.col(f"{party}_decree") & (confirmed >= decreed) & (confirmed - decreed <= 48))
    due = (
        polars.col("armed_attack") & (polars.col("attacker") == 0) & polars.col("state_of_war")
        & ~polars.col("sc_measures") & gate("a") & gate("b") & ~polars.col("aggressor"))

    def run():
        found = frame.lazy().select(due.sum().alias("holds"), (~due).sum().alias("fails")).collect().row(0)
        return told(*found, len(frame))
    return run


def in_pyarrow(columns):
    import pyarrow.compute as compute
    table = arrow_table(columns)
    both, either, opposite = compute.and_kleene, compute.or_kleene, compute.invert

    def gate(party):
        decreed, confirmed = table[f"{party}_decree_at"], table[f"{party}_confirmed_at"]
        in_time = both(
            compute.greater_equal(confirmed, decreed), compute.less_equal(compute.subtract(confirmed, decreed), 48))
        return either(table[f"{party}_leg"], both(table[f"{party}_decree"], in_time))

    def run():
        due = both(table["armed_attack"], compute.equal(table["attacker"], 0))
        for condition in (table["state_of_war"], opposite(table["sc_measures"]), gate("a"), gate("b"),
                          opposite(table["aggressor"])):
            due = both(due, condition)
        holds = compute.sum(due).as_py()
        return told(holds, len(due) - due.null_count - holds, len(due))
    return run


def in_duckdb(columns):
    import duckdb
    connection = duckdb.connect()
    connection.register("told", arrow_table(columns))
    connection.execute("CREATE TABLE incidents AS SELECT * FROM told")

    def run():
        counts = "SELECT count(*) FILTER (due), count(*) FILTER (NOT due), count(*)"
        holds, fails, count = connection.execute(f"{counts} FROM (SELECT {SQL} AS due FROM incidents)").fetchone()
        return told(holds, fails, count)
    return run


if __name__ == "__main__":
    workload, engine, _, *options = sys.argv[1:]
    {"W1": one_case, "W2": many_cases}[workload](engine, "quick" in options)
