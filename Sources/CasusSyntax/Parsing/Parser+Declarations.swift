import CasusDiagnostics

/// What there is: types, entities, sets, facts and events.
extension Parser {
  /// type = "type" name [ "=" name { "|" name } ] ;
  mutating func parseType() -> TypeDeclaration {
    advance()
    let name = parseName("a name for the type")
    guard consume(.equals) else { return TypeDeclaration(name: name, members: nil) }
    var members = [parseName("a member of the type")]
    while consumeBarBetweenMembers() { members.append(parseName("a member of the type")) }
    return TypeDeclaration(name: name, members: members)
  }

  /// Consumes the `|` before a further member; a comma in its place is reported.
  private mutating func consumeBarBetweenMembers() -> Bool {
    if consume(.bar) { return true }
    guard current == .comma else { return false }
    report(
      .unexpectedWord, "the members of a type are parted by `|`, not by `,`",
      fixes: [Fix(title: "write `|`", span: currentSpan, replacement: " |")])
    advance()
    return true
  }

  /// entity = "entity" member { "," member } ":" path ;
  mutating func parseEntity() -> EntityDeclaration {
    advance()
    var members = [parseMember()]
    while consumeComma(beforeElement: { $0.isAtName && !$0.isAtPrevails }) { members.append(parseMember()) }
    expectColon(before: "the type of the entity")
    return EntityDeclaration(members: members, type: parsePath("the type of the entity"))
  }

  /// member = name [ TEXT ] [ "also" TEXT { "," TEXT } ] ;
  private mutating func parseMember() -> EntityDeclaration.Member {
    let name = parseName("a name for the entity")
    let label = parseOptionalText()
    var aliases: [TextLiteral] = []
    if consume(.also) {
      aliases.append(parseText("another name"))
      // A comma before a text goes on with the aliases, one before a name with the entities.
      while current == .comma, peek() == .text || peek() == .unterminatedText {
        advance()
        aliases.append(parseText("another name"))
      }
    }
    return EntityDeclaration.Member(name: name, label: label, aliases: aliases)
  }

  /// set = "set" name "=" ( "{" path { "," path } "}" | integer ".." integer ) ;
  mutating func parseSet() -> SetDeclaration {
    advance()
    let name = parseName("a name for the set")
    expectLeniently(.equals, "=")
    let opening = position
    guard consume(.leftBrace) else {
      let low = parseInteger("`{` and the members of the set, or a range such as `1..12`")
      guard consume(.range) else {
        failExpecting("`..` and the last number of the set")
        return SetDeclaration(name: name, elements: .range(low, low))
      }
      return SetDeclaration(name: name, elements: .range(low, parseInteger("the last number of the set")))
    }
    let members = parsePaths("a member of the set")
    expectClosing(.rightBrace, "}", opening: opening)
    return SetDeclaration(name: name, elements: .members(members))
  }

  /// integer = [ "-" ] INTEGER ;
  private mutating func parseInteger(_ expected: String) -> Expression {
    guard current == .integer || current == .minus && peek() == .integer else {
      failExpecting(expected)
      return Expression(.missing, at: endOfPrevious)
    }
    return parseValue()
  }

  /// fact = "fact" name [ parameters ] [ "->" path ] fact-clauses ;
  mutating func parseFact() -> FactDeclaration {
    advance()
    let name = parseName("a name for the fact")
    let parameters = parseOptionalParameters()
    let type = consume(.arrow) ? parsePath("the type of the fact's value") : nil
    let clauses = parseFactClauses()
    return FactDeclaration(name: name, parameters: parameters, type: type, clauses: clauses)
  }

  /// event = "event" name [ parameters ] fact-clauses ;
  mutating func parseEvent() -> EventDeclaration {
    advance()
    let name = parseName("a name for the event")
    let parameters = parseOptionalParameters()
    if current == .arrow {
      report(
        .unexpectedWord, "an event has no value; it happens or it does not",
        notes: ["what has a value over time is a `fact`"])
      advance()
      _ = parsePath("a type")
    }
    return EventDeclaration(name: name, parameters: parameters, clauses: parseFactClauses())
  }

  /// fact-clauses = { "presumed" value | "decided" "by" path | "asks" TEXT } ;
  private mutating func parseFactClauses() -> FactClauses {
    var clauses = FactClauses(presumed: nil, decidedBy: nil, asks: nil)
    var sequence = ClauseSequence.fact
    while true {
      switch current {
      case .keyword(.presumed):
        enterClause(0, of: &sequence)
        advance()
        let value = parseValue("the value presumed")
        clauses.presumed = clauses.presumed ?? ToldValue(.value(value), at: value.span)
      case .keyword(.decided):
        enterClause(1, of: &sequence)
        advance()
        expect(.by, for: " and a name")
        let decider = parsePath("the name of who decides")
        clauses.decidedBy = clauses.decidedBy ?? decider
      case .keyword(.asks):
        enterClause(2, of: &sequence)
        advance()
        let question = parseText("the question")
        clauses.asks = clauses.asks ?? question
      default: return clauses
      }
    }
  }
}
