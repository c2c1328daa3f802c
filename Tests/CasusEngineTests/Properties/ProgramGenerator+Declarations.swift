extension ProgramGenerator {
  mutating func declareFacts() {
    for index in 0..<(2 + random.below(3)) { declareCondition("f\(index)", .fact) }
    for index in 0..<(1 + random.below(2)) { declareValue("v\(index)") }
    for index in 0..<(1 + random.below(2)) { declareCondition("e\(index)", .event) }
  }

  private mutating func declareCondition(_ name: String, _ kind: Kind) {
    var callable = Callable(name: name, kind: kind)
    callable.isLabelled = kind == .event
    var arity = random.pick([0, 1, 1, 1, 2])
    if kind == .event { arity = max(arity, 1) }
    for _ in 0..<arity {
      callable.parameters.append(
        kind == .event ? .state : random.pick([.state, .state, .state, .pair, .step, .colour]))
    }
    callables.append(callable)
    // What has many cases is presumed, so that few of them are open.
    let presumed = arity == 2 || random.chance(30)
    let value = kind == .fact && arity < 2 && random.chance(30) ? "true" : "false"
    program.items.append(
      "\(kind == .event ? "event" : "fact") \(name) \(heading(callable))" + (presumed ? " presumed \(value)" : ""))
  }

  private mutating func declareValue(_ name: String) {
    var callable = Callable(name: name, kind: .fact)
    callable.result = random.pick(
      [.integer, .integer, .integer, .colour, .colour, .state, .step, .decimal, .date, .text, .duration])
    if random.chance(60) { callable.parameters.append(random.pick([.state, .pair, .colour])) }
    callables.append(callable)
    var presumed = ""
    // There is no end to the durations that something might be.
    if callable.result == .duration || random.chance(40) {
      presumed = " presumed \(random.pick(Self.constants(callable.result)))"
    }
    program.items.append("fact \(name) \(heading(callable)) -> \(Self.typeName(callable.result))" + presumed)
  }

  /// The heads of all rules, definitions and norms, in the order in which they may call one another.
  mutating func declareDerived() {
    for index in 0..<[0, 0, 1, 1, 2][random.below(5)] { instruments.append("T\(index)") }
    for order in 0..<(3 + random.below(isRecursive ? 3 : 5)) {
      let kind = random.pick([Kind.rule, .rule, .rule, .rule, .definition, .norm])
      var callable = Callable(name: "\(kind == .rule ? "r" : kind == .norm ? "n" : "d")\(order)", kind: kind)
      callable.order = order
      if random.chance(50) { callable.instrument = instruments.randomElement(using: &random) }
      if kind == .definition { callable.result = random.pick([.integer, .integer, .colour, .state]) }
      for _ in 0..<random.pick([0, 1, 1, 2]) { callable.parameters.append(derivedDomain(callable)) }
      callables.append(callable)
    }
  }

  private mutating func derivedDomain(_ callable: Callable) -> Domain {
    if let instrument = callable.instrument, random.chance(35) { return .party(instrument) }
    if [.rule, .definition].contains(callable.kind), !isRecursive, random.chance(12) { return .number }
    return random.pick([.state, .state, .state, .state, .pair, .pair, .step, .step, .colour])
  }

  mutating func writeBodies() {
    var articles: [String: [String]] = [:]
    for callable in callables where callable.order >= 0 && ![.fact, .event].contains(callable.kind) {
      let lines = body(callable)
      if let instrument = callable.instrument {
        articles[instrument, default: []].append(contentsOf: lines)
      } else {
        program.items += lines
      }
    }
    for instrument in instruments { program.items.append(text(of: instrument, articles[instrument] ?? [])) }
    writeRankings()
  }

  private mutating func body(_ callable: Callable) -> [String] {
    var scope = Scope(instrument: callable.instrument, order: callable.order, allowsGaps: true)
    for (index, domain) in callable.parameters.enumerated() { scope.variables.append(("p\(index)", domain)) }
    switch callable.kind {
    case .definition:
      scope.allowsDerived = !isRecursive
      return [definition(callable, scope)]
    case .norm: return [norm(callable, scope)] + exceptions(callable, scope)
    default:
      var lines: [String] = []
      for _ in 0..<(random.chance(30) ? 2 : 1) {
        lines.append("rule \(callable.name) \(heading(callable)) " + clauses(scope, isBare: random.chance(4)))
      }
      return lines + exceptions(callable, scope)
    }
  }

  private mutating func clauses(_ scope: Scope, isBare: Bool = false) -> String {
    var text = isBare ? "" : "when \(condition(1 + random.below(2), scope))"
    for chance in [25, 15] where random.chance(chance) { text += " unless \(condition(random.below(2), scope))" }
    return text
  }

  private mutating func exceptions(_ callable: Callable, _ scope: Scope) -> [String] {
    guard random.chance(25) else { return [] }
    let path = callable.name
    let name = "x\(callable.order)"
    var lines = ["exception \(name) to \(path) " + clauses(scope)]
    if random.chance(40) { lines.append("exception to \(name) " + clauses(scope)) }
    return lines
  }

  private mutating func definition(_ callable: Callable, _ scope: Scope) -> String {
    let constants = callable.result == .integer ? ["1", "3", "4"] : Self.constants(callable.result)
    var cases: [String] = []
    for _ in 0..<(1 + random.below(2)) {
      cases.append("\(result(callable.result, constants, scope)) when \(condition(1, scope))")
    }
    let last = result(callable.result, constants, scope)
    return "define \(callable.name) \(heading(callable)) -> \(Self.typeName(callable.result)) is "
      + cases.joined(separator: " , ") + " , \(last) otherwise"
  }

  private mutating func result(_ type: Result, _ constants: [String], _ scope: Scope) -> String {
    if random.chance(15), let value = value(type, scope) { return value }
    if type == .integer, random.chance(6), gapCount < 2 {
      gapCount += 1
      return "gap \"g\(gapCount)\""
    }
    return random.pick(constants)
  }

  private mutating func norm(_ callable: Callable, _ scope: Scope) -> String {
    let states = scope.variables.filter { $0.domain.kind == .state }.map { $0.name }
    let event = random.pick(callables.filter { $0.kind == .event })
    let bearer = states.first ?? random.pick(Self.states)
    let other = random.chance(60) ? states.last ?? "B" : random.pick(Self.states)
    let modality = random.pick(["must", "must not", "must not", "may", "may"])
    let act = event.parameters.count == 2 ? "\(event.name)( to : \(other) )" : "\(event.name)( )"
    return "norm \(callable.name) \(heading(callable)) : \(bearer) \(modality) \(act) \(clauses(scope))"
  }
}
