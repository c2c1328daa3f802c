package import CasusDiagnostics

/// What the parser allows before it stops and says so.
package struct ParserLimits: Sendable, Equatable {
  /// The greatest depth that can be asked for: what the stack of an ordinary thread bears.
  package static let greatestDepth = 1000

  /// How deep brackets, `not`, signs, calls and blocks may stand in one another.
  package let maximumDepth: Int
  /// How many errors of one source are shown.
  package let maximumErrors: Int

  package init(maximumDepth: Int = 256, maximumErrors: Int = 100) {
    self.maximumDepth = min(maximumDepth, Self.greatestDepth)
    self.maximumErrors = maximumErrors
  }
}

/// What the parser makes of one source: a tree, whatever the text, and all that was wrong with it.
package struct ParsedSource: Sendable, Equatable {
  package var tree: SyntaxTree
  /// In the order of their places.
  package var diagnostics: [Diagnostic]
  /// Whether nothing is wrong but that the text is over: what follows could complete it.
  package var endsTooSoon: Bool

  package init(tree: SyntaxTree, diagnostics: [Diagnostic], endsTooSoon: Bool) {
    self.tree = tree
    self.diagnostics = diagnostics
    self.endsTooSoon = endsTooSoon
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// What the parser makes of a query.
package struct ParsedQuery: Sendable, Equatable {
  package var expression: Expression
  /// In the order of their places.
  package var diagnostics: [Diagnostic]
  /// Whether nothing is wrong but that the text is over: what follows could complete it.
  package var endsTooSoon: Bool

  package init(expression: Expression, diagnostics: [Diagnostic], endsTooSoon: Bool) {
    self.expression = expression
    self.diagnostics = diagnostics
    self.endsTooSoon = endsTooSoon
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads a whole file. It never fails: what is wrong is reported, left out or stood in for.
package func parse(_ source: SourceText, id: SourceID, limits: ParserLimits = .init()) -> ParsedSource {
  var parser = Parser(source, id: id, limits: limits)
  let items = parser.parseFile()
  return parser.finish(with: items)
}

/// Reads a single condition or value, such as a query on the command line.
package func parseQuery(_ source: SourceText, id: SourceID, limits: ParserLimits = .init()) -> ParsedQuery {
  var parser = Parser(source, id: id, limits: limits)
  let expression = parser.parseQuery()
  let finished = parser.finish(with: [])
  return ParsedQuery(
    expression: expression, diagnostics: finished.diagnostics, endsTooSoon: finished.endsTooSoon)
}
