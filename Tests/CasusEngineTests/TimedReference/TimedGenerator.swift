/// Writes small programs in which windows, deadlines, statuses and dates meet what is known of a few minutes or days.
///
/// Blanks stand around every word and bracket, so that a failing text can be made smaller word by word.
struct TimedGenerator {
  /// How far apart the dates of a program are.
  enum Scale { case minutes, days }

  var random: RandomSource
  let scale: Scale
  private(set) var lines = ["type State", "entity A : State"]
  private var facts: [String] = []
  private var events: [String] = []
  private var norms: [(name: String, modality: String)] = []
  private var rules: [String] = []
  private var dates: [String] = []
  private var durations: [String] = []
  private var told: Set<String> = []

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
    scale = random.chance(65) ? .minutes : .days
  }

  static func program(seed: UInt64) -> String {
    var generator = TimedGenerator(seed: seed)
    generator.declare()
    generator.tell()
    generator.ask()
    return generator.lines.joined(separator: "\n") + "\n"
  }

  // MARK: Times

  /// How many moments the dates of a program are told by.
  private var count: Int { scale == .minutes ? 9 : 8 }

  /// A date by its number: minutes of an hour, or midnights and noons.
  private func date(_ number: Int) -> String {
    switch scale {
    case .minutes: "2000-01-01T00:\(number < 10 ? "0" : "")\(number)Z"
    case .days: "2000-01-0\(1 + number / 2)" + (number % 2 == 0 ? "" : "T12:00Z")
    }
  }

  private mutating func someDate() -> String { date(1 + random.below(count)) }

  private mutating func duration() -> String {
    switch scale {
    case .minutes: random.pick(["1 minute", "2 minutes", "3 minutes", "4 minutes"])
    case .days: random.pick(["1 day", "2 days", "12 hours", "24 hours", "36 hours"])
    }
  }

  // MARK: Declarations

  private mutating func declare() {
    for number in 0..<(1 + random.below(2)) {
      facts.append("f\(number)")
      lines.append("fact f\(number)" + (random.chance(50) ? " presumed \(random.pick(["true", "false"]))" : ""))
    }
    for number in 0..<(1 + random.below(2)) {
      events.append("e\(number)")
      lines.append("event e\(number) ( by actor : State )" + (random.chance(65) ? " presumed false" : ""))
    }
    if random.chance(30) {
      dates.append("d0")
      lines.append("fact d0 -> Date presumed \(someDate())")
    }
    if random.chance(25) {
      durations.append("g0")
      lines.append("fact g0 -> Duration presumed \(duration())")
    }
    for number in 0..<(1 + random.below(2)) { declareNorm(number) }
    for number in 0..<random.below(3) {
      lines.append("rule r\(number) when \(condition(2))")
      rules.append("r\(number)")
    }
  }

  private mutating func declareNorm(_ number: Int) {
    let modality = random.pick(["must", "must", "must", "must not", "may"])
    var text = "norm n\(number) : A \(modality) \(random.pick(events)) ( )"
    if modality == "must", random.chance(75) {
      text += random.chance(70) ? " within \(durationValue())" : " by \(dateValue())"
    }
    if random.chance(85) { text += " when \(condition(1))" }
    if random.chance(25) { text += " unless \(condition(1))" }
    if random.chance(20) {
      let unless = random.chance(50) ? " unless \(condition(0))" : ""
      lines.append("treaty T\(number) {")
      lines.append("in force from \(someDate())\(random.chance(40) ? " until \(someDate())" : "")\(unless)")
      lines.append(text)
      lines.append("}")
      norms.append(("T\(number).n\(number)", modality))
    } else {
      lines.append(text)
      norms.append(("n\(number)", modality))
    }
  }

  // MARK: Expressions

  private mutating func condition(_ depth: Int) -> String {
    if depth > 0, random.chance(55) {
      switch random.below(3) {
      case 0: return "not ( \(condition(depth - 1)) )"
      case 1: return "( \(condition(depth - 1)) and \(condition(depth - 1)) )"
      default: return "( \(condition(depth - 1)) or \(condition(depth - 1)) )"
      }
    }
    switch random.below(100) {
    case ..<22: return random.pick(facts)
    case ..<30: return "\(random.pick(facts)) for \(durationValue())"
    case ..<38: return call(random.pick(events))
    case ..<50: return windowed(call(random.pick(events)))
    case ..<62: return "\(dateOf()) \(random.pick(["<", "<=", ">", ">=", "is"])) \(dateValue())"
    case ..<68: return "today \(random.pick(["<", ">="])) \(dateValue())"
    case ..<72 where !rules.isEmpty: return random.pick(rules)
    default: return status()
    }
  }

  private func call(_ event: String) -> String { "\(event) ( by : A )" }

  private mutating func windowed(_ subject: String) -> String {
    switch random.below(4) {
    case 0: "\(subject) since \(dateValue())"
    case 1: "\(subject) before \(dateValue())"
    case 2: "\(subject) in last \(durationValue())"
    default: "\(subject) for \(durationValue())"
    }
  }

  private mutating func status() -> String {
    guard let norm = norms.isEmpty ? nil : random.pick(norms) else { return random.pick(facts) }
    if random.chance(20) { return norm.name }
    let states = ["must": "owed", "must not": "forbidden", "may": "permitted"]
    let events = ["must": ["fulfilled", "breached"], "must not": ["breached"], "may": ["fulfilled"]]
    if random.chance(30), let state = states[norm.modality] {
      let text = "\(state) ( \(norm.name) )"
      return random.chance(20) ? "\(text) for \(durationValue())" : text
    }
    let text = "\(random.pick(events[norm.modality] ?? [])) ( \(norm.name) )"
    return random.chance(45) ? windowed(text) : text
  }

  private mutating func dateOf() -> String {
    var text = "date of \(call(random.pick(events)))"
    if let norm = norms.last, norm.modality == "must", random.chance(40) {
      text = "date of \(random.pick(["fulfilled", "breached"])) ( \(norm.name) )"
    }
    return random.chance(30) ? "\(text) + \(durationValue())" : text
  }

  private mutating func dateValue() -> String {
    switch random.below(100) {
    case ..<12 where !dates.isEmpty: random.pick(dates)
    case ..<20: "\(someDate()) + \(durationValue())"
    case ..<26: "today - \(durationValue())"
    default: someDate()
    }
  }

  private mutating func durationValue() -> String {
    if !durations.isEmpty, random.chance(30) { return random.pick(durations) }
    return duration()
  }

  // MARK: Statements and questions

  private mutating func tell() {
    for fact in facts {
      // Most of the time is told, so that few completions remain.
      if random.chance(75) {
        note("\(random.pick(["assert", "deny"])) \(fact)", from: nil)
      }
      for _ in 0..<random.below(4) {
        let said = random.pick(["assert \(fact)", "deny \(fact)", "assert \(fact) is unknown"])
        note(said, from: 1 + random.below(count))
      }
    }
    for event in events {
      for _ in 0..<random.below(3) { note(occurrenceOf: event) }
      if random.chance(40) { note("deny \(call(event))", from: random.chance(50) ? nil : 1 + random.below(count)) }
      if random.chance(10) { note("assert \(call(event)) is unknown", from: 1 + random.below(count)) }
    }
    for fact in dates where random.chance(60) {
      let first = 1 + random.below(count)
      let range = random.chance(50) && first < count ? " .. \(date(first + 1))" : ""
      lines.append("assert \(fact) is \(date(first))\(scale == .days ? "" : range)")
    }
    for fact in durations {
      for _ in 0..<random.below(3) { note("assert \(fact) is \(duration())", from: 1 + random.below(count)) }
    }
  }

  /// Adds a statement, unless it could contradict a level one.
  private mutating func note(_ said: String, from: Int?) {
    let words = said.split(separator: " ").filter { $0 != "assert" && $0 != "deny" }
    guard told.insert("\(words.first ?? "") \(from ?? -1)").inserted else { return }
    var text = said
    if let from {
      text += " from \(date(from))"
      if random.chance(45), from < count { text += " until \(date(from + 1 + random.below(count - from)))" }
    } else if random.chance(30) {
      text += " until \(someDate())"
    }
    lines.append(text)
  }

  private mutating func note(occurrenceOf event: String) {
    let first = 1 + random.below(count)
    switch random.below(100) {
    case ..<12: lines.append("assert \(call(event))")
    case ..<45 where scale == .minutes:
      lines.append("assert \(call(event)) on \(date(first)) .. \(date(first + random.below(4)))")
    default: lines.append("assert \(call(event)) on \(date(first))")
    }
  }

  private mutating func ask() {
    lines.append("scenario \"s\" {")
    lines.append("as of \(date(count))")
    for _ in 0..<6 {
      let moment = random.chance(60) ? " as of \(date(2 + random.below(count + 1)))" : ""
      if random.chance(12) {
        lines.append("expect \(dateOf()) is unknown\(moment)")
      } else {
        lines.append("expect ( \(condition(2)) ) is unknown\(moment)")
      }
    }
    lines.append("}")
  }
}
