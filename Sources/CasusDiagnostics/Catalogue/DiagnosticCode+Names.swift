extension DiagnosticCode {
  package static var names: [DiagnosticCode] {
    [
      unknownName, wrongArguments, notAType, notAnEntity, notAValue, notCalled, notAnInstrument, notExcepted,
      notRanked, notAnAct, notTold,
    ]
  }

  package static let unknownName = DiagnosticCode(
    "C0301", "a name that nothing declares",
    explanation: """
      Nothing in sight has this name. Names inside an instrument are unqualified there and qualified elsewhere \
      (`CSP.assistance`); capitals count.
      """,
    wrong: "fact at_war rule alarmed when at_wra",
    right: "fact at_war rule alarmed when at_war")

  package static let wrongArguments = DiagnosticCode(
    "C0302", "a call with other arguments than declared",
    explanation: """
      A call has an argument for each parameter, in the order declared, with the labels declared: \
      `under_attack(_:by:)` is called as `under_attack(Zenda, by: any)`.
      """,
    wrong: """
      type State entity Zenda: State fact attacked(_ victim: State, by attacker: State) rule alarmed when \
      attacked(Zenda)
      """,
    right: """
      type State entity Zenda: State fact attacked(_ victim: State, by attacker: State) rule alarmed when \
      attacked(Zenda, by: any)
      """)

  package static let notAType = DiagnosticCode(
    "C0303", "a name that is no type and no set",
    explanation: """
      Parameters, values and variables range over types and sets: `Int`, `Decimal`, `Text`, `Date`, `Duration`, the \
      types and sets of the program, and the `Party` of an instrument.
      """,
    wrong: "type State entity Zenda: State fact at_war(_ state: Zenda)",
    right: "type State entity Zenda: State fact at_war(_ state: State)")

  package static let notAnEntity = DiagnosticCode(
    "C0304", "a name that is no entity",
    explanation: """
      Sets, parties, views, deciders and owners of laws are named by entities. A decider may be a parameter of an \
      entity type as well.
      """,
    wrong: "type State entity Zenda: State fact at_war(_ state: State) decided by State",
    right: "type State entity Zenda: State fact at_war(_ state: State) decided by state")

  package static let notAValue = DiagnosticCode(
    "C0305", "a name that is neither a value nor a condition",
    explanation: """
      Types, sets and instruments are named in their own places; what stands in a condition is a fact, an event, a \
      rule, a norm or a value. A status is had by norms and by acts.
      """,
    wrong: "type State rule alarmed when State",
    right: "type State fact at_war(_ state: State) rule alarmed when at_war(any)")

  package static let notCalled = DiagnosticCode(
    "C0306", "arguments behind what takes none",
    explanation: "Variables and entities stand for themselves, without brackets.",
    wrong: "type State entity Zenda: State fact at_war(_ state: State) rule alarmed when at_war(Zenda())",
    right: "type State entity Zenda: State fact at_war(_ state: State) rule alarmed when at_war(Zenda)")

  package static let notAnInstrument = DiagnosticCode(
    "C0307", "a name that is no instrument",
    explanation: """
      Instruments hold names, replace and are replaced: treaties, laws, resolutions, policies and contracts.
      """,
    wrong: "type State treaty Pact { replaces State }",
    right: "type State treaty Entente {} treaty Pact { replaces Entente }")

  package static let notExcepted = DiagnosticCode(
    "C0308", "an exception to what can have none",
    explanation: """
      Rules, norms and named exceptions have exceptions. A fact is told instead, and a definition has cases.
      """,
    wrong: "fact flag exception plague to flag when flag",
    right: "fact flag rule may_enter when flag exception plague to may_enter when flag")

  package static let notRanked = DiagnosticCode(
    "C0309", "a name that cannot prevail",
    explanation: """
      Norms prevail over norms, instruments over instruments, and either over the other, an instrument standing for \
      all its norms.
      """,
    wrong: "fact peace treaty Pact {} peace prevails over Pact",
    right: """
      type State entity Zenda: State event trade(by state: State) norm free: Zenda may trade() norm closed: Zenda must \
      not trade() closed prevails over free
      """)

  package static let notAnAct = DiagnosticCode(
    "C0310", "an act that nobody can do",
    explanation: """
      What a norm demands, forbids or allows is an event with a parameter labelled `by`: who acts fills it, and is not \
      written again.
      """,
    wrong: "type State entity Zenda: State event storm norm rage: Zenda must storm()",
    right: "type State entity Zenda: State event march(by state: State) norm rage: Zenda must march()")

  package static let notTold = DiagnosticCode(
    "C0311", "a statement about what follows from others",
    explanation: """
      Facts, events and rules are told. A definition, an exception and a norm follow from what is told; a norm is \
      never stipulated.
      """,
    wrong: "define quorum -> Int is 3 assert quorum is 4",
    right: "fact quorum -> Int presumed 3 assert quorum is 4")
}
