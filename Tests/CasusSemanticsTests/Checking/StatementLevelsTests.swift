import CasusDiagnostics
import CasusSemantics
import Testing

/// Contradictions are the same whether statements come one by one or all at once.
@Suite struct StatementLevelsTests {
  private static let head = """
    type T entity A, B, C: T fact f(_ t: T) fact n(_ t: T) -> Int event e(by t: T)
    """

  private static let parts: [[String]] = [
    [
      "assert f(A)", "deny f(A)", "deny f(any)", "assert f(B)", "assert n(A) is 3", "assert n(A) is 1..5",
      "assert n(A) in { 3, 4 }", "assert n(A) is unknown", "deny e(by: A)", "deny e(by: any)",
    ],
    ["", " from 1900-01-01", " from 1900-01-01 until 1901-01-01", " until 1901-01-01"],
    ["", "", " according to B", " according to B, C"],
  ]
  private static let occurrences = [
    "assert e(by: A)", "assert e(by: A) on 1900-06-01", "assert e(by: A) on 1900-06-01..1902-01-01 according to B",
  ]

  private static func statement(_ random: inout SplitMix) -> String {
    if Int.random(in: 0..<4, using: &random) == 0 { return occurrences.randomElement(using: &random) ?? "" }
    return parts.map { $0.randomElement(using: &random) ?? "" }.joined()
  }

  @Test(arguments: 1...300)
  func oneByOneIsAllAtOnce(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let texts = (0..<8).map { _ in Self.statement(&random) }
    var admitted: [CheckedStatement] = []
    var levels = StatementLevels()
    for (count, text) in texts.enumerated() {
      let whole = TestPrograms.compile(Self.head + "\n" + texts[...count].joined(separator: "\n"))
      // Each statement by itself is right, and its ids are those of the whole.
      let alone = try #require(TestPrograms.compile(Self.head + "\n" + text).program)
      let before = levels.admit(alone.statements, behind: admitted)
      #expect(before.isEmpty == (whole.program != nil), "\(texts[...count])")
      guard before.isEmpty else {
        #expect(whole.codes.allSatisfy { $0 == "C0601" })
        // What was refused leaves no trace: what was admitted before can be told again, and contradicts nothing.
        #expect(levels.admit([], behind: admitted).isEmpty)
        let again = admitted.filter { if case .period = $0.time { true } else { false } }
        #expect(levels.admit(again, behind: admitted).isEmpty, "\(texts[...count])")
        return
      }
      admitted += alone.statements
    }
  }
}
