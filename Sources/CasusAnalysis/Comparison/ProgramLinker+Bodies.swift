internal import CasusSemantics

/// What the second program says, word for word, once everything in it has its number.
extension ProgramLinker {
  mutating func addBodies() {
    for number in other.declarations.indices where !isShared(number) {
      program.declarations[declarations[number].index] = moved(other.declarations[number])
    }
    for statement in other.statements where !isShared(statement.declaration.index) {
      var added = moved(statement)
      added.declaration = moved(statement.declaration)
      program.statements.append(added)
    }
    program.instruments += other.instruments.map { moved($0) }
    program.articles += other.articles.map { article in
      var read = article
      read.instrument = moved(article.instrument)
      read.force = article.force.map { moved($0) }
      read.span = moved(article.span)
      return read
    }
    program.gaps += other.gaps.map { gap in
      var read = gap
      read.type = moved(gap.type)
      read.domain = gap.domain.map { moved($0) }
      read.span = moved(gap.span)
      return read
    }
    program.expressions += other.expressions.map { expression in
      var read = expression
      read.kind = moved(expression.kind)
      read.type = moved(expression.type)
      read.span = moved(expression.span)
      return read
    }
  }

  private func isShared(_ number: Int) -> Bool { declarations[number].index < firstCount }

  private func moved(_ instrument: Instrument) -> Instrument {
    var read = instrument
    read.of = instrument.of.map { moved($0) }
    read.force = instrument.force.map { moved($0) }
    read.replaces = instrument.replaces.map { moved($0) }
    read.replacedBy = instrument.replacedBy.map { moved($0) }
    read.partyFact = instrument.partyFact.map { moved($0) }
    read.partyType = instrument.partyType.map { moved($0) }
    read.span = moved(instrument.span)
    return read
  }

  private func moved(_ force: Force) -> Force {
    var read = force
    read.unless = force.unless.map { moved($0) }
    read.span = moved(force.span)
    return read
  }

  private func moved(_ declaration: CheckedDeclaration) -> CheckedDeclaration {
    var read = declaration
    read.instrument = declaration.instrument.map { moved($0) }
    read.article = declaration.article.map { moved($0) }
    read.span = moved(declaration.span)
    for position in read.parameters.indices {
      read.parameters[position].domain = moved(declaration.parameters[position].domain)
    }
    switch declaration.kind {
    case .fact(let details): read.kind = .fact(moved(details))
    case .event(let details): read.kind = .event(moved(details))
    case .rule(let details): read.kind = .rule(moved(details))
    case .definition(let details): read.kind = .definition(moved(details))
    case .exception(let details):
      var own = details
      own.excepted = moved(details.excepted)
      own.condition = moved(details.condition)
      own.exceptions = details.exceptions.map { moved($0) }
      read.kind = .exception(own)
    case .norm(let details): read.kind = .norm(moved(details))
    }
    return read
  }

  private func moved(_ details: FactDetails) -> FactDetails {
    var read = details
    read.type = moved(details.type)
    read.domain = details.domain.map { moved($0) }
    read.presumed = details.presumed.map { moved($0) }
    if case .entity(let entity)? = details.decider { read.decider = .entity(moved(entity)) }
    return read
  }

  private func moved(_ condition: Condition) -> Condition {
    var read = condition
    read.when = condition.when.map { moved($0) }
    read.unless = condition.unless.map { moved($0) }
    return read
  }

  private func moved(_ details: RuleDetails) -> RuleDetails {
    var read = details
    for (position, alternative) in details.alternatives.enumerated() {
      read.alternatives[position].condition = moved(alternative.condition)
      read.alternatives[position].article = alternative.article.map { moved($0) }
      read.alternatives[position].span = moved(alternative.span)
    }
    read.exceptions = details.exceptions.map { moved($0) }
    return read
  }

  private func moved(_ details: DefinitionDetails) -> DefinitionDetails {
    var read = details
    read.type = moved(details.type)
    read.domain = moved(details.domain)
    for (position, branch) in details.cases.enumerated() {
      read.cases[position].value = moved(branch.value)
      read.cases[position].when = branch.when.map { moved($0) }
    }
    return read
  }

  private func moved(_ details: NormDetails) -> NormDetails {
    var read = details
    read.event = moved(details.event)
    read.act = details.act.map { moved($0) }
    switch details.deadline {
    case .within(let duration)?: read.deadline = .within(moved(duration))
    case .by(let date)?: read.deadline = .by(moved(date))
    case nil: break
    }
    read.condition = moved(details.condition)
    read.exceptions = details.exceptions.map { moved($0) }
    read.prevailedOverBy = details.prevailedOverBy.map { moved($0) }
    read.unrankedAgainst = details.unrankedAgainst.map { moved($0) }
    return read
  }
}
