import CasusDiagnostics
import CasusSemantics
import Testing

/// Data files that are too large, or wrong in every row: a bound ends the reading, and not only the telling.
@Suite struct LargeDataTests {
  private static let program = "set Number = 1..9 fact amount(_ n: Number) -> Int\n"

  private static func limits(statements: Int) -> CompilationLimits {
    var limits = CompilationLimits()
    limits.maximumStatements = statements
    return limits
  }

  /// Six rows that are right, and behind them one that is not.
  private static let rows = (1...6).map { "\($0),\($0)\n" }.joined() + "x,1\n"

  @Test func readingATableEndsWithTheLimitOfStatements() {
    let table = Self.program + "table \"t.csv\" { assert amount(n) is v }"
    let files = ["t.csv": "n,v\n" + Self.rows]
    let stopped = TestPrograms.compile(table, files: files, limits: Self.limits(statements: 4))
    #expect(stopped.errorPlaces.map { "\($0.line) \($0.code)" } == ["6 C0804"])
    let read = TestPrograms.compile(table, files: files, limits: Self.limits(statements: 6))
    #expect(read.errorPlaces.map { "\($0.line) \($0.code)" } == ["8 C0704"])
  }

  private static let facts: [(name: String, text: String)] = [
    ("f.csv", "fact,value\n" + (1...6).map { "amount(\($0)),\($0)\n" }.joined() + "other(1),1\n"),
    (
      "f.ndjson",
      (1...6).map { "{\"fact\": \"amount\", \"args\": [\($0)], \"value\": \($0)}\n" }.joined() + "{\"fact\": 1}\n"
    ),
    (
      "f.json",
      "[" + (1...6).map { "{\"fact\": \"amount\", \"args\": [\($0)], \"value\": \($0)},\n" }.joined() + "{\"fact\": 1}]"
    ),
  ]

  @Test(arguments: facts.map { $0.name })
  func readingFactsEndsWithTheLimitOfStatements(_ name: String) throws {
    let text = try #require(Self.facts.first { $0.name == name }).text
    let compiled = TestPrograms.compile(Self.program)
    let program = try #require(compiled.program)
    func codes(statements: Int) -> [String] {
      addFacts(
        Array(text.utf8), named: name, to: program, sources: compiled.sources,
        limits: Self.limits(statements: statements)
      ).diagnostics.map { $0.code.identifier }
    }
    #expect(codes(statements: 4) == ["C0804"])
    #expect(codes(statements: 6) == ["C0706"])
  }

  @Test(arguments: ["f.csv", "f.ndjson", "f.json"])
  func factsThatAreAllWrongAreReportedUpToABound(_ name: String) throws {
    let compiled = TestPrograms.compile(Self.program)
    let count = 1_500
    let objects = (0..<count).map { "{\"fact\": \"none\($0)\"}" }
    let text =
      switch name {
      case "f.csv": "fact\n" + (0..<count).map { "none\($0)\n" }.joined()
      case "f.json": "[" + objects.joined(separator: ",") + "]"
      default: objects.joined(separator: "\n")
      }
    let checked = addFacts(
      Array(text.utf8), named: name, to: try #require(compiled.program), sources: compiled.sources)
    #expect(checked.diagnostics.count == 1_001)
    #expect(checked.diagnostics.last?.message == "more than 1000 problems: the rest of the file is not read")
  }

  @Test func aListIsReadUpToWhereItIsMalformed() throws {
    let compiled = TestPrograms.compile(Self.program)
    let text = """
      [{"fact": "none"}, {"fact": "amount", "args": [1], "value": 1, "value": 2},
       {"fact": "other"}, ]
      """
    let checked = addFacts(
      Array(text.utf8), named: "f.json", to: try #require(compiled.program), sources: compiled.sources)
    #expect(
      checked.diagnostics.map { $0.message } == [
        "no fact, event or rule is named `none`", "the key `value` stands twice in one object",
        "no fact, event or rule is named `other`", "expected a value",
      ])
  }

  @Test func contradictionsAreReportedUpToABound() {
    let rows = (0..<10_500).map { "1,\($0)\n" }.joined()
    let compilation = TestPrograms.compile(
      Self.program + "table \"t.csv\" { assert amount(n) is v }", files: ["t.csv": "n,v\n" + rows])
    #expect(compilation.diagnostics.count == 10_000)
    #expect(compilation.diagnostics.last?.notes.last == "further errors are not shown")
  }
}
