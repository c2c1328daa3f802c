"""The incidents of `Incidents.swift`, drawn by the same generator, and what makes assistance due, for other engines."""
import os

NAMES = (
    "armed_attack", "attacker", "state_of_war", "sc_measures", "aggressor", "a_leg", "a_decree", "b_leg", "b_decree",
    "a_decree_at", "a_confirmed_at", "b_decree_at", "b_confirmed_at")
ATTACKERS = ("ThirdState", "Ally", "NonState")
TRUTHS = tuple(name for name in NAMES[:9] if name != "attacker")
TIMES = NAMES[9:]
PERCENT = (90, 0, 90, 10, 5, 60, 70, 60, 70)
DRAWS = 26
UNKNOWN_TIME = -2 ** 31


def in_cel(third_state):
    """What third states are written as differs: a text in a single case, a number in a column."""
    gates = " && ".join(
        f"({party}_leg || {party}_decree && {party}_confirmed_at >= {party}_decree_at"
        f" && {party}_confirmed_at - {party}_decree_at <= 48)" for party in "ab")
    return f"armed_attack && attacker == {third_state} && state_of_war && !sc_measures && {gates} && !aggressor"


def in_sql(third_state):
    condition = in_cel(third_state)
    for other, own in (("&&", "AND"), ("||", "OR"), ("==", "="), ("!", "NOT ")):
        condition = condition.replace(other, own)
    return condition


def columns(rows, unknown_percent, seed):
    """A column of numbers for each fact; a negative one is what is not known, of times the least."""
    import numpy

    def draw(number, bound):
        with numpy.errstate(over="ignore"):
            place = numpy.arange(rows, dtype=numpy.uint64) * numpy.uint64(DRAWS) + numpy.uint64(number + 1)
            mixed = numpy.uint64(seed) + place * numpy.uint64(0x9E3779B97F4A7C15)
            mixed = (mixed ^ (mixed >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
            mixed = (mixed ^ (mixed >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
            return ((mixed ^ (mixed >> numpy.uint64(31))) % numpy.uint64(bound)).astype(numpy.int32)

    def known(number):
        return draw(number, 100) >= unknown_percent

    found = {}
    for place, name in enumerate(NAMES[:9]):
        drawn = draw(2 * place, 100)
        value = numpy.where(drawn < 85, 0, numpy.where(drawn < 93, 1, 2)) if place == 1 else drawn < PERCENT[place]
        found[name] = numpy.where(known(2 * place + 1), value, -1).astype(numpy.int8)
    for party, first in (("a", 18), ("b", 22)):
        decree = draw(first, 262_800)
        confirmed = decree + draw(first + 1, 97)
        found[f"{party}_decree_at"] = numpy.where(known(first + 2), decree, UNKNOWN_TIME).astype(numpy.int32)
        found[f"{party}_confirmed_at"] = numpy.where(known(first + 3), confirmed, UNKNOWN_TIME).astype(numpy.int32)
    return found


def facts(rows, unknown_percent, seed):
    """The facts of each incident as a dictionary, in which what is not known is None."""
    drawn = columns(rows, unknown_percent, seed)

    def fact(name, value):
        if value < 0:
            return None
        return bool(value) if name in TRUTHS else ATTACKERS[value] if name == "attacker" else value
    told = {name: [fact(name, value) for value in drawn[name].tolist()] for name in NAMES}
    return [dict(zip(NAMES, row)) for row in zip(*told.values())]


def write(path, incidents):
    """A table for programs of other languages, without a header; what is not known is an empty cell."""
    written = {None: "", True: "true", False: "false"}
    with open(path, "w") as file:
        for incident in incidents:
            cells = (written[value] if value is None or isinstance(value, bool) else str(value)
                     for value in incident.values())
            file.write(",".join(cells) + "\n")


def stored_columns(folder, rows):
    """The folder of the columns that tables are measured on, named as `Incidents.swift` reads them.

    They are drawn once: that takes longer than most engines.
    """
    path = f"{folder}/incidents-{rows}"
    if not os.path.exists(path):
        os.makedirs(f"{path}.part", exist_ok=True)
        for name, values in columns(rows, 10, 21).items():
            values.tofile(f"{path}.part/w2_{name}.bin")
        os.rename(f"{path}.part", path)
    return path


def read_columns(folder, rows):
    import numpy
    path = stored_columns(folder, rows)
    return {name: numpy.fromfile(f"{path}/w2_{name}.bin", numpy.int32 if name in TIMES else numpy.int8)
            for name in NAMES}
