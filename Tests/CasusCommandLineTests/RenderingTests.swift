import CasusDiagnostics
import Testing

@testable import CasusAnalysis
@testable import CasusCommandLine

/// Answers as people and programs read them.
@Suite struct RenderingTests {
  let text = TextAnswerRenderer(paint: Paint(isColored: false), width: 80)

  @Test func headingHasItsDateAtTheRight() {
    let heading = text.heading("Kursk", asOf: "2025-01-10")
    #expect(heading == "Kursk" + String(repeating: " ", count: 80 - 5 - 16) + "as of 2025-01-10\n")
    #expect(text.heading("Kursk", asOf: nil) == "Kursk\n")
  }

  @Test func contestedNamesTheViews() {
    #expect(
      text.render(SampleReports.contested, under: "2025-01-10") == """
          CSP.assistance(ally: DPRK, victim: Russia)
            ⚡ contested   true according to Russia · false according to Ukraine

        """)
  }

  @Test func openNamesWhatItTurnsOn() {
    #expect(
      text.render(SampleReports.open, under: nil) == """
          CSP.assistance(ally: Russia, victim: DPRK)   as of 2025-01-10
            ?  unknown   turns on
                approves(FederationCouncil, aid_to: DPRK)   decided by FederationCouncil   50 %
                at_war(DPRK)                                                               < 1 %
                gap: “immediately”: no number of days is given   (CSP 4)

        """)
  }

  @Test func failingExpectationStandsAtItsLine() {
    #expect(
      text.render(SampleReports.failing, under: nil)
        == "  kursk.casus:14: expected at_war(DPRK) is true according to Ukraine, got false\n")
  }

  @Test func rowsAreATable() {
    #expect(
      text.render(SampleReports.rows, under: nil) == """
          vetoes(any, on: any)
            ∋  2 cases
                member   on   answer
                Russia   d1   true
                China    d2   unknown, unproved

        """)
  }

  @Test(arguments: [
    (ValueReport.single(SampleReports.whole(5)), "=  5", #"{"is": 5}"#),
    (.range(SampleReports.whole(10), SampleReports.whole(12)), "?  10..12", #"{"from": 10, "to": 12}"#),
    (.range(nil, SampleReports.whole(5)), "?  ..5", #"{"from": null, "to": 5}"#),
    (.range(ItemReport(text: "2/3"), nil), "?  2/3..", #"{"from": "2/3", "to": null}"#),
    (.range(nil, nil), "?  any", #"{"from": null, "to": null}"#),
    (.single(ItemReport(text: "never")), "=  never", #"{"is": "never"}"#),
    (.oneOf([ItemReport(text: "a"), ItemReport(text: "b")]), "?  {a, b}", #"{"oneOf": ["a", "b"]}"#),
  ])
  func valuesInBothForms(_ value: ValueReport, _ inText: String, _ inJSON: String) {
    let report = SampleReports.value(value)
    #expect(text.render(report, under: nil) == "  troops\n    \(inText)\n")
    #expect(report.json.text.contains("\"answer\": \"value\", \"value\": \(inJSON), \"proved\": true"))
  }

  @Test func jsonHasThePromisedMembersInOrder() {
    #expect(
      SampleReports.contested.json.text
        == #"{"schema": 1, "kind": "ask", "query": "CSP.assistance(ally: DPRK, victim: Russia)", "#
        + #""file": "kursk.casus", "line": 12, "scenario": "Kursk", "asOf": "2025-01-10", "answer": "contested", "#
        + #""proved": true, "views": [{"name": "Russia", "answer": "true"}, {"name": "Ukraine", "answer": "false"}]}"#)
    #expect(
      SampleReports.open.json.text.hasSuffix(
        #""openFacts": [{"fact": "approves(FederationCouncil, aid_to: DPRK)", "decidedBy": "FederationCouncil", "#
          + #""asks": "Has Federation Council approved it?", "weight": 0.5}, {"fact": "at_war(DPRK)", "weight": 0.001}], "#
          + #""gaps": ["“immediately”: no number of days is given"]}"#))
    #expect(SampleReports.failing.json.text.hasSuffix(#""expected": "true", "holds": false}"#))
    #expect(SampleReports.failing.json.text.contains(#""accordingTo": "Ukraine""#))
    #expect(
      SampleReports.rows.json.text.contains(
        #""rows": [{"bindings": {"member": "Russia", "on": "d1"}, "answer": "true"}, "#))
    #expect(
      SampleReports.fault.json.text.contains(
        #""fault": {"message": "the divisor is zero, or may be", "file": "sums.casus", "line": 3}"#))
    #expect(!SampleReports.fault.json.text.contains("asOf"))
  }

  @Test func csvQuotesWhatNeedsIt() {
    let row = CSVAnswerRenderer.row(SampleReports.contested)
    #expect(
      row
        == "kursk.casus,12,Kursk,ask,\"CSP.assistance(ally: DPRK, victim: Russia)\",,2025-01-10,contested,,true,false,"
        + "Russia: true; Ukraine: false,,,,\r\n")
    let columns = CSVAnswerRenderer.heading.split(separator: ",").count
    #expect(
      CSVAnswerRenderer.row(SampleReports.failing).split(separator: ",", omittingEmptySubsequences: false).count
        == columns)
  }

  @Test func markdownEscapesWhatItWouldRead() {
    #expect(
      MarkdownAnswerRenderer.row(SampleReports.failing)
        == "| Kursk | `at_war(DPRK)` according to Ukraine | 2024-12-01 | **false**, expected true |  |\n")
    var report = SampleReports.failing
    report.scenario = "a|b *c*"
    #expect(MarkdownAnswerRenderer.row(report).hasPrefix("| a\\|b \\*c\\* |"))
  }

  @Test func marksStandInWords() {
    var report = SampleReports.open
    report.isProved = false
    report.isCircular = true
    #expect(text.render(report, under: nil).contains("unknown, unproved, circular"))
    #expect(report.json.text.contains(#""proved": false, "circular": true"#))
    #expect(MarkdownAnswerRenderer.row(report).contains("**unknown**, unproved, circular"))
  }

  @Test func controlCharactersNeverReachATerminal() {
    var report = SampleReports.contested
    report.query = "said(\"\u{1B}[2J\u{202E}\")"
    report.scenario = "a\u{7}b"
    let rendered = text.heading(report.scenario ?? "", asOf: nil) + text.render(report, under: nil)
    #expect(!rendered.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x202E) })
    #expect(rendered.contains("\\u{1B}[2J\\u{202E}"))
  }

  @Test(arguments: [(0.5, "50 %"), (1, "100 %"), (0, "0 %"), (0.001, "< 1 %"), (0.125, "13 %")])
  func weightsInPercent(_ weight: Double, _ expected: String) {
    #expect(TextAnswerRenderer.percentage(weight) == expected)
  }

  @Test func colourOnlyAddsToTheWords() {
    let colored = TextAnswerRenderer(paint: Paint(isColored: true), width: 80)
    for report in [SampleReports.contested, SampleReports.open, SampleReports.failing, SampleReports.rows] {
      var plain = ""
      var isEscape = false
      for scalar in colored.render(report, under: nil).unicodeScalars {
        if scalar == "\u{1B}" { isEscape = true }
        if !isEscape { plain.unicodeScalars.append(scalar) }
        if scalar == "m" { isEscape = false }
      }
      #expect(plain == text.render(report, under: nil))
    }
  }
}
