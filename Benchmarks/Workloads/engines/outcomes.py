"""W5: an open outcome. How many worlds it holds in, who can force or block it, and which facts bring it about."""
from .telling import tell


def run(engine, _, quick):
    for size in (20, 40) if quick else (20, 40, 80):
        ENGINES[engine](Outcome(size))


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

    def build(self, variable, both, either, opposite, at_least=None):
        """Whatever has no `at_least` counts the gates by `and` and `or`."""
        gates = []
        for party in range(self.parties):
            confirmed = either(variable(self.confirms(party)), variable(self.confirms(party + 1)))
            gates.append(either(variable(self.approves(party)), both(variable(self.approves(party) + 1), confirmed)))
        result = at_least(gates, self.needed) if at_least else self.counted(gates, both, either)
        for condition in range(self.conditions):
            fact = variable(condition)
            result = both(result, opposite(fact) if condition in self.exceptions else fact)
        return result

    def counted(self, gates, both, either):
        passed = [None] * (self.needed + 1)
        for gate in gates:
            for count in range(self.needed, 0, -1):
                more = gate if count == 1 else None if passed[count - 1] is None else both(passed[count - 1], gate)
                if more is not None:
                    passed[count] = more if passed[count] is None else either(passed[count], more)
        return passed[self.needed]


def with_cudd(outcome):
    from dd.cudd import BDD
    note = "" if outcome.size < 53 else " (a floating number)"
    with_diagrams(outcome, "cudd", BDD, lambda count: f"{count:.0f}{note}")


def with_dd(outcome):
    """The same in Python alone."""
    from dd.autoref import BDD
    with_diagrams(outcome, "dd", BDD, int)


def with_diagrams(outcome, way, make, number):
    def built():
        diagram = make()
        diagram.configure(reordering=False)
        diagram.declare(*[f"x{fact}" for fact in range(outcome.size)])
        root = outcome.build(lambda fact: diagram.var(f"x{fact}"), lambda a, b: a & b, lambda a, b: a | b, lambda a: ~a)
        return diagram, root

    def count():
        diagram, root = built()
        return number(diagram.count(root, outcome.size))

    def control():
        diagram, root = built()
        result = ""
        for owned in outcome.owners():
            others = [f"x{fact}" for fact in range(outcome.size) if fact not in owned]
            result += str(int(diagram.forall(others, root) != diagram.false))
            result += str(int(diagram.forall(others, ~root) != diagram.false))
        return result
    tell(f"W5 count-{outcome.size}", way, count)
    tell(f"W5 control-{outcome.size}", way, control)
    tell(f"W5 smallest-{outcome.size}", way, lambda: shortest_path(outcome, *built()))


def shortest_path(outcome, diagram, root):
    """The fewest facts that bring the outcome about: every fact helps it in one way only, the other way is free."""
    found = {}

    def length(node, is_negated):
        if node.var is None:
            return 0 if (node == diagram.true) != is_negated else outcome.size + 1
        key = int(node), is_negated
        if key not in found:
            is_below_negated = is_negated != node.negated
            if_false, if_true = length(node.low, is_below_negated), length(node.high, is_below_negated)
            helps_denied = int(node.var[1:]) in outcome.exceptions
            found[key] = min(if_false + 1, if_true) if helps_denied else min(if_false, if_true + 1)
        return found[key]
    return length(root, False)


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


def with_pysat(outcome):
    """Each set that is found is made as small as it goes, and no set that contains it is found again."""
    from pysat.solvers import Glucose4
    facts = range(1, outcome.size + 1)

    def shrunk(check, chosen):
        for fact in sorted(chosen):
            fewer = chosen - {fact}
            if check.solve(assumptions=[other if other in fewer else -other for other in facts]):
                chosen = fewer
        return chosen

    def minimal():
        count = 0
        with Glucose4(bootstrap_with=clauses(outcome)) as search, Glucose4(bootstrap_with=clauses(outcome)) as check:
            while (outcome.size == 20 or count < 1_000) and search.solve():
                chosen = shrunk(check, {fact for fact in search.get_model()[:outcome.size] if fact > 0})
                search.add_clause([-fact for fact in chosen])
                count += 1
        return count
    tell(f"W5 minimal-{outcome.size}", "pysat", minimal)


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

    def grounded(options, goal):
        control = clingo.Control(["--warn=none", *options])
        control.add("base", [], " ".join(program) + goal)
        control.ground([("base", [])])
        return control

    def minimal():
        limit = "0" if outcome.size == 20 else "1000"
        prefer_few = " ".join(f"#heuristic told({fact}). [1,false]" for fact in range(outcome.size))
        control = grounded(["--heuristic=Domain", "--enum-mode=domRec", limit], prefer_few)
        with control.solve(yield_=True) as models:
            return sum(1 for _ in models)

    def smallest():
        control = grounded([], "#minimize { 1, Fact: told(Fact) }.")
        with control.solve(yield_=True) as models:
            return [model.cost[0] for model in models][-1]
    tell(f"W5 minimal-{outcome.size}", "clingo", minimal)
    # Half a minute is not enough for eighty facts.
    if outcome.size <= 40:
        tell(f"W5 smallest-{outcome.size}", "clingo", smallest, repetitions=1)


def with_z3(outcome):
    import z3
    facts = [z3.Bool(f"x{fact}") for fact in range(outcome.size)]

    def at_least(gates, needed):
        return z3.AtLeast(*gates, needed)

    def control():
        root, result = outcome.build(lambda fact: facts[fact], z3.And, z3.Or, z3.Not, at_least), ""
        for owned in outcome.owners():
            others = [variable for fact, variable in enumerate(facts) if fact not in owned]
            for wanted in (root, z3.Not(root)):
                solver = z3.Solver()
                solver.add(z3.ForAll(others, wanted))
                result += str(int(solver.check() == z3.sat))
        return result

    def smallest():
        # Told so that they help: whoever helps the outcome is true, an exception denied.
        search = z3.Optimize()
        search.add(outcome.build(lambda fact: facts[fact], z3.And, z3.Or, lambda fact: fact, at_least))
        least = search.minimize(z3.Sum([z3.If(fact, 1, 0) for fact in facts]))
        search.check()
        return search.lower(least)
    tell(f"W5 control-{outcome.size}", "z3", control, repetitions=1)
    # Half a minute is not enough for eighty facts.
    if outcome.size <= 40:
        tell(f"W5 smallest-{outcome.size}", "z3", smallest, repetitions=1)


ENGINES = {
    "cudd": with_cudd, "dd": with_dd, "sdd": with_sdd, "rc2": with_rc2, "pysat": with_pysat, "clingo": with_clingo,
    "z3": with_z3}
