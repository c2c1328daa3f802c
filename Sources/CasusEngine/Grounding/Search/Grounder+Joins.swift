internal import CasusSemantics
internal import CasusSyntax

/// A fact that picks the values of a bound variable: those without a case that may hold come to nothing.
struct Join: Sendable {
  var fact: DeclarationID
  /// Where the variable stands in the fact.
  var position: Int
  /// The other argument, a constant or a variable bound before.
  var other: ExpressionID?
}

extension Grounder {
  /// For each variable of a binding the fact that picks its values, if there is one.
  ///
  /// - Parameter body: what has to hold besides, where a combination of which it fails comes to nothing.
  mutating func joins(of binding: CheckedBinding, with body: ExpressionID?) -> [Join?] {
    guard let place = body ?? binding.condition, let first = binding.variables.first else { return [] }
    let key = SearchRecord.Binding(condition: place, slot: first.slot, count: binding.variables.count)
    if let known = searchRecord.joins[key] { return known }
    let conditions = [binding.condition, body].compactMap { $0 }.flatMap { conjuncts(of: $0) }
    let joins = binding.variables.indices.map { number -> Join? in
      let later = binding.variables[number...].map { $0.slot }
      for condition in conditions {
        if let join = join(of: binding.variables[number], condition, later) { return join }
      }
      return nil
    }
    searchRecord.joins[key] = joins
    return joins
  }

  private func conjuncts(of expression: ExpressionID) -> [ExpressionID] {
    guard case .and(let operands) = program[expression].kind else { return [expression] }
    return operands.flatMap { conjuncts(of: $0) }
  }

  private func join(of variable: CheckedBinding.Variable, _ condition: ExpressionID, _ later: [Int]) -> Join? {
    guard case .reference(.type(.entity)) = variable.domain,
      case .call(let fact, let arguments) = program[condition].kind,
      program.isFact(fact), arguments.count <= 2
    else { return nil }
    let position = arguments.firstIndex { argument in
      if case .variable(variable.slot) = program[argument].kind { true } else { false }
    }
    guard let position else { return nil }
    let other = arguments.indices.first { $0 != position }.map { arguments[$0] }
    switch other.map({ program[$0].kind }) {
    case nil, .constant?: break
    case .variable(let slot)? where !later.contains(slot): break
    default: return nil
    }
    return Join(fact: fact, position: position, other: other)
  }

  /// The values of a variable of which a fact may hold, in ascending order; nil where no relation tells.
  mutating func members(
    pickedBy join: Join, _ frame: inout Frame, of domain: CheckedDomain
  ) throws(EngineError) -> [GroundValue]? {
    let count = memberCount(domain)
    guard count >= max(1, limits.fewestMembersSearched), let relation = relation(of: join.fact) else { return nil }
    var argument = 0
    if let other = join.other {
      guard let number = try value(other, &frame).scalar?.integer else { return nil }
      argument = number
    }
    let rows = relation.rows[1 - join.position]
    var picked: [GroundValue] = []
    for place in rows.range(of: argument) where rows.states[place] != .fails {
      picked.append(.constant(Scalar(Int(rows.others[place]))))
    }
    searchRecord.noteSaved(count - picked.count)
    return picked
  }

  // MARK: Counting

  /// How many cases of a search hold: read off what it found, without grounding each. Nil where the general way must count.
  mutating func countedBySearch(_ binding: CheckedBinding, _ frame: Frame) throws(EngineError) -> NodeID? {
    guard let condition = binding.condition, case .call(let rule, let expressions) = program[condition].kind,
      let plan = try plan(of: rule), areTypes(program[rule].parameters.map { $0.domain }),
      let places = places(of: binding, in: expressions), let last = places.firstIndex(of: plan.moving)
    else { return nil }
    var frame = frame
    var arguments = try values(expressions, &frame)
    guard arguments.allSatisfy({ $0.scalar != nil }) else { return nil }
    // What moves goes fastest, since a search finds all of it at once.
    let outer = places.indices.filter { $0 != last }
    let sizes = outer.map { memberCount(binding.variables[$0].domain) }
    if sizes.contains(0) || plan.memberCount == 0 { return builder.count([]) }
    var digits = Array(repeating: 0, count: outer.count)
    var certain = 0
    var open: [NodeID] = []
    repeat {
      for (digit, variable) in zip(digits, outer) { arguments[places[variable]] = .constant(Scalar(digit)) }
      guard let found = try count(of: rule, plan, &arguments, &open) else { return nil }
      certain += found
    } while Self.advance(&digits, sizes)
    return builder.count(open, certain: certain)
  }

  /// How many of the cases that differ in what moves certainly hold; those that are open are grounded.
  private mutating func count(
    of rule: DeclarationID, _ plan: SearchPlan, _ arguments: inout [GroundValue], _ open: inout [NodeID]
  ) throws(EngineError) -> Int? {
    let key = InstanceKey(declaration: rule.index, arguments: arguments)
    guard let strengths = try strengths(of: key, plan, isKept: false) else { return nil }
    try step(1 + strengths.count / 64)
    var certain = 0
    var hasOpen = false
    for strength in strengths {
      certain += strength == .holds ? 1 : 0
      hasOpen = hasOpen || strength == .open
    }
    guard hasOpen else { return certain }
    for (member, strength) in strengths.enumerated() where strength == .open {
      arguments[plan.moving] = .constant(Scalar(member))
      open.append(try call(rule, arguments: arguments))
    }
    return certain
  }

  /// Where each variable of a binding stands among the arguments of a call; nil where one stands nowhere or twice.
  private func places(of binding: CheckedBinding, in arguments: [ExpressionID]) -> [Int]? {
    var places: [Int] = []
    for variable in binding.variables {
      let found = arguments.indices.filter { position in
        if case .variable(variable.slot) = program[arguments[position]].kind { true } else { false }
      }
      guard found.count == 1, case .reference(.type(.entity)) = variable.domain else { return nil }
      places += found
    }
    let areSimple = arguments.allSatisfy { argument in
      switch program[argument].kind {
      case .variable, .constant: true
      default: false
      }
    }
    return areSimple ? places : nil
  }

  private func areTypes(_ domains: [DomainReference]) -> Bool {
    domains.allSatisfy { domain in if case .type(.entity) = domain { true } else { false } }
  }

  private func memberCount(_ domain: CheckedDomain) -> Int {
    guard case .reference(.type(.entity(let type))) = domain else { return 0 }
    return program.memberCount(of: type)
  }

  /// Goes on to the next combination, the last digit first; false after the last one.
  private static func advance(_ digits: inout [Int], _ sizes: [Int]) -> Bool {
    for place in digits.indices.reversed() {
      digits[place] += 1
      if digits[place] < sizes[place] { return true }
      digits[place] = 0
    }
    return false
  }
}
