import CasusDiagnostics

extension StringProtocol {
  /// On one line, blanks folded.
  var onOneLine: String { split(whereSeparator: { $0.isWhitespace }).joined(separator: " ") }
}

extension String {
  /// Its lines moved left or right together, so that the leftmost is indented by so many blanks; each ends with a break.
  func withCommonIndentation(of indentation: Int) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { $0.filter { $0 != "\r" } }
    let least = lines.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    let blanks = String(repeating: " ", count: indentation)
    return lines.map { $0.allSatisfy { $0 == " " } ? "\n" : blanks + String($0.dropFirst(least)).safe + "\n" }.joined()
  }
}
