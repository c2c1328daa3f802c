import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics
import CasusSyntax

/// Commands that show the program.
extension SessionCommand {
  static let rules = SessionCommand(
    name: "rules", arguments: "[NAME]", topic: .program,
    summary: "List rules, definitions and norms, of everything or of one instrument.", completion: .declaration
  ) { session, argument throws(CommandFailure) in
    let listed = session.state.program.declarations.filter { declaration in
      switch declaration.kind {
      case .rule, .definition, .norm, .exception: break
      case .fact, .event: return false
      }
      return argument.isEmpty || declaration.qualifiedName.hasPrefix(argument)
    }
    session.list(listed)
  }

  static let show = SessionCommand(
    name: "show", arguments: "NAME", topic: .program,
    summary: "Show a declaration as it is written, with the words of its article.",
    details: "A name, qualified or not, or an article: `:show CSP 4`.", completion: .declaration
  ) { session, argument throws(CommandFailure) in try session.show(argument) }

  static let type = SessionCommand(
    name: "type", arguments: "EXPRESSION", topic: .program, summary: "Tell what kind of value an expression has.",
    completion: .query
  ) { session, argument throws(CommandFailure) in
    guard !argument.isEmpty else { throw CommandFailure(status: .usage, message: ":type needs an expression") }
    let asked = try session.question(argument, isAsked: false)
    session.output.write("  " + session.typeName(asked) + "\n")
  }
}

extension InteractiveSession {
  /// The place of something, as `file:line`.
  func place(of span: SourceSpan) -> String {
    guard let source = state.sources[span.source] else { return "" }
    return "\(source.name.safe):\(source.position(at: Int(span.start)).line)"
  }

  fileprivate func list(_ declarations: [CheckedDeclaration]) {
    let names = declarations.map { state.program.signature(of: $0).safe }
    let width = min(50, names.map { $0.terminalWidth }.max() ?? 0)
    var lines = ""
    for (name, declaration) in zip(names, declarations) {
      let citation = state.program.citation(of: declaration.span) ?? ""
      lines += "  " + name.padded(to: width) + paintFaint("   " + citation.safe) + "\n"
    }
    output.write(lines.isEmpty ? "  there are none\n" : lines)
  }

  fileprivate func typeName(_ asked: UnderstoodQuestion) -> String {
    let program = asked.builder.program
    let expression = program[asked.question.expression]
    if case .quantified(.some, let binding, _) = expression.kind, binding.isFromAny {
      return "a condition; with `any`, its cases"
    }
    switch expression.type {
    case .condition: return "a condition"
    case .integer: return "Int"
    case .decimal: return "Decimal"
    case .text: return "Text"
    case .date: return "Date"
    case .duration: return "Duration"
    case .entity(let type): return program[type].name.safe
    }
  }

  // MARK: Showing

  fileprivate func show(_ words: String) throws(CommandFailure) {
    guard !words.isEmpty else { throw CommandFailure(status: .usage, message: ":show needs a name") }
    if let article = article(words) { return output.write(text(of: article)) }
    guard let symbol = symbol(named: words) else {
      throw CommandFailure(status: .wrongInput, message: "nothing is named \(words.safe)" + suggestion(for: words))
    }
    output.write(text(of: symbol))
  }

  /// An instrument's name and the number of an article.
  private func article(_ words: String) -> ArticleID? {
    let parts = words.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let number = parts[1].trimmingBlanks
    return state.program.articles.indices.map { ArticleID($0) }.first { id in
      let article = state.program[id]
      return state.program[article.instrument].name == parts[0]
        && (article.number == number || "article " + article.number == number)
    }
  }

  /// What a name means, as in a query.
  private func symbol(named name: String) -> SymbolTable.Symbol? {
    let names = state.program.names
    let parts = name.split(separator: ".").map { $0.trimmingBlanks }
    if parts.count > 1 {
      guard case .instrument(let instrument)? = names.own(parts[0], in: .program)?.symbol else { return nil }
      return names.own(parts[1], in: names.scope(of: instrument))?.symbol
    }
    if let own = names.own(name, in: .program) { return own.symbol }
    let found = state.program.instruments.indices.compactMap { index in
      names.own(name, in: names.scope(of: InstrumentID(index)))?.symbol
    }
    if let only = found.first, found.count == 1 { return only }
    return entity(named: name, in: state.program).map { .entity($0) }
  }

  func declaration(named name: String) throws(CommandFailure) -> DeclarationID {
    if case .declaration(let declaration)? = symbol(named: name) { return declaration }
    throw CommandFailure(
      status: .wrongInput, message: "no fact, event or rule is named \(name.safe)" + suggestion(for: name))
  }

  private func suggestion(for name: String) -> String {
    let known = state.program.declarations.map { $0.qualifiedName } + state.program.instruments.map { $0.name }
    let short = state.program.declarations.map { String($0.qualifiedName.split(separator: ".").last ?? "") }
    return nearest(to: name, among: known + short).map { "; did you mean \($0.safe)?" } ?? ""
  }

  private func text(of symbol: SymbolTable.Symbol) -> String {
    switch symbol {
    case .declaration(let declaration): DeclarationText(self).text(of: declaration)
    case .instrument(let instrument): DeclarationText(self).text(of: instrument)
    case .entity(let entity): DeclarationText(self).text(of: entity)
    case .type(let type): DeclarationText(self).text(of: type)
    case .set(let set): DeclarationText(self).text(of: set)
    case .parties(let instrument): DeclarationText(self).text(of: instrument)
    case .unusable: ""
    }
  }

  private func text(of article: ArticleID) -> String { DeclarationText(self).text(of: article) }
}

extension Program {
  /// A declaration with its parameters: `CSP.assistance(ally: Party, victim: Party)`.
  func signature(of declaration: CheckedDeclaration) -> String {
    let parameters = declaration.parameters.map { parameter in
      let label = parameter.label ?? "_"
      let words = label == parameter.name ? label : label + " " + parameter.name
      return words + ": " + name(of: parameter.domain)
    }
    return declaration.qualifiedName + (parameters.isEmpty ? "" : "(" + parameters.joined(separator: ", ") + ")")
  }

  func name(of domain: DomainReference) -> String {
    switch domain {
    case .type(.condition): "condition"
    case .type(.integer): "Int"
    case .type(.decimal): "Decimal"
    case .type(.text): "Text"
    case .type(.date): "Date"
    case .type(.duration): "Duration"
    case .type(.entity(let type)): self[type].name
    case .set(let set): self[set].name
    case .parties(let instrument): self[instrument].name + ".Party"
    }
  }
}
