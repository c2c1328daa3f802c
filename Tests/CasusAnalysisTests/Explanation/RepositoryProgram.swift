import CasusDiagnostics
import CasusSemantics
import Foundation
import Testing

/// A program that stands in the repository.
struct RepositoryProgram: CustomTestStringConvertible, CustomStringConvertible, Sendable {
  var path: String

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let examples = all(below: "Examples") { _ in true }
  static let conformance = all(below: "Tests/Conformance") { $0.contains("/good/") }

  private static func all(below folder: String, _ isWanted: (String) -> Bool) -> [RepositoryProgram] {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return found.sorted().filter { $0.hasSuffix(".casus") && isWanted($0) }
      .map { RepositoryProgram(path: folder + "/" + $0) }
  }

  var description: String { path }
  var testDescription: String { path }

  struct Failure: Error {
    var text: String
  }

  /// The program and its sources, or its errors.
  func compiled() throws -> (program: Program, sources: SourceMap) {
    let compilation = compile(main: Self.root.appending(path: path).path) { path in
      guard let data = FileManager.default.contents(atPath: path) else { return .failed("no such file") }
      return .bytes(Array(data))
    }
    guard let program = compilation.program else {
      throw Failure(text: compilation.diagnostics.map { "\($0.code.identifier) \($0.message)" }.joined(separator: "\n"))
    }
    return (program, compilation.sources)
  }

  func questions() throws -> [ExplainedQuestion] {
    let (program, sources) = try compiled()
    return ExplainedQuestion.all(of: program, sources)
  }
}
