"""W1 by engines whose rules are not written as one condition: those of policies, of experts, of logic and of taxes."""
from .incidents import NAMES, TIMES, TRUTHS

REGO = """package treaty
import rego.v1
gate(leg, decree, decreed, confirmed) if leg
gate(leg, decree, decreed, confirmed) if { decree; confirmed >= decreed; confirmed - decreed <= 48 }
due if {
  input.armed_attack; input.attacker == "ThirdState"; input.state_of_war; not input.sc_measures; not input.aggressor
  gate(input.a_leg, input.a_decree, input.a_decree_at, input.a_confirmed_at)
  gate(input.b_leg, input.b_decree, input.b_decree_at, input.b_confirmed_at)
}
default assistance := false
assistance if due
"""
CLIPS_GATES = """
(defrule {party}_by_leg (incident ({party}_leg TRUE)) => (assert (gate {party})))
(defrule {party}_by_decree
  (incident ({party}_decree TRUE) ({party}_decree_at ?decreed) ({party}_confirmed_at ?confirmed))
  (test (and (>= ?confirmed ?decreed) (<= (- ?confirmed ?decreed) 48)))
  => (assert (gate {party})))
"""
CLIPS_DUE = """(defrule assistance
  (incident (armed_attack TRUE) (attacker ThirdState) (state_of_war TRUE) (sc_measures FALSE) (aggressor FALSE))
  (gate a) (gate b) => (assert (due)))
"""
CLINGO = """
gate(a) :- a_leg. gate(a) :- a_decree, a_in_time. gate(b) :- b_leg. gate(b) :- b_decree, b_in_time.
due :- armed_attack, by_third_state, state_of_war, not sc_measures, gate(a), gate(b), not aggressor.
"""


def with_regopy():
    import regopy
    interpreter = regopy.Interpreter()
    interpreter.add_module("treaty.rego", REGO)
    bundle = interpreter.build("due = data.treaty.assistance", ["treaty/assistance"])

    def decide(row):
        interpreter.set_input(row)
        return "true" in str(interpreter.query_bundle_entrypoint(bundle, "treaty/assistance"))
    return lambda row: row, decide


def with_clips():
    import clips
    environment = clips.Environment()
    environment.build("(deftemplate incident {})".format(" ".join(f"(slot {name})" for name in NAMES)))
    rules = [CLIPS_DUE, *(CLIPS_GATES.format(party=party) for party in "ab")]
    for rule in "".join(rules).split("(defrule")[1:]:
        environment.build("(defrule" + rule)
    incident = environment.find_template("incident")

    def decide(row):
        environment.reset()
        incident.assert_fact(**row)
        environment.run()
        return environment.eval("(any-factp ((?fact due)) TRUE)") == "TRUE"
    return lambda row: {**row, "attacker": clips.Symbol(row["attacker"])}, decide


def with_clingo():
    """What is compared is told as compared: the values of numbers cannot be external."""
    import clingo
    names = [*TRUTHS, "by_third_state", "a_in_time", "b_in_time"]
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "".join(f"#external {name}. " for name in names) + CLINGO)
    control.ground([("base", [])])
    due = clingo.Function("due")
    externals = {name: clingo.Function(name) for name in names}

    def prepare(row):
        compared = {"by_third_state": row["attacker"] == "ThirdState"}
        for party in "ab":
            compared[f"{party}_in_time"] = 0 <= row[f"{party}_confirmed_at"] - row[f"{party}_decree_at"] <= 48
        return {external: {**row, **compared}[name] for name, external in externals.items()}

    def decide(told):
        for external, truth in told.items():
            control.assign_external(external, truth)
        with control.solve(yield_=True) as models:
            return next(iter(models)).contains(due)
    return prepare, decide


def with_z3():
    import z3
    attackers, (third, ally, other) = z3.EnumSort("Attacker", ("ThirdState", "Ally", "NonState"))
    values = {"ThirdState": third, "Ally": ally, "NonState": other}
    facts = {name: z3.Bool(name) if name in TRUTHS else z3.Int(name) for name in NAMES}
    facts["attacker"] = z3.Const("attacker", attackers)

    def gate(party):
        decreed, confirmed = facts[f"{party}_decree_at"], facts[f"{party}_confirmed_at"]
        in_time = z3.And(confirmed >= decreed, confirmed - decreed <= 48)
        return z3.Or(facts[f"{party}_leg"], z3.And(facts[f"{party}_decree"], in_time))
    due = z3.And(
        facts["armed_attack"], facts["attacker"] == third, facts["state_of_war"], z3.Not(facts["sc_measures"]),
        gate("a"), gate("b"), z3.Not(facts["aggressor"]))

    def term(name, value):
        return values[value] if name == "attacker" else z3.IntVal(value) if name in TIMES else z3.BoolVal(value)

    def decide(row):
        told = [(facts[name], term(name, value)) for name, value in row.items()]
        return z3.is_true(z3.simplify(z3.substitute(due, told)))
    return lambda row: row, decide


def with_openfisca():
    """Rules about persons and periods: an incident is a person, and all is asked about one month."""
    from openfisca_core import entities, periods, simulations, taxbenefitsystems, variables
    incident = entities.build_entity(key="incident", plural="incidents", label="Incident", is_person=True)
    system = taxbenefitsystems.TaxBenefitSystem([incident])

    def add(name, value_type, formula=None):
        members = {"value_type": value_type, "entity": incident, "definition_period": periods.DateUnit.MONTH,
                   "label": name, **({"formula": formula} if formula else {})}
        system.add_variable(type(name, (variables.Variable,), members))

    def due(incident, month):
        def gate(party):
            leg, decree, decreed, confirmed = (
                incident(f"{party}_{name}", month) for name in ("leg", "decree", "decree_at", "confirmed_at"))
            return leg + decree * (confirmed >= decreed) * (confirmed - decreed <= 48)
        attack, war, measures, aggressor = (
            incident(name, month) for name in ("armed_attack", "state_of_war", "sc_measures", "aggressor"))
        by_third_state = incident("attacker", month) == "ThirdState"
        return attack * by_third_state * war * ~measures * gate("a") * gate("b") * ~aggressor
    for name in NAMES:
        add(name, bool if name in TRUTHS else int if name in TIMES else str)
    add("assistance", bool, due)

    def decide(told):
        simulation = simulations.SimulationBuilder().build_from_entities(system, told)
        return simulation.calculate("assistance", "2026-01")[0]
    return lambda row: {"incidents": {"one": {name: {"2026-01": value} for name, value in row.items()}}}, decide
