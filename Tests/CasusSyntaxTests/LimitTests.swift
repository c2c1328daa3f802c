import CasusDiagnostics
import CasusSyntax
import Testing

/// Texts made to do harm.
@Suite struct LimitTests {
  private static func repeated(_ text: String, behind start: String = "", toLength length: Int = 100_000) -> [UInt8] {
    let unit = Array(text.utf8)
    return Array(start.utf8) + repeatElement(unit, count: length / unit.count).joined()
  }

  /// Bombs that pass the limit on depth, each of which must give that one error.
  static let deep: [(start: String, unit: String)] = [
    ("rule a when ", "("), ("rule a when ", "not "), ("rule a when ", "-"), ("rule a when ", "f("),
    ("rule a when x", " for x"), ("rule a when ", "some x in "), ("rule a when ", "count(x in "),
    ("rule a when ", "sum(min("), ("rule a when ", "every x in y satisfies "), ("", "treaty A { "),
    ("treaty A { ", "law B {"),
  ]

  @Test(arguments: deep.indices)
  func depthIsOneErrorThatNamesItsOption(_ index: Int) {
    let (start, unit) = Self.deep[index]
    let source = SourceText(name: "<bomb>", bytes: Self.repeated(unit, behind: start))
    let diagnostics = parse(source, id: SourceID(0)).diagnostics
    #expect(diagnostics.map(\.code.identifier) == ["C0801"])
    #expect(diagnostics.first?.notes.contains { $0.contains("`--max-depth`") } == true)
  }

  @Test(arguments: ["(", ")", "{", "}", "\"\"", "/*", "`a\n", "§", "a ", ".", "1.", "}{", "{type a", "a prevails "])
  func lengthIsNoHarm(_ unit: String) {
    let parsed = parse(SourceText(name: "<bomb>", bytes: Self.repeated(unit)), id: SourceID(0))
    #expect(!parsed.diagnostics.isEmpty && parsed.diagnostics.count <= 100)
  }

  @Test func bracketsWithoutEndAreOneError() {
    #expect(parse(SourceText(name: "<bomb>", bytes: Self.repeated("(")), id: SourceID(0)).diagnostics.count == 1)
  }

  @Test(arguments: [" and x", " or x", " + x", " * x", ".x"])
  func chainsAreAsLongAsAnyoneLikes(_ link: String) {
    let parsed = parse(SourceText(name: "<chain>", bytes: Self.repeated(link, behind: "ask x")), id: SourceID(0))
    #expect(parsed.diagnostics.isEmpty)
  }

  @Test func bytesThatAreNoUTF8AreOneErrorARun() {
    let bad = [UInt8](repeating: 0xFF, count: 1000)
    let parsed = assertParse(bad + Array(" fact a ".utf8) + bad)
    #expect(parsed.diagnostics.map(\.code.identifier) == ["C0102", "C0102"])
    #expect(parsed.tree.items.count == 1)
  }

  @Test func depthCountsWhatStandsInOneAnother() {
    let limits = ParserLimits(maximumDepth: 10)
    func errors(_ text: String) -> Int { assertParse(Array(text.utf8), limits: limits).diagnostics.count }
    #expect(errors("ask ((((((((( a )))))))))") == 0)
    #expect(errors("ask (((((((((( a ))))))))))") == 1)
    #expect(errors("ask (((((((((( a )))))))))) ask (((((((((( a ))))))))))") == 1)
  }

  @Test func depthBeyondAllReasonIsNotGranted() {
    #expect(ParserLimits(maximumDepth: .max).maximumDepth == ParserLimits.greatestDepth)
  }

  @Test func errorsBeyondTheLimitAreNotShownAndThatIsSaid() {
    let limits = ParserLimits(maximumErrors: 3)
    let text = String(repeating: "fact date ", count: 10)
    let diagnostics = assertParse(Array(text.utf8), limits: limits).diagnostics
    #expect(diagnostics.count == 3)
    #expect(diagnostics.map { $0.notes.contains("further errors of this file are not shown") } == [false, false, true])
  }
}
