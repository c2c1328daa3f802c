import CasusDiagnostics
import CasusSyntax
import Foundation
import Testing

/// The files of `Tests/Conformance`.
enum ConformanceSuite {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Conformance")

  /// The paths of all programs in the folders of these names, such as `good`.
  static func programs(in folders: Set<String>) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      path.hasSuffix(".casus") && folders.contains { path.contains("/\($0)/") }
    }.sorted()
  }

  static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(path)))
  }
}

@Suite struct ConformanceTests {
  @Test func suiteIsThere() {
    #expect(ConformanceSuite.programs(in: ["good", "wrong", "bad"]).count >= 70)
  }

  @Test(arguments: ConformanceSuite.programs(in: ["good", "wrong"]))
  func rightProgramsHaveNoDiagnostics(_ path: String) throws {
    let parsed = assertParse(try ConformanceSuite.bytes(of: path), name: path)
    #expect(parsed.diagnostics.map(\.message) == [])
  }

  /// The lines of bad programs whose errors are those of syntax; names, types and what statements mean come later.
  static let syntaxErrors: [String: [Int]] = [
    "instruments/bad/order_and_names.casus": [11, 18],
    "logic/bad/types.casus": [16, 17],
    "rules/bad/exceptions_and_cases.casus": [11],
    "statements/bad/forms.casus": [10, 11, 12, 13],
    "statements/bad/open-ranges.casus": [6],
    "words/bad/literals.casus": [6, 10],
    "words/bad/recovery.casus": [5, 7, 8, 10, 11, 17],
  ]

  @Test(arguments: ConformanceSuite.programs(in: ["bad"]))
  func badProgramsHaveOneErrorOnEachLineThatSyntaxCanJudge(_ path: String) throws {
    let bytes = try ConformanceSuite.bytes(of: path)
    let source = SourceText(name: path, bytes: bytes)
    let parsed = assertParse(bytes, name: path)
    let lines = parsed.diagnostics.map { source.lineIndex(at: Int($0.span.start)) + 1 }
    #expect(lines == Self.syntaxErrors[path] ?? [])
    for line in lines {
      #expect(String(decoding: source.line(line - 1), as: UTF8.self).contains("//! error"), "line \(line)")
    }
  }
}

/// Programs that somebody is in the middle of writing.
@Suite struct BrokenProgramTests {
  private static let programs = ConformanceSuite.programs(in: ["good", "wrong", "bad"])

  /// A stride that leaves a sample of each file, at another offset in each, so that the run stays short.
  private static func sample(_ count: Int, _ path: String, every step: Int) -> StrideTo<Int> {
    stride(from: path.utf8.count % step, to: count, by: step)
  }

  @Test(arguments: programs)
  func everyPrefixParses(_ path: String) throws {
    let bytes = try ConformanceSuite.bytes(of: path)
    for length in Self.sample(bytes.count, path, every: 251) { assertParse(Array(bytes.prefix(length)), name: path) }
  }

  @Test(arguments: programs)
  func everyProgramParsesWithoutOneOfItsTokens(_ path: String) throws {
    let bytes = try ConformanceSuite.bytes(of: path)
    var start = 0
    for (index, token) in tokenize(bytes).enumerated() {
      let end = start + Int(token.length)
      if !token.kind.isTrivia, index % 47 == path.utf8.count % 47 {
        let parsed = assertParse(Array(bytes[..<start] + bytes[end...]), name: path)
        #expect(path.contains("/bad/") || parsed.diagnostics.count <= 3, "one slip is no flood of errors")
      }
      start = end
    }
  }

  @Test(arguments: programs)
  func everyProgramParsesWithABadByteInIt(_ path: String) throws {
    let bytes = try ConformanceSuite.bytes(of: path)
    for place in Self.sample(bytes.count, path, every: 1999) {
      for byte: UInt8 in [0x00, 0x22, 0x29, 0x7B, 0x7D, 0xC3, 0xFF] {
        var broken = bytes
        broken[place] = byte
        assertParse(broken, name: path)
      }
    }
  }
}
