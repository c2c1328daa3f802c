"""W4: treaties over thirty years of events: how often each obliges, does not, or may, and how often that changes."""
import os

from .telling import run_program, tell

STATES = 40
# DuckDB carries these facts on for each treaty: those of the victim, and the last three of the ally.
SLOTS = (*range(8), 13, 14, 15)


def run(engine, folder, _):
    for count in (50, 500):
        path = f"{folder}/timeline-{count}"
        if not os.path.exists(path):
            continue
        case = f"W4 timeline-{count}"
        if engine == "node":
            run_program(engine, "timelines.js", path, case)
        else:
            read, search = IN_PROCESS[engine]
            data = read(path)
            tell(case, engine, lambda: "/".join(map(str, search(*data))))


def lists(path):
    def rows(name):
        with open(f"{path}/{name}.csv") as file:
            return [tuple(map(int, line.split(","))) for line in file]
    return rows("events"), rows("treaties")


def arrays(path):
    import numpy
    return [numpy.loadtxt(f"{path}/{name}.csv", delimiter=",", dtype=numpy.int64) for name in ("events", "treaties")]


def with_numpy(events, treaties):
    """Each fact as a column over all events, each treaty a row-wise minimum."""
    import numpy
    facts = numpy.ones((STATES, 8, len(events)), numpy.uint8)
    for state in range(STATES):
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
        for fact in range(8 * STATES))

    def gate(state):
        first = 8 * state
        return polars.max_horizontal(f"f{first + 5}", polars.min_horizontal(f"f{first + 6}", f"f{first + 7}"))

    def own(state):
        first = 8 * state
        return polars.min_horizontal(
            f"f{first}", f"f{first + 1}", f"f{first + 2}", 2 - polars.col(f"f{first + 3}"),
            2 - polars.col(f"f{first + 4}"), gate(state))
    named = [own(state).alias(f"o{state}") for state in range(STATES)]
    parts = carried.select(named + [gate(state).alias(f"g{state}") for state in range(STATES)])
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


def with_python(events, treaties):
    """Only the treaties that an event touches are looked at."""
    touched = [[] for _ in range(STATES)]
    for number, (victim, ally) in enumerate(treaties):
        touched[victim].append(number)
        touched[ally].append(number)
    facts = [[1] * 8 for _ in range(STATES)]
    outcomes = [1] * len(treaties)
    standing, counts, changes = [0, len(treaties), 0], [0, 0, 0], 0
    for _, state, kind, value in events:
        if facts[state][kind] != value:
            facts[state][kind] = value
            for number in touched[state]:
                victim, ally = treaties[number]
                outcome = outcome_of(facts[victim], facts[ally])
                if outcome != outcomes[number]:
                    standing[outcomes[number]] -= 1
                    standing[outcome] += 1
                    outcomes[number] = outcome
                    changes += 1
        for outcome in range(3):
            counts[outcome] += standing[outcome]
    return counts[2], counts[0], counts[1], changes


def outcome_of(victim, ally):
    gate, other_gate = max(victim[5], min(victim[6], victim[7])), max(ally[5], min(ally[6], ally[7]))
    return min(victim[0], victim[1], victim[2], 2 - victim[3], 2 - victim[4], gate, other_gate)


def duckdb_tables(path):
    import duckdb
    connection = duckdb.connect()
    connection.execute(f"""CREATE TABLE events AS
      SELECT row_number() OVER (ORDER BY minute) - 1 AS place, state, kind, value
      FROM read_csv('{path}/events.csv', header=false, names=['minute', 'state', 'kind', 'value'])""")
    connection.execute(f"""CREATE TABLE treaties AS SELECT row_number() OVER () AS number, victim, ally
      FROM read_csv('{path}/treaties.csv', header=false, names=['victim', 'ally'])""")
    return [connection]


def with_duckdb(connection):
    """For each treaty the events of its parties, over which a window carries the last value of each fact on."""
    carried = ", ".join(
        f"coalesce(last_value(CASE WHEN slot = {slot} THEN value END IGNORE NULLS) OVER so_far, 1) AS f{slot}"
        for slot in SLOTS)
    return connection.execute(f"""WITH touching AS (
      SELECT number, place, kind AS slot, value FROM treaties JOIN events ON state = victim
      UNION ALL SELECT number, place, kind + 8, value FROM treaties JOIN events ON state = ally),
    facts AS (
      SELECT number, place, {carried} FROM touching
      WINDOW so_far AS (PARTITION BY number ORDER BY place ROWS UNBOUNDED PRECEDING)),
    outcomes AS (
      SELECT number, place, least(f0, f1, f2, 2 - f3, 2 - f4, greatest(f5, least(f6, f7)),
        greatest(f13, least(f14, f15))) AS outcome FROM facts),
    periods AS (
      SELECT outcome, lag(outcome, 1, 1) OVER timeline AS before,
        lead(place, 1, (SELECT count(*) FROM events)) OVER timeline - place AS length,
        CASE WHEN row_number() OVER timeline = 1 THEN place ELSE 0 END AS untouched
      FROM outcomes WINDOW timeline AS (PARTITION BY number ORDER BY place))
    SELECT sum(length) FILTER (outcome = 2), sum(length) FILTER (outcome = 0),
      sum(length) FILTER (outcome = 1) + sum(untouched), count(*) FILTER (outcome <> before)
    FROM periods""").fetchone()


IN_PROCESS = {
    "numpy": (arrays, with_numpy), "polars": (arrays, with_polars), "duckdb": (duckdb_tables, with_duckdb),
    "python": (lists, with_python)}
ENGINES = (*IN_PROCESS, "node")
