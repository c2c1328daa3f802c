internal import CasusDiagnostics
package import CasusSemantics
internal import CasusSyntax

/// Turns a question into a circuit: instantiates the rules that it needs, case by case, each case once.
///
/// Grounding goes from the question downwards and stops where a case is settled in every lane: a conjunction whose first
/// side is false never looks at the second.
package struct Grounder {
  package let facts: FactBase
  package let lanes: [Lane]
  let areOfOneMoment: Bool
  package internal(set) var builder: CircuitBuilder
  package internal(set) var texts: TextTable
  let limits: EngineLimits
  let program: Program

  var instances: [InstanceKey: NodeID] = [:]
  var pending: [(key: InstanceKey, body: Int)] = []
  /// Whether the question looks back over time: then what is true at the moment asked about is not folded.
  let isTemporal: Bool
  /// Whether presumptions stay inputs, so that an answer can be found to rest on them.
  let keepsPresumptions: Bool
  /// Dates written in what the question rests on: where something may change.
  package internal(set) var dates: Set<Moment> = []
  /// Notes what the circuit is made of, where an explanation is wanted.
  var recorder: DerivationRecorder
  /// Whether what is settled by one of its parts is looked at in full, for the other reasons there are.
  let isThorough: Bool
  /// Whether what is being grounded belongs to a declaration, which sees statuses as they were before.
  var isInsideDeclaration = false
  var performances: [InstanceKey: Performance] = [:]
  /// What was found without grounding it case by case.
  var searchRecord = SearchRecord()
  private var depth = 0
  package private(set) var steps = 0

  package init(
    _ facts: FactBase, lanes: [Lane], limits: EngineLimits, question: ExpressionID,
    keepsPresumptions: Bool = false, looksBack: Bool = false, records: Bool = false, isThorough: Bool = false
  ) {
    self.facts = facts
    program = facts.program
    self.lanes = lanes
    areOfOneMoment = lanes.allSatisfy { $0.moment == lanes[0].moment }
    self.limits = limits
    self.keepsPresumptions = keepsPresumptions
    recorder = DerivationRecorder(isOn: records)
    self.isThorough = isThorough
    texts = facts.texts
    isTemporal = looksBack || facts.looksBack(from: question)
    builder = CircuitBuilder(span: facts.program[question].span)
  }

  package var circuit: Circuit { builder.circuit }

  /// Goes on to another question, with all that is grounded.
  mutating func begin(_ question: ExpressionID) {
    builder.span = program[question].span
    steps = 0
  }

  /// Grounds a condition or a value of a question, and everything that it rests on.
  package mutating func ground(
    _ expression: ExpressionID, frame: [GroundValue]
  ) throws(EngineError) -> NodeID {
    var frame = frame
    recorder.begin(.question, .all, at: program[expression].span)
    let root: NodeID =
      program[expression].type == .condition
      ? try condition(expression, &frame) : try node(of: value(expression, &frame))
    recorder.endRoot(root)
    try groundPending()
    return root
  }

  /// Grounds the cases that were put off.
  mutating func groundPending() throws(EngineError) {
    while let next = pending.popLast() {
      builder.setBody(next.body, to: try body(of: next.key))
    }
  }

  mutating func step(_ count: Int = 1) throws(EngineError) {
    let before = steps
    steps += count
    if steps > limits.maximumSteps { throw .limit(.steps(limits.maximumSteps)) }
    if before >> 10 != steps >> 10 { try limits.checkCancellation() }
  }

  /// Goes one level deeper, to nodes whose place is `span`; returns the place to go back to.
  mutating func enter(_ span: SourceSpan) throws(EngineError) -> SourceSpan {
    let outer = builder.span
    builder.span = span
    depth += 1
    try step()
    return outer
  }

  mutating func leave(to span: SourceSpan) {
    depth -= 1
    builder.span = span
  }

  /// The node of one case of a rule, definition, exception or norm.
  ///
  /// A case of something recursive is an alias of its body, which is how a circle closes. So is one met too deep: it is
  /// put off, so that no chain of rules, however long, needs a deeper stack.
  mutating func instance(_ key: InstanceKey) throws(EngineError) -> NodeID {
    recorder.refer(to: key, at: program.declarations[key.declaration].span)
    let node = try grounded(key)
    recorder.settle(key, as: node)
    return node
  }

  private mutating func grounded(_ key: InstanceKey) throws(EngineError) -> NodeID {
    if let known = instances[key] { return known }
    if let settled = try searched(key) { return settled }
    let isTooDeep = depth > limits.maximumInlineDepth
    guard isTooDeep || facts.recursive.contains(DeclarationID(key.declaration)) else {
      let node = try body(of: key)
      instances[key] = node
      return node
    }
    let alias = builder.alias(isValue: program.isValue(DeclarationID(key.declaration)))
    instances[key] = alias.node
    if isTooDeep {
      pending.append((key, alias.body))
      return alias.node
    }
    let node = try body(of: key)
    builder.setBody(alias.body, to: node)
    if node == .true || node == .false { instances[key] = node }
    return instances[key] ?? node
  }

  /// The node that computes a value, made where the value is definite.
  mutating func node(of value: GroundValue) -> NodeID {
    switch value {
    case .constant(let scalar): builder.value(scalar)
    case .node(let node): node
    }
  }

  func groundValue(of node: NodeID) -> GroundValue {
    builder.scalar(of: node).map { .constant($0) } ?? .node(node)
  }

  func scalar(of value: Value) -> Scalar { program.scalar(of: value, texts: texts) }
}
