package import CasusSemantics

/// Settles what the bounds leave open, for one lane: whether every completion of what is unknown gives the same answer.
package struct ExactReasoning {
  let circuit: Circuit
  let components: [Component]
  let facts: FactBase
  let limits: EngineLimits
  let isValue: Bool
  let findsOpenInputs: Bool

  package init(
    _ circuit: Circuit, components: [Component], facts: FactBase, limits: EngineLimits, isValue: Bool,
    findsOpenInputs: Bool
  ) {
    self.isValue = isValue
    self.findsOpenInputs = findsOpenInputs
    self.circuit = circuit
    self.components = components
    self.facts = facts
    self.limits = limits
  }

  /// The exact answer of a node, or what the bounds said, marked unproved, where the budget does not reach.
  package func settle(_ root: NodeID, view: EntityID?, timeline: Timeline, bounds: Finding) -> Finding {
    settle(root, view: view, span: ExactSpan(timeline: timeline), nil, bounds: bounds)
  }

  /// - Parameter told: what is told of the inputs, where it was read before.
  func settle(
    _ root: NodeID, view: EntityID?, span: ExactSpan, _ told: ToldOverTime?, bounds: Finding
  ) -> Finding {
    do {
      var model = try ExactModel(
        circuit, roots: [.init(node: root, isValue: isValue)], facts: facts, view: view, span: span, told,
        texts: facts.texts, limits: limits)
      var finding = try model.finding(of: 0, findsOpenInputs: findsOpenInputs)
      // The bounds know the range of each operation, which the exact pieces of a value do not keep.
      if case .values(let exact) = finding.result, case .values(let known) = bounds.result {
        finding.result = .values(exact.intersection(known) ?? known)
      }
      return finding
    } catch {
      var unproved = bounds
      unproved.isProved = false
      unproved.open = unknownInputs(in: Lane(view: view, moment: span.timeline.asked)).map {
        OpenInput(input: $0, weight: nil)
      }
      return unproved
    }
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
