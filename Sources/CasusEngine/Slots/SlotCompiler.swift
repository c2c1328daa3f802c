internal import CasusSemantics
internal import CasusSyntax

/// What a program over slots cannot express, so that the engine has to answer each case.
struct Inexpressible: Error {}

/// Turns a circuit into formulas over slots: every condition into one that it holds, and one that it does not.
struct SlotCompiler {
  /// Conditions past this number are left to the engine.
  static let maximumFormulas = 100_000
  /// Ways in which one value may be computed, each under a condition.
  static let maximumWays = 16
  /// Formulas that stand for one count.
  static let maximumCountSize = 1_024

  let circuit: Circuit
  let facts: FactBase
  let lane: Lane
  private(set) var inputs: [SlotInput]
  private var slotOfInput: [InputID: Int] = [:]
  var formulas: SlotFormulas
  private var truths: [NodeID: Sides] = [:]
  private var values: [NodeID: [Way]] = [:]

  /// That a condition holds, and that it does not.
  struct Sides {
    var holds: FormulaID
    var fails: FormulaID
  }

  /// What a value is where a condition holds; of all ways, exactly one counts.
  struct Way {
    var condition: FormulaID
    var sum: SlotSum
  }

  init(_ circuit: Circuit, facts: FactBase, lane: Lane, slots: [Slot]) {
    self.circuit = circuit
    self.facts = facts
    self.lane = lane
    var inputs: [SlotInput] = []
    for slot in slots {
      inputs.append(SlotInput(type: slot.type, values: facts.domain(of: slot)))
    }
    for (number, input) in circuit.inputs.enumerated() {
      let id = InputID(number)
      if let slot = slots.firstIndex(where: { input.source == facts.source(of: $0) }) {
        slotOfInput[id] = slot
      } else {
        slotOfInput[id] = inputs.count
        inputs.append(SlotInput(type: input.type, values: facts.remaining(of: input, in: lane)))
      }
    }
    self.inputs = inputs
    let types = inputs.map { $0.type }
    formulas = SlotFormulas { types[Int($0)] != .decimal }
  }

  /// - Returns: that the root holds.
  mutating func compile(_ root: NodeID) throws(Inexpressible) -> FormulaID {
    for component in circuit.components(from: [root]) {
      guard case .plain = component.kind else { throw Inexpressible() }
      for node in component.nodes {
        try compileNode(node)
        if formulas.formulas.count > Self.maximumFormulas { throw Inexpressible() }
      }
    }
    return try truth(root).holds
  }

  func truth(_ node: NodeID) throws(Inexpressible) -> Sides {
    guard let sides = truths[node] else { throw Inexpressible() }
    return sides
  }

  func value(_ node: NodeID) throws(Inexpressible) -> [Way] {
    guard let ways = values[node] else { throw Inexpressible() }
    return ways
  }

  func slot(of input: InputID) throws(Inexpressible) -> Int32 {
    guard let slot = slotOfInput[input] else { throw Inexpressible() }
    return Int32(truncatingIfNeeded: slot)
  }

  private mutating func compileNode(_ node: NodeID) throws(Inexpressible) {
    switch circuit[node] {
    // What counts is read where it is compared.
    case .count: break
    case .value, .inputValue, .today, .select, .arithmetic, .chooseValue, .aliasValue:
      values[node] = try computedValue(node)
    default: truths[node] = try computedTruth(node)
    }
  }

  private mutating func computedTruth(_ node: NodeID) throws(Inexpressible) -> Sides {
    switch circuit[node] {
    case .constant(let truth): return constant(truth)
    case .input(let input): return try told(input)
    case .not(let child):
      let sides = try truth(child)
      return Sides(holds: sides.fails, fails: sides.holds)
    case .and(let range):
      let parts = try sides(of: circuit[range])
      return Sides(holds: formulas.all(parts.map { $0.holds }), fails: formulas.any(parts.map { $0.fails }))
    case .or(let range):
      let parts = try sides(of: circuit[range])
      return Sides(holds: formulas.any(parts.map { $0.holds }), fails: formulas.all(parts.map { $0.fails }))
    case .compare(let comparison, let left, let right): return try compared(comparison, left, right)
    case .choose(let selector, let range): return try chosen(selector, circuit.pairs(range))
    case .during(let period): return constant(circuit.periods[Int(period)].contains(lane.moment))
    case .alias(let body): return try truth(circuit.bodies[Int(body)])
    case .stipulated(let input, let body):
      // Whether statements speak of the case is the same for all that slots may hold.
      return facts.reading(circuit[input], in: lane) == nil ? try truth(body) : try told(input)
    default: throw Inexpressible()
    }
  }

  private func constant(_ truth: Bool) -> Sides {
    truth
      ? Sides(holds: SlotFormulas.always, fails: SlotFormulas.never)
      : Sides(holds: SlotFormulas.never, fails: SlotFormulas.always)
  }

  private func sides(of nodes: ArraySlice<NodeID>) throws(Inexpressible) -> [Sides] {
    var result: [Sides] = []
    for node in nodes { result.append(try truth(node)) }
    return result
  }

  /// A slot, or what is open in the facts; what they tell is a constant.
  private mutating func told(_ input: InputID) throws(Inexpressible) -> Sides {
    let slot = try slot(of: input)
    if case .truth(let truth)? = facts.reading(circuit[input], in: lane)?.state { return constant(truth) }
    return Sides(
      holds: formulas.add(.slot(slot, isNegated: false)), fails: formulas.add(.slot(slot, isNegated: true)))
  }
}

extension FactBase {
  /// What an input stands for whose case is a slot.
  func source(of slot: Slot) -> Input.Source? { key(of: slot).map { .told($0) } }

  /// The case of a slot, where it has a number.
  func key(of slot: Slot) -> CaseKey? {
    let scalars = slot.arguments.map { program.scalar(of: $0, texts: texts) }
    guard let index = index(of: slot.declaration) else { return nil }
    let arguments = scalars.compactMap { $0.integer }
    guard arguments.count == scalars.count, let ordinal = index.ordinal(of: arguments) else { return nil }
    return CaseKey(slot.declaration, ordinal: ordinal)
  }

  /// The values that a slot can have.
  package func domain(of slot: Slot) -> ValueSet {
    guard let key = key(of: slot) else { return .anything }
    return domain(of: Input(source: .told(key), type: slot.type))
  }

  /// The values that an input may still have.
  fileprivate func remaining(of input: Input, in lane: Lane) -> ValueSet {
    let domain = domain(of: input)
    if case .values(let told)? = reading(input, in: lane)?.state { return told.intersection(domain) ?? told }
    return domain
  }
}
