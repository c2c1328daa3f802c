/// Random programs of recursive rules over told pacts: most of them searches, some a little more than that.
struct SearchGenerator {
  private var random: RandomSource
  private let states: [String]
  private var prefix = ""
  private var lines: [String] = []

  /// - Parameter stateCount: at least two.
  static func program(seed: UInt64, stateCount: Int) -> String {
    var generator = SearchGenerator(random: RandomSource(seed: seed), states: (0..<stateCount).map { "S\($0)" })
    return generator.program()
  }

  private init(random: RandomSource, states: [String]) {
    self.random = random
    self.states = states
  }

  private mutating func program() -> String {
    lines = [
      "type State", "entity \(states.joined(separator: ", ")): State",
      "fact pact(_ one: State, _ other: State) presumed false",
      "fact gate(_ state: State)" + (random.chance(70) ? " presumed false" : ""),
      "fact begun(_ state: State) presumed false",
    ]
    if random.chance(30) {
      prefix = "L."
      lines.append("law L { " + (random.chance(60) ? "in force from \(day()) " : ""))
    }
    for _ in 0..<2 { addRule("drawn(_ x: State)", starts: unaryStarts, steps: unarySteps) }
    addRule("reaches(_ x: State, _ y: State)", starts: binaryStarts, steps: binarySteps)
    if random.chance(10) { lines.append("exception to drawn when gate(x)") }
    if !prefix.isEmpty { lines.append("}") }
    for _ in 0..<random.below(3 * states.count) { lines.append(statement()) }
    lines.append("scenario \"asked\" {\nas of \(day())")
    for _ in 0..<(random.chance(60) ? 0 : random.below(4)) { lines.append(statement()) }
    for _ in 0..<4 { lines.append("ask " + question()) }
    lines.append("}")
    return lines.joined(separator: "\n")
  }

  // MARK: Rules

  private let unaryStarts = [
    "begun(x)", "gate(x) and begun(x)", "x is S1", "pact(x, S0)", "begun(x) or pact(S1, x)", "gate(x)",
  ]
  private let unarySteps = [
    "some z in State satisfies pact(x, z) and drawn(z)",
    "gate(x) and some z in State where pact(z, x) satisfies drawn(z)",
    "some z in State satisfies drawn(z) and gate(z) and pact(x, z)",
    "begun(x) or (some z in State satisfies pact(z, x) and drawn(z))",
    "not gate(x) and (some z in State satisfies pact(x, z) and drawn(z))",
    "some z in State satisfies pact(x, z) and drawn(z) and pact(z, x)",
    "some z in State satisfies pact(x, z) and not drawn(z)",
    "(count(s in State where pact(x, s)) >= 2) and some z in State where pact(x, z) satisfies drawn(z)",
  ]
  private let binaryStarts = [
    "pact(x, y)", "x is y", "pact(y, x) and gate(x)", "pact(x, y) or pact(y, x)", "pact(x, x)",
  ]
  private let binarySteps = [
    "some z in State satisfies pact(x, z) and reaches(z, y)", "some z in State satisfies reaches(x, z) and pact(z, y)",
    "some z in State where pact(z, x) and gate(z) satisfies reaches(z, y)",
    "gate(y) and some z in State satisfies pact(x, z) and reaches(z, y)",
    "some z in State satisfies reaches(x, z) and reaches(z, y)",
  ]

  private mutating func addRule(_ heading: String, starts: [String], steps: [String]) {
    let excluded = random.chance(25) ? " unless begun(x) and gate(x)" : ""
    let article = prefix.isEmpty || random.chance(70) ? "" : "article \(lines.count) "
    if article.isEmpty {
      lines.append("rule \(heading) when \(random.pick(starts))\(random.chance(20) ? excluded : "")")
      lines.append("rule \(heading) when \(random.pick(steps))\(excluded)")
    } else {
      lines.append(
        "\(article){ rule \(heading) when \(random.pick(starts)) rule \(heading) when \(random.pick(steps)) }")
    }
  }

  // MARK: Statements and questions

  private mutating func day() -> String { "2001-0\(1 + random.below(9))-01" }
  private mutating func state() -> String { random.pick(states) }

  private mutating func statement() -> String {
    let (first, second) = (state(), state())
    var call =
      random.chance(60) ? "pact(\(first), \(second))" : random.chance(50) ? "gate(\(first))" : "begun(\(first))"
    if random.chance(3) { call = "\(prefix)drawn(\(first))" }
    var text = random.chance(85) ? "assert \(call)" : "deny \(call)"
    if random.chance(12) { text = "assert \(call) is unknown" }
    if random.chance(3) { text = "deny pact(\(first), any)" }
    if random.chance(8) { text += " from \(day())" }
    if random.chance(5) { text += " according to \(random.pick(["S0", "S1"]))" }
    return text
  }

  private mutating func question() -> String {
    let (first, second) = (state(), state())
    let questions = [
      "drawn(\(first))", "not reaches(\(first), \(second))", "count(s in State where drawn(s))",
      "count(s in State, t in State where reaches(s, t))", "count(s in State where reaches(s, \(first)))",
      "count(s in State where pact(s, \(first)) and drawn(s))", "drawn(any)", "reaches(any, \(second))",
      "every s in State where pact(\(first), s) satisfies drawn(s)",
      "some s in State, t in State where pact(s, t) satisfies reaches(t, s)",
      "sum(1 over s in State, t in State where pact(t, s) and drawn(t))",
    ]
    var question = random.pick(questions)
    for rule in ["drawn", "reaches"] { question = question.replacing("\(rule)(", with: "\(prefix)\(rule)(") }
    return question
  }
}
