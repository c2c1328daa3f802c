import Testing

/// What no source of ours contains: anything that can trap, and in the core anything that Embedded Swift lacks.
@Suite struct SourceRuleTests {
  /// Each with why it is kept out.
  static let forbidden: [(pattern: String, reason: String)] = [
    (#"\btry!"#, "it traps"), (#"\bas!"#, "it traps"),
    (#"\b(fatalError|preconditionFailure|precondition)\("#, "it traps"),
    (#"[\w\])]!(?![=\w])"#, "a forced unwrap traps"),
    (#"@unchecked\b"#, "data races would go unseen"),
  ]

  static let forbiddenInCore: [(pattern: String, reason: String)] = [
    (#"\\\."#, "Embedded Swift has no key paths"),
    (#"\bany [A-Z]"#, "Embedded Swift has no existentials"),
    (#"\bthrows(?!\()"#, "Embedded Swift has typed throws alone"),
    (#"(^|[{;]) *print\("#, "the core has no output"),
    (#"\b(Mirror|Codable|Encodable|Decodable)\b"#, "Embedded Swift has no reflection"),
    (#"\bString\(format:"#, "it needs Foundation"),
    (#"\b(final )?class [A-Z]"#, "the core is made of values"),
  ]

  @Test(arguments: Repository.sources)
  func containsNothingForbidden(_ file: RepositoryFile) throws {
    for rule in Self.forbidden + (file.isCore ? Self.forbiddenInCore : []) {
      let pattern = try Regex(rule.pattern)
      for (number, line) in file.code where line.contains(pattern) {
        Issue.record("\(file):\(number): \(rule.reason): \(line)")
      }
    }
  }

  /// Longer files are hard to hold in one's head. Those listed were longer before; their numbers may only shrink.
  static let longest = 250
  static let longerFiles: [String: Int] = [:]

  @Test(arguments: Repository.sources)
  func isNoLongerThanAPageOrFour(_ file: RepositoryFile) {
    let limit = Self.longerFiles[file.path] ?? Self.longest
    #expect(file.lines.count - 1 <= limit, "\(file) has \(file.lines.count - 1) lines, at most \(limit) are allowed")
  }

  @Test(arguments: longerFiles.keys.sorted())
  func listOfLongerFilesOnlyShrinks(_ path: String) throws {
    let file = try #require(Repository.sources.first { $0.path == path }, "\(path) is gone: take it from the list")
    #expect(file.lines.count - 1 == Self.longerFiles[path], "\(path) has become shorter: lower its number")
  }

  /// Whoever opens a file is told first what its main type or function is for.
  @Test(arguments: Repository.sources)
  func firstTypeIsDocumented(_ file: RepositoryFile) throws {
    let declaration = try Regex(
      #"^(@\w+ )*((public|package|internal|private|fileprivate|final|nonisolated) )*(struct|enum|class|protocol|actor) "#
    )
    let lines = file.lines
    guard let index = lines.firstIndex(where: { $0.firstMatch(of: declaration) != nil }) else { return }
    var above = index - 1
    while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
    #expect(above >= 0 && lines[above].hasPrefix("///"), "\(file):\(index + 1) has no comment: \(lines[index])")
  }
}
