import CasusDiagnostics

extension Parser {
  /// item = type | entity | set | fact | event | rule | define | exception | norm | prevails | instrument
  ///      | assert | ask | expect | scenario | table ;
  ///
  /// - Returns: nil where none begins; nothing was consumed then.
  mutating func parseOptionalItem() -> Item.Kind? {
    switch current {
    case .keyword(let keyword): return parseItemKind(keyword)
    case .name, .quotedName, .unterminatedQuotedName:
      if isAtPrevails { return .prevails(parsePrevails()) }
      guard let keyword = misspeltItemKeyword() else { return nil }
      report(
        .misspeltWord,
        "expected a declaration or a statement, found \(describeCurrent())\(question(keyword.rawValue))",
        fixes: fixes(writing: keyword.rawValue))
      return parseItemKind(keyword)
    default: return nil
    }
  }

  /// The word with which an item begins that the name read next nearly is, if what follows could go on with it.
  private func misspeltItemKeyword() -> Keyword? {
    guard current == .name, isWord(at: 1) || peek() == .text || peek() == .unterminatedText else { return nil }
    return nearestWord(among: Keyword.itemSpellings).flatMap { Keyword(rawValue: $0) }
  }

  /// The item that begins with this word, which is read next, or was meant by what is.
  private mutating func parseItemKind(_ keyword: Keyword) -> Item.Kind? {
    switch keyword {
    case .use: .use(parseUse())
    case .type: .type(parseType())
    case .entity: .entity(parseEntity())
    case .set: .set(parseSet())
    case .fact: .fact(parseFact())
    case .event: .event(parseEvent())
    case .rule: .rule(parseRule())
    case .define: .definition(parseDefine())
    case .exception: .exception(parseException())
    case .norm: .norm(parseNorm())
    case .treaty: .instrument(parseInstrument(.treaty))
    case .law: .instrument(parseInstrument(.law))
    case .resolution: .instrument(parseInstrument(.resolution))
    case .policy: .instrument(parseInstrument(.policy))
    case .contract: .instrument(parseInstrument(.contract))
    case .article: .article(parseArticle())
    case .assert: .told(parseAssert(.assert))
    case .deny: .told(parseAssert(.deny))
    case .ask: .ask(parseAsk())
    case .expect: .expect(parseExpect())
    case .scenario: .scenario(parseScenario())
    case .table: .table(parseTable())
    default: nil
    }
  }

  /// use = "use" TEXT ;
  private mutating func parseUse() -> TextLiteral {
    advance()
    return parseText("the path of a file")
  }
}
