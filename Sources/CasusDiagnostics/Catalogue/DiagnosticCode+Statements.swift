extension DiagnosticCode {
  package static var statements: [DiagnosticCode] {
    [
      contradiction, assertedAny, toldValue, misplacedTime, undatedScenario, wrongExpectation,
    ]
  }

  package static let contradiction = DiagnosticCode(
    "C0601", "statements that cannot all hold",
    explanation: """
      Of one case, at one time, in one view, these count alike, and nothing satisfies them all. A later `from` comes \
      before an earlier one, a view before nobody, a scenario before its file, a named case before `any`.
      """,
    wrong: "fact at_war assert at_war deny at_war",
    right: "fact at_war assert at_war from 1914-08-01 deny at_war from 1918-11-11")

  package static let assertedAny = DiagnosticCode(
    "C0602", "an assertion that does not name its case",
    explanation: "`deny` with `any` denies every case. Of which case something is asserted has to be said.",
    wrong: "type State fact at_war(_ state: State) assert at_war(any)",
    right: "type State fact at_war(_ state: State) deny at_war(any)")

  package static let toldValue = DiagnosticCode(
    "C0603", "a value told of what has none, or not told of what has one",
    explanation: """
      A condition is asserted or denied; a fact with a value is asserted with `is` or `in`. `deny` takes no value.
      """,
    wrong: "fact troops -> Int assert troops",
    right: "fact troops -> Int assert troops is 10..12")

  package static let misplacedTime = DiagnosticCode(
    "C0604", "a moment where a period belongs, or the other way round",
    explanation: """
      An event that is asserted happened `on` a date or in a range of dates. Everything else holds `from` and `until`: \
      facts, rules, and what is denied or unknown of events.
      """,
    wrong: "fact at_war assert at_war on 1914-08-01",
    right: "fact at_war assert at_war from 1914-08-01")

  package static let undatedScenario = DiagnosticCode(
    "C0605", "a scenario with dates that does not say when it is asked",
    explanation: """
      Seen from another day the answers would differ. Begin the scenario with `as of` and a date, or give every \
      question its own.
      """,
    wrong: "fact at_war scenario \"war\" { assert at_war from 1914-08-01 expect at_war is true }",
    right: "fact at_war scenario \"war\" { as of 1914-08-02 assert at_war from 1914-08-01 expect at_war is true }")

  package static let wrongExpectation = DiagnosticCode(
    "C0606", "an answer that cannot be expected",
    explanation: """
      Of a condition `true`, `false`, `unknown` or `contested` is expected; of a value a value, a range, `unknown` or \
      `contested`.
      """,
    wrong: "fact at_war scenario \"war\" { expect at_war is 7 }",
    right: "fact at_war scenario \"war\" { expect at_war is unknown }")
}
