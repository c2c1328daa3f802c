import CasusDiagnostics

/// Faults of single tokens, reported before the grammar is looked at.
extension Parser {
  mutating func reportLexicalFaults() {
    let lexer = Lexer(source.bytes)
    var offset = 0
    for token in rawTokens {
      let span = SourceSpan(source: id, start: offset, end: offset + Int(token.length))
      offset += Int(token.length)
      if token.kind.isComment, let fault = lexer.bytesThatAreNoUTF8(from: Int(span.start), to: offset) {
        reportNotUTF8(at: SourceSpan(source: id, start: fault.lowerBound, end: fault.upperBound))
      }
      switch token.kind {
      case .unknown: reportUnknown(at: span)
      case .unterminatedText:
        report(.textNotClosed, "the text that begins here has no closing `\"`", at: opening(of: span, 1), always: true)
      case .unterminatedBlockComment:
        report(
          .commentNotClosed, "the comment that begins here has no closing `*/`", at: opening(of: span, 2), always: true)
      case .unterminatedQuotedName:
        report(.nameNotClosed, "the name that begins here has no closing backtick", at: span, always: true)
      default: break
      }
    }
    isDamaged = false
  }

  private func opening(of span: SourceSpan, _ length: Int) -> SourceSpan {
    SourceSpan(source: id, start: Int(span.start), end: Int(span.start) + length)
  }

  private mutating func reportNotUTF8(at span: SourceSpan) {
    report(.notUTF8, "these bytes are no UTF-8", at: span, notes: ["save the file as UTF-8"], always: true)
  }

  private mutating func reportUnknown(at span: SourceSpan) {
    guard let (scalar, _) = Lexer(source.bytes).scalar(at: Int(span.start)) else {
      return reportNotUTF8(at: span)
    }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      report(.unreadableCharacter, "a control character stands here", at: span, always: true)
      return
    }
    var notes: [String] = []
    var fixes: [Fix] = []
    if let replacement = Self.replacement(for: scalar) {
      fixes = [Fix(title: "write `\(replacement)`", span: span, replacement: replacement)]
    } else if scalar == ";" {
      notes = ["an item ends where the next begins; no mark stands between them"]
    }
    let text = String(source.text(in: span).prefix(20))
    report(
      .unreadableCharacter, "`\(text)` has no meaning here", at: span, notes: notes, fixes: fixes, always: true)
  }

  /// What those may have meant who wrote a character that Casus does not use.
  private static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&", "∧": "and"
    case "∨": "or"
    case "!", "¬": "not"
    case "≤": "<="
    case "≥": ">="
    case "≠": "is not"
    case "−", "–", "—": "-"
    case "×", "·": "*"
    case "÷": "/"
    case "→": "->"
    case "…": ".."
    case "“", "”", "„", "«", "»": "\""
    case "‘", "’": "`"
    case "，", "、": ","
    case "：": ":"
    case "（": "("
    case "）": ")"
    case "∈": "in"
    default: nil
    }
  }
}

extension TokenKind {
  /// Comments are passed over without a look at what characters they hold.
  fileprivate var isComment: Bool {
    switch self {
    case .lineComment, .documentationComment, .blockComment, .unterminatedBlockComment: true
    default: false
    }
  }
}
