"""W2: a table of cases at once. Each engine has the table in its own form before the time is taken."""
from . import incidents
from .telling import run_program, tell

SQL = incidents.in_sql(0)
COUNTS = f"""SELECT count(*) FILTER (WHERE due), count(*) FILTER (WHERE NOT due), count(*)
  FROM (SELECT {SQL} AS due FROM incidents)"""


def run(engine, folder, quick):
    rows = 1_000_000 if quick else 10_000_000
    case = f"W2 rows-{rows}"
    if engine == "node":
        run_program(engine, "tables.js", case, incidents.stored_columns(folder, rows))
    # SQLite is filled row by row, which takes too long for those of a whole run.
    elif engine != "sqlite" or quick:
        tell(case, engine, IN_PROCESS[engine](incidents.read_columns(folder, rows)), units=rows)


def unknown(name, values):
    return values == incidents.UNKNOWN_TIME if name in incidents.TIMES else values < 0


def told(holds, fails, count):
    return f"{holds}/{fails}/{count - holds - fails}"


def arrow_table(columns):
    import pyarrow
    arrays = []
    for name, values in columns.items():
        typed = values.astype(bool) if name in incidents.TRUTHS else values
        arrays.append(pyarrow.array(typed, mask=unknown(name, values)))
    return pyarrow.table(arrays, names=list(columns))


def in_numpy(columns):
    """Truths as 0, 1 for unknown, and 2."""
    import numpy
    truths = {name: numpy.where(columns[name] < 0, 1, 2 * columns[name]).astype(numpy.uint8)
              for name in incidents.TRUTHS}
    attacker = columns["attacker"]
    both, either = numpy.minimum, numpy.maximum

    def truth(is_open, holds):
        return numpy.where(is_open, numpy.uint8(1), numpy.uint8(2) * holds)

    def gate(party):
        decreed, confirmed = columns[f"{party}_decree_at"], columns[f"{party}_confirmed_at"]
        is_open = (decreed == incidents.UNKNOWN_TIME) | (confirmed == incidents.UNKNOWN_TIME)
        in_time = truth(is_open, (confirmed >= decreed) & (confirmed - decreed <= 48))
        return either(truths[f"{party}_leg"], both(truths[f"{party}_decree"], in_time))

    def run():
        due = both(truths["armed_attack"], truth(attacker < 0, attacker == 0))
        for condition in (truths["state_of_war"], 2 - truths["sc_measures"], gate("a"), gate("b"),
                          2 - truths["aggressor"]):
            due = both(due, condition)
        counts = numpy.bincount(due, minlength=3)
        return told(counts[2], counts[0], len(due))
    return run


def in_numba(columns):
    import numba
    never = incidents.UNKNOWN_TIME

    @numba.njit
    def truth(value):
        return 1 if value < 0 else 2 * value

    @numba.njit
    def gate(leg, decree, decreed, confirmed):
        is_open = decreed == never or confirmed == never
        in_time = 1 if is_open else 2 if confirmed >= decreed and confirmed - decreed <= 48 else 0
        return max(truth(leg), min(truth(decree), in_time))

    @numba.njit
    def counts(attack, attacker, war, measures, aggressor, a_leg, a_decree, b_leg, b_decree,
               a_from, a_to, b_from, b_to):
        holds = fails = 0
        for row in range(len(attack)):
            third = 1 if attacker[row] < 0 else 2 if attacker[row] == 0 else 0
            first = gate(a_leg[row], a_decree[row], a_from[row], a_to[row])
            second = gate(b_leg[row], b_decree[row], b_from[row], b_to[row])
            due = min(min(truth(attack[row]), third), min(truth(war[row]), 2 - truth(measures[row])))
            due = min(due, min(min(first, second), 2 - truth(aggressor[row])))
            holds += due == 2
            fails += due == 0
        return holds, fails
    arrays = list(columns.values())
    # It is compiled when it is first called.
    counts(*(array[:1] for array in arrays))
    return lambda: told(*counts(*arrays), len(arrays[0]))


def in_pandas(columns):
    import pandas
    frame = pandas.DataFrame({
        name: pandas.arrays.BooleanArray(values == 1, unknown(name, values)) if name in incidents.TRUTHS
        else pandas.arrays.IntegerArray(values, unknown(name, values)) for name, values in columns.items()})

    def gate(party):
        decreed, confirmed = frame[f"{party}_decree_at"], frame[f"{party}_confirmed_at"]
        in_time = (confirmed >= decreed) & (confirmed - decreed <= 48)
        return frame[f"{party}_leg"] | frame[f"{party}_decree"] & in_time

    def run():
        due = (frame["armed_attack"] & (frame["attacker"] == 0) & frame["state_of_war"] & ~frame["sc_measures"]
               & gate("a") & gate("b") & ~frame["aggressor"])
        return told(due.sum(), (~due).sum(), len(due))
    return run


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
    return lambda: told(*connection.execute(COUNTS).fetchone())


def in_datafusion(columns):
    import datafusion
    context = datafusion.SessionContext()
    context.register_record_batches("incidents", [arrow_table(columns).to_batches(max_chunksize=65_536)])

    def run():
        batch = context.sql(COUNTS).collect()[0]
        return told(*(batch.column(place)[0].as_py() for place in range(3)))
    return run


def in_clickhouse(columns):
    import chdb.session
    session = chdb.session.Session()
    # The query finds this variable by its name.
    table = arrow_table(columns)
    session.query("CREATE DATABASE treaty ENGINE = Atomic")
    session.query("CREATE TABLE treaty.incidents ENGINE = Memory AS SELECT * FROM Python(table)")
    query = COUNTS.replace("FROM incidents", "FROM treaty.incidents")
    return lambda: told(*map(int, str(session.query(query)).strip().split(",")))


def in_sqlite(columns):
    import sqlite3
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE incidents ({', '.join(f'{name} INTEGER' for name in columns)})")
    cells = ([None if is_open else value for value, is_open in zip(values.tolist(), unknown(name, values).tolist())]
             for name, values in columns.items())
    connection.executemany(f"INSERT INTO incidents VALUES ({', '.join('?' * len(columns))})", zip(*cells))
    return lambda: told(*connection.execute(COUNTS).fetchone())


IN_PROCESS = {
    "numpy": in_numpy, "pandas": in_pandas, "numba": in_numba, "polars": in_polars, "pyarrow": in_pyarrow,
    "duckdb": in_duckdb, "datafusion": in_datafusion, "clickhouse": in_clickhouse, "sqlite": in_sqlite}
ENGINES = (*IN_PROCESS, "node")
