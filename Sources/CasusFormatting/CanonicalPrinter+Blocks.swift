import CasusSyntax

/// Items with blocks, and items one below the other.
extension CanonicalPrinter {
  /// Items on lines of their own, with empty lines between those that differ in kind or take several lines.
  static func lines(of items: [Item], indentation: Int) -> String {
    var text = ""
    var previous: (item: Item, isLong: Bool)?
    for item in items {
      let source = lines(of: item, indentation)
      let isLong = source.utf8.contains(UInt8(ascii: "\n"))
      if let previous {
        let belongTogether = !isLong && !previous.isLong && Paragraph(item.kind) == Paragraph(previous.item.kind)
        text += belongTogether ? "\n" : "\n\n"
      }
      text += source
      previous = (item, isLong)
    }
    return text
  }

  private static func lines(of item: Item, _ indentation: Int) -> String {
    var text = ""
    if !item.documentation.isEmpty {
      let blanks = String(repeating: " ", count: indentation)
      for line in item.documentation.split(separator: "\n", omittingEmptySubsequences: false) {
        text += blanks + (line.isEmpty ? "///" : "/// " + String(line)) + "\n"
      }
    }
    return text + body(of: item.kind, indentation)
  }

  private static func body(of kind: Item.Kind, _ indentation: Int) -> String {
    switch kind {
    case .instrument(let instrument):
      return block(heading(of: instrument), clauses(of: instrument), instrument.items, indentation)
    case .article(let article):
      return block(heading(of: article), article.force.map { [layout($0)] } ?? [], article.items, indentation)
    case .scenario(let scenario):
      let asOf = scenario.asOf.map { [Layout.text("as of " + $0.text)] } ?? []
      return block(prefixed("scenario ", layout(text: scenario.title.value)), asOf, scenario.statements, indentation)
    case .table(let table):
      let heading = prefixed("table ", layout(text: table.path.value))
      return block(heading, table.rows.map { layout($0) }, [], indentation)
    default:
      guard let layout = layout(kind) else { return "" }
      return LayoutRenderer.render(layout, width: width, indentation: indentation)
    }
  }

  private static func block(
    _ heading: Layout, _ clauses: [Layout], _ items: [Item], _ indentation: Int
  ) -> String {
    let start = LayoutRenderer.render(.sequence([heading, .text(" {")]), width: width, indentation: indentation)
    var parts = clauses.map { LayoutRenderer.render($0, width: width, indentation: indentation + 2) }
    if !clauses.isEmpty, !items.isEmpty, !isStatement(items[0]) { parts.append("") }
    if !items.isEmpty { parts.append(lines(of: items, indentation: indentation + 2)) }
    guard !parts.isEmpty else { return start + "}" }
    let end = String(repeating: " ", count: indentation) + "}"
    return start + "\n" + parts.joined(separator: "\n") + "\n" + end
  }

  private static func isStatement(_ item: Item) -> Bool { Paragraph(item.kind) == .statements }

  private static func heading(of instrument: InstrumentDeclaration) -> Layout {
    var parts: [Layout] = [.text("\(instrument.kind.keyword.rawValue) \(spelling(of: instrument.name))")]
    if let title = instrument.title { parts += [.text(" "), layout(text: title.value)] }
    if let of = instrument.of { parts.append(.text(" of " + spelling(of: of))) }
    return .sequence(parts)
  }

  private static func clauses(of instrument: InstrumentDeclaration) -> [Layout] {
    var clauses: [Layout] = []
    if !instrument.parties.isEmpty {
      let parties = instrument.parties.map { party in
        Layout.text(spelling(of: party.name) + (party.period.map { " " + spelling(of: $0) } ?? ""))
      }
      clauses.append(.group(.sequence([.text("parties "), .nested(.joined(parties, by: ","))])))
    }
    if let signed = instrument.signed { clauses.append(.text("signed " + signed.text)) }
    if let force = instrument.force { clauses.append(layout(force)) }
    if let replaced = instrument.replaces { clauses.append(.text("replaces " + spelling(of: replaced))) }
    return clauses
  }

  private static func layout(_ force: ForceClause) -> Layout {
    clauses(.text("in force " + spelling(of: force.period)), force.unless.map { prefixed("unless ", layout($0)) })
  }

  private static func heading(of article: ArticleDeclaration) -> Layout {
    var parts: [Layout] = [.text("article ")]
    parts.append(article.numberIsText ? layout(text: article.number) : .text(article.number))
    if let words = article.words { parts += [.text(" "), layout(text: words.value)] }
    return .sequence(parts)
  }
}

/// Which items stand together without an empty line between them.
private enum Paragraph {
  case uses, vocabulary, facts, rules, statements, blocks

  init(_ kind: Item.Kind) {
    switch kind {
    case .use: self = .uses
    case .type, .entity, .set: self = .vocabulary
    case .fact, .event: self = .facts
    case .rule, .definition, .exception, .norm, .prevails: self = .rules
    case .told, .ask, .expect: self = .statements
    case .instrument, .article, .scenario, .table: self = .blocks
    }
  }
}
