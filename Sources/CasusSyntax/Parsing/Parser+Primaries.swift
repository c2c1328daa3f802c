import CasusDiagnostics

/// What conditions and values are made of.
extension Parser {
  /// primary = literal | "(" expression ")" | call [ window ] | status [ window ] | quantified | aggregate
  ///         | "today" | "date" "of" ( call | status ) | "gap" TEXT ;
  mutating func parsePrimary() -> Expression {
    guard enterNesting() else { return Expression(.missing, at: endOfPrevious) }
    defer { leaveNesting() }
    if let literal = parseOptionalLiteral() { return Expression(.literal(literal), at: literal.span) }
    if current == .leftParenthesis { return parseParenthesized() }
    if isAtName { return parseOptionalWindow(on: parseCallExpression()) }
    guard case .keyword(let keyword) = current else { return failMissingExpression() }
    if let status = StatusKind(keyword), peek() == .leftParenthesis {
      return parseOptionalWindow(on: parseStatus(status))
    }
    let start = position
    switch (keyword, peek()) {
    case (.some, _): return parseQuantified(.some)
    case (.every, _): return parseQuantified(.every)
    case (.count, .leftParenthesis), (.sum, .leftParenthesis), (.min, .leftParenthesis), (.max, .leftParenthesis):
      return parseAggregate(keyword)
    case (.today, _):
      advance()
      return Expression(.today, at: span(from: start))
    case (.date, .keyword(.of)): return parseDateOf()
    case (.gap, .text), (.gap, .unterminatedText):
      advance()
      let reason = parseText("the reason of the gap")
      return Expression(.gap(reason), at: span(from: start))
    default: return parseMisplacedKeyword(keyword)
    }
  }

  /// An expression in brackets.
  private mutating func parseParenthesized() -> Expression {
    let opening = position
    advance()
    var expression = parseExpression()
    expectClosing(.rightParenthesis, ")", opening: opening)
    expression.span = span(from: opening)
    return expression
  }

  /// A call or a bare name, as an expression.
  private mutating func parseCallExpression() -> Expression {
    let call = parseCall()
    return Expression(.call(call), at: call.span)
  }

  /// call = path [ "(" [ argument { "," argument } ] ")" ] ;
  mutating func parseCall(_ expected: String = "a name") -> Call {
    let start = position
    let path = parsePath(expected)
    let opening = position
    guard consume(.leftParenthesis) else { return Call(path, arguments: nil, at: span(from: start)) }
    var arguments: [Argument] = []
    if current != .rightParenthesis {
      repeat { arguments.append(parseArgument()) } while consumeComma(beforeElement: { $0.isAtArgument })
    }
    expectClosing(.rightParenthesis, ")", opening: opening)
    return Call(path, arguments: arguments, at: span(from: start))
  }

  private var isAtArgument: Bool {
    if isWord(at: 0), peek() == .colon { return true }
    return isAtValue && current != .minus || isAt(.any)
  }

  /// argument = [ label ":" ] ( expression | "any" ) ;
  mutating func parseArgument() -> Argument {
    let start = position
    var label: Name?
    if isWord(at: 0), peek() == .colon {
      label = parseLabel()
      advance()
    }
    if consume(.any) { return Argument(label: label, value: nil, at: span(from: start)) }
    let value = parseExpression()
    return Argument(label: label, value: value, at: span(from: start))
  }

  /// window = ( "since" | "before" | "for" | "in" "last" ) sum ;
  private mutating func parseOptionalWindow(on expression: Expression) -> Expression {
    let start = position
    guard let kind = consumeWindowWord() else { return expression }
    let bound = parseSum()
    let window = Window(kind, bound, at: span(from: start))
    return Expression(.windowed(expression, window), at: expression.span.through(window.span))
  }

  private mutating func consumeWindowWord() -> Window.Kind? {
    switch current {
    case .keyword(.since):
      advance()
      return .since
    case .keyword(.before):
      advance()
      return .before
    case .keyword(.for):
      advance()
      return .for
    case .keyword(.in) where peek() == .keyword(.last):
      advance()
      advance()
      return .inLast
    default: return nil
    }
  }

  /// status = ( "owed" | "fulfilled" | "breached" | "forbidden" | "permitted" ) "(" call ")" ;
  private mutating func parseStatus(_ status: StatusKind) -> Expression {
    let start = position
    advance()
    let opening = position
    advance()
    let call = parseCall("a norm or an act")
    expectClosing(.rightParenthesis, ")", opening: opening)
    return Expression(.status(status, call), at: span(from: start))
  }

  /// `date of` a call or a status.
  private mutating func parseDateOf() -> Expression {
    let start = position
    advance()
    advance()
    let dated: Expression
    if case .keyword(let keyword) = current, let status = StatusKind(keyword), peek() == .leftParenthesis {
      dated = parseStatus(status)
    } else {
      let call = parseCall("an event or a status after `date of`")
      dated = Expression(.call(call), at: call.span)
    }
    return Expression(.dateOf(dated), at: span(from: start))
  }

  /// Says what is wrong with a word of the grammar that begins no expression.
  @inline(never)
  private mutating func parseMisplacedKeyword(_ keyword: Keyword) -> Expression {
    let start = position
    switch keyword {
    case .unknown, .contested:
      report(
        .valueOfStatement, "`\(keyword.rawValue)` can be expected of an answer; it is no part of a condition",
        notes: ["ask for the opposite cases apart: what is certainly true, and what is certainly false"])
      advance()
      return Expression(.missing, at: span(from: start))
    case .any:
      report(.unexpectedWord, "`any` stands only as an argument of a call")
      advance()
      return Expression(.missing, at: span(from: start))
    case _ where keyword.mayBeMeantAsName(before: peek()):
      reportReservedWord(keyword)
      let name = parseLabel()
      return parseOptionalWindow(on: parseCallExpression(named: name, from: start))
    default: return failMissingExpression()
    }
  }

  private mutating func parseCallExpression(named name: Name, from start: Int) -> Expression {
    var call = Call(Path([name]), arguments: nil, at: name.span)
    if current == .leftParenthesis {
      let opening = position
      advance()
      var arguments: [Argument] = []
      if current != .rightParenthesis {
        repeat { arguments.append(parseArgument()) } while consume(.comma)
      }
      expectClosing(.rightParenthesis, ")", opening: opening)
      call = Call(Path([name]), arguments: arguments, at: span(from: start))
    }
    return Expression(.call(call), at: call.span)
  }

  private mutating func failMissingExpression() -> Expression {
    failExpecting("a condition or a value", .expressionExpected)
    return Expression(.missing, at: endOfPrevious)
  }
}

extension StatusKind {
  init?(_ keyword: Keyword) {
    switch keyword {
    case .owed: self = .owed
    case .fulfilled: self = .fulfilled
    case .breached: self = .breached
    case .forbidden: self = .forbidden
    case .permitted: self = .permitted
    default: return nil
    }
  }
}

extension Keyword {
  /// Whether somebody who wrote this word at the beginning of an expression, and `next` behind it, meant a name.
  fileprivate func mayBeMeantAsName(before next: TokenKind) -> Bool {
    switch self {
    case .and, .or, .not, .is, .in, .when, .unless, .where, .satisfies, .over, .otherwise, .from, .until, .as,
      .according, .on, .within, .by, .to, .since, .before, .for, .prevails:
      return false
    default: break
    }
    switch next {
    case .leftParenthesis, .rightParenthesis, .comma, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus,
      .times, .divide, .keyword(.is), .keyword(.and), .keyword(.or), .keyword(.in), .keyword(.not):
      return true
    default: return false
    }
  }
}
