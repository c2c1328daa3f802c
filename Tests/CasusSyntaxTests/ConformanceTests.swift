import CasusDiagnostics
import CasusSyntax
import Foundation
import Testing

enum ConformanceSuite {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Conformance")

  static func files(in parts: Set<String>) -> [String] {
    let enumerator = FileManager.default.enumerator(atPath: root.path)
    var files: [String] = []
    while let path = enumerator?.nextObject() as? String {
      guard path.hasSuffix(".casus"), parts.contains(where: { path.contains("/\($0)/") }) else { continue }
      files.append(path)
    }
    return files.sorted()
  }

  static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(path)))
  }
}

@Suite struct ConformanceTests {
  @Test(arguments: ConformanceSuite.files(in: ["good", "wrong"]))
  func rightProgramsHaveNoDiagnostics(_ path: String) throws {
    let parsed = assertParse(try ConformanceSuite.bytes(of: path), name: path)
    #expect(parsed.diagnostics.map(\.message) == [])
  }

  @Test(arguments: ConformanceSuite.files(in: ["bad"]))
  func show(_ path: String) throws {
    let bytes = try ConformanceSuite.bytes(of: path)
    let source = SourceText(name: path, bytes: bytes)
    for d in parse(source, id: SourceID(0)).diagnostics {
      let l = source.lineIndex(at: Int(d.span.start))
      print("\(path):\(l + 1): \(d.code.identifier) \(d.message) || \(String(decoding: source.line(l), as: UTF8.self)) [\(source.text(in: d.span))]")
    }
  }
}
