import CasusDiagnostics

/// Names, paths, labels and texts: the words that productions are made of.
extension Parser {
  /// name = NAME | QUOTED-NAME ;
  ///
  /// - Parameter expected: what should stand here, such as "a name for the fact".
  mutating func parseName(_ expected: String) -> Name {
    let span = currentSpan
    switch current {
    case .name:
      let text = currentText
      if text == "_" {
        report(.nameExpected, "`_` alone is no name; expected \(expected)")
        advance()
        return Name("", at: span)
      }
      advance()
      return Name(text, at: span)
    case .quotedName, .unterminatedQuotedName: return parseQuotedName()
    case .keyword(let keyword) where keywordStandsAsName(keyword):
      reportReservedWord(keyword)
      advance()
      return Name(keyword.rawValue, at: span)
    default:
      failExpecting(expected, .nameExpected)
      return Name("", at: endOfPrevious)
    }
  }

  private mutating func parseQuotedName() -> Name {
    let span = currentSpan
    let isClosed = current == .quotedName
    let inner = SourceSpan(source: id, start: Int(span.start) + 1, end: Int(span.end) - (isClosed ? 1 : 0))
    let text = source.text(in: inner)
    if !isClosed {
      isDamaged = true
    } else if text.isEmpty {
      report(.nameNotClosed, "no name stands between these backticks")
    } else if !text.utf8.elementsEqual(source.bytes[Int(inner.start)..<Int(inner.end)]) {
      report(.notUTF8, "some bytes of this name are no UTF-8", always: true)
    }
    advance()
    return Name(text, at: span)
  }

  /// Whether a word of the grammar, where a name should stand, was meant as one rather than as what follows it.
  private func keywordStandsAsName(_ keyword: Keyword) -> Bool {
    if keyword.beginsItem, beginsLine(at: position) { return false }
    switch peek() {
    case .name, .quotedName, .text, .integer, .decimal, .date: return beginsLine(at: position + 1)
    default: return true
    }
  }

  mutating func reportReservedWord(_ keyword: Keyword) {
    let word = keyword.rawValue
    report(
      .reservedWord, "`\(word)` is a word of the grammar and cannot be a name",
      notes: ["in backticks it is a name like any other"],
      fixes: [Fix(title: "write it in backticks", span: currentSpan, replacement: "`\(word)`")])
  }

  /// path = name { "." name } ;
  mutating func parsePath(_ expected: String) -> Path {
    var names = [parseName(expected)]
    while consume(.period) { names.append(parseName("a name after the `.`")) }
    return Path(names)
  }

  /// A list of paths, with commas between them.
  mutating func parsePaths(_ expected: String) -> [Path] {
    var paths = [parsePath(expected)]
    while consumeComma(beforeElement: { $0.isAtName && !$0.isAtPrevails }) { paths.append(parsePath(expected)) }
    return paths
  }

  /// Whether a name stands here that a `prevails` follows or may follow, and that therefore begins an item.
  var isAtPrevails: Bool { isAtName && (peek() == .keyword(.prevails) || peek() == .period) }

  /// Consumes the comma before a further element of a list. A comma that is missing is reported where an element follows.
  mutating func consumeComma(beforeElement isAtElement: (Parser) -> Bool) -> Bool {
    if consume(.comma) { return true }
    guard isAtElement(self) else { return false }
    report(
      .commaMissing, "a `,` is missing before \(describeCurrent())",
      fixes: [Fix(title: "write a comma", span: endOfPrevious, replacement: ",")])
    return true
  }

  /// label = name | KEYWORD ;
  ///
  /// Only called where a word stands.
  mutating func parseLabel() -> Name {
    guard case .keyword(let keyword) = current else {
      return current == .name ? parsePlainLabel() : parseQuotedName()
    }
    let span = currentSpan
    advance()
    return Name(keyword.rawValue, at: span)
  }

  private mutating func parsePlainLabel() -> Name {
    let name = Name(currentText, at: currentSpan)
    advance()
    return name
  }

  /// Whether a word, reserved or not, stands at a distance.
  func isWord(at distance: Int) -> Bool {
    let kind = peek(distance)
    if case .keyword = kind { return true }
    return kind.isName
  }
}

/// Texts.
extension Parser {
  var isAtText: Bool { current == .text || current == .unterminatedText }

  mutating func parseOptionalText() -> TextLiteral? {
    guard isAtText else { return nil }
    let span = currentSpan
    let end = Int(span.end) - (current == .text ? 1 : 0)
    let decoded = DecodedText(source.bytes, from: Int(span.start) + 1, to: end)
    for fault in decoded.faults {
      let place = SourceSpan(source: id, start: fault.start, end: fault.end)
      switch fault.fault {
      case .escape:
        report(
          .unknownEscape, "`\(source.text(in: place))` means nothing in a text", at: place,
          notes: ["the escapes are `\\\"`, `\\\\`, `\\n` and `\\u{…}`"], always: true)
      case .notUTF8: report(.notUTF8, "these bytes are no UTF-8", at: place, always: true)
      }
    }
    if current == .unterminatedText { isDamaged = true }
    advance()
    return TextLiteral(decoded.value, at: span)
  }

  /// A text, where one must stand.
  mutating func parseText(_ expected: String) -> TextLiteral {
    if let text = parseOptionalText() { return text }
    failExpecting("\(expected) in quotes")
    return TextLiteral("", at: endOfPrevious)
  }
}
