import CasusDiagnostics
import CasusSyntax

/// Collecting facts, events, rules, definitions, exceptions and norms.
extension Checker {
  mutating func collectDeclaration(_ item: Item, _ context: Context) {
    switch item.kind {
    case .fact(let syntax):
      collect(syntax.name, .fact(syntax), .fact(FactDetails(type: .condition)), item, context)
    case .event(let syntax):
      collect(syntax.name, .event(syntax), .event(FactDetails(type: .condition)), item, context)
    case .definition(let syntax):
      let details = DefinitionDetails(type: .integer, domain: .type(.integer), cases: [], frameSize: 0)
      collect(syntax.name, .definition(syntax), .definition(details), item, context)
    case .norm(let syntax):
      let details = NormDetails(
        modality: syntax.modality, event: DeclarationID(0), act: [], bearer: 0, deadline: nil, condition: Condition(),
        exceptions: [], prevailedOverBy: [], unrankedAgainst: [])
      collect(syntax.name, .norm(syntax), .norm(details), item, context)
    case .exception(let syntax): collect(syntax, item, context)
    case .rule(let syntax): collect(syntax, item, context)
    default: break
    }
  }

  private mutating func collect(
    _ name: Name, _ syntax: DeclarationSite.Syntax, _ kind: CheckedDeclaration.Kind, _ item: Item, _ context: Context
  ) {
    guard !item.isDamaged else { return declare(name, as: .unusable, in: context.scope) }
    let declaration = addDeclaration(
      name: name, syntax: syntax, kind: kind, documentation: item.documentation, span: name.span, context: context)
    declare(name, as: .declaration(declaration), in: context.scope)
  }

  mutating func addDeclaration(
    name: Name, syntax: DeclarationSite.Syntax, kind: CheckedDeclaration.Kind, documentation: String, span: SourceSpan,
    context: Context
  ) -> DeclarationID {
    let declaration = DeclarationID(program.declarations.count)
    program.declarations.append(
      CheckedDeclaration(
        qualifiedName: names[context.scope].prefix + name.text, parameters: [], instrument: context.instrument,
        article: context.article, documentation: documentation, span: span, kind: kind))
    declarationSites.append(DeclarationSite(syntax: syntax, context: context, span: span))
    return declaration
  }

  /// An exception without a name is called by what it excepts and the line it stands in.
  private mutating func collect(_ syntax: ExceptionDeclaration, _ item: Item, _ context: Context) {
    let kind = CheckedDeclaration.Kind.exception(
      ExceptionDetails(excepted: DeclarationID(0), condition: Condition(), exceptions: []))
    if let name = syntax.name { return collect(name, .exception(syntax), kind, item, context) }
    guard !item.isDamaged else { return }
    let line = sources[item.span.source].map { $0.lineIndex(at: Int(item.span.start)) + $0.firstLine } ?? 0
    _ = addDeclaration(
      name: Name("exception to \(syntax.excepted.text) (line \(line))", at: item.span), syntax: .exception(syntax),
      kind: kind, documentation: item.documentation, span: syntax.excepted.span, context: context)
  }

  /// A rule of a name that is a rule's already is another alternative of it.
  private mutating func collect(_ syntax: RuleDeclaration, _ item: Item, _ context: Context) {
    guard !item.isDamaged else { return declare(syntax.name, as: .unusable, in: context.scope) }
    let alternative = DeclarationSite.RuleAlternative(syntax: syntax, context: context, span: item.span)
    if case .declaration(let earlier)? = names.own(syntax.name.text, in: context.scope)?.symbol,
      case .rule(var alternatives) = declarationSites[earlier.index].syntax
    {
      // Emptied first, so that the list is not copied for each alternative.
      declarationSites[earlier.index].syntax = .rule([])
      alternatives.append(alternative)
      declarationSites[earlier.index].syntax = .rule(alternatives)
      return
    }
    collect(
      syntax.name, .rule([alternative]), .rule(RuleDetails(alternatives: [], exceptions: [])), item, context)
  }
}

extension FactDetails {
  /// A fact or event of which only the type and the presumption are known yet.
  init(type: ValueType, presumed: Told? = nil) {
    self.init(type: type, domain: nil, presumed: presumed, decider: nil, asks: nil)
  }
}

extension Condition {
  /// One that always holds.
  init() { self.init(when: nil, unless: [], frameSize: 0) }
}
