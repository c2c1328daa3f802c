import CasusDiagnostics
import CasusSemantics
import CasusSyntax

/// Declarations as they are written, with the words of the article around them.
struct DeclarationText {
  private let session: InteractiveSession
  private var program: Program { session.state.program }
  private var width: Int { min(session.output.width, 100) }

  init(_ session: InteractiveSession) { self.session = session }

  func text(of id: DeclarationID) -> String {
    let declaration = program[id]
    var text = heading(declaration.instrument, declaration.article, declaration.span)
    if let article = declaration.article { text += words(of: article) }
    if !declaration.documentation.isEmpty { text += wrapped(declaration.documentation) }
    switch declaration.kind {
    case .rule(let details):
      for alternative in details.alternatives { text += source(alternative.span) }
      text += exceptions(details.exceptions)
    case .norm(let details): text += source(declaration.span) + exceptions(details.exceptions)
    case .exception(let details): text += source(declaration.span) + exceptions(details.exceptions)
    case .fact, .event, .definition: text += source(declaration.span)
    }
    return text
  }

  func text(of id: InstrumentID) -> String {
    let instrument = program[id]
    var text =
      "  \(instrument.kind) " + paint(instrument.name.safe, .heading) + (instrument.title.map { "   " + $0.safe } ?? "")
    text += faint("   " + session.place(of: instrument.span)) + "\n"
    if !instrument.documentation.isEmpty { text += wrapped(instrument.documentation) }
    var clauses: [String] = []
    let parties = program.members(of: .parties(id)).map { $0.word.safe }
    if instrument.partyFact != nil { clauses.append("parties " + parties.joined(separator: ", ")) }
    if let signed = instrument.signed { clauses.append("signed \(signed)") }
    if let force = instrument.force {
      let period = [force.from.map { "from \($0)" }, force.until.map { "until \($0)" }].compactMap { $0 }
      clauses.append("in force " + period.joined(separator: " ") + (force.unless.isEmpty ? "" : " unless …"))
    }
    if let replaced = instrument.replaces { clauses.append("replaces " + program[replaced].name.safe) }
    for clause in clauses {
      for (number, line) in clause.wrapped(to: width - 6).enumerated() {
        text += (number == 0 ? "    " : "      ") + line + "\n"
      }
    }
    for article in program.articles where article.instrument == id {
      let words = article.words.map { "  " + $0.safe.shortened(to: max(20, width - 20)) } ?? ""
      text += "    article " + article.number.safe + faint(words) + "\n"
    }
    for (number, declaration) in program.declarations.enumerated()
    where declaration.instrument == id && DeclarationID(number) != instrument.partyFact {
      text += "    " + program.signature(of: declaration).safe + "\n"
    }
    return text
  }

  func text(of id: ArticleID) -> String {
    let article = program[id]
    var text = heading(article.instrument, id, article.span) + words(of: id)
    for declaration in program.declarations where declaration.article == id {
      text += "    " + program.signature(of: declaration).safe + "\n"
    }
    return text
  }

  func text(of id: EntityID) -> String {
    let entity = program[id]
    var text = "  " + paint(entity.name.safe, .heading) + ": " + program[entity.type].name.safe + "\n"
    if let label = entity.label { text += "    " + label.safe + "\n" }
    if !entity.aliases.isEmpty { text += "    also " + entity.aliases.map { $0.safe }.joined(separator: ", ") + "\n" }
    return text
  }

  func text(of id: TypeID) -> String {
    let type = program[id]
    let members = type.members.map { program[$0].name.safe }.joined(separator: type.isClosed ? " | " : ", ")
    let heading = "  " + paint(type.name.safe, .heading) + (type.isClosed ? "   closed, in this order" : "")
    return heading + "\n" + (type.documentation.isEmpty ? "" : wrapped(type.documentation)) + wrapped(members)
  }

  func text(of id: SetID) -> String {
    let set = program[id]
    let heading = "  " + paint(set.name.safe, .heading) + "\n"
    switch set.elements {
    case .entities(let entities, of: _):
      return heading + wrapped(entities.map { program[$0].name.safe }.joined(separator: ", "))
    case .integers(let range): return heading + "    \(range.lowerBound)..\(range.upperBound)\n"
    }
  }

  // MARK: Parts

  private func paint(_ text: String, _ role: Paint.Role) -> String { session.output.paint(text, role) }
  private func faint(_ text: String) -> String { paint(text, .faint) }

  private func heading(_ instrument: InstrumentID?, _ article: ArticleID?, _ span: SourceSpan) -> String {
    var words: [String] = []
    if let instrument { words.append(program[instrument].title ?? program[instrument].name) }
    if let article { words.append("Article " + program[article].number) }
    let title = words.joined(separator: ", ").safe
    return "  " + (title.isEmpty ? "" : paint(title, .heading) + "   ") + faint(session.place(of: span)) + "\n"
  }

  private func words(of article: ArticleID) -> String {
    program[article].words.map { wrapped("“\($0)”") } ?? ""
  }

  private func exceptions(_ ids: [DeclarationID]) -> String {
    ids.map { "    exception " + program[$0].qualifiedName.safe + "\n" + source(program[$0].span) }.joined()
  }

  /// The item that a place lies in, as it is written.
  private func source(_ span: SourceSpan) -> String {
    guard let source = session.state.sources[span.source] else { return "" }
    let items = parse(source, id: span.source).tree.items
    let item = SourceItems.innermost(around: span, in: items)?.span ?? span
    let start = Int(source.lineStarts[source.lineIndex(at: Int(item.start))])
    let whole = source.text(in: SourceSpan(source: span.source, start: start, end: Int(item.end)))
    return whole.withCommonIndentation(of: 4)
  }

  private func wrapped(_ text: String) -> String {
    text.onOneLine.safe.wrapped(to: width - 4).map { "    " + $0 + "\n" }.joined()
  }
}

/// Items inside of items.
private enum SourceItems {
  static func innermost(around span: SourceSpan, in items: [Item]) -> Item? {
    guard let item = items.first(where: { $0.span.start <= span.start && span.end <= $0.span.end }) else { return nil }
    switch item.kind {
    case .instrument(let instrument): return innermost(around: span, in: instrument.items) ?? item
    case .article(let article): return innermost(around: span, in: article.items) ?? item
    default: return item
    }
  }
}
