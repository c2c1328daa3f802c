import CasusDiagnostics
import Testing

@Suite("Excerpts of the source with their marks")
struct ExcerptTests {
  /// A line with a marked part; how it is shown, where the place's column and the carets must be.
  struct MarkedLine: Sendable, CustomTestStringConvertible {
    let marked: String
    let shown: String
    let column: Int
    let blanks: Int
    let carets: Int
    var testDescription: String { shown }
  }

  @Test(arguments: [
    MarkedLine(marked: "a «b»", shown: "a b", column: 3, blanks: 2, carets: 1),
    MarkedLine(marked: "\ta «b»", shown: "    a b", column: 4, blanks: 6, carets: 1),
    MarkedLine(marked: "a\t«b»", shown: "a   b", column: 3, blanks: 4, carets: 1),
    MarkedLine(marked: "한국 «전쟁» b", shown: "한국 전쟁 b", column: 4, blanks: 5, carets: 4),
    MarkedLine(marked: "Россия «b»", shown: "Россия b", column: 8, blanks: 7, carets: 1),
    MarkedLine(marked: "e\u{301} «b»", shown: "e\u{301} b", column: 3, blanks: 2, carets: 1),
    MarkedLine(marked: "😀 «👨‍👩‍👧»", shown: "😀 👨‍👩‍👧", column: 3, blanks: 3, carets: 2),
    // Within a character: all of it is marked.
    MarkedLine(marked: "e«\u{301}»b", shown: "e\u{301}b", column: 2, blanks: 0, carets: 1),
    // What cannot be printed safely is escaped, and the carets stand under the escape.
    MarkedLine(marked: "a«\u{1B}»b", shown: "a\\u{1B}b", column: 2, blanks: 1, carets: 6),
    MarkedLine(marked: "\u{202E}«b»", shown: "\\u{202E}b", column: 2, blanks: 8, carets: 1),
    MarkedLine(marked: "«\u{301}»a", shown: "\\u{301}a", column: 1, blanks: 0, carets: 7),
    MarkedLine(marked: "«\u{0}»a", shown: "\\u{0}a", column: 1, blanks: 0, carets: 5),
    MarkedLine(marked: "a\r«b»", shown: "a\\rb", column: 3, blanks: 3, carets: 1),
    // An empty span points between two characters, or behind the last.
    MarkedLine(marked: "a«»b", shown: "ab", column: 2, blanks: 1, carets: 1),
    MarkedLine(marked: "ab«»", shown: "ab", column: 3, blanks: 2, carets: 1),
    MarkedLine(marked: "한«»국", shown: "한국", column: 2, blanks: 2, carets: 1),
  ])
  func caretsStandUnderTheMark(_ line: MarkedLine) {
    let expected = """
      error[C0301]: wrong
       --> kursk.casus:1:\(line.column)
        |
      1 | \(line.shown)
        | \(String(repeating: " ", count: line.blanks))\(String(repeating: "^", count: line.carets))

      """
    #expect(MarkedSource(line.marked).report() == expected)
    #expect(MarkedSource(line.marked + "\n").report() == expected)
    #expect(MarkedSource(line.marked + "\r\nmore").report() == expected)
  }

  @Test func aSpanOverAFewLinesIsShownWhole() {
    #expect(
      MarkedSource("fact a\nrule «b when\n\n  c  \n  d» e\n").report() == """
        error[C0301]: wrong
         --> kursk.casus:2:6
          |
        2 | rule b when
          |      ^^^^^^
        3 |
        4 |   c  
          |   ^^^
        5 |   d e
          |   ^

        """)
  }

  @Test func aSpanOverManyLinesIsCut() {
    #expect(
      MarkedSource("1\n2\n3\n4\n5\n6\n7\n8\n«rule a\n  b\nc\nd\n\te» f").report() == """
        error[C0301]: wrong
          --> kursk.casus:9:1
           |
         9 | rule a
           | ^^^^^^
        10 |   b
           |   ^
        ...
        13 |     e f
           |     ^

        """)
  }

  @Test func aLineBreakAloneDoesNotDragInTheNextLine() {
    let report = MarkedSource("a«\n»b\n").report()
    #expect(report.hasSuffix(":1:2\n  |\n1 | a\n  |  ^\n"))
    #expect(MarkedSource("«a\n»b\n").report().hasSuffix(":1:1\n  |\n1 | a\n  | ^\n"))
    #expect(MarkedSource("a«\r\n»b").report() == report)
  }

  @Test func theEndOfAFileIsAPlaceToo() {
    #expect(MarkedSource("ask\n«»").report().hasSuffix(":2:1\n  |\n2 |\n  | ^\n"))
    #expect(MarkedSource("ask«»").report().hasSuffix(":1:4\n  |\n1 | ask\n  |    ^\n"))
  }

  @Test func anEmptyFileHasNoExcerpt() {
    #expect(MarkedSource("").report() == "error[C0301]: wrong\n --> kursk.casus:1:1\n")
  }

  @Test(arguments: [(3, 90), (90, 99), (4, 5)])
  func aSpanBeyondTheEndIsMovedToIt(start: Int, end: Int) {
    let report = MarkedSource(bytes: Array("a bc".utf8), start: start, end: end).report()
    let blanks = String(repeating: " ", count: min(start, 4))
    #expect(report.hasSuffix(":1:\(min(start, 4) + 1)\n  |\n1 | a bc\n  | \(blanks)^\n"))
  }

  @Test func bytesThatAreNoTextAreShownAsNumbers() {
    // A stray byte, a cut character, a surrogate, and an overlong form: none is UTF-8.
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xED, 0x9C, 0x63, 0xED, 0xA0, 0x80, 0xC0, 0xAF]
    let report = MarkedSource(bytes: bytes, start: 2, end: 3).report()
    #expect(report.hasSuffix("1 | a\\xFFb\\xED\\x9Cc\\xED\\xA0\\x80\\xC0\\xAF\n  |      ^\n"))
    #expect(report.contains(":1:3\n"))
  }

  @Test func aPlaceInNoSourceHasNoExcerpt() {
    let nowhere = SourceSpan(source: SourceID(7), start: 0, end: 1)
    let report = render(
      [Diagnostic(unknownName, "wrong", at: nowhere)], in: SourceMap(), as: .text(color: true, width: 0))
    #expect(report == "\u{1B}[1;31merror[C0301]\u{1B}[0m\u{1B}[1m: wrong\u{1B}[0m\n")
  }
}
