package import CasusDiagnostics
package import CasusSemantics
internal import CasusSyntax

/// Turns a question into a circuit: instantiates the rules that it needs, case by case, each case once.
///
/// Grounding goes from the question downwards and stops where a case is settled in every lane: a conjunction whose first
/// side is false never looks at the second.
package struct Grounder {
  package let facts: FactBase
  package let lanes: [Lane]
  package internal(set) var builder: CircuitBuilder
  package internal(set) var texts: TextTable
  let limits: EngineLimits
  var program: Program { facts.program }

  var instances: [InstanceKey: InstanceState] = [:]
  var pending: [(key: InstanceKey, body: Int)] = []
  /// The views of all statements about cases that the question has met.
  package internal(set) var views: Set<EntityID> = []
  private var depth = 0
  private var steps = 0

  package init(_ facts: FactBase, lanes: [Lane], limits: EngineLimits, span: SourceSpan) {
    self.facts = facts
    self.lanes = lanes
    self.limits = limits
    texts = facts.texts
    builder = CircuitBuilder(span: span)
  }

  package var circuit: Circuit { builder.circuit }

  /// Grounds a condition or a value of a question, and everything that it rests on.
  package mutating func ground(
    _ expression: ExpressionID, frame: [GroundValue]
  ) throws(EngineError) -> NodeID {
    var frame = frame
    let root =
      program[expression].type == .condition
      ? try condition(expression, &frame) : try node(of: value(expression, &frame))
    while let next = pending.popLast() {
      builder.setBody(next.body, to: try body(of: next.key))
    }
    return root
  }

  mutating func step() throws(EngineError) {
    steps += 1
    if steps > limits.maximumSteps { throw .limit(.steps(limits.maximumSteps)) }
  }

  /// Runs `build` one level deeper; the place of the nodes made inside is `span`.
  mutating func nested<Result>(
    at span: SourceSpan, _ build: (inout Grounder) throws(EngineError) -> Result
  ) throws(EngineError) -> Result {
    let outer = builder.span
    builder.span = span
    depth += 1
    defer {
      depth -= 1
      builder.span = outer
    }
    try step()
    return try build(&self)
  }

  /// The node of one case of a rule, definition, exception or norm.
  ///
  /// A case met again while its own body is being built is a circle, and closes it through an alias; one met too deep
  /// is put off, so that no chain of rules, however long, needs a deeper stack.
  mutating func instance(_ key: InstanceKey) throws(EngineError) -> NodeID {
    switch instances[key] {
    case .done(let node): return node
    case .inProgress(let alias):
      if let alias { return alias.node }
      let created = builder.alias()
      instances[key] = .inProgress(alias: created)
      return created.node
    case nil: break
    }
    if depth > limits.maximumInlineDepth {
      let created = builder.alias()
      instances[key] = .done(created.node)
      pending.append((key, created.body))
      return created.node
    }
    instances[key] = .inProgress(alias: nil)
    let node = try body(of: key)
    var result = node
    if case .inProgress(let alias?) = instances[key] {
      builder.setBody(alias.body, to: node)
      result = alias.node
    }
    instances[key] = .done(result)
    return result
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
