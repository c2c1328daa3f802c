import CasusDiagnostics
import CasusSyntax

/// The tokens of a source that the grammar speaks of, with their places.
struct SourceTokens: Sendable {
  struct Place: Sendable {
    var kind: TokenKind
    var span: SourceSpan
  }

  let source: SourceText
  let id: SourceID
  private(set) var places: [Place] = []

  init(_ source: SourceText, id: SourceID) {
    self.source = source
    self.id = id
    var start = 0
    for token in tokenize(source.bytes) {
      let end = start + Int(token.length)
      if !token.kind.isTrivia {
        places.append(Place(kind: token.kind, span: SourceSpan(source: id, start: start, end: end)))
      }
      start = end
    }
  }

  /// The kind of a token; behind the last there is nothing but the end.
  func kind(at position: Int) -> TokenKind {
    places.indices.contains(position) ? places[position].kind : .endOfFile
  }

  /// A name as the program means it: without its backticks.
  func name(in span: SourceSpan) -> String {
    source.text(in: span).filter { $0 != "`" }
  }

  /// The position of the token that starts at an offset.
  private func position(startingAt offset: Int32) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = low + (high - low) / 2
      if places[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return places.indices.contains(low) && places[low].span.start == offset ? low : nil
  }

  /// The names of the parameters of the declaration whose name stands there, in order.
  func parameters(behind name: SourceSpan) -> [SourceSpan] {
    guard let start = position(startingAt: name.start), kind(at: start + 1) == .leftParenthesis else { return [] }
    var names: [SourceSpan] = []
    var position = start + 2
    while kind(at: position) != .rightParenthesis, kind(at: position) != .endOfFile {
      if kind(at: position + 1) == .colon { names.append(places[position].span) }
      position += 1
    }
    return names
  }

  /// The variables that the `some`, `every`, `count` or `sum` standing there binds, in order.
  func variables(boundAt expression: SourceSpan) -> [SourceSpan] {
    guard var position = position(startingAt: expression.start) else { return [] }
    switch kind(at: position) {
    case .keyword(.some), .keyword(.every): position += 1
    case .keyword(.count): position += 2
    case .keyword(.sum):
      position = self.position(of: [.keyword(.over)], from: position + 2) + 1
    default: return []
    }
    var names: [SourceSpan] = []
    while kind(at: position + 1) == .keyword(.in), places[position].span.end <= expression.end {
      names.append(places[position].span)
      position = self.position(of: [.comma, .keyword(.where), .keyword(.satisfies)], from: position + 2)
      guard kind(at: position) == .comma else { break }
      position += 1
    }
    return names
  }

  /// The first of these kinds that stands in no brackets opened on the way; the end where a bracket closes before.
  private func position(of wanted: [TokenKind], from start: Int) -> Int {
    var depth = 0
    for position in start..<max(start, places.count) {
      let kind = places[position].kind
      if depth == 0, wanted.contains(kind) { return position }
      switch kind {
      case .leftParenthesis, .leftBrace: depth += 1
      case .rightParenthesis, .rightBrace:
        depth -= 1
        if depth < 0 { return places.count }
      default: break
      }
    }
    return places.count
  }
}
