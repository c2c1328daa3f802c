import CasusDiagnostics

/// Reporting what is wrong.
extension Parser {
  /// Reports an error at the token read next, or elsewhere, and goes on as if all were right.
  ///
  /// What goes wrong right behind another error, or behind a character that was reported, is not worth a second message;
  /// the item is damaged all the same.
  /// - Parameter always: whether the message has a cause of its own, whatever stands near.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan? = nil, related: [RelatedPlace] = [],
    notes: [String] = [], fixes: [Fix] = [], always: Bool = false
  ) {
    isDamaged = true
    guard !isPanicking else { return }
    if !always {
      defer { latestErrorPosition = position }
      if let latest = latestErrorPosition, position <= latest + 1 { return }
      if tokens[position].followsUnknown || isAtSwallowedEnd { return }
    }
    noteCause(code, isLexical: always)
    add(Diagnostic(code, message, at: span ?? currentSpan, related: related, notes: notes, fixes: fixes))
  }

  /// Keeps in mind whether all that is wrong is that the text is over.
  private mutating func noteCause(_ code: DiagnosticCode, isLexical: Bool) {
    guard code != .textNotClosed, code != .commentNotClosed else {
      lacksEnd = true
      return
    }
    if !hasOtherErrors, !isLexical, kind(at: position) == .endOfFile { isCutShort = true }
    hasOtherErrors = true
  }

  /// Whether the file ends inside a text or a comment that has no end, which was reported, so that all is missing behind.
  private var isAtSwallowedEnd: Bool {
    guard kind(at: position) == .endOfFile, let last = rawTokens.last else { return false }
    return last.kind == .unterminatedText || last.kind == .unterminatedBlockComment
  }

  /// Reports an error and gives the item up.
  mutating func fail(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan? = nil, related: [RelatedPlace] = [],
    notes: [String] = [], fixes: [Fix] = []
  ) {
    report(code, message, at: span, related: related, notes: notes, fixes: fixes)
    giveUp()
  }

  /// Stops reading the item in hand without a word; the cause was reported.
  mutating func giveUp() {
    isDamaged = true
    isPanicking = true
  }

  /// Reports that something else should stand here, and gives the item up.
  mutating func failExpecting(_ expected: String, _ code: DiagnosticCode = .unexpectedWord, notes: [String] = []) {
    fail(code, "expected \(expected), found \(describeCurrent())", notes: notes)
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    guard diagnostics.count < limits.maximumErrors else { return }
    diagnostics.append(diagnostic)
    if diagnostics.count == limits.maximumErrors {
      diagnostics[diagnostics.count - 1].notes.append("further errors of this file are not shown")
    }
  }

  /// The token read next, in the reader's words.
  func describeCurrent() -> String {
    switch kind(at: position) {
    case .endOfFile: return "the end of the file"
    case .text, .unterminatedText: return "a text"
    default:
      let text = currentText
      return text.utf8.count > 60 ? "`\(String(text.prefix(40)))…`" : "`\(text)`"
    }
  }
}

/// Suggesting what was meant.
extension Parser {
  /// The word that the name read next nearly is; nil where it is like none, or where nothing more will be shown.
  func nearestWord(among candidates: [String]) -> String? {
    guard current == .name, diagnostics.count < limits.maximumErrors else { return nil }
    return nearest(to: currentText, among: candidates)
  }

  func question(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean `\($0)`?" } ?? ""
  }

  /// The fix that writes the suggested word in place of the one read next.
  func fixes(writing suggestion: String?) -> [Fix] {
    suggestion.map { [Fix(title: "write `\($0)`", span: currentSpan, replacement: $0)] } ?? []
  }
}

/// What must stand here.
extension Parser {
  /// Consumes the token, or reports that it is missing and goes on as if it stood there.
  mutating func expectLeniently(_ kind: TokenKind, _ spelling: String, _ code: DiagnosticCode = .unexpectedWord) {
    if consume(kind) { return }
    let replacement = kind == .comma || kind == .colon ? spelling : " \(spelling)"
    report(
      code, "expected `\(spelling)`, found \(describeCurrent())",
      fixes: [Fix(title: "write `\(spelling)`", span: endOfPrevious, replacement: replacement)])
  }

  /// Consumes the word, or reports that it is missing and gives the item up.
  mutating func expect(_ keyword: Keyword, for purpose: String = "") {
    if consume(keyword) { return }
    failExpecting("`\(keyword.rawValue)`\(purpose)")
  }

  /// Consumes the bracket that closes the one at `opening`, or reports that it is missing and gives the item up.
  mutating func expectClosing(_ kind: TokenKind, _ spelling: String, opening: Int) {
    if consume(kind) { return }
    let opened = text(at: opening)
    fail(
      .bracketNotClosed, "expected `\(spelling)`, found \(describeCurrent())",
      related: [RelatedPlace(message: "the `\(opened)` that it would close", span: span(at: opening))])
  }
}
