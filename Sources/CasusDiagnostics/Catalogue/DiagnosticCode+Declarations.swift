extension DiagnosticCode {
  package static var declarations: [DiagnosticCode] {
    [
      duplicateName, builtInName, infiniteParameter, infiniteRecursion, tooManyParameters, closedType, mixedSet,
      emptyRange, emptyPeriod, wrongPresumption, circularOrder, misplacedDeadline, useCircle,
    ]
  }

  package static let duplicateName = DiagnosticCode(
    "C0501", "a name declared twice",
    explanation: """
      One name has one declaration in its instrument, or outside of all. Rules of one name are alternatives: they have \
      the same parameters. Parameters and variables of one head have different names.
      """,
    wrong: "fact at_war fact at_war",
    right: "fact at_war fact at_peace")

  package static let builtInName = DiagnosticCode(
    "C0502", "the name of a type of the language",
    explanation: "`Int`, `Decimal`, `Text`, `Date` and `Duration` are types of the language and name nothing else.",
    wrong: "type Date",
    right: "type Day")

  package static let infiniteParameter = DiagnosticCode(
    "C0503", "a parameter with too many values",
    explanation: """
      Facts, events and norms have parameters whose values can be gone through: entity types, closed types, sets, \
      parties.
      """,
    wrong: "fact paid(_ n: Int)",
    right: "set Instalment = 1..12 fact paid(_ n: Instalment)")

  package static let infiniteRecursion = DiagnosticCode(
    "C0504", "recursion without end",
    explanation: """
      What is recursive has parameters whose values can be gone through; else it might never come to rest.
      """,
    wrong: "rule later(_ d: Date) when d > 2030-01-01 or later(d + 1 day)",
    right: "set Step = 0..9 rule later(_ n: Step) when n > 8 or later(n + 1)")

  package static let tooManyParameters = DiagnosticCode(
    "C0505", "too many parameters",
    explanation: "A declaration has at most 100 parameters, a binding at most 100 variables.")

  package static let closedType = DiagnosticCode(
    "C0506", "a member added to a closed type",
    explanation: "The members of a closed type stand in its declaration, in their order.",
    wrong: "type Season = Winter | Summer entity Spring: Season",
    right: "type Season = Winter | Spring | Summer")

  package static let mixedSet = DiagnosticCode(
    "C0507", "members of several types",
    explanation: "The members of a set, and the parties of an instrument, are of one type.",
    wrong: "type State type Person entity Zenda: State entity Rudolf: Person set Guests = { Zenda, Rudolf }",
    right: "type State type Person entity Zenda: State entity Rudolf: Person set Guests = { Rudolf }")

  package static let emptyRange = DiagnosticCode(
    "C0508", "a range that holds nothing",
    explanation: "A range goes from the lesser to the greater value; both ends belong to it.",
    wrong: "set Week = 4..1",
    right: "set Week = 1..4")

  package static let emptyPeriod = DiagnosticCode(
    "C0509", "a period that holds no moment",
    explanation: "A period holds from its first date, up to and without its second.",
    wrong: "fact at_war assert at_war from 1914-08-01 until 1914-07-01",
    right: "fact at_war assert at_war from 1914-07-01 until 1914-08-01")

  package static let wrongPresumption = DiagnosticCode(
    "C0510", "something that cannot be presumed",
    explanation: "A condition is presumed `true` or `false`, an event `false`, a fact with a value one value.",
    wrong: "fact at_war presumed 5",
    right: "fact at_war presumed false")

  package static let circularOrder = DiagnosticCode(
    "C0511", "an order that goes in a circle",
    explanation: """
      What prevails, replaces or excepts cannot, through others, be prevailed over, replaced or excepted by itself.
      """,
    wrong: "treaty Pact {} treaty Entente {} Pact prevails over Entente Entente prevails over Pact",
    right: "treaty Pact {} treaty Entente {} Pact prevails over Entente")

  package static let misplacedDeadline = DiagnosticCode(
    "C0512", "a deadline of what is not owed",
    explanation: "`within` and `by` go with `must` alone.",
    wrong: "type State entity Zenda: State event trade(by state: State) norm free: Zenda may trade() within 2 days",
    right: "type State entity Zenda: State event trade(by state: State) norm free: Zenda must trade() within 2 days")

  package static let useCircle = DiagnosticCode(
    "C0513", "files that use one another in a circle",
    explanation: "A file cannot use itself, directly or through others: what both need goes into a third.")
}
