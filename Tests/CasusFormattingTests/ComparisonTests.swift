import CasusDiagnostics
import CasusSyntax
import Testing

@testable import CasusFormatting

/// What the formatter asks before it gives a text out: does it say the same? A formatter with a defect must be found out.
@Suite struct ComparisonTests {
  private static let text = """
    /// Who helps.
    rule help when attacked and (near or strong) unless "far  away" is name   // in short
    /* several
       lines */
    assert attacked
    """

  private static func difference(_ left: String, _ right: String) -> String? {
    firstDifference(between: SourceText(name: "left", text: left), and: SourceText(name: "right", text: right), .init())
  }

  @Test(arguments: [
    (" and ", "\n   and\n"), ("   // in", " // in"), ("   lines", "       lines"), ("several", "several  "),
    ("\n/*", "\n\n/*"),
  ])
  func blanksBetweenWordsAreNoDifference(_ old: String, _ new: String) {
    #expect(Self.text.contains(old))
    #expect(Self.difference(Self.text, Self.text.replacing(old, with: new)) == nil)
  }

  @Test(arguments: [
    ("and (near", "or (near"), ("(near or strong)", "near or strong"), ("near or strong", "strong or near"),
    ("far  away", "far away"), ("unless", "/* why */ unless"), ("// in short", ""), ("in short", "in long"),
    ("/// Who helps.\n", ""), ("/// Who helps.", "// Who helps."), ("lines */", "lines */ fact more"),
    ("assert attacked", ""), ("assert attacked", "attacked assert"),
    ("/* several\n   lines */\nassert", "assert /* several\n lines */"),
  ])
  func everyOtherChangeIsTold(_ old: String, _ new: String) {
    #expect(Self.text.contains(old))
    #expect(Self.difference(Self.text, Self.text.replacing(old, with: new)) != nil)
  }
}
