import CasusSemantics

/// Evaluates a program in one completion, as slowly and obviously as possible: two-valued, but for faults and for what
/// depends on its own negation.
struct ReferenceEvaluator {
  let program: Program
  let told: ReferenceTold
  let options: ReferenceOptions
  let parties: [Set<Value>]
  let components: ReferenceComponents

  /// The completion, as far as it was needed.
  var decided: [ReferenceUnknown: ReferenceChoice] = [:]
  /// What is known of cases of rules, exceptions and norms in this completion.
  var known: [ReferenceCase: ReferenceTruth] = [:]
  /// What is the same in every completion, since no decision was read on the way to it.
  var settled: [ReferenceCase: ReferenceTruth] = [:]
  /// How often a decision was read.
  private(set) var decisionsRead = 0
  /// The recursive components that are being solved, the innermost last.
  var solving: [ReferenceFixpoint] = []
  /// Whether open numbers were compared with one another or computed with; kept over all completions.
  var combinesOpenNumbers = false
  private var depth = 0

  init(
    _ program: Program, scenario: [CheckedStatement], view: EntityID?, moment: Moment, components: ReferenceComponents,
    options: ReferenceOptions
  ) {
    self.program = program
    self.components = components
    self.options = options
    told = ReferenceTold(program, scenario: scenario, view: view, moment: moment)
    parties = program.instruments.map { instrument in
      instrument.partyFact.map { ReferenceTold.parties(to: $0, in: program.statements + scenario) } ?? []
    }
  }

  mutating func begin(_ completion: [ReferenceUnknown: ReferenceChoice]) {
    decided = completion
    known.removeAll(keepingCapacity: true)
    solving.removeAll()
    depth = 0
  }

  // MARK: What completions decide

  mutating func decide(
    _ unknown: ReferenceUnknown, among choices: [ReferenceChoice], isSampled: Bool = false
  ) throws(ReferenceInterruption) -> ReferenceChoice {
    decisionsRead += 1
    if let choice = decided[unknown] { return choice }
    throw .needs(unknown, choices, isSampled: isSampled)
  }

  mutating func decideTruth(_ unknown: ReferenceUnknown) throws(ReferenceInterruption) -> ReferenceTruth {
    try ReferenceTruth(decide(unknown, among: [.truth(true), .truth(false)]) == .truth(true))
  }

  mutating func decideValue(
    _ unknown: ReferenceUnknown, type: ValueType, domain: DomainReference?, told: () -> [Told]
  ) throws(ReferenceInterruption) -> ReferenceValue {
    let isNumber = if case .entity = type { false } else { true }
    var choice = decided[unknown]
    if choice != nil {
      readDecision()
    } else {
      let options = options.options(for: type, in: domain.flatMap { members(of: $0) }, told: told())
      if options.values.count == 1, !options.isSampled { return ReferenceValue(options.values[0]) }
      choice = try decide(unknown, among: options.values.map { .value($0) }, isSampled: options.isSampled)
    }
    guard case .value(let value) = choice else { return .fault }
    return ReferenceValue(possible: [value], origin: isNumber ? .open : .fixed)
  }

  /// What is known in this completion rests on decisions, or it would be settled.
  mutating func readDecision() { decisionsRead += 1 }

  /// Remembers a truth that rests on no decision for all completions.
  mutating func settling(
    _ wanted: ReferenceCase, _ body: (inout ReferenceEvaluator) throws(ReferenceInterruption) -> ReferenceTruth
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    if let truth = settled[wanted] { return truth }
    let before = decisionsRead
    let truth = try body(&self)
    if decisionsRead == before && solving.isEmpty { settled[wanted] = truth }
    return truth
  }

  // MARK: Domains

  func contains(_ domain: DomainReference, _ value: Value) -> Bool {
    switch domain {
    case .type: return true
    case .parties(let instrument): return parties[instrument.index].contains(value)
    case .set(let set):
      switch (program[set].elements, value) {
      case (.entities(let entities, of: _), .entity(let entity)): return entities.contains(entity)
      case (.integers(let range), .number(let number)):
        return number.integer.flatMap { Int(exactly: $0) }.map { range.contains($0) } ?? false
      default: return false
      }
    }
  }

  /// Nil where the domain has no end.
  func members(of domain: DomainReference) -> [Value]? {
    switch domain {
    case .type(.entity(let type)): return program[type].members.map { .entity($0) }
    case .type: return nil
    case .parties(let instrument): return Array(parties[instrument.index])
    case .set(let set):
      switch program[set].elements {
      case .entities(let entities, of: _): return entities.map { .entity($0) }
      case .integers(let range): return range.map { .number(Rational(Int64($0))) }
      }
    }
  }

  /// The cases of a list of parameters.
  func cases(of parameters: [CheckedParameter]) throws(ReferenceInterruption) -> [[Value]] {
    var cases: [[Value]] = [[]]
    for parameter in parameters {
      guard let members = members(of: parameter.domain) else { throw .unsupported("a parameter without end") }
      cases = cases.flatMap { start in members.map { start + [$0] } }
    }
    return cases
  }

  /// Guards against definitions that call themselves, which the reference does not cover.
  mutating func descend<Result>(
    _ body: (inout ReferenceEvaluator) throws(ReferenceInterruption) -> Result
  ) throws(ReferenceInterruption) -> Result {
    depth += 1
    if depth > 120 { throw .unsupported("nested too deeply") }
    let result = try body(&self)
    depth -= 1
    return result
  }
}
