internal import CasusSemantics

/// All that is read of the past, where it is known: exact reasoning about later moments can begin behind it.
struct KnownPast: Sendable {
  /// What held at the moment before, and what values were.
  var conditions: [(node: NodeID, holds: Bool)] = []
  var values: [(node: NodeID, value: Scalar)] = []
}

/// The moments that exact reasoning looks at, and what it need not look at.
struct ExactSpan: Sendable {
  /// Where the past is known, its first moment stands for that.
  var timeline: Timeline
  var past: KnownPast?
}

/// What is told of the inputs of a circuit over all time, in one view.
struct ToldOverTime: Sendable {
  private(set) var courses: [InputID: Course] = [:]
  private(set) var histories: [InputID: EventHistory] = [:]
  /// Whether it is told of every event when it has happened, within spans of time, and that it has at no other.
  private(set) var tellsAllOccurrences = true

  init(of circuit: Circuit, _ facts: FactBase, view: EntityID?) {
    for number in circuit.inputs.indices {
      let input = InputID(number)
      guard case .told(let key) = circuit[input].source else { continue }
      guard facts.program.isEvent(key.declaration) else {
        courses[input] = facts.course(key, view: view)
        continue
      }
      let history = facts.history(key, view: view)
      histories[input] = history
      if !history.open.isEmpty || history.occurrences.contains(where: { $0.isUndated }) { tellsAllOccurrences = false }
    }
  }
}

extension Circuit {
  /// What nodes read of the moment before: conditions, and values.
  func readsOfPast(in components: [Component]) -> (conditions: [NodeID], values: [NodeID]) {
    var conditions: Set<NodeID> = []
    var values: Set<NodeID> = []
    for node in components.flatMap({ $0.nodes }) {
      switch self[node] {
      case .previous(let child): conditions.insert(child)
      case .once, .since: conditions.insert(node)
      case .latest(let child), .earliest(let child), .atStart(let child, _):
        conditions.insert(child)
        values.insert(node)
      case .previousValue(let child): values.insert(child)
      default: break
      }
    }
    return (conditions.sorted(), values.sorted())
  }
}

extension CircuitEvaluator<DiagramAlgebra> {
  /// Goes on to the second lane of the timeline, with the first one known.
  mutating func begin(behind past: KnownPast) {
    for (node, holds) in past.conditions { truths[Int(node.index)] = algebra.constant(holds) }
    for (node, value) in past.values { values[Int(node.index)] = algebra.constant(value) }
    advance()
  }
}
