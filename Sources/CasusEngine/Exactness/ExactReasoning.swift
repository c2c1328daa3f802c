/// Settles what the bounds leave open, for one lane: whether every completion of what is unknown gives the same answer.
package struct ExactReasoning {
  let circuit: Circuit
  let components: [Component]
  let facts: FactBase
  let limits: EngineLimits

  package init(_ circuit: Circuit, components: [Component], facts: FactBase, limits: EngineLimits) {
    self.circuit = circuit
    self.components = components
    self.facts = facts
    self.limits = limits
  }

  /// The exact answer of a node, or what the bounds said, marked unproved, where the budget does not reach.
  package func settle(_ root: NodeID, in lane: Lane, bounds: Finding) -> Finding {
    do {
      return try solve(root, lane, isValue: bounds.isValue)
    } catch {
      var unproved = bounds
      unproved.isProved = false
      unproved.open = unknownInputs(in: lane).map { OpenInput(input: $0, weight: nil) }
      return unproved
    }
  }

  /// Evaluates until no comparison asks for a cut that was not there when its unknown was given its variables.
  private func solve(_ root: NodeID, _ lane: Lane, isValue: Bool) throws(EvaluationStop) -> Finding {
    var table = UnknownTable()
    let diagramLimits = DecisionDiagram.Limits(
      maximumNodes: limits.maximumDiagramNodes, maximumOperations: limits.maximumDiagramNodes * 10)
    for _ in 0..<64 {
      table.hasGrown = false
      let algebra = DiagramAlgebra(circuit, facts: facts, lane: lane, table: table, limits: diagramLimits)
      var evaluator = CircuitEvaluator(circuit, algebra: algebra, maximumSteps: limits.maximumSteps)
      try evaluator.run(components)
      if isValue {
        let value = evaluator.value(root)
        let finding = try evaluator.algebra.finding(of: value)
        if !evaluator.algebra.table.hasGrown { return finding }
      } else {
        let truth = evaluator.truth(root)
        let finding = try evaluator.algebra.finding(of: truth)
        if !evaluator.algebra.table.hasGrown { return finding }
      }
      table = evaluator.algebra.table
    }
    throw .steps
  }

  private func unknownInputs(in lane: Lane) -> [InputID] {
    var found: [InputID] = []
    for component in components {
      for node in component.nodes {
        guard let input = circuit.input(of: node) else { continue }
        switch facts.reading(circuit[input], in: lane)?.state {
        case nil, .truth?: continue
        case .values(.oneOf(let values))? where values.count == 1: continue
        default: if !found.contains(input) { found.append(input) }
        }
      }
    }
    return found
  }
}

extension Circuit {
  package func input(of node: NodeID) -> InputID? {
    switch self[node] {
    case .input(let input), .inputValue(let input), .stipulated(let input, _): input
    default: nil
    }
  }
}

extension Finding {
  var isValue: Bool { if case .values = result { true } else { false } }
}
