extension DiagnosticCode {
  package static var lexical: [DiagnosticCode] {
    [
      unreadableCharacter, notUTF8, textNotClosed, commentNotClosed, nameNotClosed, unknownEscape, malformedDate,
      malformedDuration,
    ]
  }

  package static let unreadableCharacter = DiagnosticCode(
    "C0101", "a character that has no meaning here",
    explanation: """
      Outside texts and comments a program is made of names, words, numbers, dates, texts, and the signs \
      ( ) { } , : . .. | = + - * / < <= > >= and ->. Any other character is reported and passed over. Conditions are \
      joined by the words `and`, `or` and `not`.
      """,
    wrong: "fact open; fact closed", right: "fact open fact closed")

  package static let notUTF8 = DiagnosticCode(
    "C0102", "bytes that are no UTF-8",
    explanation: "Programs are read as UTF-8. Save the file in that encoding; most editors ask for it when saving.")

  package static let textNotClosed = DiagnosticCode(
    "C0103", "a text without a closing quote",
    explanation: """
      A text begins and ends with a straight quote and may run over several lines. A quote inside it is written with a \
      backslash before it.
      """,
    wrong: "treaty Pact \"The Pact of Five Rivers {}", right: "treaty Pact \"The Pact of Five Rivers\" {}")

  package static let commentNotClosed = DiagnosticCode(
    "C0104", "a comment without a closing mark",
    explanation: "A comment between `/*` and `*/` may hold others; each of them needs its own `*/`.",
    wrong: "fact open /* while /* nobody */ objects", right: "fact open /* while /* nobody */ objects */")

  package static let nameNotClosed = DiagnosticCode(
    "C0105", "a name in backticks that is empty or not closed",
    explanation: "A name that is a word of the grammar, or has blanks in it, stands between two backticks on one line.",
    wrong: "fact `force", right: "fact `force`")

  package static let unknownEscape = DiagnosticCode(
    "C0106", "an escape that means nothing",
    explanation: """
      In a text a backslash begins one of four escapes: a quote, a backslash, `\\n` for a line break, and `\\u{…}` for \
      the character of that number in Unicode, in hexadecimal digits.
      """,
    wrong: "treaty Pact \"ad \\q astra\" {}", right: "treaty Pact \"ad \\\\q astra\" {}")

  package static let malformedDate = DiagnosticCode(
    "C0107", "a time of day that is not written in full",
    explanation: """
      A date may have a time of day to the minute behind it, and then its zone: `Z` for universal time, or how far the \
      local clock is ahead of it, as in `+09:00`.
      """,
    wrong: "fact open presumed true assert open from 2024-06-19T05:30",
    right: "fact open presumed true assert open from 2024-06-19T05:30Z")

  package static let malformedDuration = DiagnosticCode(
    "C0108", "a duration that is not a whole number of a unit",
    explanation: "A duration is a whole number and a unit: minutes, hours, days, weeks, months or years.",
    wrong: "fact open rule stale when not open for 3 dyas", right: "fact open rule stale when not open for 3 days")
}
