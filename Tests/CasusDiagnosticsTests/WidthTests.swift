import Testing

@testable import CasusDiagnostics

@Suite("The columns a character takes on a terminal")
struct WidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("Ж", 1), ("ä", 1), ("Ω", 1), ("ش", 1),
      // East Asian writing: syllables, letters in a row that make one, ideographs, forms of full and half width.
      ("한", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("語", 2), ("ア", 2), ("ｱ", 1), ("Ａ", 2), ("。", 2),
      // Emoji: alone, with a skin tone, joined, flags, as text and as picture, keycaps.
      ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇰🇷", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("❤\u{FE0F}\u{200D}🔥", 2),
      ("🏳\u{FE0F}\u{200D}🌈", 2), ("1\u{FE0F}\u{20E3}", 2),
      // Marks without a letter, and marks of scripts that stack them.
      ("\u{301}", 0), ("\u{200D}", 0), ("ก็", 1), ("कि", 2),
    ] as [(Character, Int)])
  func width(of character: Character, is width: Int) {
    #expect(character.terminalWidth == width)
    #expect("a\(character)b".terminalWidth >= 2)
  }

  @Test(arguments: [WidthTable.wide, WidthTable.zero])
  func tablesAscendWithoutOverlap(_ table: [UInt32]) {
    #expect(table.count % 2 == 0)
    for index in stride(from: 0, to: table.count, by: 2) {
      #expect(table[index] <= table[index + 1])
      #expect(index == 0 || table[index - 1] < table[index])
    }
  }

  @Test func noScalarIsBothWideAndWithoutWidth() {
    for index in stride(from: 0, to: WidthTable.zero.count, by: 2) {
      #expect(!WidthTable.contains(WidthTable.wide, WidthTable.zero[index]))
      #expect(!WidthTable.contains(WidthTable.wide, WidthTable.zero[index + 1]))
    }
  }

  /// The standard library has tables of its own, if not of widths: what takes no column must be a mark or a control
  /// of format there too, or a letter of a Hangul syllable, or not assigned.
  @Test func whatHasNoWidthIsAMarkOrAFormatControl() {
    for index in stride(from: 0, to: WidthTable.zero.count, by: 2) {
      for value in WidthTable.zero[index]...WidthTable.zero[index + 1] {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let isHangul = (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
        let categories: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark, .format, .unassigned]
        #expect(isHangul || categories.contains(scalar.properties.generalCategory), "U+\(String(value, radix: 16))")
      }
    }
  }
}
