import CasusDiagnostics

/// Instruments and their articles.
extension Parser {
  /// instrument = kind name [ TEXT ] [ "of" path ]
  ///     "{" [ parties ] [ "signed" DATE ] [ force ] [ "replaces" path ] { article | item } "}" ;
  mutating func parseInstrument(_ kind: InstrumentKind) -> InstrumentDeclaration {
    advance()
    let name = parseName("a name for the \(kind.keyword.rawValue)")
    let title = parseOptionalText()
    let of = consume(.of) ? parsePath("a name after `of`") : nil
    var instrument = InstrumentDeclaration(
      kind: kind, name: name, title: title, of: of, parties: [], signed: nil, force: nil, replaces: nil, items: [])
    guard let block = openBlock({ $0.isAtHeadingClause || $0.isAt(.article) }) else { return instrument }
    var clauses = ClauseSequence.instrument
    while isInsideBlock {
      let start = position
      if !parseOptionalHeadingClause(of: &instrument, &clauses) {
        if parseItem(into: &instrument.items, of: .instrument) { passClauses(of: &clauses) }
      }
      if isPanicking { recover(from: start) }
    }
    closeBlock(block)
    return instrument
  }

  private var isAtHeadingClause: Bool {
    isAt(.parties) || isAt(.signed) || isAt(.replaces) || isAt(.in) && peek() == .keyword(.force)
  }

  /// A clause of the heading, if one comes next.
  private mutating func parseOptionalHeadingClause(
    of instrument: inout InstrumentDeclaration, _ clauses: inout ClauseSequence
  ) -> Bool {
    switch (current, peek()) {
    case (.keyword(.parties), _):
      enterClause(0, of: &clauses)
      instrument.parties += parseParties()
    case (.keyword(.signed), _):
      enterClause(1, of: &clauses)
      advance()
      let date = parseDate("the date of signature")
      instrument.signed = instrument.signed ?? date
    case (.keyword(.in), .keyword(.force)):
      enterClause(2, of: &clauses)
      let force = parseForce()
      instrument.force = instrument.force ?? force
    case (.keyword(.replaces), _):
      enterClause(3, of: &clauses)
      advance()
      let replaced = parsePath("the name of what is replaced")
      instrument.replaces = instrument.replaces ?? replaced
    default: return false
    }
    return true
  }

  /// parties = "parties" party { "," party } ;
  private mutating func parseParties() -> [InstrumentDeclaration.Party] {
    advance()
    var parties = [parseParty()]
    while consumeComma(beforeElement: { $0.isAtName && !$0.isAtPrevails }) { parties.append(parseParty()) }
    return parties
  }

  /// party = path [ period ] ;
  private mutating func parseParty() -> InstrumentDeclaration.Party {
    let name = parsePath("the name of a party")
    return InstrumentDeclaration.Party(name: name, period: parseOptionalPeriod())
  }

  /// force = "in" "force" period { "unless" expression } ;
  private mutating func parseForce() -> ForceClause {
    let start = position
    advance()
    advance()
    var period = parseOptionalPeriod()
    if period == nil { failExpecting("`from` or `until` and a date") }
    var unless: [Expression] = []
    while consume(.unless) { unless.append(parseExpression()) }
    let missing = Period(from: nil, until: nil, span: endOfPrevious)
    period = period ?? missing
    return ForceClause(period: period ?? missing, unless: unless, span: span(from: start))
  }

  /// article = "article" ( article-number | TEXT ) [ TEXT ] "{" [ force ] { item } "}" ;
  mutating func parseArticle() -> ArticleDeclaration {
    advance()
    var article = ArticleDeclaration(
      number: "", numberSpan: currentSpan, numberIsText: isAtText, words: nil, force: nil, items: [])
    if let text = parseOptionalText() {
      article.number = text.value
    } else {
      let start = position
      article.number = parseArticleNumber()
      article.numberSpan = span(from: start)
    }
    article.words = parseOptionalText()
    guard let block = openBlock({ $0.isAt(.in) }) else { return article }
    var clauses = ClauseSequence.article
    while isInsideBlock {
      let start = position
      if isAt(.in), peek() == .keyword(.force) {
        enterClause(0, of: &clauses)
        let force = parseForce()
        article.force = article.force ?? force
      } else {
        if parseItem(into: &article.items, of: .article) { passClauses(of: &clauses) }
      }
      if isPanicking { recover(from: start) }
    }
    closeBlock(block)
    return article
  }

  /// article-number = INTEGER { "(" ( INTEGER | label ) ")" } ;
  private mutating func parseArticleNumber() -> String {
    guard current == .integer else {
      failExpecting(
        "the number of the article", notes: ["what is more than a number stands in quotes: `article \"4 bis\"`"])
      return ""
    }
    var number = currentText
    advance()
    while current == .leftParenthesis {
      let opening = position
      advance()
      guard current == .integer || isWord(at: 0) else {
        failExpecting("the number or the letter of a paragraph")
        return number
      }
      number += "(" + currentText + ")"
      advance()
      expectClosing(.rightParenthesis, ")", opening: opening)
    }
    return number
  }
}

extension InstrumentKind {
  /// The words that name kinds of instruments.
  static let spellings: [String] = allCases.map { $0.keyword.rawValue }

  package var keyword: Keyword {
    switch self {
    case .treaty: .treaty
    case .law: .law
    case .resolution: .resolution
    case .policy: .policy
    case .contract: .contract
    }
  }

  init?(_ keyword: Keyword) {
    guard let kind = Self.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = kind
  }
}
