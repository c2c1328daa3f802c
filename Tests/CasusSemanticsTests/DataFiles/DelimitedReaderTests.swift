import Testing

@testable import CasusSemantics

@Suite struct DelimitedReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func allLineBreaksSeparateRows(lineBreak: String) {
    let lines = ["state,joined", "Alba,1904-04-08", "", "  ", "Brabant,", ",x", ""]
    let found = readCSV(lines.joined(separator: lineBreak))
    #expect(found.columns == ["state", "joined"])
    #expect(
      found.contents == [[.text("Alba"), .text("1904-04-08")], [.text("Brabant"), .empty], [.empty, .text("x")]])
    #expect(found.rows.map { $0.line } == [2, 5, 6])
    #expect(found.problems.isEmpty)
  }

  @Test func quotedCellsHoldAnything() {
    let found = readCSV("a,b\n\"x, y\",\"say \"\"no\"\"\"\n\"two\nlines\",\"\"\n\"\"\"\",1\n")
    #expect(
      found.contents == [
        [.text("x, y"), .text("say \"no\"")], [.text("two\nlines"), .empty], [.text("\""), .text("1")],
      ])
    #expect(found.rows.map { $0.line } == [2, 3, 5])
    #expect(found.problems.isEmpty)
  }

  @Test func placesAreThoseOfTheCells() {
    let found = readCSV("\u{FEFF}é,b\nAlba,\"x\"\n")
    // Three bytes of byte order mark, two of é, the comma.
    let table = DelimitedReader(Array("\u{FEFF}é,b\n".utf8))
    #expect(table.headings.map { $0.start } == [3, 6] && table.headings.map { $0.end } == [5, 7])
    #expect(found.columns == ["é", "b"])
    #expect(found.rows[0].cells.map { $0.start } == [8, 13])
    #expect(found.rows[0].cells.map { $0.end } == [12, 16])
    #expect(found.rows[0].start == 8 && found.rows[0].end == 16)
  }

  @Test func wrongCellCountsAreProblemsOfTheirRows() {
    let found = readCSV("a,b\n1\n1,2\n1,2,3\n4,5")
    #expect(found.contents == [[.text("1"), .text("2")], [.text("4"), .text("5")]])
    #expect(found.kinds == [.cellCount(found: 1, expected: 2), .cellCount(found: 3, expected: 2)])
    #expect(found.problemLines == [2, 4])
    // Too few: behind the row; too many: at the first cell too many.
    #expect(found.problems.map { $0.start } == [5, 14])
  }

  @Test func aMissingQuoteCostsOneRow() {
    let found = readCSV("a,b\n1,\"open\n2,x\n3,y\n")
    #expect(found.kinds == [.unterminatedQuote])
    #expect(found.problemLines == [2] && found.problems[0].start == 6)
    #expect(found.contents == [[.text("2"), .text("x")], [.text("3"), .text("y")]])
  }

  @Test func aQuoteClosedByALaterRowCostsOneRowToo() {
    let found = readCSV("a,b\n1,\"open\n2,x\n3,\"y\"\n")
    #expect(found.kinds == [.textAfterQuote])
    #expect(found.contents == [[.text("2"), .text("x")], [.text("3"), .text("y")]])
  }

  @Test func quotesInWrongPlacesAreOneProblemARow() {
    let found = readCSV("a,b\n5\" gun,x\"y\n\"x\"y,\"z\" \n1,2\n")
    #expect(found.kinds == [.quoteInsideCell, .textAfterQuote])
    #expect(found.problemLines == [2, 3])
    #expect(found.problems.map { $0.start } == [5, 18])
    #expect(found.contents == [[.text("1"), .text("2")]])
  }

  @Test func invalidUTF8IsAProblemOfItsRow() {
    let invalid: [[UInt8]] = [
      [0xFF], [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ]
    for bytes in invalid {
      for quote in ["", "\""] {
        let start = Array("a\nx\n\(quote)é".utf8)
        let found = read(start + bytes + Array("\(quote)\ny€𝄞\n".utf8), .commaSeparated)
        #expect(found.kinds == [.invalidUTF8], "\(bytes)")
        #expect(found.problemLines == [3])
        #expect(found.problems[0].start == start.count)
        #expect(found.contents == [[.text("x")], [.text("y€𝄞")]])
      }
    }
  }

  @Test func headingsHaveToBeNamesOfTheirOwn() {
    #expect(readCSV("").kinds == [.missingHeading])
    #expect(readCSV("\u{FEFF}\n \n").kinds == [.missingHeading])
    let found = readCSV("a,,a\n1,2,3\n")
    #expect(found.kinds == [.emptyHeading, .duplicateHeading("a")])
    #expect(found.problems.map { $0.start } == [2, 3])
    #expect(found.contents == [[.text("1"), .text("2"), .text("3")]])
    let malformed = readCSV("a,\"b\n1,2\n")
    #expect(malformed.kinds == [.unterminatedQuote] && malformed.rows.isEmpty)
  }

  @Test func problemsAreLimited() {
    var limits = DataLimits()
    limits.maximumProblems = 3
    let found = read(Array(("a\n" + String(repeating: "1,2\n", count: 10)).utf8), .commaSeparated, limits: limits)
    #expect(found.kinds.count == 4)
    #expect(found.kinds.last == .tooManyProblems(limit: 3))
    let headings = read(Array(String(repeating: ",", count: 10).utf8), .commaSeparated, limits: limits)
    #expect(headings.kinds == [.emptyHeading, .emptyHeading, .emptyHeading, .tooManyProblems(limit: 3)])
  }

  @Test func anotherDelimiterWillDo() {
    var reader = DelimitedReader(Array("a\tb\n\t\n1,5\t\"x\ty\"\n".utf8), delimiter: UInt8(ascii: "\t"))
    #expect(reader.columns == ["a", "b"])
    #expect(reader.next()?.cells.map { $0.content } == [.empty, .empty])
    #expect(reader.next()?.cells.map { $0.content } == [.text("1,5"), .text("x\ty")])
    #expect(reader.next() == nil && reader.problems.isEmpty)
  }

  @Test func randomTablesReadBack() {
    var random = SplitMix(seed: 4)
    let pieces = ["a", "\"", ",", "\n", "\r\n", "é", "𝄞", " ", "0", "\r"]
    for _ in 0..<500 {
      let width = Int.random(in: 2...5, using: &random)
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
      }
      let heading = (0..<width).map { "column \($0)" }
      let lines = ([heading] + rows).map { $0.map { quoted($0) }.joined(separator: ",") }
      let found = readCSV(lines.joined(separator: "\r\n"))
      #expect(found.problems.isEmpty)
      #expect(found.contents == rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
    }
  }

  /// Looks at bytes, since to Swift a carriage return and a line feed are one character.
  private func quoted(_ cell: String) -> String {
    let special: [UInt8] = Array("\",\r\n".utf8)
    guard cell.utf8.contains(where: special.contains) else { return cell }
    var text = "\""
    for scalar in cell.unicodeScalars { text += scalar == "\"" ? "\"\"" : String(scalar) }
    return text + "\""
  }

  @Test func everyPrefixAndRandomBytesAreRead() {
    let sample = Array("\u{FEFF}a,\"b\"\"\nb\",é\r\n1,\"x\",\"y\"z\n\"\"\"\n,,\r2,\"3\",4".utf8)
    for length in 0...sample.count { _ = read(Array(sample[..<length]), .commaSeparated) }
    var random = SplitMix(seed: 5)
    let alphabet: [UInt8] = Array("a,\"\"\n\r é".utf8) + [0xFF, 0]
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = read(bytes, .commaSeparated)
    }
  }

  /// Every line opens a quote or closes one: without care for what is read again this takes quadratic time.
  @Test(arguments: ["\"a\n", "\"\"\"\n", "a,\"\n", "\"\"a\"\n", "\"\n\"x\n"], [50_000])
  func hostileQuotesTakeLinearTime(line: String, count: Int) {
    var limits = DataLimits()
    limits.maximumProblems = .max - 1
    let bytes = Array(("h\n" + String(repeating: line, count: count) + "\"").utf8)
    _ = read(bytes, .commaSeparated, limits: limits)
  }
}
