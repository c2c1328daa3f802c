import CasusDiagnostics
import Testing

@Suite("Lines too long to show")
struct LongLineTests {
  @Test func aLongLineIsCutAroundTheMark() {
    let marked = String(repeating: "x", count: 50) + "«abc»" + String(repeating: "y", count: 50)
    // Of 40 columns the gutter takes 4 and the two ellipses 6; the mark 3 of the other 30, so 13 or 14 stay each side.
    let report = MarkedSource(marked).report(width: 40)
    let shown = "..." + String(repeating: "x", count: 13) + "abc" + String(repeating: "y", count: 14) + "..."
    #expect(report.hasSuffix(":1:51\n  |\n1 | \(shown)\n  | \(String(repeating: " ", count: 16))^^^\n"))
  }

  @Test func aLineThatFitsIsNotCut() {
    let line = String(repeating: "x", count: 36)
    #expect(MarkedSource("«\(line)»").report(width: 40).contains("\n1 | \(line)\n"))
    #expect(!MarkedSource("«\(line)x»").report(width: 40).contains("\n1 | \(line)x\n"))
  }

  @Test(arguments: ["a", "한", "👨‍👩‍👧", "\t", "e\u{301}", "\u{1B}"])
  func aMegabyteIsShownByWhatSurroundsTheMark(_ filler: String) {
    let filling = String(repeating: filler, count: 1_000_000 / filler.utf8.count)
    let report = MarkedSource(filling + "«!»" + filling).report(width: 100)
    let lines = report.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[1].hasSuffix(":1:\(filling.count + 1)"))
    #expect(lines[3].hasPrefix("1 | ...") && lines[3].hasSuffix("..."))
    #expect(String(lines[3]).terminalWidth <= 100)
    let before = lines[3].prefix { $0 != "!" }
    #expect(lines[4] == "  | " + String(repeating: " ", count: String(before).terminalWidth - 4) + "^")
  }

  @Test func aMarkOfAMegabyteIsCutToo() {
    let lines = MarkedSource("«" + String(repeating: "a", count: 1_000_000) + "»").report(width: 60).split(
      separator: "\n")
    #expect(lines[3] == "1 | " + String(repeating: "a", count: 50) + "...")
    #expect(lines[4] == "  | " + String(repeating: "^", count: 50))
  }

  @Test func aLetterUnderAMegabyteOfMarksIsCut() {
    let report = MarkedSource("«a»" + String(repeating: "\u{301}", count: 500_000)).report(width: 60)
    #expect(report.utf8.count < 5_000)
  }

  @Test func aThousandPlacesInOneLineAreCountedOnce() {
    let source = MarkedSource(String(repeating: "abcdé fgh ", count: 100_000))
    let diagnostics = (0..<1_000).map { number in
      // Each pattern takes 11 bytes and 10 characters.
      let start = number * 1_100
      return Diagnostic(unknownName, "wrong", at: SourceSpan(source: source.span.source, start: start, end: start + 4))
    }
    let report = render(diagnostics, in: source.sources, as: .github).split(separator: "\n")
    #expect(report.count == 1_000)
    for (number, line) in report.enumerated() {
      #expect(line.contains(",col=\(number * 1_000 + 1),endLine=1,endColumn=\(number * 1_000 + 5),"))
    }
  }

  @Test func anEndlessMessageIsCut() {
    let source = MarkedSource("«a»")
    let message = "no fact is named `" + String(repeating: "a", count: 1_000_000) + "`"
    let report = render([Diagnostic(unknownName, message, at: source.span)], in: source.sources, as: .github)
    #expect(report.utf8.count < 3_000)
  }
}
