import CasusDiagnostics

/// What is known, and what is asked of it.
extension Parser {
  /// assert = ( "assert" | "deny" ) call [ "is" told-value | "in" values ] [ moment | period ]
  ///     [ according-to ] [ "source" TEXT ] ;
  mutating func parseAssert(_ polarity: Polarity) -> ToldStatement {
    advance()
    let actual = correctedPolarity(polarity)
    let call = parseCall("what is told")
    var statement = ToldStatement(
      polarity: actual, call: call, value: nil, on: nil, period: nil, accordingTo: [], source: nil)
    var clauses = ClauseSequence.statement
    while parseOptionalClause(of: &statement, &clauses) {}
    failUnfitForStatement()
    return statement
  }

  /// Reads `assert not` as `deny`, and says so.
  private mutating func correctedPolarity(_ polarity: Polarity) -> Polarity {
    guard isAt(.not) else { return polarity }
    let meant: Polarity = polarity == .assert ? .deny : .assert
    let word = meant == .deny ? "deny" : "assert"
    let both = span(at: position - 1).through(currentSpan)
    report(
      .unexpectedWord, "a statement is told to be false with `deny`, without `not`", at: both,
      fixes: [Fix(title: "write `\(word)`", span: both, replacement: word)])
    advance()
    return meant
  }

  private mutating func parseOptionalClause(of statement: inout ToldStatement, _ clauses: inout ClauseSequence) -> Bool
  {
    switch current {
    case .keyword(.is):
      enterClause(0, of: &clauses)
      let value = parseTold()
      statement.value = statement.value ?? .told(value)
    case .keyword(.in) where peek() != .keyword(.force) && peek() != .keyword(.last):
      enterClause(0, of: &clauses)
      advance()
      let values = parseValues()
      statement.value = statement.value ?? .oneOf(values)
    case .keyword(.on):
      enterClause(1, of: &clauses)
      let occurrence = parseMoment()
      statement.on = statement.on ?? occurrence
    case .keyword(.from), .keyword(.until):
      enterClause(2, of: &clauses)
      reportPeriodOfOccurrence(statement)
      let period = parseOptionalPeriod()
      statement.period = statement.period ?? period
    case .keyword(.according):
      enterClause(3, of: &clauses)
      statement.accordingTo += parseAccordingTo()
    case .keyword(.source):
      enterClause(4, of: &clauses)
      advance()
      let words = parseText("the source")
      statement.source = statement.source ?? words
    default: return false
    }
    return true
  }

  private mutating func reportPeriodOfOccurrence(_ statement: ToldStatement) {
    guard statement.on != nil else { return }
    report(
      .clauseTwice, "a statement has either `on` or a period",
      notes: ["`on` is the moment at which an event happened; `from … until` is how long something held"])
  }

  /// What is told of the value, behind `is`.
  private mutating func parseTold() -> ToldValue {
    advance()
    if isAt(.not) {
      report(
        .unexpectedWord, "a statement tells what something is, and not what it is not",
        notes: ["`in { … }` lists the values that remain"])
      advance()
    }
    guard isAt(.contested) else { return parseToldValue() }
    report(
      .valueOfStatement, "`contested` can be expected and not told",
      notes: ["tell what each side says, with `according to`"])
    let span = currentSpan
    advance()
    return ToldValue(.contested, at: span)
  }

  /// moment = "on" DATE [ ".." DATE ] ;
  private mutating func parseMoment() -> Occurrence {
    let start = position
    advance()
    let first = parseDate("the date on which it happened")
    let last = consume(.range) ? parseDate("the end of the range") : nil
    return Occurrence(first: first, last: last, span: span(from: start))
  }

  /// period = "from" DATE [ "until" DATE ] | "until" DATE ;
  mutating func parseOptionalPeriod() -> Period? {
    let start = position
    var from = consume(.from) ? parseDate("a date after `from`") : nil
    let until = consume(.until) ? parseDate("a date after `until`") : nil
    guard from != nil || until != nil else { return nil }
    if from == nil, isAt(.from) {
      report(.clauseOrder, "`from` comes before `until`", notes: ["a period is written `from … until …`"])
      advance()
      from = parseDate("a date after `from`")
    }
    return Period(from: from, until: until, span: span(from: start))
  }

  /// according-to = "according" "to" path { "," path } ;
  private mutating func parseAccordingTo() -> [Path] {
    advance()
    expect(.to, for: " and a name")
    return parsePaths("the name of who says so")
  }

  /// Reports what people write behind a statement and may not.
  private mutating func failUnfitForStatement() {
    switch current {
    case .keyword(.and), .keyword(.or):
      fail(
        .oneCase, "one statement tells one case, so nothing is joined by \(describeCurrent())",
        notes: ["write a statement of its own for each"])
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equals:
      fail(.unexpectedWord, "a statement tells a value with `is`: a single one, or a range such as `10..20`")
    case .keyword(.when), .keyword(.unless):
      fail(.unexpectedWord, "a statement has no condition", notes: ["what follows from a condition is a `rule`"])
    default: break
    }
  }

  /// ask = "ask" expression frame ;
  mutating func parseAsk() -> AskStatement {
    advance()
    let expression = parseExpression()
    let frame = parseFrame()
    return AskStatement(expression: expression, asOf: frame.asOf, accordingTo: frame.view)
  }

  /// expect = "expect" sum "is" ( told-value | "contested" ) frame ;
  mutating func parseExpect() -> ExpectStatement {
    advance()
    let expression = parseExpectedQuestion()
    expect(.is, for: " and an answer")
    let start = position
    let answer = consume(.contested) ? ToldValue(.contested, at: span(from: start)) : parseToldValue()
    let frame = parseFrame()
    return ExpectStatement(expression: expression, expected: answer, asOf: frame.asOf, accordingTo: frame.view)
  }

  /// The `sum` that is asked, where people forget the brackets around what is more than that.
  private mutating func parseExpectedQuestion() -> Expression {
    let needsBrackets = "a condition that is more than a call stands in brackets here"
    let example = ["write `expect (…) is true`"]
    if isAt(.not) {
      fail(.bracketsNeeded, needsBrackets, notes: example)
      return Expression(.missing, at: endOfPrevious)
    }
    let expression = parseSum()
    switch current {
    case .keyword(.and), .keyword(.or), .keyword(.in), .keyword(.not), .less, .lessOrEqual, .greater, .greaterOrEqual:
      fail(.bracketsNeeded, needsBrackets, notes: example)
    default: break
    }
    return expression
  }

  /// frame = [ as-of ] [ "according" "to" path ] ;
  private mutating func parseFrame() -> (asOf: Literal?, view: Path?) {
    var asOf: Literal?
    var views: [Path] = []
    var clauses = ClauseSequence.question
    while true {
      if isAt(.as) {
        enterClause(0, of: &clauses)
        let date = parseAsOf()
        asOf = asOf ?? date
      } else if isAt(.according) {
        enterClause(1, of: &clauses)
        views += parseAccordingTo()
      } else {
        break
      }
    }
    if views.count > 1 {
      report(.oneCase, "a question is asked of one view", at: views[1].span, notes: ["ask it again for the other"])
    }
    return (asOf, views.first)
  }

  /// as-of = "as" "of" DATE ;
  mutating func parseAsOf() -> Literal {
    advance()
    expect(.of, for: " and a date")
    return parseDate("a date after `as of`")
  }
}
