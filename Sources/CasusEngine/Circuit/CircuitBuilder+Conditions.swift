internal import CasusSemantics

extension CircuitBuilder {
  package mutating func not(_ child: NodeID) -> NodeID {
    switch circuit[child] {
    case .constant(let truth): truth ? .false : .true
    case .not(let inner): inner
    default: add(.not(child))
    }
  }

  /// Operands stand in order of number and once, so that the order in which they were written does not show.
  package mutating func and(_ children: [NodeID]) -> NodeID {
    if children.contains(.false) { return .false }
    let kept = flattened(children, dropping: .true) { if case .and(let range) = $0 { range } else { nil } }
    guard let first = kept.first else { return .true }
    return kept.count == 1 ? first : add(.and(range(kept)))
  }

  package mutating func or(_ children: [NodeID]) -> NodeID {
    if children.contains(.true) { return .true }
    let kept = flattened(children, dropping: .false) { if case .or(let range) = $0 { range } else { nil } }
    guard let first = kept.first else { return .false }
    return kept.count == 1 ? first : add(.or(range(kept)))
  }

  private func flattened(
    _ children: [NodeID], dropping neutral: NodeID, sameKind: (Node) -> Operands?
  ) -> [NodeID] {
    if children.count == 1 { return children.filter { $0 != neutral } }
    var kept: [NodeID] = []
    kept.reserveCapacity(children.count)
    for child in children where child != neutral {
      if let range = sameKind(circuit[child]), range.count < 8 {
        kept += circuit[range]
      } else {
        kept.append(child)
      }
    }
    kept.sort()
    // Equal ones are neighbours now.
    var last: NodeID?
    kept.removeAll { node in
      defer { last = node }
      return node == last
    }
    return kept
  }

  /// `pairs`: for each value that the selector can have, its ordinal and the condition that stands beside it.
  package mutating func choose(_ selector: NodeID, _ pairs: [(ordinal: Int, node: NodeID)]) -> NodeID {
    guard let first = pairs.first else { return .false }
    if case .constant = circuit[first.node], !mayFault(selector), pairs.allSatisfy({ $0.node == first.node }) {
      return first.node
    }
    return add(.choose(selector, range(pairs.flatMap { [NodeID($0.ordinal), $0.node] })))
  }

  /// Whether a value is of a kind that can fail to be computed.
  private func mayFault(_ value: NodeID) -> Bool {
    switch circuit[value] {
    case .value, .inputValue, .today: false
    default: true
    }
  }

  /// What statements say of a rule's case, where they speak, comes before the rule.
  package mutating func stipulated(_ key: CaseKey, _ body: NodeID) -> NodeID {
    add(.stipulated(inputID(.told(key), type: .condition), body))
  }

  package mutating func faultyCondition() -> NodeID { addApart(.faultyCondition) }

  package mutating func compare(_ comparison: Comparison, _ left: NodeID, _ right: NodeID) -> NodeID {
    if let first = scalar(of: left), let second = scalar(of: right) {
      guard first.isMonths == second.isMonths else { return faultyCondition() }
      let holds = comparison == .equal ? first.number == second.number : first.number < second.number
      return holds ? .true : .false
    }
    if comparison == .equal && right < left { return add(.compare(.equal, right, left)) }
    return add(.compare(comparison, left, right))
  }
}
