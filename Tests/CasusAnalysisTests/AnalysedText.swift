import CasusAnalysis
import CasusDiagnostics
import CasusFormatting
import CasusSemantics
import CasusSyntax
import Foundation
import Testing

/// A warning as tests speak of it.
struct FoundWarning: Equatable, CustomStringConvertible {
  var line: Int
  var code: String
  var message: String

  var description: String { "\(line): \(code) \(message)" }
}

/// A program whose warnings are wanted: the first file is the main one.
struct AnalysedText {
  var compilation: Compilation
  var warnings: [Diagnostic]

  init(_ text: String, files: [String: String] = [:]) {
    self.init(
      compilation: compile(main: "main.casus") { path in
        path == "main.casus"
          ? .bytes(Array(text.utf8)) : files[path].map { .bytes(Array($0.utf8)) } ?? .failed("missing")
      })
  }

  init(fileAt path: String) {
    self.init(
      compilation: compile(main: path) { path in
        FileManager.default.contents(atPath: path).map { .bytes([UInt8]($0)) } ?? .failed("missing")
      })
  }

  private init(compilation: Compilation) {
    self.compilation = compilation
    warnings = compilation.program.map { CasusAnalysis.warnings(for: $0, sources: compilation.sources) } ?? []
  }

  var gaps: [Diagnostic] {
    compilation.program.map { openGaps(of: $0, sources: compilation.sources) } ?? []
  }

  var errors: [String] { compilation.diagnostics.map { "\($0.code.identifier) \($0.message)" } }

  var found: [FoundWarning] {
    warnings.map { warning in
      let line = compilation.sources[warning.span.source]?.position(at: Int(warning.span.start)).line ?? 0
      return FoundWarning(line: line, code: warning.code.identifier, message: warning.message)
    }
  }
}

/// Checks that a program has exactly the warnings that its lines announce by `//! C0903`, and what holds of any warning.
func expectMarkedWarnings(
  _ text: String, files: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
) {
  let analysed = AnalysedText(text, files: files)
  #expect(analysed.errors == [], sourceLocation: sourceLocation)
  var wanted: [String] = []
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    guard let mark = line.range(of: "//! ") else { continue }
    wanted += line[mark.upperBound...].split(separator: " ").map { "\(index + 1) \($0)" }
  }
  let found = analysed.found
  #expect(
    found.map { "\($0.line) \($0.code)" }.sorted() == wanted.sorted(), "\(found)", sourceLocation: sourceLocation)
  #expect(found == AnalysedText(text, files: files).found, "not the same twice", sourceLocation: sourceLocation)
  for warning in analysed.warnings {
    #expect(warning.severity == .warning && warning.span.source == SourceID(0), sourceLocation: sourceLocation)
    #expect(
      warning.message.first?.isUppercase == false && !warning.message.hasSuffix("."), sourceLocation: sourceLocation)
    #expect(warning.span.end > warning.span.start, sourceLocation: sourceLocation)
  }
  expectTheSameWhenFormatted(text, found, files, sourceLocation)
}

/// The formatted text of a program means the same, so it has the same warnings, but for those of its layout.
private func expectTheSameWhenFormatted(
  _ text: String, _ found: [FoundWarning], _ files: [String: String], _ sourceLocation: SourceLocation
) {
  let source = SourceText(name: "main.casus", text: text)
  guard case .formatted(let bytes) = format(source, id: SourceID(0)) else {
    Issue.record("it is not formatted", sourceLocation: sourceLocation)
    return
  }
  let formatted = String(decoding: bytes, as: UTF8.self)
  let again = AnalysedText(formatted, files: files)
  #expect(again.errors == [], sourceLocation: sourceLocation)
  let kept = found.map { $0.code }.filter { $0 != "C0910" }
  #expect(again.found.map { $0.code }.sorted() == kept.sorted(), "\(formatted)", sourceLocation: sourceLocation)
}
