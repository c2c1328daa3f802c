#!/usr/bin/env python3
"""Runs one workload through one other engine, where that is installed.

    Benchmarks/Workloads/peers.py WORKLOAD ENGINE FOLDER [quick]

FOLDER has what `inputs.py` wrote. Tells lines of case, way, seconds of processor time and result, between tabs; data
are read before the time is taken, diagrams are built within it. Ends with an error where the engine is not there.
"""
import csv
import os
import statistics
import subprocess
import sys
import time

PROGRAM = """:- use_module(library(csv)).
:- table at_war/1 as subsumptive.
:- table reaches/2.
:- dynamic pact/2, bound/2, gate/1, attacked/1.
at_war(S) :- attacked(S).
at_war(S) :- at_war(A), bound(A, S), gate(S).
reaches(S, O) :- pact(S, O).
reaches(S, O) :- reaches(S, M), pact(M, O).
told(row(A, B)) :- assertz(pact(A, B)), assertz(bound(B, A)).
load(D) :- forall((atom_concat(D, '/pacts.csv', F), csv_read_file_row(F, R, [line(L)]), L > 1), told(R)),
  forall((atom_concat(D, '/gates.csv', F), csv_read_file_row(F, row(S), [line(L)]), L > 1), assertz(gate(S))),
  forall((atom_concat(D, '/attacked.csv', F), csv_read_file_row(F, row(S), [line(L)]), L > 1), assertz(attacked(S))).
asked(cascade, C) :- aggregate_all(count, at_war(_), C).
asked(closure, C) :- aggregate_all(count, reaches(_, _), C).
main :- current_prolog_flag(argv, [D, Q]), set_prolog_flag(table_space, 4000000000), load(D),
  statistics(process_cputime, T), asked(Q, C), statistics(process_cputime, U), V is U - T, format("~w ~w~n", [V, C]).
:- initialization((main, halt), main).
"""
CASCADE = """WITH RECURSIVE war(state) AS (SELECT state FROM attacked UNION
  SELECT bound FROM war JOIN pacts ON defended = war.state JOIN gates ON gates.state = bound)
SELECT count(*) FROM war"""
CLOSURE = """WITH RECURSIVE reach(first, last) AS (SELECT bound, defended FROM pacts UNION
  SELECT reach.first, pacts.defended FROM reach JOIN pacts ON reach.last = pacts.bound) SELECT count(*) FROM reach"""


def tell(case, way, run, repetitions=3, units=1):
    seconds = []
    for _ in range(repetitions):
        start = time.process_time()
        result = run()
        seconds.append((time.process_time() - start) / units)
    print(case, way, statistics.median(seconds), result, sep="\t", flush=True)


def column(path):
    with open(path) as file:
        return list(csv.reader(file))[1:]


def index(name):
    return int(name[1:])


# Relations


def relations(engine, folder, quick):
    for size in (1_000, 4_000, 10_000, 100_000, 1_000_000):
        path = f"{folder}/relations-{size}"
        if not os.path.exists(path):
            continue
        if size != 4_000:
            related(engine, path, "cascade", size)
        if size <= 4_000 or (size == 10_000 and engine == "duckdb" and not quick):
            related(engine, path, "closure", size)


def related(engine, path, question, size):
    case = f"W3 {question}-{size}"
    if engine == "duckdb":
        import duckdb
        connection = duckdb.connect()
        for name in ("pacts", "gates", "attacked"):
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{path}/{name}.csv', header=true)")
        query = CASCADE if question == "cascade" else CLOSURE
        tell(case, "duckdb", lambda: connection.execute(query).fetchone()[0])
    elif engine == "clingo":
        import clingo
        control = clingo.Control(["--warn=none"])
        facts = [f"pact({bound.lower()},{other.lower()})." for bound, other in column(f"{path}/pacts.csv")]
        for name in ("gate", "attacked"):
            file = f"{path}/{name}{'s' if name == 'gate' else ''}.csv"
            facts += [f"{name}({row[0].lower()})." for row in column(file)]
        rules = (
            "war(S) :- attacked(S). war(S) :- war(A), pact(S,A), gate(S). #show." if question == "cascade" else
            "reach(S,O) :- pact(S,O). reach(S,O) :- reach(S,M), pact(M,O). #show.")
        control.add("base", [], " ".join(facts) + rules)
        name, arity = ("war", 1) if question == "cascade" else ("reach", 2)

        def ground():
            control.ground([("base", [])])
            control.solve()
            return sum(1 for _ in control.symbolic_atoms.by_signature(name, arity))
        tell(case, "clingo", ground, repetitions=1)
    elif engine == "scipy" and question == "cascade":
        import numpy
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import breadth_first_order
        pacts = numpy.array([(index(bound), index(other)) for bound, other in column(f"{path}/pacts.csv")])
        gates = numpy.array([index(row[0]) for row in column(f"{path}/gates.csv")])
        attacked = [index(row[0]) for row in column(f"{path}/attacked.csv")]
        count = int(max(pacts.max(), gates.max(), max(attacked))) + 1

        def search():
            is_open = numpy.zeros(count + 1, bool)
            is_open[gates] = True
            kept = pacts[is_open[pacts[:, 0]]]
            # A vertex more leads to all who are attacked.
            starts = numpy.concatenate([kept[:, 1], [count] * len(attacked)])
            ends = numpy.concatenate([kept[:, 0], attacked])
            graph = csr_matrix((numpy.ones(len(starts), numpy.int8), (starts, ends)), (count + 1, count + 1))
            return len(breadth_first_order(graph, count, return_predecessors=False)) - 1
        tell(case, "scipy", search)
    elif engine == "networkx" and question == "cascade" and size <= 100_000:
        import networkx
        gates = {row[0] for row in column(f"{path}/gates.csv")}
        graph = networkx.DiGraph((other, bound) for bound, other in column(f"{path}/pacts.csv") if bound in gates)
        attacked = {row[0] for row in column(f"{path}/attacked.csv")}
        tell(case, "networkx", lambda: len(
            attacked.union(*(networkx.descendants(graph, state) for state in attacked if state in graph))))
    elif engine == "swipl":
        file = f"{path}/program.pl"
        with open(file, "w") as program:
            program.write(PROGRAM)
        done = subprocess.run(["swipl", file, path, question], capture_output=True, text=True, check=True)
        seconds, result = done.stdout.split()
        print(case, "swipl", seconds, result, sep="\t", flush=True)


# Timelines


def timelines(engine, folder, _):
    for count in (50, 500):
        path = f"{folder}/timeline-{count}"
        if os.path.exists(path):
            import numpy
            events = numpy.loadtxt(f"{path}/events.csv", delimiter=",", dtype=numpy.int64)
            treaties = numpy.loadtxt(f"{path}/treaties.csv", delimiter=",", dtype=numpy.int64)
            run = {"numpy": with_numpy, "polars": with_polars}[engine]
            tell(f"W4 timeline-{count}", engine, lambda: "/".join(map(str, run(events, treaties))))


def with_numpy(events, treaties):
    """Each fact as a column over all events, each treaty a row-wise minimum."""
    import numpy
    facts = numpy.ones((40, 8, len(events)), numpy.uint8)
    for state in range(40):
        for kind in range(8):
            at = numpy.flatnonzero((events[:, 1] == state) & (events[:, 2] == kind))
            if len(at):
                lengths = numpy.diff(numpy.append(at, len(events)))
                facts[state, kind, at[0]:] = numpy.repeat(events[at, 3].astype(numpy.uint8), lengths)
    gate = numpy.maximum(facts[:, 5], numpy.minimum(facts[:, 6], facts[:, 7]))
    own = numpy.minimum.reduce([*(facts[:, kind] for kind in range(3)), 2 - facts[:, 3], 2 - facts[:, 4], gate])
    counts, changes = numpy.zeros(3, numpy.int64), 0
    for victim, ally in treaties:
        outcome = numpy.minimum(own[victim], gate[ally])
        counts += numpy.bincount(outcome, minlength=3)
        changes += int(numpy.count_nonzero(numpy.diff(outcome, prepend=1)))
    return counts[2], counts[0], counts[1], changes


def with_polars(events, treaties):
    """Each fact as a column that is carried on from event to event."""
    import polars
    frame = polars.DataFrame({"fact": events[:, 1] * 8 + events[:, 2], "value": events[:, 3].astype("uint8")}).lazy()
    carried = frame.select(
        polars.when(polars.col("fact") == fact).then("value").forward_fill().fill_null(1).alias(f"f{fact}")
        for fact in range(320))

    def gate(state):
        first = 8 * state
        return polars.max_horizontal(f"f{first + 5}", polars.min_horizontal(f"f{first + 6}", f"f{first + 7}"))

    def own(state):
        first = 8 * state
        return polars.min_horizontal(
            f"f{first}", f"f{first + 1}", f"f{first + 2}", 2 - polars.col(f"f{first + 3}"),
            2 - polars.col(f"f{first + 4}"), gate(state))
    named = [own(state).alias(f"o{state}") for state in range(40)]
    parts = carried.select(named + [gate(state).alias(f"g{state}") for state in range(40)])
    outcomes = parts.select(
        polars.min_horizontal(f"o{victim}", f"g{ally}").alias(str(number))
        for number, (victim, ally) in enumerate(treaties))
    found = outcomes.collect()
    counts, changes = [0, 0, 0], 0
    for series in found:
        for value in range(3):
            counts[value] += int((series == value).sum())
        changes += int((series != series.shift(1, fill_value=1)).sum())
    return counts[2], counts[0], counts[1], changes


# Outcomes


class Outcome:
    """The open outcome of `inputs.py` over whatever has variables, `and`, `or` and `not`."""

    def __init__(self, size):
        self.size, self.parties = size, {20: 5, 40: 11, 80: 25}[size]
        self.conditions = size - 3 * self.parties
        self.exceptions = {self.conditions - 2, self.conditions - 1}
        self.needed = (self.parties + 1) // 2

    # The facts of a party stand together, so that diagrams stay small.

    def approves(self, party):
        return self.conditions + 3 * party

    def confirms(self, party):
        return self.conditions + 3 * (party % self.parties) + 2

    def owners(self):
        facts = [[self.approves(party) + kind for kind in range(3)] for party in range(self.parties)]
        return facts + [list(range(self.conditions - 1)), [self.conditions - 1]]

    def build(self, variable, both, either, opposite):
        passed = [None] * (self.needed + 1)
        for party in range(self.parties):
            confirmed = either(variable(self.confirms(party)), variable(self.confirms(party + 1)))
            gate = either(variable(self.approves(party)), both(variable(self.approves(party) + 1), confirmed))
            for count in range(self.needed, 0, -1):
                more = gate if count == 1 else None if passed[count - 1] is None else both(passed[count - 1], gate)
                if more is not None:
                    passed[count] = more if passed[count] is None else either(passed[count], more)
        result = passed[self.needed]
        for condition in range(self.conditions):
            fact = variable(condition)
            result = both(result, opposite(fact) if condition in self.exceptions else fact)
        return result


def outcomes(engine, _, quick):
    for size in (20, 40) if quick else (20, 40, 80):
        {"cudd": with_cudd, "sdd": with_sdd, "rc2": with_rc2, "clingo": with_clingo}[engine](Outcome(size))


def with_cudd(outcome):
    from dd.cudd import BDD
    note = "" if outcome.size < 53 else " (a floating number)"

    def built():
        diagram = BDD()
        diagram.configure(reordering=False)
        diagram.declare(*[f"x{fact}" for fact in range(outcome.size)])
        root = outcome.build(lambda fact: diagram.var(f"x{fact}"), lambda a, b: a & b, lambda a, b: a | b, lambda a: ~a)
        return diagram, root

    def count():
        diagram, root = built()
        return f"{diagram.count(root, outcome.size):.0f}{note}"

    def control():
        diagram, root = built()
        result = ""
        for owned in outcome.owners():
            others = [f"x{fact}" for fact in range(outcome.size) if fact not in owned]
            result += str(int(diagram.forall(others, root) != diagram.false))
            result += str(int(diagram.forall(others, ~root) != diagram.false))
        return result
    tell(f"W5 count-{outcome.size}", "cudd", count)
    tell(f"W5 control-{outcome.size}", "cudd", control)


def with_sdd(outcome):
    from pysdd.sdd import SddManager, Vtree

    def count():
        order = [fact + 1 for fact in range(outcome.size)]
        manager = SddManager.from_vtree(Vtree(var_count=outcome.size, var_order=order, vtree_type="right"))
        root = outcome.build(
            lambda fact: manager.literal(fact + 1), lambda a, b: a & b, lambda a, b: a | b, lambda a: ~a)
        return root.global_model_count()
    tell(f"W5 count-{outcome.size}", "sdd", count)


def clauses(outcome):
    """The outcome as clauses over facts told so that they help it: whoever helps it is true, an exception denied."""
    found, last = [], [outcome.size]

    def both(first, second):
        last[0] += 1
        found.extend([[-last[0], first], [-last[0], second], [last[0], -first, -second]])
        return last[0]
    root = outcome.build(
        lambda fact: fact + 1, both, lambda a, b: -both(-a, -b), lambda a: a)
    return found + [[root]]


def with_rc2(outcome):
    from pysat.examples.rc2 import RC2
    from pysat.formula import WCNF

    def smallest():
        formula = WCNF()
        for clause in clauses(outcome):
            formula.append(clause)
        for fact in range(1, outcome.size + 1):
            formula.append([-fact], weight=1)
        with RC2(formula) as solver:
            solver.compute()
            return solver.cost
    tell(f"W5 smallest-{outcome.size}", "rc2", smallest, repetitions=1)


def with_clingo(outcome):
    import clingo
    program = [f"{{told({fact})}}." for fact in range(outcome.size)]
    for party in range(outcome.parties):
        first = outcome.approves(party)
        program.append(f"gate({party}) :- told({first}).")
        for other in (party, party + 1):
            program.append(f"gate({party}) :- told({first + 1}), told({outcome.confirms(other)}).")
    program += [f":- not told({condition})." for condition in range(outcome.conditions)]
    program.append(f":- not {outcome.needed} {{gate(0..{outcome.parties - 1})}}.")
    program += [f"#heuristic told({fact}). [1,false]" for fact in range(outcome.size)]

    def minimal():
        limit = "0" if outcome.size == 20 else "1000"
        control = clingo.Control(["--warn=none", "--heuristic=Domain", "--enum-mode=domRec", limit])
        control.add("base", [], " ".join(program))
        control.ground([("base", [])])
        with control.solve(yield_=True) as models:
            return sum(1 for _ in models)
    tell(f"W5 minimal-{outcome.size}", "clingo", minimal)


if __name__ == "__main__":
    workload, engine, folder, *options = sys.argv[1:]
    {"W3": relations, "W4": timelines, "W5": outcomes}[workload](engine, folder, "quick" in options)
