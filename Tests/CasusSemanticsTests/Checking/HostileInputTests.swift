import CasusDiagnostics
import CasusSemantics
import Testing

/// No input crashes or hangs, however long or crooked. The limit is a guard against a hang, not a measurement: all tests
/// share the machine.
@Suite(.timeLimit(.minutes(30))) struct HostileInputTests {
  static let programs: [(name: String, text: String)] = [
    ("misspelt names", "fact at_war\n" + (0..<20_000).map { "rule r\($0) when at_wra\($0)\n" }.joined()),
    ("brackets", "rule r when " + String(repeating: "(", count: 500_000)),
    (
      "a long chain of rules", "fact f rule r0 when f\n" + (1..<20_000).map { "rule r\($0) when r\($0 - 1)\n" }.joined()
    ),
    ("one rule of many alternatives", "fact f\n" + (0..<20_000).map { _ in "rule r when f\n" }.joined()),
    ("many exceptions to one rule", "fact f rule r\n" + (0..<20_000).map { _ in "exception to r when f\n" }.joined()),
    (
      "exceptions to exceptions",
      "fact f rule e0\n" + (1..<20_000).map { "exception e\($0) to e\($0 - 1) when f\n" }.joined()
    ),
    (
      "a circle of exceptions",
      "fact f\n" + (0..<20_000).map { "exception e\($0) to e\(($0 + 1) % 20_000) when f\n" }.joined()
    ),
    (
      "a chain of treaties",
      (0..<20_000).map { "treaty T\($0) {}\n" }.joined()
        + (1..<20_000).map { "T\($0) prevails over T\($0 - 1)\n" }.joined() + "T0 prevails over T19999"
    ),
    (
      "circles of treaties",
      (0..<20_000).map { "treaty T\($0) {}\n" }.joined()
        + (0..<20_000).map { "T\($0) prevails over T\($0 ^ 1)\n" }.joined()
    ),
    (
      "norms of one act",
      "type S entity A: S event e(by s: S)\n"
        + (0..<5_000).map { "norm m\($0): A must e() norm n\($0): A must not e()\n" }.joined()
    ),
    (
      "statements of one case",
      "fact n -> Int scenario \"s\" {" + (0..<20_000).map { "assert n is \($0)..\(40_000 - $0)\n" }.joined() + "}"
    ),
    (
      "parameters without end",
      "type S fact f(" + (0..<20_000).map { "_ p\($0): S" }.joined(separator: ", ") + ")"
    ),
    (
      "variables without end",
      "type S rule r when some " + (0..<20_000).map { "v\($0) in S" }.joined(separator: ", ") + " satisfies true"
    ),
    ("dots without end", "rule r when a" + String(repeating: ".a", count: 100_000)),
    (
      "any without end",
      "type S fact f(_ s: S) rule r when " + Array(repeating: "f(any)", count: 20_000).joined(separator: " and ")
    ),
  ]

  @Test(arguments: programs.map { $0.name })
  func compilerComesToAnEnd(_ name: String) throws {
    let text = try #require(Self.programs.first { $0.name == name }).text
    let compilation = TestPrograms.compile(text)
    #expect((compilation.program == nil) == !compilation.errorPlaces.isEmpty)
  }

  @Test func filesThatUseNewFilesWithoutEndAreStopped() {
    var count = 0
    var limits = CompilationLimits()
    limits.maximumFiles = 100
    let compilation = compile(main: "0.casus", limits: limits) { _ in
      count += 1
      return .bytes(Array("use \"\(count).casus\"".utf8))
    }
    #expect(compilation.codes == [DiagnosticCode.tooManyFiles.identifier])
    #expect(count <= 100)
  }

  @Test func filesAreReadOnceAndCirclesFound() {
    let compilation = TestPrograms.compile(
      "use \"a/b.casus\" use \"a/../a/./b.casus\" use \"c.casus\" rule r when f",
      files: ["a/b.casus": "fact f", "c.casus": "use \"a/b.casus\" use \"main.casus\""])
    #expect(
      compilation.errorPlaces.map { "\($0.file) \($0.code)" } == ["c.casus \(DiagnosticCode.useCircle.identifier)"])
  }

  @Test func aMissingFileIsOneError() {
    let compilation = TestPrograms.compile("use \"none.casus\" rule r when f(State)")
    #expect(compilation.codes == [DiagnosticCode.unreadableFile.identifier])
  }

  @Test func aMissingMainFileIsOneError() {
    let compilation = compile(main: "none.casus") { _ in .failed("no such file") }
    #expect(
      compilation.errorPlaces.map { "\($0.file) \($0.code)" } == [
        "none.casus \(DiagnosticCode.unreadableFile.identifier)"
      ])
    #expect(compilation.program == nil)
  }
}
