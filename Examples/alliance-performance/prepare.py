#!/usr/bin/env python3
"""Reshapes the research files into the tables that tables.casus reads, and writes the questions to ask.

    prepare.py FOLDER OUT

Nothing is decided here. Dates in three columns become one, lists in a cell become rows, columns of zeros and ones
become rows of their own, and codes of states become names. What a cell leaves open stays open: a date without its day
becomes a range.
"""

import calendar
import csv
import glob
import os
import sys

OPEN_END = "9999-12-31"

# The column of an obligation, and of each condition on it.
PROMISES = {
    "defense": "Defence", "offense": "Offence", "neutral": "Neutrality", "nonagg": "NonAggression",
    "consul": "Consultation",
}
CONDITIONS = {
    "defcoadv": ("Defence", "Adversary"), "defcoloc": ("Defence", "Place"), "defcocon": ("Defence", "Conflict"),
    "defconum": ("Defence", "Number"), "defcodem": ("Defence", "Demand"), "defconpr": ("Defence", "NoProvocation"),
    "offcoadv": ("Offence", "Adversary"), "offcoloc": ("Offence", "Place"), "offcocon": ("Offence", "Conflict"),
    "offconum": ("Offence", "Number"), "offcodem": ("Offence", "Demand"),
    "neucoadv": ("Neutrality", "Adversary"), "neucoloc": ("Neutrality", "Place"), "neucocon": ("Neutrality", "Conflict"),
    "neuconum": ("Neutrality", "Number"), "neucodem": ("Neutrality", "Demand"), "neuconpr": ("Neutrality", "NoProvocation"),
    "neucoatt": ("Neutrality", "Attack"),
}


def read(folder, name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(cell):
    return int(cell) if cell not in ("", None) else 0


def days(year, month, day):
    """The first and the last day that a date in three columns leaves open."""
    year, month, day = number(year), number(month), number(day)
    first = (year, month or 1, day or 1)
    last_month = month or 12
    last = (year, last_month, day or calendar.monthrange(year, last_month)[1])
    return tuple("%04d-%02d-%02d" % date for date in (first, last))


def date_cell(first, last):
    return first if first == last else first + ".." + last


def names_of_states(folder):
    """A name for each code; where two codes share one, the later is told apart by its code."""
    names, taken = {}, set()
    for row in read(folder, "state-codes.csv"):
        if not row["name"]:
            continue
        name = row["name"] if row["name"] not in taken else "%s (%s)" % (row["name"], row["ccode"])
        taken.add(name)
        names[row["ccode"]] = name
    return names


class Tables:
    def __init__(self, out):
        self.out, self.rows = out, {}

    def add(self, table, **row):
        """Adds a row, unless there is such a row already."""
        self.rows.setdefault(table, {})[tuple(row.items())] = row

    def write(self, table, *columns):
        with open(os.path.join(self.out, table + ".csv"), "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows.get(table, {}).values())


def pacts_of(members):
    """The rows of each text of an alliance. A member that left and came back makes a second list with its second stay,
    numbered from 5 on."""
    pacts = {}
    for row in members:
        stays = pacts.setdefault((row["atopid"], row["phase"]), [])
        stays.append(row)
    for (alliance, phase), rows in pacts.items():
        seen, again = {}, []
        for row in rows:
            (again.append(row) if row["member"] in seen else seen.setdefault(row["member"], row))
        yield "A%s_%s" % (alliance, phase), alliance, int(phase), list(seen.values())
        if again:
            back = {row["member"]: row for row in again}
            yield "A%s_%s_again" % (alliance, phase), alliance, int(phase) + 5, [back.get(row["member"], row) for row in seen.values()]


def add_treaties(tables, folder, name):
    for pact, alliance, phase, rows in pacts_of(read(folder, "atop401-members.csv")):
        tables.add("pacts", alliance="A" + alliance, phase=phase, pact=pact)
        if rows[0]["bilat"] == "1":
            tables.add("bilateral", pact=pact)
        for row in rows:
            state = name(row["member"])
            entered = date_cell(*days(row["yrent"], row["moent"], row["dayent"]))
            left = date_cell(*days(row["yrexit"], row["moexit"], row["dayexit"])) if number(row["yrexit"]) else OPEN_END
            threats = ["" if row[column] == "" else "Nobody" if row[column] == "0" else name(row[column])
                       for column in ("statthr1", "statthr2")]
            tables.add("members", pact=pact, state=state, entered=entered, left=left, ended=row["termmode"],
                       wartime=row["wartime"], threat1=threats[0], threat2=threats[1])
            for column, promise in PROMISES.items():
                if row[column] == "1":
                    tables.add("promises", pact=pact, state=state, promise=promise)
            for column, (promise, condition) in CONDITIONS.items():
                if row[column] == "1":
                    tables.add("conditions", pact=pact, state=state, promise=promise, condition=condition)


def codes(cell):
    return [code for code in (cell or "").split(";") if code]


def add_wars(tables, folder, name):
    """Rows of war-years become one attack for each attacker, victim and war, and one period on each side."""
    attacks, sides = {}, {}
    for row in read(folder, "iwd10-initiator-war-years.csv"):
        war, attacker, victim = "W" + row["warid"], row["init_ccode"], row["target_ccode"]
        tables.add("wars", war=war)
        began, ended = days(row["year"], row["month_entry"], row["day_entry"]), days(row["year"], row["month_exit"], row["day_exit"])
        if number(row["month_exit02"]):
            ended = max(ended, days(row["year"], row["month_exit02"], row["day_exit02"]))
        known = attacks.setdefault((war, attacker, victim), [began, "1"])
        known[0], known[1] = min(known[0], began), min(known[1], row["joiner"])
        others = [("against", code) for code in [victim] + codes(row["other_adversaries"])]
        others += [("beside", code) for code in codes(row["co_belligerents"])]
        for side, code in others:
            if code == attacker:
                continue
            for pair in ((attacker, code), (code, attacker)):
                period = sides.setdefault((war, side) + pair, [began, ended])
                period[0], period[1] = min(period[0], began), max(period[1], ended)
    for (war, attacker, victim), (began, joiner) in attacks.items():
        tables.add("attacks", war=war, attacker=name(attacker), victim=name(victim), began=date_cell(*began), joiner=joiner)
    for (war, side, state, other), (began, ended) in sides.items():
        tables.add("belligerents", war=war, state=name(state))
        tables.add(side, war=war, state=name(state), other=name(other), began=date_cell(*began), ended=date_cell(*ended))


def pairs_to_ask(folder):
    """Each pair of war and alliance that a file of labels lists, and each in which a member fought that was bound by the
    treaty in that year or the year before."""
    pairs = set()
    for path in glob.glob(os.path.join(folder, "bf2018-*.csv")):
        for row in read(folder, os.path.basename(path)):
            pairs.add((int(row["warid"]), int(row["atopid"])))
    spells, last_year = {}, 9999
    for row in read(folder, "atop401-members.csv"):
        spells.setdefault(row["member"], []).append((int(row["atopid"]), number(row["yrent"]), number(row["yrexit"]) or last_year))
    for row in read(folder, "iwd10-initiator-war-years.csv"):
        for state in (row["init_ccode"], row["target_ccode"]):
            for alliance, first, last in spells.get(state, []):
                if first <= int(row["year"]) <= last + 1:
                    pairs.add((int(row["warid"]), alliance))
    return sorted(pairs)


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: prepare.py FOLDER OUT")
    folder, out = sys.argv[1:]
    os.makedirs(os.path.join(out, "prepared"), exist_ok=True)
    names = names_of_states(folder)
    name = lambda code: names.get(code) or "State " + code
    tables = Tables(os.path.join(out, "prepared"))
    add_treaties(tables, folder, name)
    add_wars(tables, folder, name)
    tables.write("pacts", "alliance", "phase", "pact")
    tables.write("bilateral", "pact")
    tables.write("members", "pact", "state", "entered", "left", "ended", "wartime", "threat1", "threat2")
    tables.write("promises", "pact", "state", "promise")
    tables.write("conditions", "pact", "state", "promise", "condition")
    tables.write("wars", "war")
    tables.write("belligerents", "war", "state")
    tables.write("attacks", "war", "attacker", "victim", "began", "joiner")
    tables.write("against", "war", "state", "other", "began", "ended")
    tables.write("beside", "war", "state", "other", "began", "ended")
    pairs = pairs_to_ask(folder)
    # A war or an alliance that only a file of labels knows is still asked about, and found unrecorded.
    known = {row["atopid"] for row in read(folder, "atop401-members.csv")}
    with open(os.path.join(out, "questions.casus"), "w", encoding="utf-8") as file:
        file.write('use "label.casus"\n')
        held = {row["war"] for row in tables.rows["wars"].values()}
        missing = sorted({"W%d" % war for war, _ in pairs} - held)
        missing_alliances = sorted({"A%d" % alliance for _, alliance in pairs if str(alliance) not in known})
        for kind, entities in (("War", missing), ("Alliance", missing_alliances)):
            if entities:
                file.write("entity %s: %s\n" % (", ".join(entities), kind))
        for war, alliance in pairs:
            file.write("ask label(A%d, in: W%d)\n" % (alliance, war))


main()
