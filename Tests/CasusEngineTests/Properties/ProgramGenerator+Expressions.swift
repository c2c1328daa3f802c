extension ProgramGenerator {
  mutating func condition(_ depth: Int, _ scope: Scope) -> String {
    guard depth > 0 else { return simpleCondition(scope) }
    switch random.below(100) {
    case ..<22: return joined("and", depth, scope)
    case ..<44: return joined("or", depth, scope)
    case ..<58: return "not ( \(condition(depth - 1, scope)) )"
    case ..<66: return quantified(depth, scope)
    case ..<72: return "( \(count(depth, scope)) \(comparison()) \(random.below(4)) )"
    case ..<75: return sum(depth, scope).map { "( \($0) \(comparison()) \(random.below(9)) )" } ?? "true"
    default: return simpleCondition(scope)
    }
  }

  private mutating func joined(_ word: String, _ depth: Int, _ scope: Scope) -> String {
    var parts: [String] = []
    for _ in 0..<(random.chance(25) ? 3 : 2) { parts.append(condition(depth - 1, scope)) }
    return "( " + parts.joined(separator: " \(word) ") + " )"
  }

  private mutating func binding(_ depth: Int, _ scope: Scope) -> (text: String, scope: Scope) {
    var inner = scope
    var text = variable(of: &inner)
    if random.chance(20) { text += " , \(variable(of: &inner))" }
    if random.chance(40) { text += " where \(condition(depth - 1, inner))" }
    return (text, inner)
  }

  /// A variable and what it ranges over.
  private mutating func variable(of scope: inout Scope) -> String {
    let name = "x\(scope.variables.count)"
    var domain = random.pick([Domain.state, .state, .pair, .step, .colour])
    if let instrument = instruments.randomElement(using: &random), random.chance(25) { domain = .party(instrument) }
    defer { scope.variables.append((name, domain)) }
    switch domain {
    case .state where random.chance(15): return "\(name) in { A , C }"
    case .step where random.chance(30): return "\(name) in 1 .. \(lastStep(scope))"
    default: return "\(name) in \(Self.domainName(domain, from: scope.instrument))"
    }
  }

  /// A number, or a variable that has one.
  private mutating func lastStep(_ scope: Scope) -> String {
    let steps = scope.variables.filter { $0.domain == .step }.map { $0.name }
    return random.chance(50) ? steps.randomElement(using: &random) ?? "2" : random.pick(["2", "0"])
  }

  private mutating func quantified(_ depth: Int, _ scope: Scope) -> String {
    let word = random.chance(50) ? "some" : "every"
    let (text, inner) = binding(depth, scope)
    return "( \(word) \(text) satisfies \(condition(depth - 1, inner)) )"
  }

  mutating func count(_ depth: Int, _ scope: Scope) -> String {
    let (text, _) = binding(depth, scope)
    return "count( \(text) )"
  }

  /// A sum over some cases; nil where nothing has numbers.
  mutating func sum(_ depth: Int, _ scope: Scope) -> String? {
    let (text, inner) = binding(depth, scope)
    let numbers = inner.variables.filter { $0.domain.kind == .integer }.map { $0.name }
    let summand = random.chance(30) ? numbers.randomElement(using: &random) : value(.integer, inner)
    return summand.map { "sum( \($0) over \(text) )" }
  }

  private mutating func comparison() -> String { random.pick(["is", "is not", "<", "<=", ">", ">="]) }

  private mutating func simpleCondition(_ scope: Scope) -> String {
    switch random.below(100) {
    case ..<68: return call(.condition, scope) ?? "true"
    case ..<86: return comparedValue(scope)
    case ..<92:
      guard let variable = scope.variables.randomElement(using: &random) else { break }
      if variable.domain.kind == .integer { return "( \(variable.name) \(comparison()) 2 )" }
      let other = random.pick(Self.members(variable.domain))
      if variable.domain.kind == .colour { return "( \(variable.name) \(comparison()) \(other) )" }
      return random.chance(70)
        ? "( \(variable.name) \(random.chance(50) ? "is" : "is not") \(other) )"
        : "( \(variable.name)\(random.chance(30) ? " not" : "") in Pair )"
    case ..<96:
      guard scope.allowsGaps, gapCount < 2 else { break }
      gapCount += 1
      return "gap \"g\(gapCount)\""
    case ..<97: return random.chance(50) ? "true" : "false"
    default:
      if let status = status(scope) { return status }
    }
    return call(.condition, scope) ?? "true"
  }

  /// Whether an act is forbidden or permitted: states that one moment shows.
  private mutating func status(_ scope: Scope) -> String? {
    guard scope.order == Int.max else { return nil }
    let events = callables.filter { $0.kind == .event }
    guard let event = events.randomElement(using: &random) else { return nil }
    // An argument that faults is left out: nothing says whether an act that no norm is about evaluates it.
    let arguments = event.parameters.map { _ in random.pick(Self.states) }
    let labelled = zip(["by", "to"], arguments).map { "\($0) : \($1)" }.joined(separator: " , ")
    return "\(random.chance(50) ? "forbidden" : "permitted")( \(event.name)( \(labelled) ) )"
  }

  private mutating func comparedValue(_ scope: Scope) -> String {
    let type = random.pick(
      [Result.integer, .integer, .integer, .colour, .state, .step, .decimal, .date, .text, .duration])
    guard let value = value(type, scope) else { return call(.condition, scope) ?? "true" }
    let constant = random.pick(Self.constants(type))
    let membership = random.chance(30) ? "not in" : "in"
    switch (type, random.below(100)) {
    case (.duration, _): return "( \(value) \(comparison()) \(constant) )"
    case (.state, ..<90), (.text, ..<90): return "( \(value) \(random.chance(50) ? "is" : "is not") \(constant) )"
    case (.date, ..<45): return comparedDate(value, constant)
    case (_, ..<12): return "( \(value) \(membership) { \(random.pick(Self.constants(type))) , \(constant) } )"
    case (.state, _), (.text, _): return "( \(value) \(membership) { \(constant) } )"
    case (.integer, ..<22): return "( \(value) \(membership) 1 .. 3 )"
    case (.integer, ..<26): return "( 3 / \(value) > 1 )"
    case (.integer, ..<30): return "( \(value) > 0 and 3 / \(value) > 1 )"
    case (.integer, ..<50): return "( \(computed(value, scope)) \(comparison()) \(constant) )"
    case (.decimal, ..<30): return "( \(value) / 2 \(comparison()) \(constant) )"
    case (_, ..<54):
      guard let other = self.value(type, scope) else { break }
      return "( \(value) \(comparison()) \(other) )"
    default: break
    }
    return "( \(value) \(comparison()) \(constant) )"
  }

  private mutating func comparedDate(_ value: String, _ constant: String) -> String {
    switch random.below(5) {
    case 0: "( \(value) \(comparison()) today )"
    case 1: "( \(value) + 1 year \(comparison()) \(constant) )"
    case 2: "( \(value) - 30 days \(comparison()) \(constant) )"
    case 3: "( today - 1 month \(comparison()) \(value) )"
    default: "( \(value) - \(constant) \(comparison()) 30 days )"
    }
  }

  /// A number from another.
  private mutating func computed(_ value: String, _ scope: Scope) -> String {
    switch random.below(8) {
    case 0: "- \(value)"
    case 1: "2 * \(value)"
    case 2: "\(value) * \(call(.integer, scope) ?? "3")"
    case 3: "\(value) - \(call(.integer, scope) ?? "1")"
    case 4: "3 - \(value)"
    case 5: "2 * ( \(value) - 1 )"
    default: "\(value) + 1"
    }
  }

  /// A call with a value of the type, or a little more than that; nil where nothing has such values.
  mutating func value(_ type: Result, _ scope: Scope) -> String? {
    guard let called = call(type, scope) else { return nil }
    if type == .integer {
      if random.chance(6) { return "min( \(called) , 3 )" }
      if random.chance(6) { return "max( \(called) , \(call(.integer, scope) ?? "1") )" }
    }
    return called
  }

  /// A call of something with this result, or nil where nothing that may be called has it.
  mutating func call(_ result: Result, _ scope: Scope) -> String? {
    let possible = callables.filter { callable in
      guard callable.result == result else { return false }
      switch callable.kind {
      case .fact, .event: return true
      case .definition: return callable.order < scope.order
      case .rule: return scope.allowsDerived && (callable.order < scope.order || isRecursive)
      case .norm: return scope.allowsDerived && callable.order < scope.order
      }
    }
    guard let callable = possible.randomElement(using: &random) else { return nil }
    let name = path(callable, from: scope.instrument)
    if callable.parameters.isEmpty { return name }
    let mayBeAny = result == .condition && callable.kind != .norm && !callable.parameters.contains(.number)
    let arguments = callable.parameters.map { domain in
      mayBeAny && random.chance(12) ? "any" : argument(domain, scope)
    }
    guard callable.isLabelled else { return "\(name)( \(arguments.joined(separator: " , ")) )" }
    return "\(name)( \(zip(["by", "to"], arguments).map { "\($0) : \($1)" }.joined(separator: " , ")) )"
  }

  /// A variable where there is one, else a constant; now and then a value that lies outside the parameter's set.
  mutating func argument(_ domain: Domain, _ scope: Scope) -> String {
    let fitting = scope.variables.filter { $0.domain.kind == domain.kind }
    if let variable = fitting.randomElement(using: &random), random.chance(75) { return variable.name }
    if domain == .step, random.chance(4) { return "4" }
    if domain.kind != .integer, random.chance(3), let value = value(domain.kind, scope) { return value }
    return domain.kind != .state || random.chance(90) ? random.pick(Self.members(domain)) : random.pick(Self.states)
  }
}
