import CasusDiagnostics
import CasusFormatting
import CasusSyntax
import Testing

/// Formats a text, and checks all that holds whatever the text; returns what it became, or nil where it was refused.
@discardableResult
func assertFormatted(
  _ text: String, limits: ParserLimits = .init(), _ location: SourceLocation = #_sourceLocation
) -> String? {
  let source = SourceText(name: "<test>", text: text)
  switch format(source, id: SourceID(0), limits: limits) {
  case .formatted(let bytes):
    let formatted = String(decoding: bytes, as: UTF8.self)
    checkForm(of: formatted, text, location)
    checkMeaning(of: formatted, source, limits, location)
    let again = format(SourceText(name: "<formatted>", bytes: bytes), id: SourceID(0), limits: limits)
    let isSame = again == .formatted(bytes)
    #expect(
      isSame, "formatting twice changes:\n\(text)\n--- \n\(formatted)\n---\n\(again.text)", sourceLocation: location)
    return formatted
  case .wrong(let errors):
    Issue.record("\(errors.map(\.message))\n\(text)", sourceLocation: location)
  case .refused(let reason):
    Issue.record("refused: \(reason)\n\(text)", sourceLocation: location)
  }
  return nil
}

extension Formatting {
  var text: String {
    switch self {
    case .formatted(let bytes): String(decoding: bytes, as: UTF8.self)
    case .wrong(let errors): "\(errors.map(\.message))"
    case .refused(let reason): reason
    }
  }
}

private func checkForm(of formatted: String, _ text: String, _ location: SourceLocation) {
  let lines = formatted.split(separator: "\n", omittingEmptySubsequences: false)
  let trailing = lines.first { $0.last == " " || $0.last == "\t" }
  #expect(trailing == nil, "blanks at the end of a line:\n\(text)", sourceLocation: location)
  #expect(formatted.isEmpty || formatted.hasSuffix("\n"), "the last line ends", sourceLocation: location)
  #expect(!formatted.hasSuffix("\n\n") && !formatted.hasPrefix("\n"), "no empty lines around", sourceLocation: location)
}

/// That the trees are the same but for places, that every comment is there in its order, and between the same words.
private func checkMeaning(
  of formatted: String, _ source: SourceText, _ limits: ParserLimits, _ location: SourceLocation
) {
  let before = parse(source, id: SourceID(0), limits: limits)
  let after = parse(SourceText(name: "<formatted>", text: formatted), id: SourceID(0), limits: limits)
  #expect(after.diagnostics.isEmpty, "formatted, it has errors:\n\(formatted)", sourceLocation: location)
  let isSame = shape(of: before.tree.items) == shape(of: after.tree.items)
  #expect(isSame, "formatted, it means something else:\n\(formatted)", sourceLocation: location)
  let comments = (essence(of: source, before.tree.tokens), essence(of: formatted, after.tree.tokens))
  #expect(comments.0 == comments.1, "words or comments are not the same:\n\(formatted)", sourceLocation: location)
}

private func essence(of text: String, _ tokens: [Token]) -> [String] {
  essence(of: SourceText(name: "", text: text), tokens)
}

/// The words and comments in their order, without blanks.
private func essence(of source: SourceText, _ tokens: [Token]) -> [String] {
  var offset = 0
  var found: [String] = []
  for token in tokens {
    let end = offset + Int(token.length)
    let text = String(decoding: source.bytes[offset..<end], as: UTF8.self)
    if token.kind != .whitespace { found.append(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
    offset = end
  }
  return found
}

/// A value written out without the places in it, so that equal trees of different sources are equal texts. The words of
/// documentation are compared with the other comments.
private func shape(of value: Any) -> String {
  if value is SourceSpan { return "" }
  if let text = value as? String { return "\"\(text)\"" }
  let mirror = Mirror(reflecting: value)
  if mirror.children.isEmpty { return mirror.displayStyle == .collection ? "[]" : "\(value)" }
  let parts = mirror.children.filter { $0.label != "documentation" }.map { "\($0.label ?? ""):\(shape(of: $0.value))" }
  return "(" + parts.joined(separator: " ") + ")"
}
