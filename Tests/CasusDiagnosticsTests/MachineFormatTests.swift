import CasusDiagnostics
import Foundation
import Testing

@Suite("Diagnostics for other programs")
struct MachineFormatTests {
  /// Before the mark stand 6 characters, 7 code units of UTF-16 and 13 bytes.
  private let source = MarkedSource("fact b\n한 😀 é «x:y»\n", name: "treaties/a b.casus")

  private var diagnostic: Diagnostic {
    Diagnostic(
      unknownName, "no `x`", at: source.span,
      related: [
        RelatedPlace(message: "here", span: SourceSpan(source: source.span.source, start: 5, end: 6))
      ],
      notes: ["why"], fixes: [Fix(title: "write `b`", span: source.span, replacement: "b\n")])
  }

  @Test func jsonCountsLinesAndCodeUnitsFromZero() {
    let range = #"{"start": {"line": 1, "character": 7}, "end": {"line": 1, "character": 10}}"#
    let place = #"{"start": {"line": 0, "character": 5}, "end": {"line": 0, "character": 6}}"#
    let related = #"{"location": {"uri": "treaties/a%20b.casus", "range": \#(place)}, "message": "here"}"#
    let fix = #"{"title": "write `b`", "file": "treaties/a b.casus", "range": \#(range), "newText": "b\n"}"#
    let expected = #"""
      [
        {"file": "treaties/a b.casus", "range": \#(range), "severity": 1, "code": "C0301", "source": "casus", \#
      "message": "no `x`", "relatedInformation": [\#(related)], "notes": ["why"], "fixes": [\#(fix)]}
      ]

      """#
    #expect(render([diagnostic], in: source.sources, as: .json) == expected)
  }

  @Test func noDiagnosticsAreAnEmptyArray() {
    #expect(render([], in: SourceMap(), as: .json) == "[]\n")
    #expect(render([], in: SourceMap(), as: .github) == "")
  }

  @Test func sarifCountsLinesAndCodeUnitsFromOne() throws {
    let warning = Diagnostic(unusedName, "unused", at: source.span)
    let text = render([diagnostic, warning], in: source.sources, as: .sarif)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "casus")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["C0301", "C0901"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "warning"])
    let location = try #require(
      (results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect((location["artifactLocation"] as? [String: String]) == ["uri": "treaties/a%20b.casus"])
    #expect(
      (location["region"] as? [String: Int]) == ["startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 11])
    #expect((results[0]["message"] as? [String: String]) == ["text": "no `x`\nwhy"])
    #expect((results[0]["relatedLocations"] as? [Any])?.count == 1)
    #expect((results[0]["fixes"] as? [Any])?.count == 1)
    #expect(results[1]["fixes"] == nil && results[1]["relatedLocations"] == nil)
  }

  @Test func workflowCommandsCountCharacters() {
    #expect(
      render([diagnostic], in: source.sources, as: .github)
        == "::error file=treaties/a b.casus,line=2,col=7,endLine=2,endColumn=10,title=C0301::"
        + "no `x`%0Anote: why%0Ahelp: write `b`\n")
  }

  @Test func workflowCommandsEscapeWhatTheRunnerReads() {
    let source = MarkedSource("«a»", name: "50%,a:b")
    let report = render(
      [Diagnostic(unusedName, "100%: a,b\r\n::error::", at: source.span)], in: source.sources, as: .github)
    #expect(
      report == "::warning file=50%25%2Ca%3Ab,line=1,col=1,endLine=1,endColumn=2,title=C0901::"
        + "100%25: a,b\\r\\n::error::\n")
  }

  @Test func absolutePathsAreFileURIs() {
    let source = MarkedSource("«a»", name: "/tmp/é.casus")
    #expect(
      render([Diagnostic(unknownName, "wrong", at: source.span)], in: source.sources, as: .sarif)
        .contains(#"{"uri": "file:///tmp/%C3%A9.casus"}"#))
  }

  @Test func linesBreaksEndNoColumn() {
    // The span ends behind the "\r" of the first line, which is no part of the line; the fourth place is past the end.
    let source = MarkedSource(bytes: Array("ab\r\ncd".utf8), start: 1, end: 3)
    let report = render([Diagnostic(unknownName, "wrong", at: source.span)], in: source.sources, as: .json)
    #expect(report.contains(#""range": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 2}}"#))
    let past = MarkedSource(bytes: Array("ab\r\ncd".utf8), start: 5, end: 100)
    let pastReport = render([Diagnostic(unknownName, "wrong", at: past.span)], in: past.sources, as: .json)
    #expect(
      pastReport.contains(#""range": {"start": {"line": 1, "character": 1}, "end": {"line": 1, "character": 2}}"#))
  }
}
