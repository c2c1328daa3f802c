import Foundation

/// The files of the repository, as the house rules look at them.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folders and files that are ours; what a build leaves behind is not.
  private static let parts = [
    "Sources", "Tests", "docs", "Examples", "Grammar", "Tools", "Benchmarks", ".ci", "README.md", "CHANGELOG.md",
    "Package.swift", "Makefile",
  ]

  /// Every text file, by its path from the root, in order.
  static let files: [RepositoryFile] = parts.flatMap { part -> [RepositoryFile] in
    let inside = FileManager.default.enumerator(atPath: root.appending(path: part).path)
    let found = (inside?.compactMap { $0 as? String } ?? []).map { part + "/" + $0 }
    return (found.isEmpty ? [part] : found).filter { !$0.contains("/.build") }.sorted().compactMap(RepositoryFile.init)
  }

  /// The Swift files of the targets.
  static let sources = files.filter { $0.path.hasPrefix("Sources/") && $0.path.hasSuffix(".swift") }

  /// Pages of documentation.
  static let pages = files.filter { $0.path.hasSuffix(".md") }

  /// The targets that must compile as Embedded Swift.
  static let core: Set<String> = [
    "CasusDiagnostics", "CasusSyntax", "CasusFormatting", "CasusSemantics", "CasusEngine", "CasusAnalysis",
  ]

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }
}

/// A text file of the repository.
struct RepositoryFile: Sendable, CustomStringConvertible {
  var path: String
  var text: String

  /// Nil for folders, and for files that are not text.
  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: Repository.root.appending(path: path).path),
      let text = String(validating: data, as: UTF8.self)
    else { return nil }
    self.path = path
    self.text = text
  }

  var description: String { path }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  /// The folder of a source's target.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var isCore: Bool { Repository.core.contains(target) }

  /// The lines with their numbers, what stands behind `//` and inside texts left out.
  var code: [(number: Int, line: String)] {
    var isInsideText = false
    var found: [(number: Int, line: String)] = []
    for (index, line) in lines.enumerated() {
      let marks = line.components(separatedBy: "\"\"\"").count - 1
      if !isInsideText, marks == 0 { found.append((index + 1, RepositoryFile.withoutTextsAndComments(line))) }
      if marks % 2 == 1 { isInsideText.toggle() }
    }
    return found
  }

  private static func withoutTextsAndComments(_ line: Substring) -> String {
    var result = ""
    var isInText = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" && isInText {
        isEscaped = true
      } else if character == "\"" {
        isInText.toggle()
        result.append(character)
      } else if !isInText {
        result.append(character)
        if result.hasSuffix("//") { return String(result.dropLast(2)) }
      }
    }
    return result
  }
}

extension String {
  init?(validating data: Data, as encoding: UTF8.Type) {
    guard let text = String(data: data, encoding: .utf8), !text.contains("\0") else { return nil }
    self = text
  }
}
