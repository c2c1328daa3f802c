import CasusSemantics

/// Which types and sets anything ranges over, or has a member of.
struct DomainUses {
  private(set) var types: [Bool]
  private(set) var sets: [Bool]
  private let program: Program

  init(of program: Program, by statements: [CheckedStatement], questions: [Question]) {
    self.program = program
    types = Array(repeating: false, count: program.types.count)
    sets = Array(repeating: false, count: program.sets.count)
    for set in program.sets {
      if case .entities(_, let type) = set.elements { types[type.index] = true }
    }
    for declaration in program.declarations { use(declaration) }
    for expression in program.expressions { use(expression) }
    for gap in program.gaps { use(gap.domain) }
    for instrument in program.instruments {
      use(instrument.of)
      if let type = instrument.partyType { types[type.index] = true }
    }
    for statement in statements { use(statement) }
    for question in questions {
      use(question.view)
      if case .value(let value)? = question.expected { use(value) }
    }
  }

  private mutating func use(_ declaration: CheckedDeclaration) {
    for parameter in declaration.parameters { use(parameter.domain) }
    switch declaration.kind {
    case .fact(let details), .event(let details):
      use(details.domain)
      if case .entity(let entity)? = details.decider { use(entity) }
    case .definition(let details): use(details.domain)
    case .rule, .exception, .norm: break
    }
  }

  private mutating func use(_ expression: CheckedExpression) {
    switch expression.kind {
    case .constant(let value): use(value)
    case .membership(_, let domain, negated: _): use(domain)
    case .quantified(_, let binding, satisfies: _), .count(let binding), .sum(_, over: let binding):
      for variable in binding.variables { use(variable.domain) }
    default: break
    }
  }

  private mutating func use(_ statement: CheckedStatement) {
    for argument in statement.arguments {
      if let argument { use(argument) }
    }
    for view in statement.views { use(view) }
  }

  private mutating func use(_ domain: CheckedDomain) {
    if case .reference(let reference) = domain { use(reference) }
  }

  private mutating func use(_ domain: DomainReference?) {
    switch domain {
    case .type(.entity(let type))?: types[type.index] = true
    case .set(let set)?: sets[set.index] = true
    case .parties(let instrument)?:
      if let type = program[instrument].partyType { types[type.index] = true }
    case .type?, nil: break
    }
  }

  private mutating func use(_ value: Value) {
    if case .entity(let entity) = value { use(entity) }
  }

  private mutating func use(_ entity: EntityID?) {
    if let entity { types[program[entity].type.index] = true }
  }
}
