extension ProgramGenerator {
  mutating func writeStatements() {
    for _ in 0..<random.below(5) {
      if let statement = statement(isScenario: nil) { program.items.append(statement) }
    }
  }

  mutating func writeScenarios() {
    for index in 0..<2 {
      var scenario = GeneratedProgram.Scenario(title: "s\(index)", entries: [])
      if isDated { scenario.asOf = random.pick(Self.moments) }
      let before = told
      let hasManyViews = views.count > Self.states.count
      for _ in 0..<(hasManyViews ? 2 * views.count : 2 + random.below(6)) {
        if let statement = statement(isScenario: index) { scenario.entries.append(statement) }
      }
      let early = random.chance(25) ? scenario.entries.count / 2 : scenario.entries.count
      let late = scenario.entries[early...]
      scenario.entries.removeSubrange(early...)
      if !late.isEmpty {
        for _ in 0..<4 { scenario.entries.append(question()) }
      }
      scenario.entries += late
      for _ in 0..<10 { scenario.entries.append(question()) }
      program.scenarios.append(scenario)
      told = before
    }
  }

  /// A statement that nothing level contradicts, or nil where none came to mind.
  private mutating func statement(isScenario: Int?) -> String? {
    let possible = callables.filter { $0.kind == .fact || $0.kind == .event || $0.kind == .rule }
    let callable = random.pick(possible)
    if callable.kind == .rule, random.chance(65) { return nil }
    var speakers: [String] = []
    if random.chance(views.count > Self.states.count ? 95 : 30) { speakers = [random.pick(views)] }
    if let first = speakers.first, random.chance(20), let second = views.last, second != first {
      speakers.append(second)
    }
    let isDenial = callable.result == .condition && random.chance(45)
    let mayBeAny = isDenial && !callable.parameters.contains(.number)
    let arguments = callable.parameters.map { domain in
      mayBeAny && random.chance(25) ? "any" : random.pick(Self.members(domain))
    }
    let isAny = arguments.contains("any")
    let isTimed = isDated && random.chance(45)
    let from = isTimed ? random.below(Self.dates.count) : -1
    let home = isScenario == nil ? "file" : "scenario"
    let keys = (speakers.isEmpty ? ["nobody"] : speakers).map { view in
      "\(path(callable, from: nil))|\(arguments.joined(separator: ","))|\(view)|\(home)"
        + (from > 0 && callable.kind != .event ? "|\(from)" : "")
    }
    guard isAny || keys.allSatisfy({ !told.contains($0) }) else { return nil }
    told.formUnion(keys)
    let name = path(callable, from: nil)
    let labelled = callable.isLabelled ? zip(["by", "to"], arguments).map { "\($0) : \($1)" } : arguments
    var text = "\(isDenial ? "deny" : "assert") \(name)"
    if !arguments.isEmpty { text += "( \(labelled.joined(separator: " , ")) )" }
    text += said(callable, isDenial: isDenial, from: from)
    if !speakers.isEmpty { text += " according to \(speakers.joined(separator: " , "))" }
    return text
  }

  /// What is told, and for when.
  private mutating func said(_ callable: Callable, isDenial: Bool, from: Int) -> String {
    var text = ""
    if callable.result != .condition {
      text = told(callable.result)
    } else if !isDenial, random.chance(25) {
      text = " is unknown"
    }
    guard from >= 0 else { return text }
    // What speaks from the beginning is level with what has no period.
    if from == 0, callable.kind != .event || isDenial { return text + " until \(Self.dates[1])" }
    if callable.kind == .event, !isDenial, text.isEmpty {
      if random.chance(30), from + 1 < Self.dates.count { return " on \(Self.dates[from]) .. \(Self.dates[from + 1])" }
      return " on \(Self.dates[from])"
    }
    text += " from \(Self.dates[from])"
    if random.chance(40), from + 1 < Self.dates.count {
      text += " until \(Self.dates[from + 1 + random.below(Self.dates.count - from - 1)])"
    }
    return text
  }

  private mutating func told(_ result: Result) -> String {
    switch random.below(100) {
    case _ where result == .duration: return " is \(random.pick(Self.constants(result)))"
    case ..<15: return " is unknown"
    case ..<35 where result == .integer: return " is " + random.pick(["1 .. 3", "1 .. 3", "1 ..", ".. 3"])
    case ..<35 where result == .decimal: return " is " + random.pick(["0.5 .. 1.5", "0.5 .. 1.5", "0.5 ..", ".. 1.5"])
    case ..<35 where result == .date: return " is 2001-01-01 .. 2002-02-28"
    case ..<45 where result != .decimal:
      let constants = Self.constants(result)
      let first = random.below(constants.count - 1)
      return " in { \(constants[first]) , \(constants[first + 1]) }"
    default: return " is \(random.pick(Self.constants(result)))"
    }
  }

  private mutating func question() -> String {
    let scope = Scope()
    var text: String
    if random.chance(22), let value = value(random.pick([.integer, .colour, .state, .step, .decimal]), scope) {
      text = "expect ( \(value) ) is unknown"
    } else if random.chance(6) {
      text = "expect \(count(1, scope)) is unknown"
    } else if random.chance(3), let sum = sum(1, scope) {
      text = "expect \(sum) is unknown"
    } else if random.chance(10) {
      text = "ask \(call(.condition, scope) ?? "true")"
    } else {
      text = "expect ( \(condition(random.below(3), scope)) ) is unknown"
    }
    if isDated, random.chance(30) { text += " as of \(random.pick(Self.moments))" }
    if random.chance(20) { text += " according to \(random.pick(views))" }
    return text
  }
}
