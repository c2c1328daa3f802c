import CasusDiagnostics
import CasusSyntax

/// What a file says of its own warnings: `// casus: allow C0903: read by other files`.
///
/// An allowance stands behind what it speaks of, on the same line, or on a line of its own above it.
struct Allowances {
  private struct Allowance {
    var code: String
    var reason: String
    /// Where what it allows begins: a line.
    var line: Int
    var span: SourceSpan
    var isUsed = false
  }

  private var allowances: [Allowance] = []
  private let source: SourceText

  init(of text: SourceTokens) {
    source = text.source
    var waiting: [Allowance] = []
    var start = 0
    var lastLine = -1
    for token in tokenize(source.bytes) {
      let end = start + Int(token.length)
      let span = SourceSpan(source: text.id, start: start, end: end)
      let line = source.lineIndex(at: start)
      if token.kind == .lineComment, let words = Self.words(of: source.text(in: span)) {
        let allowance = Allowance(code: words.code, reason: words.reason, line: line, span: span)
        if line == lastLine { allowances.append(allowance) } else { waiting.append(allowance) }
      } else if !token.kind.isTrivia {
        for var allowance in waiting {
          allowance.line = line
          allowances.append(allowance)
        }
        waiting = []
        lastLine = source.lineIndex(at: max(start, end - 1))
      }
      start = end
    }
    allowances += waiting
  }

  /// The code and the reason that a comment gives; nil for any other comment.
  private static func words(of comment: String) -> (code: String, reason: String)? {
    let prefix = "casus: allow "
    let text = comment.drop { $0 == "/" || $0 == " " }
    guard text.hasPrefix(prefix) else { return nil }
    let parts = text.dropFirst(prefix.count).split(separator: ":", maxSplits: 1)
    let code = parts.first.map { String($0).filter { $0 != " " } } ?? ""
    let reason = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
    return (code, String(reason))
  }

  /// Whether a warning is allowed where it stands, with a reason.
  mutating func allow(_ diagnostic: Diagnostic) -> Bool {
    let line = source.lineIndex(at: Int(diagnostic.span.start))
    var isAllowed = false
    for number in allowances.indices
    where allowances[number].line == line && allowances[number].code == diagnostic.code.identifier {
      allowances[number].isUsed = true
      isAllowed = isAllowed || !allowances[number].reason.isEmpty
    }
    return isAllowed
  }

  /// What is wrong with those that allow nothing.
  var findings: [Diagnostic] {
    allowances.compactMap { allowance in
      if !allowance.isUsed {
        return Diagnostic(.idleAllowance, "there is no warning `\(allowance.code)` here to allow", at: allowance.span)
      }
      guard allowance.reason.isEmpty else { return nil }
      return Diagnostic(
        .idleAllowance, "this gives no reason, so it allows nothing", at: allowance.span,
        notes: ["write `// casus: allow \(allowance.code): ` and the reason"])
    }
  }
}
