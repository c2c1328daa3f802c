import CasusAnalysis
import CasusDiagnostics
import CasusSemantics
import Testing

/// Programs that are long or deep take time in proportion, and no more stack than the compiler takes.
@Suite(.timeLimit(.minutes(30))) struct LimitTests {
  private static let count = 20_000

  static let programs: [(text: String, warnings: Int)] = [
    // One circle through very many rules.
    ((0..<count).map { "rule r\($0) when not r\(($0 + 1) % count)" }.joined(separator: "\n"), 1),
    // Very many circles.
    ((0..<count).map { "rule r\($0) unless r\($0)" }.joined(separator: "\n"), count),
    // Exceptions of exceptions, all about one parameter that only the last reads.
    (
      "type State fact f(_ s: State) fact g rule e0(_ s: State) when g\n"
        + (0..<2_000).map { "exception e\($0 + 1) to e\($0) when g" }.joined(separator: "\n")
        + " exception to e2000 when f(s)", 0
    ),
    // A long line, and many lines of one condition.
    ("fact a fact b rule r when " + Array(repeating: "a or b and a", count: count).joined(separator: " or "), 0),
    ("fact a fact b rule r when a" + Array(repeating: "\n or b\n and a", count: count).joined(), 0),
    // As deep as the compiler goes: `a or not (a or a)`, within it, always holds.
    ("fact a rule r when " + String(repeating: "not (a or ", count: 120) + "a" + String(repeating: ")", count: 120), 1),
    (
      "event e(by x: T) type T entity A: T norm n: A may e() when "
        + String(repeating: "some t in T satisfies ", count: 200) + "e(by: A)", 201
    ),
  ]

  @Test(arguments: programs.indices)
  func longProgramsAreQuick(_ index: Int) {
    let (text, count) = Self.programs[index]
    let analysed = AnalysedText(text)
    #expect(analysed.errors == [])
    #expect(analysed.warnings.count == count)
  }

  @Test func noSourcesNoWarnings() {
    #expect(CasusAnalysis.warnings(for: Program(), sources: SourceMap()) == [])
  }
}
