/// Colours words or leaves them alone. The words say everything that the colours do.
struct Paint: Sendable {
  var isColored: Bool

  /// What a word is, and how that looks (ANSI "select graphic rendition").
  enum Role: String {
    case heading = "1"
    case holds = "32"
    case fails = "31"
    case open = "33"
    case disputed = "35"
    case faint = "2"
  }

  func callAsFunction(_ text: String, _ role: Role) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
