extension DiagnosticCode {
  package static var syntax: [DiagnosticCode] {
    [
      unexpectedWord, reservedWord, nameExpected, expressionExpected, commaMissing, colonMissing, bracketOpensNowhere,
      bracketNotClosed, clauseOrder, clauseTwice, oneCase, valueOfStatement, bracketsNeeded, comparisonsChained,
      misspeltWord, misplacedItem, lastCase, foreignOperator, nestingTooDeep,
    ]
  }

  package static let unexpectedWord = DiagnosticCode(
    "C0201", "something else was expected",
    explanation: """
      At this place the grammar asks for something else; the message says what. Often a word was left out before, or an \
      item has more behind it than it can hold.
      """,
    wrong: "type State norm rest(_ state: State): state should sleep()",
    right: "type State norm rest(_ state: State): state must sleep()")

  package static let reservedWord = DiagnosticCode(
    "C0202", "a word of the grammar where a name should stand",
    explanation: """
      The words of the grammar cannot be names as they stand. In backticks any of them can, and as the label of a \
      parameter they need none.
      """,
    wrong: "fact date(_ state: State)", right: "fact `date`(_ state: State)")

  package static let nameExpected = DiagnosticCode(
    "C0203", "a name is missing",
    explanation: "A name begins with a letter of any script or with `_`, and goes on with letters, digits and `_`.",
    wrong: "fact (_ state: State)", right: "fact at_war(_ state: State)")

  package static let expressionExpected = DiagnosticCode(
    "C0204", "a condition or a value is missing",
    explanation: "Behind this word or sign stands a condition or a value, and there is none.",
    wrong: "fact open rule shelter when and open", right: "fact open rule shelter when open")

  package static let commaMissing = DiagnosticCode(
    "C0205", "a comma is missing",
    explanation: "The elements of a list are parted by commas.",
    wrong: "entity Borduria Syldavia: State", right: "entity Borduria, Syldavia: State")

  package static let colonMissing = DiagnosticCode(
    "C0206", "a colon is missing",
    explanation: "A colon stands between a name and its type, and between the head of a norm and who is bound.",
    wrong: "fact moored(_ vessel Ship)", right: "fact moored(_ vessel: Ship)")

  package static let bracketOpensNowhere = DiagnosticCode(
    "C0207", "a bracket that closes nothing",
    explanation: "No bracket that this one could close is open here: it is one too many, or its partner is missing.",
    wrong: "fact open assert open)", right: "fact open assert open")

  package static let bracketNotClosed = DiagnosticCode(
    "C0208", "a bracket that is never closed",
    explanation:
      "Every bracket needs its partner. Where a `}` is missing, the place where it belongs is often far before the end.",
    wrong: "treaty Pact { rule stands", right: "treaty Pact { rule stands }")

  package static let clauseOrder = DiagnosticCode(
    "C0209", "clauses in the wrong order",
    explanation: """
      The clauses of a declaration or statement have one order, so that programs read alike; the message names it. A \
      period is written `from … until …`.
      """,
    wrong: "treaty Pact { signed 1880-01-01 parties Alba }", right: "treaty Pact { parties Alba signed 1880-01-01 }")

  package static let clauseTwice = DiagnosticCode(
    "C0210", "a clause too many",
    explanation: """
      This can be said once: a second clause of the same kind, or a period beside a moment, would leave open which of \
      them counts.
      """,
    wrong: "fact open presumed true presumed false", right: "fact open presumed true")

  package static let oneCase = DiagnosticCode(
    "C0211", "more than one case in one statement",
    explanation: "A statement tells one case, and a question is asked of one view. Write one for each.",
    wrong: "fact open fact closed assert open and closed", right: "fact open fact closed assert open assert closed")

  package static let valueOfStatement = DiagnosticCode(
    "C0212", "a value that cannot stand here",
    explanation: """
      `unknown` and ranges are told and expected, `contested` is expected alone; none of them is part of a condition, \
      where `in` asks whether a value lies in a range.
      """,
    wrong: "fact troops -> Int rule many when troops is 10..12",
    right: "fact troops -> Int rule many when troops in 10..12")

  package static let bracketsNeeded = DiagnosticCode(
    "C0213", "an expectation whose condition needs brackets",
    explanation: """
      Behind `expect`, the first `is` gives the answer. A condition with a comparison, `and`, `or` or `not` in it stands \
      in brackets.
      """,
    wrong: "fact open fact closed expect open and closed is true",
    right: "fact open fact closed expect (open and closed) is true")

  package static let comparisonsChained = DiagnosticCode(
    "C0214", "comparisons in a chain",
    explanation:
      "Each comparison has two sides. What lies between two bounds is compared twice, or looked for `in` a range.",
    wrong: "fact troops -> Int rule some_troops when 0 < troops < 10",
    right: "fact troops -> Int rule some_troops when 0 < troops and troops < 10")

  package static let misspeltWord = DiagnosticCode(
    "C0215", "a word of the grammar that is misspelt",
    explanation: "The word that stands here is none of the grammar, but nearly one.",
    wrong: "trety Pact {}", right: "treaty Pact {}")

  package static let misplacedItem = DiagnosticCode(
    "C0216", "a declaration or clause that cannot stand here",
    explanation: """
      Articles stand in instruments, a scenario holds statements alone, `use` stands outside all braces. Where one of \
      them is met elsewhere, a brace is probably missing or too many.
      """,
    wrong: "scenario \"a calm day\" { fact open expect open is unknown }",
    right: "fact open scenario \"a calm day\" { expect open is unknown }")

  package static let lastCase = DiagnosticCode(
    "C0217", "a definition without a last case",
    explanation: """
      The cases of a definition are tried in their order. The last has no condition, or says `otherwise`, so that there \
      is always a value; no other lacks one.
      """,
    wrong: "fact open define fee -> Int is 5 when open",
    right: "fact open define fee -> Int is 5 when open, 3 otherwise")

  package static let foreignOperator = DiagnosticCode(
    "C0218", "an operator of another language",
    explanation: "Equality is written `is`, inequality `is not`; `=` stands only behind the name of a type or a set.",
    wrong: "fact troops -> Int rule ten when troops == 10", right: "fact troops -> Int rule ten when troops is 10")

  package static let nestingTooDeep = DiagnosticCode(
    "C0801", "nesting beyond the limit",
    explanation: """
      Brackets, calls, `not`, signs and blocks may stand in one another to a depth that protects the machine. The option \
      `--max-depth` sets another limit; a condition split into several rules is easier to read.
      """)
}
