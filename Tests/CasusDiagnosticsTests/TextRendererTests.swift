import CasusDiagnostics
import Testing

@Suite("Diagnostics as text")
struct TextRendererTests {
  /// One error with everything that a diagnostic can have, and one warning.
  private var everything: (diagnostics: [Diagnostic], sources: SourceMap) {
    var first = MarkedSource("fact at_war(Party)\n\n\n\n\n\n\n\n\nask «at_wra»(Russia)\n")
    let other = first.sources.add(SourceText(name: "parties.casus", text: "party Russia\n"))
    let error = Diagnostic(
      unknownName, "no fact is named `at_wra`", at: first.span,
      related: [
        RelatedPlace(message: "the nearest is declared here", span: span(first.span.source, 5, 11)),
        RelatedPlace(message: "its party here", span: span(other, 6, 12)),
      ],
      notes: ["names are compared letter by letter"],
      fixes: [Fix(title: "write `at_war`", span: first.span, replacement: "at_war")])
    let warning = Diagnostic(unusedName, "nothing uses `Russia`", at: span(other, 6, 12))
    return ([warning, error], first.sources)
  }

  private func span(_ source: SourceID, _ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(source: source, start: start, end: end)
  }

  private let expected = """
    error[C0301]: no fact is named `at_wra`
      --> kursk.casus:10:5
       |
    10 | ask at_wra(Russia)
       |     ^^^^^^
       |
       = note: names are compared letter by letter
       = help: write `at_war`
    note: the nearest is declared here
      --> kursk.casus:1:6
       |
     1 | fact at_war(Party)
       |      ^^^^^^
    note: its party here
      --> parties.casus:1:7
       |
     1 | party Russia
       |       ^^^^^^

    warning[C0901]: nothing uses `Russia`
     --> parties.casus:1:7
      |
    1 | party Russia
      |       ^^^^^^

    """

  @Test func everyPartHasItsPlace() {
    #expect(render(everything.diagnostics, in: everything.sources, as: .text(color: false, width: 80)) == expected)
  }

  @Test func coloursAddNothingButColours() {
    let colored = render(everything.diagnostics, in: everything.sources, as: .text(color: true, width: 80))
    #expect(colored.contains("\u{1B}[1;31merror[C0301]\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;33mwarning[C0901]\u{1B}[0m"))
    #expect(withoutColors(colored) == expected)
  }

  @Test func nothingFoundIsNothingPrinted() {
    #expect(render([], in: SourceMap(), as: .text(color: true, width: 80)) == "")
  }

  @Test func orderIsThatOfSourcesAndPlacesAndNothingIsSaidTwice() {
    var sources = SourceMap()
    let first = sources.add(SourceText(name: "z.casus", text: "abc"))
    let second = sources.add(SourceText(name: "a.casus", text: "abc"))
    let diagnostics = [
      Diagnostic(unknownName, "5", at: span(second, 0, 1)), Diagnostic(unknownName, "4", at: span(first, 1, 2)),
      Diagnostic(unknownName, "3", at: span(first, 0, 2)), Diagnostic(unusedName, "2", at: span(first, 0, 1)),
      Diagnostic(unknownName, "1", at: span(first, 0, 1)), Diagnostic(unknownName, "4", at: span(first, 1, 2)),
      Diagnostic(unknownName, "1", at: span(first, 0, 1), notes: ["again"]),
    ]
    let report = render(diagnostics, in: sources, as: .github)
    #expect(report.split(separator: "\n").map { $0.suffix(3) } == ["::1", "::2", "::3", "::4", "::5"])
    #expect(summary(of: diagnostics) == "4 errors, 1 warning")
  }

  @Test func notesTakeALineEach() {
    var place = MarkedSource("fact «war»\n")
    let gap = DiagnosticCode("C1101", "a gap", severity: .note, explanation: "Left open.")
    let diagnostics = [
      Diagnostic(gap, "who judges", at: place.span), Diagnostic(gap, "how soon", at: span(place.span.source, 0, 4)),
    ]
    let text = """
      note[C1101]: kursk.casus:1:1: how soon
      note[C1101]: kursk.casus:1:6: who judges

      """
    #expect(render(diagnostics, in: place.sources, as: .text(color: false, width: 80)) == text)
    #expect(render(diagnostics, in: place.sources, as: .github).hasPrefix("::notice file=kursk.casus,line=1,"))
    #expect(render(diagnostics, in: place.sources, as: .json).contains(#""severity": 3"#))
    #expect(summary(of: diagnostics) == "no errors, 2 notes")
    let all = diagnostics + [Diagnostic(unusedName, "idle", at: span(place.span.source, 9, 10))]
    let report = render(all, in: place.sources, as: .text(color: false, width: 80))
    #expect(report.contains("who judges\n\nwarning[C09"))
    #expect(summary(of: all) == "1 warning, 2 notes")
    place.sources.removeLast()
    #expect(render([diagnostics[0]], in: place.sources, as: .text(color: false, width: 80)) == "note[C1101]: who judges\n")
  }

  @Test(arguments: [
    (0, 0, "no errors"), (1, 0, "1 error"), (0, 1, "1 warning"), (3, 1, "3 errors, 1 warning"),
    (1, 2, "1 error, 2 warnings"),
  ])
  func summaryCounts(errors: Int, warnings: Int, expected: String) {
    let place = MarkedSource("«a»").span
    let diagnostics =
      (0..<errors).map { Diagnostic(unknownName, "\($0)", at: place) }
      + (0..<warnings).map { Diagnostic(unusedName, "\($0)", at: place) }
    #expect(summary(of: diagnostics) == expected)
  }

  @Test func aDescriptionHasTitleExplanationAndExamples() {
    let code = DiagnosticCode(
      "C0301", "a name that nothing declares",
      explanation: "Every name that a rule or a question speaks of is declared.\n\nLook for a slip of the pen.",
      wrong: "ask peace\n", right: "fact peace\n\nask peace\n")
    #expect(
      describe(code, width: 40) == """
        C0301 (error): a name that nothing declares

          Every name that a rule or a question
          speaks of is declared.

          Look for a slip of the pen.

        Wrong:

            ask peace

        Right:

            fact peace

            ask peace

        """)
    #expect(describe(unusedName, width: 80) == "C0901 (warning): a name that nothing uses\n\n  Nobody asks for it.\n")
  }
}
