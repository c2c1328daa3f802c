#!/usr/bin/env python3
"""Writes a program of treaties and of dated statements about what happened under them, for measuring timelines.

    Benchmarks/timeline.py [--open] [--scenario] TREATIES STATEMENTS > program.casus

The same arguments write the same program. Statements are spread over thirty years, and name one of forty states:
threats and wars with their periods, demands, and assistance rendered. With --open, of half of the wars it is told only
that nobody knows. With --scenario, statements stand in a scenario; else at file level.
"""
import datetime
import random
import sys

FIRST_DAY = datetime.date(1990, 1, 1)
DAYS = 30 * 365

TREATY = """
treaty T{number} "Treaty {number}" {{
  parties {left}, {right}
  in force from {begin}-01-01 until {end}-06-30
  article 1 {{
    norm help(_ ally: Party, _ victim: Party):
      ally must assist(to: victim) within 30 days
      when ally is not victim and threatened(victim) and at_war(victim)
  }}
  article 2 {{
    rule tense when demand(by: {left}) in last 90 days or at_war({right}) for 60 days
  }}
}}"""


def day(number):
    return (FIRST_DAY + datetime.timedelta(days=number)).isoformat()


def statement(states, is_open):
    start = random.randrange(DAYS)
    period = f"from {day(start)} until {day(start + 1 + random.randrange(60))}"
    state = random.choice(states)
    kind = random.randrange(4)
    if kind == 0:
        return f"assert threatened({state}) {period}"
    if kind == 1:
        unknown = " is unknown" if is_open and random.randrange(2) else ""
        return f"assert at_war({state}){unknown} {period}"
    if kind == 2:
        return f"assert demand(by: {state}) on {day(start)}"
    return f"assert assist(by: {state}, to: {random.choice(states)}) on {day(start)}"


def main():
    options = [argument for argument in sys.argv[1:] if argument.startswith("--")]
    treaties, statements = [int(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    random.seed(treaties * 1_000_003 + statements)
    states = [f"S{number}" for number in range(40)]
    print("type State")
    print(f"entity {', '.join(states)}: State")
    print("fact threatened(_ state: State) presumed false")
    print("fact at_war(_ state: State) presumed false")
    print("event assist(by helper: State, to helped: State) presumed false")
    print("event demand(by state: State) presumed false")
    for number in range(treaties):
        left, right = states[number % 40], states[(number * 7 + 3) % 40]
        if left == right:
            right = states[(number + 1) % 40]
        print(TREATY.format(number=number, left=left, right=right, begin=1990 + number % 5, end=2015 + number % 6))
    # Contradictions are errors: of what is told of one state from one day on, the first statement stays.
    seen = set()
    if "--scenario" in options:
        print('scenario "thirty years" {\n  as of 2020-01-01')
    while len(seen) < statements:
        told = statement(states, "--open" in options)
        key = told.split(" until ")[0].replace(" is unknown", "")
        if key in seen:
            key = told
        if key not in seen:
            seen.add(key)
            print(told)
    if "--scenario" in options:
        print("}")


main()
