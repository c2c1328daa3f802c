internal import CasusSemantics
internal import CasusSyntax

/// The exact functions of one lane: a plane is a decision diagram over what is unknown there.
struct DiagramAlgebra: CaseAlgebra, ~Copyable {
  typealias Plane = DecisionDiagram.Edge

  let circuit: Circuit
  let facts: FactBase
  let view: EntityID?
  let timeline: Timeline
  /// The number of the lane at hand.
  var now = 0
  var diagram: DecisionDiagram
  /// Those of the question; the diagram is given room step by step.
  let limits: DecisionDiagram.Limits
  var table: UnknownTable
  /// By the number of an unknown value: its variables, and its chain: "lies behind the cuts up to this one".
  private var links: [Int: [Plane]] = [:]
  private var chains: [Int: [Plane]] = [:]
  /// What each variable of the diagram decides.
  private(set) var variables: [Decision] = []
  private var inputVariables: [InputKey: Plane] = [:]
  /// What is told of events, and of facts and rules over all time, read once.
  var histories: [InputID: EventHistory] = [:]
  private var courses: [InputID: Course] = [:]

  /// What a variable decides: an input, or the next cut of an unknown value.
  enum Decision: Sendable {
    case input(InputKey)
    case cut(unknown: Int, position: Int)
  }

  /// An input in one stretch of time; occurrences are told apart lane by lane.
  struct InputKey: Hashable, Sendable {
    var input: InputID
    var stretch: Int
    var isOccurrence: Bool
  }

  init(
    _ circuit: Circuit, facts: FactBase, view: EntityID?, timeline: Timeline, _ told: ToldOverTime?,
    table: UnknownTable, limits: DecisionDiagram.Limits, firstRoom: Int
  ) {
    self.circuit = circuit
    self.facts = facts
    self.view = view
    self.timeline = timeline
    self.table = table
    self.limits = limits
    if let told {
      courses = told.courses
      histories = told.histories.mapValues { $0.asked(at: timeline.asked) }
    }
    diagram = DecisionDiagram(limits: limits.withNodes(atMost: firstRoom))
  }

  var lane: Lane { Lane(view: view, moment: timeline.moments[now]) }

  mutating func advance() { now += 1 }

  var isOneLane: Bool { true }
  /// Those decided last come first: a result then grows at its beginning, where a decision is added in one step.
  var joinsInOrder: Bool { true }
  func joiningRank(of truth: Truth<Plane>) -> Int { -diagram.level(of: truth.possible) }
  var none: Plane { .false }
  var all: Plane { .true }

  mutating func and(_ left: Plane, _ right: Plane) throws(EvaluationStop) -> Plane {
    do { return try diagram.and(left, right) } catch { throw .diagramLimit }
  }

  mutating func or(_ left: Plane, _ right: Plane) throws(EvaluationStop) -> Plane {
    do { return try diagram.or(left, right) } catch { throw .diagramLimit }
  }

  func not(_ plane: Plane) -> Plane { plane.negated }

  private mutating func newVariable(for decision: Decision) throws(EvaluationStop) -> Plane {
    do {
      let variable = try diagram.variable(variables.count)
      variables.append(decision)
      return variable
    } catch { throw .diagramLimit }
  }

  mutating func input(_ input: InputID) throws(EvaluationStop) -> Truth<Plane> {
    if let history = history(of: input) { return definite(try happened(input, history)) }
    if case .truth(let truth)? = reading(input)?.state { return constant(truth) }
    return definite(try variable(of: input))
  }

  /// What is known of an input in the lane at hand.
  mutating func reading(_ input: InputID) -> Reading? {
    guard case .told(let key) = circuit[input].source, timeline.moments.count > 1 || courses[input] != nil else {
      return facts.reading(circuit[input], in: lane)
    }
    let course = courses[input] ?? facts.course(key, view: view)
    courses[input] = course
    if let told = course[lane.moment] { return told }
    if facts.program.isFact(key.declaration) { return facts.untold(key) }
    return nil
  }

  /// The variable of an untold condition in the stretch at hand; a gap has one for all time.
  private mutating func variable(of input: InputID) throws(EvaluationStop) -> Plane {
    var stretch = timeline.stretches[now]
    if case .gap = circuit[input].source { stretch = 0 }
    return try variable(InputKey(input: input, stretch: stretch, isOccurrence: false))
  }

  /// The variable of an occurrence that is not told, somewhere within a lane.
  mutating func occurrence(of input: InputID, in lane: Int) throws(EvaluationStop) -> Plane {
    try variable(InputKey(input: input, stretch: lane, isOccurrence: true))
  }

  private mutating func variable(_ key: InputKey) throws(EvaluationStop) -> Plane {
    if let known = inputVariables[key] { return known }
    let variable = try newVariable(for: .input(key))
    inputVariables[key] = variable
    return variable
  }

  /// The planes that are kept beside those of nodes.
  var ownPlanes: [Plane] {
    Array(inputVariables.values) + links.values.joined() + chains.values.joined()
  }

  mutating func told(_ input: InputID) throws(EvaluationStop) -> (speaks: Plane, truth: Truth<Plane>) {
    switch reading(input)?.state {
    case nil: return (.false, constant(false))
    case .truth(let truth)?: return (.true, constant(truth))
    default: return (.true, definite(try variable(of: input)))
    }
  }

  func during(_ period: CircuitPeriod) -> Plane { period.contains(lane.moment) ? .true : .false }

  // MARK: Cuts

  /// Where an unknown lies at the cut or beyond.
  mutating func lies(beyond cut: Cut, _ unknown: Int) throws(EvaluationStop) -> Plane {
    let described = table.unknowns[unknown]
    if let value = described.standsFor { return cut.lies(beyond: value) ? .false : .true }
    var cut = cut
    if described.isDiscrete { cut = cut.onWholeNumbers ?? cut }
    if let low = described.range.low?.number, !cut.lies(beyond: low) { return .true }
    if let high = described.range.high?.number, cut.lies(beyond: high) { return .false }
    guard let position = table.position(of: cut, in: unknown) else { return .false }
    let chain = try self.chain(of: unknown)
    return position < chain.count ? chain[position] : .false
  }

  private mutating func chain(of unknown: Int) throws(EvaluationStop) -> [Plane] {
    if let known = chains[unknown] { return known }
    // Where the room ends half way, the variables that are there are used when it is begun again.
    var links = self.links[unknown] ?? []
    while links.count < table.unknowns[unknown].cuts.count {
      links.append(try newVariable(for: .cut(unknown: unknown, position: links.count)))
      self.links[unknown] = links
    }
    var chain: [Plane] = []
    for link in links { chain.append(try and(chain.last ?? .true, link)) }
    chains[unknown] = chain
    return chain
  }
}

extension Cut {
  /// Whether the cut lies behind a value, so that the value is not beyond it.
  func lies(beyond value: Rational) -> Bool { isBehind ? value <= at : value < at }

  /// The same cut where only whole numbers are possible; nil where it cannot be written.
  var onWholeNumbers: Cut? {
    if at.isInteger && !isBehind { return self }
    let (next, overflow) = at.floor.addingReportingOverflow(1)
    return overflow ? nil : Cut(at: Rational(next), isBehind: false)
  }
}

extension Rational {
  /// The greatest whole number that is not above it.
  var floor: Int64 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
