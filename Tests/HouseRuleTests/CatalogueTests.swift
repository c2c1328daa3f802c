import CasusDiagnostics
import Foundation
import Testing

/// The catalogue of diagnostics is in order, and `docs/diagnostics.md` is what it says.
@Suite struct CatalogueTests {
  @Test func identifiersAreUniqueAndInOrder() {
    let identifiers = DiagnosticCode.all.map { $0.identifier }
    #expect(Set(identifiers).count == identifiers.count)
    for group in [
      DiagnosticCode.lexical, DiagnosticCode.syntax, DiagnosticCode.names, DiagnosticCode.types,
      DiagnosticCode.declarations, DiagnosticCode.statements, DiagnosticCode.data, DiagnosticCode.limits,
      DiagnosticCode.warnings, DiagnosticCode.faults, DiagnosticCode.notes,
    ] {
      let own = group.map { $0.identifier }
      #expect(own == own.sorted())
    }
  }

  @Test(arguments: DiagnosticCode.all)
  func isDescribed(_ code: DiagnosticCode) throws {
    #expect(code.identifier.wholeMatch(of: try Regex("C[0-9]{4}")) != nil)
    #expect(!code.title.isEmpty && !code.title.hasSuffix(".") && code.title.first?.isUppercase == false)
    #expect(code.explanation.hasSuffix("."), "\(code.identifier) has no whole sentence to explain it")
    #expect(code.wrong.isEmpty == code.right.isEmpty, "\(code.identifier) shows only half of its example")
  }

  @Test(arguments: Repository.pages)
  func pagesNameCodesThatExist(_ page: RepositoryFile) throws {
    for match in page.text.matches(of: try Regex(#"\bC[0-9]{4}\b"#)) {
      let code = String(page.text[match.range])
      #expect(DiagnosticCode.named(code) != nil, "\(page) speaks of \(code)")
    }
  }

  @Test func pageIsFresh() throws {
    let url = Repository.root.appending(path: "docs/diagnostics.md")
    let wanted = DiagnosticsPage().text
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try Data(wanted.utf8).write(to: url)
    }
    let found = try String(contentsOf: url, encoding: .utf8)
    #expect(found == wanted, "docs/diagnostics.md is stale: run the tests with UPDATE_SNAPSHOTS=1")
  }
}

/// The page that lists every diagnostic.
struct DiagnosticsPage {
  private let groups = [
    ("C01", "words and literals"), ("C02", "syntax"), ("C03", "names"), ("C04", "types"), ("C05", "declarations"),
    ("C06", "statements"), ("C07", "data files"), ("C08", "limits and files"), ("C09", "warnings"),
    ("C10", "questions that fail"), ("C11", "notes"),
  ]

  var text: String {
    var text = """
      # Diagnostics

      Every error, warning and note has a code, which never changes its meaning; `casus describe CODE` prints what stands
      here. This page is written from the catalogue in the sources by a test; to renew it, run the tests with
      `UPDATE_SNAPSHOTS=1`.

      """
    for (prefix, title) in groups {
      let codes = DiagnosticCode.all.filter { $0.identifier.hasPrefix(prefix) }
      if codes.isEmpty { continue }
      text += "\n## \(prefix): \(title)\n"
      for code in codes.sorted(by: { $0.identifier < $1.identifier }) { text += entry(code) }
    }
    return text
  }

  private func entry(_ code: DiagnosticCode) -> String {
    var text = "\n### \(code.identifier): \(code.title)\n\n"
    if code.severity == .warning { text += "A warning. " }
    text += code.explanation + "\n"
    if !code.wrong.isEmpty { text += example("Wrong", code.wrong) + example("Right", code.right) }
    return text
  }

  /// A block without a language: what parses alone need not be a program.
  private func example(_ title: String, _ program: String) -> String {
    "\n\(title):\n\n```\n\(program.hasSuffix("\n") ? program : program + "\n")```\n"
  }
}
