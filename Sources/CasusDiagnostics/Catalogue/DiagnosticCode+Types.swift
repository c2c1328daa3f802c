extension DiagnosticCode {
  package static var types: [DiagnosticCode] {
    [
      wrongType, conditionWanted, valueWanted, conditionCompared, unlikeTypes, unordered, daysAgainstMonths,
      impossibleLiteral, notConstant, outsideSet, misplacedAny, untypedGap, infiniteDomain, misplacedWindow,
      impossibleStatus,
    ]
  }

  package static let wrongType = DiagnosticCode(
    "C0401", "a value of another type than wanted",
    explanation: "Types do not turn into one another; only an `Int` may stand where a `Decimal` is wanted.",
    wrong: """
      type State type Season = Winter | Summer entity Zenda: State fact at_war(_ state: State) rule alarmed when \
      at_war(Winter)
      """,
    right: """
      type State type Season = Winter | Summer entity Zenda: State fact at_war(_ state: State) rule alarmed when \
      at_war(Zenda)
      """)

  package static let conditionWanted = DiagnosticCode(
    "C0402", "a value where a condition is wanted",
    explanation: """
      What stands behind `when`, `unless`, `where`, `satisfies`, `and`, `or` and `not` is true or false. A value is \
      compared first.
      """,
    wrong: "fact troops -> Int rule strong when troops",
    right: "fact troops -> Int rule strong when troops > 10")

  package static let valueWanted = DiagnosticCode(
    "C0403", "a condition where a value is wanted",
    explanation: """
      What is compared, added or looked for in a domain is a value. To count how often a condition holds, use `count`.
      """,
    wrong: "type State fact at_war(_ state: State) rule alarmed when at_war(any) + 1 > 2",
    right: "type State fact at_war(_ state: State) rule alarmed when count(s in State where at_war(s)) > 1")

  package static let conditionCompared = DiagnosticCode(
    "C0404", "a condition that is compared",
    explanation: """
      Conditions stand by themselves and are joined by `and`, `or` and `not`; they are not compared with anything.
      """,
    wrong: "fact at_war rule alarmed when at_war is true",
    right: "fact at_war rule alarmed when at_war")

  package static let unlikeTypes = DiagnosticCode(
    "C0405", "unlike values compared or computed with",
    explanation: """
      Numbers compare and compute with numbers, dates with dates, texts with texts, members of a type with one \
      another. A duration is added to a date or a duration and multiplied by an `Int`.
      """,
    wrong: "fact troops -> Int rule early when troops > 2024-01-01",
    right: "fact troops -> Int rule early when troops > 2024")

  package static let unordered = DiagnosticCode(
    "C0406", "an order of what has none",
    explanation: """
      Numbers, dates, durations and members of closed types have an order. Texts and other entities are compared with \
      `is` alone.
      """,
    wrong: "type State entity Zenda, Alba: State rule first when Zenda < Alba",
    right: "type Rank = Low | High rule first when Low < High")

  package static let daysAgainstMonths = DiagnosticCode(
    "C0407", "days compared with months",
    explanation: "A month has no fixed number of days, so the two neither compare nor make a range.",
    wrong: "rule longer when 30 days < 1 month",
    right: "rule longer when 30 days < 40 days")

  package static let impossibleLiteral = DiagnosticCode(
    "C0408", "a literal that means nothing",
    explanation: """
      A day that no calendar has, a time that no clock has, or a number or duration that does not fit: an `Int` has 64 \
      bits, a `Decimal` is a fraction of two of them, years go from 0001 to 9999.
      """,
    wrong: "rule late when today > 2023-02-29",
    right: "rule late when today > 2023-02-28")

  package static let notConstant = DiagnosticCode(
    "C0409", "something else where a value is named",
    explanation: "Statements, presumptions and expectations name values: a literal, its negative, or an entity.",
    wrong: "fact troops -> Int fact reserve -> Int assert troops is reserve",
    right: "fact troops -> Int fact reserve -> Int assert troops is 5")

  package static let outsideSet = DiagnosticCode(
    "C0410", "a value outside its set",
    explanation: "What is told, presumed or defined lies in the set that was declared for it.",
    wrong: "set Week = 1..4 fact reported(_ week: Week) assert reported(5)",
    right: "set Week = 1..4 fact reported(_ week: Week) assert reported(4)")

  package static let misplacedAny = DiagnosticCode(
    "C0411", "`any` where it cannot stand",
    explanation: """
      `any` says of a condition that there is one case, whichever. It needs a parameter whose values can be gone \
      through, and a call that is a condition; the act of a norm takes none.
      """,
    wrong: "rule big(_ n: Int) when n > 100 rule huge when big(any)",
    right: "rule big(_ n: Int) when n > 100 rule huge when big(101)")

  package static let untypedGap = DiagnosticCode(
    "C0412", "a gap of no type",
    explanation: """
      A gap stands for any truth or any value; what it is compared with, or what it is given to, tells of which type.
      """,
    wrong: "rule close when gap \"near\" < gap \"far\"",
    right: "define distance -> Int is gap \"near\" rule close when distance < 10")

  package static let infiniteDomain = DiagnosticCode(
    "C0413", "too many values to go through",
    explanation: "Variables run over entity types, closed types, sets, parties, lists and ranges of integers.",
    wrong: "rule found when some n in Int satisfies n > 3",
    right: "rule found when some n in 1..10 satisfies n > 3")

  package static let misplacedWindow = DiagnosticCode(
    "C0414", "a window over what has no moments",
    explanation: """
      `since`, `before`, `in last` and `date of` look for an event: an event, or `fulfilled` or `breached`. What holds \
      over time has `for` alone.
      """,
    wrong: "fact at_war rule lately when at_war since 2024-01-01",
    right: "event landing rule lately when landing since 2024-01-01")

  package static let impossibleStatus = DiagnosticCode(
    "C0415", "a status that a norm of this kind cannot have",
    explanation: """
      `must` is owed, fulfilled or breached; `must not` is forbidden or breached; `may` is permitted or fulfilled, \
      that is exercised. An act may be asked for any status.
      """,
    wrong: """
      type Guest entity Ida: Guest event depart(by guest: Guest) norm leave: Ida may depart() rule late when \
      owed(leave)
      """,
    right: """
      type Guest entity Ida: Guest event depart(by guest: Guest) norm leave: Ida may depart() rule late when \
      permitted(leave)
      """)
}
