"""W1: one decision at a time. The facts are told as a dictionary, an object or a term of the engine's own language.

Each engine gives how it wants the facts, which is not measured, and how it decides.
"""
import json
import re

from . import incidents, rules
from .telling import run_program, tell

COUNT = 4_096
PROGRAMS = {"node": "decisions.js", "lua5.4": "decisions.lua", "luajit": "decisions.lua", "swipl": "decisions.pl"}


def run(engine, folder, quick):
    if engine in PROGRAMS:
        return run_questions(engine, folder, quick)
    prepare, decide = IN_PROCESS[engine]()
    told = [prepare(row) for row in incidents.facts(COUNT, 0, 11)]
    repetitions = 1 if engine in SLOW else 3
    tell("W1 dictionary", engine, lambda: sum(1 for row in told if decide(row)), repetitions, COUNT)
    if engine == "python":
        texts = [json.dumps(row, separators=(",", ":")) for row in told]
        tell("W1 json", "python", lambda: sum(1 for text in texts if decide(json.loads(text))), units=COUNT)
    # DuckDB would take half a minute for the many cases of a whole run.
    if engine == "sqlite" or engine == "duckdb" and quick:
        with_unknowns(engine, decide, quick)


def with_unknowns(engine, decide, quick):
    told = incidents.facts(slot_count(quick), 15, 12)

    def count():
        answers = [decide(row) for row in told]
        unknown = answers.count(None)
        holds = sum(1 for answer in answers if answer)
        return f"{holds}/{len(answers) - unknown - holds}/{unknown}"
    tell("W1 slots", engine, count, units=len(told))


def slot_count(quick):
    return 4_096 if quick else 65_536


def run_questions(engine, folder, quick):
    """Programs of other languages read the facts from a table, and keep them as they want them."""
    path = f"{folder}/incidents.csv"
    incidents.write(path, incidents.facts(COUNT, 0, 11))
    run_program(engine, PROGRAMS[engine], "dictionary", path, engine)
    if engine == "node":
        run_program(engine, PROGRAMS[engine], "json", path, engine)
    if engine != "swipl":
        incidents.write(path, incidents.facts(slot_count(quick), 15, 12))
        run_program(engine, PROGRAMS[engine], "slots", path, engine)


def as_told(row):
    return row


def with_python():
    def gate(row, party):
        decreed, confirmed = row[f"{party}_decree_at"], row[f"{party}_confirmed_at"]
        return row[f"{party}_leg"] or row[f"{party}_decree"] and decreed <= confirmed <= decreed + 48
    return as_told, lambda row: (
        row["armed_attack"] and row["attacker"] == "ThirdState" and row["state_of_war"] and not row["sc_measures"]
        and gate(row, "a") and gate(row, "b") and not row["aggressor"])


def with_cel():
    import cel
    return as_told, cel.compile(incidents.in_cel('"ThirdState"')).execute


def with_cel_python():
    import celpy
    environment = celpy.Environment()
    program = environment.program(environment.compile(incidents.in_cel('"ThirdState"')))
    return lambda row: {name: celpy.json_to_cel(value) for name, value in row.items()}, program.evaluate


def with_cedar():
    import cedarpy
    condition = with_prefix("context.", incidents.in_cel('"ThirdState"'))
    policies = cedarpy.PolicySet.from_str(f"permit(principal, action, resource) when {{ {condition} }};")
    entities = cedarpy.Entities.from_json_str("[]")
    asked = {"principal": 'Party::"a"', "action": 'Action::"ask"', "resource": 'Treaty::"t"'}
    return as_told, lambda row: cedarpy.is_authorized({**asked, "context": row}, policies, entities).allowed


def with_prefix(prefix, condition):
    """The condition with something before the name of each fact."""
    names = "|".join(incidents.NAMES)
    return re.sub(rf"\b({names})\b", lambda name: prefix + name[0], condition)


def with_sqlite():
    import sqlite3
    connection = sqlite3.connect(":memory:")
    # The module keeps what it has prepared by its text.
    query = "SELECT " + with_prefix(":", incidents.in_sql("'ThirdState'"))
    return as_told, lambda row: connection.execute(query, row).fetchone()[0]


def with_duckdb():
    import duckdb
    connection = duckdb.connect()
    statement = connection.extract_statements("SELECT " + with_prefix("$", incidents.in_sql("'ThirdState'")))[0]
    return as_told, lambda row: connection.execute(statement, row).fetchone()[0]


# These decide all cases once.
SLOW = {"cel-python", "openfisca", "regopy", "z3", "duckdb"}
IN_PROCESS = {
    "python": with_python, "cel": with_cel, "cel-python": with_cel_python, "cedar": with_cedar, "sqlite": with_sqlite,
    "duckdb": with_duckdb, "regopy": rules.with_regopy, "clips": rules.with_clips,
    "clingo": rules.with_clingo, "z3": rules.with_z3,
    "openfisca": rules.with_openfisca}
ENGINES = (*IN_PROCESS, *PROGRAMS)
