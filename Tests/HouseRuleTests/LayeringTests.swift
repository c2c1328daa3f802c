import Testing

/// Which module may import which: the drawing in `docs/architecture.md` as a table.
///
/// The package manager lets a target import what its dependencies import, so the drawing would not hold by itself.
enum Layers {
  private static let platform: Set<String> = ["Glibc", "Musl", "Darwin"]
  private static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

  static let allowed: [String: Set<String>] = [
    "CasusDiagnostics": [],
    "CasusSyntax": ["CasusDiagnostics"],
    "CasusFormatting": ["CasusDiagnostics", "CasusSyntax"],
    "CasusSemantics": ["CasusDiagnostics", "CasusSyntax"],
    "CasusEngine": ["CLanes", "CasusDiagnostics", "CasusSyntax", "CasusSemantics"],
    "CasusAnalysis": ["CasusDiagnostics", "CasusSyntax", "CasusFormatting", "CasusSemantics", "CasusEngine"],
    "Casus": Set(["CasusDiagnostics", "CasusSyntax", "CasusSemantics", "CasusEngine", "CasusAnalysis"]).union(
      foundation),
    "CasusREPL": Repository.core.union(["Casus", "CLineEditor"]).union(platform),
    "CasusCommandLine": Repository.core.union(["Casus", "CasusREPL", "ArgumentParser"]).union(platform)
      .union(["FoundationEssentials", "Synchronization"]),
    "CasusTool": ["CasusCommandLine"],
  ]
}

@Suite struct LayeringTests {
  @Test(arguments: Repository.sources)
  func importsOnlyWhatTheLayersAllow(_ file: RepositoryFile) throws {
    let allowed = try #require(Layers.allowed[file.target], "\(file.target) is missing from the table of layers")
    for (number, line) in file.code {
      guard let module = importedModule(line) else { continue }
      #expect(allowed.contains(module), "\(file):\(number): \(file.target) may not import \(module)")
    }
  }

  /// The module of a line such as `package import CasusSyntax` or `import struct Foundation.URL`.
  private func importedModule(_ line: String) -> String? {
    var words = line.split(separator: " ")[...]
    let modifiers: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
    while let word = words.first, modifiers.contains(word) || word.hasPrefix("@") { words.removeFirst() }
    guard words.popFirst() == "import" else { return nil }
    return words.last?.split(separator: ".").first.map(String.init)
  }
}
