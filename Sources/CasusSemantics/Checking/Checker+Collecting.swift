import CasusDiagnostics
import CasusSyntax

/// The first pass: every name of every file is declared, and what stands behind it put aside.
extension Checker {
  mutating func collect(_ files: [LoadedFile], lacksFiles: Bool) {
    names[.program].isDamaged = lacksFiles
    for file in files {
      let context = Context(scope: .program, instrument: nil, article: nil, isMain: file.isMain, file: file.path)
      collect(file.tree.items, in: context)
    }
  }

  private mutating func collect(_ items: [Item], in context: Context) {
    for item in items { collect(item, in: context) }
  }

  private mutating func collect(_ item: Item, in context: Context) {
    switch item.kind {
    case .use: break
    case .type(let syntax): collect(syntax, item, context)
    case .entity(let syntax): collect(syntax, item, context)
    case .set(let syntax): collect(syntax, item, context)
    case .fact, .event, .rule, .definition, .exception, .norm: collectDeclaration(item, context)
    case .instrument(let syntax): collect(syntax, item, context)
    case .article(let syntax): collect(syntax, item, context)
    case .prevails(let syntax):
      if !item.isDamaged { prevailsSites.append(PrevailsSite(syntax: syntax, context: context, span: item.span)) }
    case .told, .ask, .expect, .scenario, .table: collectStatement(item, context)
    }
  }

  private mutating func collectStatement(_ item: Item, _ context: Context) {
    let syntax: StatementSite.Syntax
    switch item.kind {
    case .scenario(let scenario): syntax = .scenario(scenario, isDamaged: item.isDamaged)
    case .told(let told) where !item.isDamaged: syntax = .told(told)
    case .ask(let ask) where !item.isDamaged: syntax = .ask(ask)
    case .expect(let expect) where !item.isDamaged: syntax = .expect(expect)
    case .table(let table) where !item.isDamaged: syntax = .table(table)
    default: return
    }
    statementSites.append(StatementSite(syntax: syntax, context: context, span: item.span))
  }

  /// Declares a name, and reports it where the name is taken: one name has one declaration.
  mutating func declare(_ name: Name, as symbol: SymbolTable.Symbol, in scope: ScopeID) {
    guard !name.isMissing else { return }
    if BuiltInType(rawValue: name.text) != nil {
      report(.builtInName, "`\(name.text)` is the name of a type of the language", at: name.span)
    } else if let earlier = names.own(name.text, in: scope), earlier.symbol != .unusable {
      guard symbol != .unusable else { return }
      report(
        .duplicateName, "`\(name.text)` is declared already", at: name.span,
        related: [RelatedPlace(message: "declared here first", span: earlier.span)])
    } else {
      names.declare(name.text, as: symbol, at: name.span, in: scope)
    }
  }

  private mutating func collect(_ syntax: TypeDeclaration, _ item: Item, _ context: Context) {
    let type = TypeID(program.types.count)
    program.types.append(
      EntityType(
        name: syntax.name.text, isClosed: syntax.members != nil, members: [], documentation: item.documentation))
    declare(syntax.name, as: item.isDamaged ? .unusable : .type(type), in: context.scope)
    for member in syntax.members ?? [] where !member.isMissing {
      let entity = addEntity(member.text, label: nil, aliases: [], type: type)
      declare(member, as: item.isDamaged ? .unusable : .entity(entity), in: context.scope)
    }
  }

  /// Adds an entity; its type learns of it when entities are resolved, or at once where the type is known.
  @discardableResult
  mutating func addEntity(_ name: String, label: String?, aliases: [String], type: TypeID?) -> EntityID {
    let entity = EntityID(program.entities.count)
    let known = type ?? TypeID(0)
    let ordinal = type.map { program[$0].members.count } ?? 0
    program.entities.append(Entity(name: name, label: label, aliases: aliases, type: known, ordinal: ordinal))
    if let type { program.types[type.index].members.append(entity) }
    return entity
  }

  private mutating func collect(_ syntax: EntityDeclaration, _ item: Item, _ context: Context) {
    let first = EntityID(program.entities.count)
    for member in syntax.members {
      let entity = addEntity(
        member.name.text, label: member.label?.value, aliases: member.aliases.map { $0.value }, type: nil)
      declare(member.name, as: item.isDamaged ? .unusable : .entity(entity), in: context.scope)
    }
    if !item.isDamaged { entitySites.append(EntitySite(first: first, syntax: syntax, context: context)) }
  }

  private mutating func collect(_ syntax: SetDeclaration, _ item: Item, _ context: Context) {
    let set = SetID(program.sets.count)
    program.sets.append(NamedSet(name: syntax.name.text, elements: .integers(0...0)))
    declare(syntax.name, as: item.isDamaged ? .unusable : .set(set), in: context.scope)
    if !item.isDamaged { setSites.append(SetSite(set: set, syntax: syntax, context: context)) }
  }

  private mutating func collect(_ syntax: InstrumentDeclaration, _ item: Item, _ context: Context) {
    let instrument = InstrumentID(program.instruments.count)
    names.open(in: context.scope, name: syntax.name.text)
    declare(syntax.name, as: .instrument(instrument), in: context.scope)
    program.instruments.append(
      Instrument(
        kind: syntax.kind, name: syntax.name.text, title: syntax.title?.value, of: nil, signed: nil, force: nil,
        replaces: nil, replacedBy: [], partyFact: nil, partyType: nil, documentation: item.documentation,
        span: syntax.name.span))
    instrumentSites.append(
      InstrumentSite(instrument: instrument, syntax: syntax, context: context, isDamaged: item.isDamaged))
    var inner = context
    inner.scope = names.scope(of: instrument)
    inner.instrument = instrument
    inner.article = nil
    names[inner.scope].isDamaged = item.isDamaged
    declareParties(of: instrument, syntax, item, inner)
    collect(syntax.items, in: inner)
  }

  /// `parties` declares `party(_:)` and `Party`; where the heading is damaged, it may have been meant to.
  private mutating func declareParties(
    of instrument: InstrumentID, _ syntax: InstrumentDeclaration, _ item: Item, _ inner: Context
  ) {
    guard let first = syntax.parties.first else {
      guard item.isDamaged else { return }
      names.declare("party", as: .unusable, at: syntax.name.span, in: inner.scope)
      names.declare("Party", as: .unusable, at: syntax.name.span, in: inner.scope)
      return
    }
    let span = first.name.span
    let fact = addDeclaration(
      name: Name("party", at: span), syntax: .party(instrument),
      kind: .fact(FactDetails(type: .condition, presumed: .truth(false))), documentation: "", span: span, context: inner
    )
    names.declare("party", as: .declaration(fact), at: span, in: inner.scope)
    names.declare("Party", as: .parties(instrument), at: span, in: inner.scope)
    program.instruments[instrument.index].partyFact = fact
    statementSites.append(StatementSite(syntax: .parties(instrument), context: inner, span: span))
  }

  private mutating func collect(_ syntax: ArticleDeclaration, _ item: Item, _ context: Context) {
    guard let instrument = context.instrument else { return collect(syntax.items, in: context) }
    let article = ArticleID(program.articles.count)
    program.articles.append(
      Article(
        instrument: instrument, number: syntax.number, words: syntax.words?.value, force: nil, span: syntax.numberSpan))
    var inner = context
    inner.article = article
    if let force = syntax.force, !item.isDamaged {
      articleSites.append(ArticleSite(article: article, force: force, context: inner))
    }
    collect(syntax.items, in: inner)
  }
}
