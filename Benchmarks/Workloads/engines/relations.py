"""W3: pacts between states. The cascade is who is drawn into a war, the closure is who reaches whom."""
import os
import resource
import subprocess

from .telling import HERE, column, index, run_program, tell, tell_line

SIZES = (1_000, 4_000, 10_000, 100_000, 1_000_000)
CASCADE = """WITH RECURSIVE war(state) AS (SELECT state FROM attacked UNION
  SELECT bound FROM war JOIN pacts ON defended = war.state JOIN gates ON gates.state = bound)
SELECT count(*) FROM war"""
CLOSURE = """WITH RECURSIVE reach(first, last) AS (SELECT bound, defended FROM pacts UNION
  SELECT reach.first, pacts.defended FROM reach JOIN pacts ON reach.last = pacts.bound) SELECT count(*) FROM reach"""
REGO = """package treaty
import rego.v1
allies[state] := bound if {
  some state, pacts in data.pacts
  bound := {other | some other in pacts; data.gates[other]}
}
drawn_in := count(graph.reachable(allies, data.attacked))
"""


def run(engine, folder, quick):
    """Each engine is asked what it can answer in some ten seconds."""
    cascade_limit, closure_limit, question = ENGINES[engine]
    for size in SIZES:
        path = f"{folder}/relations-{size}"
        if not os.path.exists(path):
            continue
        if size != 4_000 and size <= cascade_limit:
            question(path, "cascade", f"W3 cascade-{size}")
        if size <= closure_limit and not (quick and size > 4_000):
            question(path, "closure", f"W3 closure-{size}")


def in_duckdb(path, question, case):
    import duckdb
    connection = duckdb.connect()
    for name in ("pacts", "gates", "attacked"):
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{path}/{name}.csv', header=true)")
    query = CASCADE if question == "cascade" else CLOSURE
    tell(case, "duckdb", lambda: connection.execute(query).fetchone()[0])


def in_sqlite(path, question, case):
    import sqlite3
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE pacts (bound INTEGER, defended INTEGER)")
    connection.executemany("INSERT INTO pacts VALUES (?, ?)", [pact(row) for row in column(f"{path}/pacts.csv")])
    for name in ("gates", "attacked"):
        connection.execute(f"CREATE TABLE {name} (state INTEGER PRIMARY KEY)")
        states = [(index(row[0]),) for row in column(f"{path}/{name}.csv")]
        connection.executemany(f"INSERT INTO {name} VALUES (?)", states)
    connection.execute("CREATE INDEX by_bound ON pacts (bound, defended)")
    connection.execute("CREATE INDEX by_defended ON pacts (defended, bound)")
    query = CASCADE if question == "cascade" else CLOSURE
    tell(case, "sqlite", lambda: connection.execute(query).fetchone()[0], 1 if question == "closure" else 3)


def pact(row):
    bound, defended = row
    return index(bound), index(defended)


def in_clingo(path, question, case):
    import clingo
    control = clingo.Control(["--warn=none"])
    facts = [f"pact({bound.lower()},{other.lower()})." for bound, other in column(f"{path}/pacts.csv")]
    for name, file in (("gate", "gates"), ("attacked", "attacked")):
        facts += [f"{name}({row[0].lower()})." for row in column(f"{path}/{file}.csv")]
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


def in_scipy(path, _, case):
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import breadth_first_order
    pacts = numpy.array([pact(row) for row in column(f"{path}/pacts.csv")])
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


def in_networkx(path, _, case):
    import networkx
    gates = {row[0] for row in column(f"{path}/gates.csv")}
    graph = networkx.DiGraph((other, bound) for bound, other in column(f"{path}/pacts.csv") if bound in gates)
    attacked = {row[0] for row in column(f"{path}/attacked.csv")}
    tell(case, "networkx", lambda: len(
        attacked.union(*(networkx.descendants(graph, state) for state in attacked if state in graph))))


def in_regopy(path, _, case):
    import regopy
    pacts = {}
    for bound, other in column(f"{path}/pacts.csv"):
        pacts.setdefault(other, []).append(bound)
        pacts.setdefault(bound, [])
    interpreter = regopy.Interpreter()
    interpreter.add_module("treaty.rego", REGO)
    interpreter.add_data({
        "pacts": pacts, "gates": {row[0]: True for row in column(f"{path}/gates.csv")},
        "attacked": [row[0] for row in column(f"{path}/attacked.csv")]})

    def reachable():
        found = str(interpreter.query("count = data.treaty.drawn_in"))
        return "".join(character for character in found if character.isdigit()) or found[:60]
    tell(case, "regopy", reachable, repetitions=1)


def in_node(path, question, case):
    run_program("node", "relations.js", question, path, case)


def in_swipl(path, question, case):
    run_program("swipl", "relations.pl", question, path, case)


def in_souffle(path, question, case):
    """The time of a process that searches beyond that of one that only reads the tables."""
    def processor_time(program):
        def total():
            usage = resource.getrusage(resource.RUSAGE_CHILDREN)
            return usage.ru_utime + usage.ru_stime
        before = total()
        command = ["souffle", "-F", path, "-D", "-", f"{HERE}/relations.dl", "--macro", f"{program.upper()}=1"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return total() - before, told.split()[-1]
    seconds, result = processor_time(question)
    tell_line(case, "souffle", max(seconds - processor_time("reading")[0], 1e-6), result)


# How many pacts at most each is asked about, for the cascade and for the closure.
ENGINES = {
    "duckdb": (1_000_000, 10_000, in_duckdb),
    "sqlite": (1_000_000, 4_000, in_sqlite),
    "clingo": (1_000_000, 4_000, in_clingo),
    "scipy": (1_000_000, 0, in_scipy),
    "networkx": (100_000, 0, in_networkx),
    "node": (1_000_000, 10_000, in_node),
    "swipl": (1_000_000, 4_000, in_swipl),
    "regopy": (1_000, 0, in_regopy),
    "souffle": (1_000_000, 10_000, in_souffle),
}
