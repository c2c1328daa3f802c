import CasusEngine
import CasusSemantics
import Testing

/// Rows of comma-separated values become the cases that the reader of data files finds in them.
@Suite struct SlotCellsTests {
  private static let sample = Result {
    let prepared = try SlotSamples.prepared(
      """
      type Alert
      entity Green, Amber "in between", Red: Alert
      set Few = 1..9
      fact holds
      fact number -> Int
      fact share -> Decimal
      fact alert -> Alert
      fact word -> Text
      fact day -> Date
      fact few -> Few
      rule all when holds and number > 1 and share > 2 and alert is Red and word is "yes" and day > 2024-01-01 and few > 3
      """, "all", names)
    return (open: prepared.openCase, layout: SlotLayout(prepared, names: names))
  }
  private static let names = ["holds", "number", "share", "alert", "word", "day", "few"]
  private static let heading = names.joined(separator: ",") + "\n"

  /// The case of the first row by the fast reader, and where that ends.
  private func plain(_ text: String) throws -> (case: SlotCase, end: Int)? {
    let layout = try Self.sample.get().layout
    var slotCase = try Self.sample.get().open
    let bytes = Array(text.utf8)
    let end = SlotCells(layout).readPlainRow(bytes, at: Self.heading.utf8.count, to: &slotCase)
    return end.map { (slotCase, $0) }
  }

  /// The same by the reader of data files; nil where the row is wrong.
  private func careful(_ text: String) throws -> (case: SlotCase, end: Int)? {
    let layout = try Self.sample.get().layout
    var slotCase = try Self.sample.get().open
    var reader = DelimitedReader(Array(text.utf8))
    guard let row = reader.next(), reader.problems.isEmpty, let end = reader.offset else { return nil }
    for (slot, cell) in row.cells.enumerated() {
      guard case .text(let text) = cell.content else { continue }
      do throws(SlotFault) { try layout.set(slot, toText: text, in: &slotCase) } catch { return nil }
    }
    return (slotCase, end)
  }

  @Test(arguments: [
    "true,12,3,Red,yes,2024-06-19,5\n", "false,-12,-3,Green,no,2024-06-19,9\r\n", "unknown,0,0,in between,,,\n",
    ",,,,,,\n", "\"true\",\"12\",\"3\",\"Red\",\"yes, no\",\"2024-06-19\",\"5\"\n", "\"\",,,,\"\",,\n",
    "true,12345678,1234567,in between,\0\0\0\0\0\0\0\0\0,,5\n", "true,99999999,100000000,Red,\"\0,\",,5\n",
    "true,123456789012345678,-123456789012345678,Amber,née 鬼,2024-02-29,1\n",
  ])
  func plainRowsAreReadAtOnce(_ row: String) throws {
    let text = Self.heading + row + ",,,,,,\n"
    let (found, wanted) = (try #require(try plain(text)), try #require(try careful(text)))
    #expect(found.case == wanted.case && found.end == wanted.end)
  }

  @Test(arguments: [
    "", "\n", "  \n", "\ttrue,1,1,Red,yes,,5\n", "true,1,1,Red,yes,\n", "true,1,1,Red,yes,,5,6\n",
    "yes,1,1,Red,yes,,5\n",
    "true,1.5,1,Red,yes,,5\n", "true,1,1,Blue,yes,,5\n", "true,1,1,Red,yes,2024-02-30,5\n", "true,1,1,Red,yes,,10\n",
    "true,1,1,Red,\"a\"\"b\",,5\n", "true,1,1,Red,\"a\nb\",,5\n", "true,1,1,Red,a\"b,,5\n", "true,1,1,Red,\"a\"b,,5\n",
    "true,1,1,Red,\"a,,5\n", "true,1,2/3,Red,yes,,5\n", "true,007,1,Red,yes,,5\n", "true,1,1,Red,yes,,5\rtrue",
    " ,,,,,,\n",
    "true,-,1,Red,yes,,5\n", "true,1e2,1,Red,yes,,5\n", "true,+1,1,Red,yes,,5\n", "TRUE,1,1,Red,yes,,5\n",
    "true,1,1,Red,yes,,5", "true\0,1,1,Red,yes,,5\n", "true,1\0,1,Red,yes,,5\n", "true,1,1,Red\0,yes,,5\n",
    "true,1:,1,Red,yes,,5\n", "true,1,/9,Red,yes,,5\n", "true,1234567-,1,Red,yes,,5\n", "true,1,1,in betweem,yes,,5\n",
  ])
  func everythingElseIsLeftToTheCarefulReader(_ row: String) throws {
    #expect(try plain(Self.heading + row) == nil)
  }

  @Test func bytesThatAreNoUTF8AreLeftToTheCarefulReader() throws {
    let layout = try Self.sample.get().layout
    var slotCase = try Self.sample.get().open
    for wrong: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] {
      let bytes = Array("true,1,1,Red,a".utf8) + wrong + Array(",,5\n".utf8)
      #expect(SlotCells(layout).readPlainRow(bytes, at: 0, to: &slotCase) == nil)
    }
  }

  @Test func rowsMadeAtRandomAreReadAlike() throws {
    var random = RandomSource(seed: 9)
    let cells = [
      "true", "false", "unknown", "", "\"\"", "12", "-3", "0", "-0", "00", "1.5", "2/3", "Red", "in between", "\"Red\"",
      "\"a,b\"", "\"a\"\"b\"", "a\"", "yes", "é", "2024-06-19", "2024-06-19T12:00", "5", "99999999999999999999", " 1",
      "1 ",
    ]
    var plainCount = 0
    for _ in 0..<4_000 {
      let count = random.chance(95) ? 7 : random.below(9)
      // Each slot mostly gets what fits.
      let row = (0..<count).map { slot in
        random.chance(80) ? ["true", "12", "-3", "Red", "yes", "2024-06-19", "5"][min(slot, 6)] : random.pick(cells)
      }
      let text = Self.heading + row.joined(separator: ",") + random.pick(["\n", "\r\n", "\r", "", "\n\n"]) + ",,,,,,\n"
      guard let found = try plain(text) else { continue }
      plainCount += 1
      let wanted = try #require(try careful(text), "\(text)")
      try #require(found.case == wanted.case && found.end == wanted.end, "\(text)")
    }
    #expect(plainCount > 500)
  }
}
