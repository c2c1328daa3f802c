internal import CasusSemantics

/// Conditions that look at nothing but the moment, as conjunctions: facts, gaps, what is told of rules, and periods, joined
/// by `and`, `or` and `not`.
///
/// Registers are numbered. Each is a course, or a conjunction of earlier ones and of opposites of earlier ones, which stand
/// in this order in ``operands``. `a or b` is the opposite of a conjunction of opposites.
struct PlainCode: Sendable {
  struct Register: Sendable {
    /// The number of a course; else where the operands begin.
    var start: Int32
    var required: Int32
    var excluded: Int32

    static func course(_ number: Int) -> Register {
      Register(start: Int32(truncatingIfNeeded: number), required: -1, excluded: 0)
    }

    var isCourse: Bool { required < 0 }
    var operands: Range<Int> { Int(start)..<Int(start + required + excluded) }
  }

  /// A register, or its opposite.
  struct Literal: Hashable, Sendable {
    var register: Int32
    var isTurned: Bool

    var opposite: Literal { Literal(register: register, isTurned: !isTurned) }
  }

  /// A condition that is asked for.
  struct Root: Sendable {
    var literal: Literal
    /// What pulls it both ways: while one of these is open, the bounds of the condition need not be exact. Else they are:
    /// with all that is open filled in for the condition, and with all against it, it comes to either of them.
    var doubtful: [Int32]
  }

  /// A register takes a kilobyte while blocks of moments are gone through.
  static let mostRegisters = 1 << 17

  private(set) var registers: [Register] = []
  private(set) var operands: [Int32] = []
  private(set) var courses: [TruthCourse] = []
  private let view: EntityID?
  /// By node, those that were met.
  private var literals: [Literal?] = []
  /// By input: where statements speak, and what they say there. Of facts and gaps something is known everywhere.
  private var inputs: [InputID: (speaks: Literal?, told: Literal)] = [:]
  /// Which round of ``doubtful(below:in:)`` has met a node last, as it is and as its opposite.
  private var rounds: [Int32] = []
  private var round: Int32 = 0
  private var isOpenSomewhere: [Bool] = []

  init(view: EntityID?) { self.view = view }

  /// Goes on to another circuit, whose nodes are others.
  mutating func beginCircuit() {
    literals = []
    inputs = [:]
  }

  /// The code of a condition; nil where it looks at something else. What it shares with others is there once.
  mutating func root(_ node: NodeID, in circuit: Circuit, _ facts: FactBase) -> Root? {
    while literals.count < circuit.nodes.count { literals.append(nil) }
    guard translate(node, in: circuit, facts), let literal = literals[Int(node.index)] else { return nil }
    return Root(literal: literal, doubtful: doubtful(below: literal))
  }

  /// Goes from a node down to what it reads, with a stack of its own.
  private mutating func translate(_ root: NodeID, in circuit: Circuit, _ facts: FactBase) -> Bool {
    var waiting = [root]
    while let node = waiting.last {
      if literals[Int(node.index)] != nil {
        waiting.removeLast()
        continue
      }
      let missing: [NodeID]
      switch circuit[node] {
      case .constant, .input, .during: missing = []
      case .not(let child), .stipulated(_, let child): missing = isMissing(child) ? [child] : []
      case .and(let range), .or(let range): missing = circuit[range].filter { isMissing($0) }
      default: return false
      }
      if missing.isEmpty {
        guard let literal = literal(of: node, in: circuit, facts) else { return false }
        literals[Int(node.index)] = literal
        waiting.removeLast()
      } else {
        waiting += missing
      }
    }
    return true
  }

  private func isMissing(_ node: NodeID) -> Bool { literals[Int(node.index)] == nil }

  private func known(_ node: NodeID) -> Literal {
    literals[Int(node.index)] ?? Literal(register: 0, isTurned: false)
  }

  /// The literal of a node whose children have theirs.
  private mutating func literal(of node: NodeID, in circuit: Circuit, _ facts: FactBase) -> Literal? {
    switch circuit[node] {
    case .constant(let truth): return course(TruthCourse(truth ? .holds : .fails))
    case .during(let period): return course(TruthCourse(circuit.periods[Int(period)]))
    case .not(let child): return known(child).opposite
    case .and(let range): return conjunction(circuit[range].map { known($0) })
    case .or(let range): return conjunction(circuit[range].map { known($0).opposite }).opposite
    case .input(let input): return told(input, in: circuit, facts)?.told
    case .stipulated(let input, let body):
      guard let told = told(input, in: circuit, facts) else { return nil }
      guard let speaks = told.speaks else { return told.told }
      let saying = conjunction([speaks, told.told])
      let silent = conjunction([speaks.opposite, known(body)])
      return conjunction([saying.opposite, silent.opposite]).opposite
    default: return nil
    }
  }

  /// What is told of an input; nil of an event, which those who ask later know otherwise.
  private mutating func told(
    _ input: InputID, in circuit: Circuit, _ facts: FactBase
  ) -> (speaks: Literal?, told: Literal)? {
    if let known = inputs[input] { return known }
    let told: TruthCourse
    switch circuit[input].source {
    case .told(let key):
      if facts.program.isEvent(key.declaration) { return nil }
      told = facts.truthCourse(key, view: view)
    case .gap:
      let reading = facts.reading(circuit[input], in: Lane(view: view, moment: .earliest))
      told = TruthCourse(reading.map { TruthCourse.State($0) } ?? .open)
    }
    var found: (speaks: Literal?, told: Literal)
    if told.isSilentSomewhere {
      found.speaks = course(told.mapped { $0 == .silent ? .fails : .holds })
      found.told = course(told.mapped { $0 == .silent ? .fails : $0 })
    } else {
      found = (nil, course(told))
    }
    inputs[input] = found
    return found
  }

  private mutating func course(_ course: TruthCourse) -> Literal {
    courses.append(course)
    isOpenSomewhere.append(course.isOpenSomewhere)
    return register(.course(courses.count - 1))
  }

  private mutating func conjunction(_ literals: [Literal]) -> Literal {
    let start = operands.count
    for literal in literals where !literal.isTurned { operands.append(literal.register) }
    let required = operands.count - start
    for literal in literals where literal.isTurned { operands.append(literal.register) }
    return register(
      Register(
        start: Int32(truncatingIfNeeded: start), required: Int32(truncatingIfNeeded: required),
        excluded: Int32(truncatingIfNeeded: operands.count - start - required)))
  }

  private mutating func register(_ register: Register) -> Literal {
    registers.append(register)
    return Literal(register: Int32(truncatingIfNeeded: registers.count - 1), isTurned: false)
  }

  /// The courses that may be open and are read as they are and as their opposites.
  private mutating func doubtful(below root: Literal) -> [Int32] {
    while rounds.count < registers.count * 2 { rounds.append(0) }
    round += 1
    var doubtful: [Int32] = []
    var waiting = [root]
    while let literal = waiting.popLast() {
      let place = Int(literal.register) * 2 + (literal.isTurned ? 1 : 0)
      if rounds[place] == round { continue }
      rounds[place] = round
      let register = registers[Int(literal.register)]
      if register.isCourse {
        if rounds[place ^ 1] == round, isOpenSomewhere[Int(register.start)] { doubtful.append(literal.register) }
        continue
      }
      for (number, operand) in register.operands.enumerated() {
        let isTurned = literal.isTurned != (number >= Int(register.required))
        waiting.append(Literal(register: operands[operand], isTurned: isTurned))
      }
    }
    return doubtful
  }
}

extension TruthCourse {
  fileprivate var isOpenSomewhere: Bool { first == .open || changes.contains { $0.state == .open } }
  fileprivate var isSilentSomewhere: Bool { first == .silent || changes.contains { $0.state == .silent } }
}
