/// Colours a text or leaves it alone. The words say everything that the colours do.
struct TerminalStyle {
  let isColored: Bool

  /// What a part of a message is, and how that looks (ANSI "select graphic rendition").
  enum Role: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case help = "1;32"
    case headline = "1"
    case frame = "1;34"
  }

  func paint(_ text: String, _ role: Role) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Severity {
  /// The word that opens a message.
  var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  var role: TerminalStyle.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
