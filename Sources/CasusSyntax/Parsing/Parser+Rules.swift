import CasusDiagnostics

/// What follows: rules, definitions, exceptions, norms and what prevails.
extension Parser {
  /// rule = "rule" name [ parameters ] conditions ;
  mutating func parseRule() -> RuleDeclaration {
    advance()
    let name = parseName("a name for the rule")
    let parameters = parseOptionalParameters()
    if current == .arrow {
      report(
        .unexpectedWord, "a rule is a condition and has no value",
        notes: ["what yields a value is a `define`"])
      advance()
      _ = parsePath("a type")
    }
    let conditions = parseConditions()
    return RuleDeclaration(name: name, parameters: parameters, when: conditions.when, unless: conditions.unless)
  }

  /// conditions = [ "when" expression ] { "unless" expression } ;
  private mutating func parseConditions() -> (when: Expression?, unless: [Expression]) {
    var when: Expression?
    var unless: [Expression] = []
    var sequence = ClauseSequence.conditions
    while true {
      if isAt(.when) {
        enterClause(0, of: &sequence)
        advance()
        let condition = parseExpression()
        when = when ?? condition
      } else if isAt(.unless) {
        enterClause(1, of: &sequence)
        advance()
        unless.append(parseExpression())
      } else {
        return (when, unless)
      }
    }
  }

  /// define = "define" name [ parameters ] "->" path "is" case { "," case } ;
  mutating func parseDefine() -> DefinitionDeclaration {
    advance()
    let name = parseName("a name for the definition")
    let parameters = parseOptionalParameters()
    expectLeniently(.arrow, "->")
    let type = parsePath("the type of the defined value")
    if current == .equals {
      report(
        .foreignOperator, "a definition is given with `is`, not with `=`",
        fixes: [Fix(title: "write `is`", span: currentSpan, replacement: "is")])
      advance()
    } else {
      expectLeniently(.keyword(.is), "is")
    }
    var cases = [parseCase()]
    while consume(.comma) { cases.append(parseCase()) }
    checkOrder(of: cases)
    return DefinitionDeclaration(name: name, parameters: parameters, type: type, cases: cases)
  }

  /// case = expression [ "when" expression | "otherwise" ] ;
  private mutating func parseCase() -> DefinitionDeclaration.Case {
    let value = parseExpression()
    if consume(.when) { return DefinitionDeclaration.Case(value: value, condition: .when(parseExpression())) }
    return DefinitionDeclaration.Case(value: value, condition: consume(.otherwise) ? .otherwise : .bare)
  }

  /// Reports a last case with a condition, and one without that is not the last.
  private mutating func checkOrder(of cases: [DefinitionDeclaration.Case]) {
    // Where something else follows than the next item, that is what is wrong, and was or will be reported.
    guard !isPanicking, !isDamaged, isAtEndOfItem, let last = cases.last else { return }
    if case .when = last.condition {
      report(
        .lastCase, "the last case of a definition has no condition", at: last.value.span,
        notes: ["write `otherwise` behind it, or add a case for when none of the others holds"], always: true)
    }
    let early = cases.dropLast().first { $0.condition == .bare || $0.condition == .otherwise }
    if let early {
      report(
        .lastCase, "a case without a condition is the last", at: early.value.span,
        notes: ["the cases behind it would never be reached"], always: true)
    }
  }

  /// exception = "exception" [ name ] "to" path "when" expression { "unless" expression } ;
  mutating func parseException() -> ExceptionDeclaration {
    advance()
    let name = isAt(.to) ? nil : parseName("a name for the exception, or `to`")
    expect(.to, for: " and what it is an exception to")
    let excepted = parsePath("the name of what is excepted")
    if !isAt(.when) {
      report(
        .unexpectedWord, "expected `when` and a condition, found \(describeCurrent())",
        notes: ["an exception says when it applies; `unless` only takes away from that"])
      if !isAt(.unless) { giveUp() }
    }
    let conditions = parseConditions()
    let when = conditions.when ?? Expression(.missing, at: endOfPrevious)
    return ExceptionDeclaration(name: name, excepted: excepted, when: when, unless: conditions.unless)
  }

  /// norm = "norm" name [ parameters ] ":" path modality call [ deadline ] conditions ;
  mutating func parseNorm() -> NormDeclaration {
    advance()
    let name = parseName("a name for the norm")
    let parameters = parseOptionalParameters()
    expectColon(before: "who is bound")
    let bearer = parsePath("the name of who is bound")
    let modality = parseModality()
    let act = parseCall("the act")
    let deadline = parseOptionalDeadline()
    let conditions = parseConditions()
    if isAt(.within) || isAt(.by) {
      report(
        .clauseOrder, "`\(currentText)` comes before `when` and `unless`",
        notes: ["the order is `within` or `by`, `when`, `unless`"])
    }
    let late = parseOptionalDeadline()
    return NormDeclaration(
      name: name, parameters: parameters, bearer: bearer, modality: modality, act: act, deadline: deadline ?? late,
      when: conditions.when, unless: conditions.unless)
  }

  /// modality = "must" [ "not" ] | "may" ;
  private mutating func parseModality() -> Modality {
    if consume(.must) { return consume(.not) ? .mustNot : .must }
    if consume(.may) {
      guard isAt(.not) else { return .may }
      let both = span(at: position - 1).through(currentSpan)
      report(
        .unexpectedWord, "`may not` can be read in two ways; write `must not`", at: both,
        fixes: [Fix(title: "write `must not`", span: both, replacement: "must not")])
      advance()
      return .mustNot
    }
    let isWordInstead = isAtName && isWord(at: 1)
    if isWordInstead {
      report(
        .unexpectedWord, "expected `must`, `must not` or `may`, found \(describeCurrent())",
        fixes: fixes(writing: nearestWord(among: ["must", "may"])))
      advance()
      _ = consume(.not)
    } else {
      failExpecting("`must`, `must not` or `may`")
    }
    return .must
  }

  /// deadline = ( "within" | "by" ) sum ;
  private mutating func parseOptionalDeadline() -> NormDeclaration.Deadline? {
    if consume(.within) { return .within(parseSum()) }
    if consume(.by) { return .by(parseSum()) }
    return nil
  }

  /// prevails = path "prevails" "over" ( path { "," path } | "any" kind ) ;
  mutating func parsePrevails() -> PrevailsDeclaration {
    let winner = parsePath("the name of what prevails")
    expect(.prevails)
    expect(.over, for: " and what it prevails over")
    guard consume(.any) else {
      return PrevailsDeclaration(winner: winner, losers: .paths(parsePaths("the name of what it prevails over")))
    }
    return PrevailsDeclaration(winner: winner, losers: .anyOf(parseKind()))
  }

  /// kind = "treaty" | "law" | "resolution" | "policy" | "contract" ;
  private mutating func parseKind() -> InstrumentKind {
    if case .keyword(let keyword) = current, let kind = InstrumentKind(keyword) {
      advance()
      return kind
    }
    let expected = "`treaty`, `law`, `resolution`, `policy` or `contract`"
    guard isAtName, !isAtPrevails else {
      failExpecting(expected)
      return .treaty
    }
    let near = nearestWord(among: InstrumentKind.spellings)
    report(
      .misspeltWord, "expected \(expected), found \(describeCurrent())\(question(near))", fixes: fixes(writing: near))
    advance()
    return near.flatMap { Keyword(rawValue: $0) }.flatMap { InstrumentKind($0) } ?? .treaty
  }
}
