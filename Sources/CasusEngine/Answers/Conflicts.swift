package import CasusSemantics

/// Two norms over one act that nothing ranks, of which one says `must not` and the other `must` or `may`.
package struct NormConflict: Sendable, Equatable {
  package var norm: DeclarationID
  package var arguments: [Value]
  package var other: DeclarationID
  package var otherArguments: [Value]
  /// Whether both are certainly in effect, or may be.
  package var isCertain: Bool
}

extension Grounder {
  /// The pairs of norm cases, among those that the question has met, that are over one act and unranked, each with the
  /// node that says whether both are in effect.
  mutating func unrankedPairs() throws(EngineError) -> [(conflict: NormConflict, node: NodeID)] {
    var pairs: [(conflict: NormConflict, node: NodeID)] = []
    var seen: Set<[InstanceKey]> = []
    let met = instances.keys.filter { key in
      if case .norm(let details) = program.declarations[key.declaration].kind {
        !details.unrankedAgainst.isEmpty
      } else {
        false
      }
    }
    for key in met.sorted(by: { precedes($0, $1) }) {
      guard case .norm(let details) = program.declarations[key.declaration].kind else { continue }
      let act = try self.act(of: details, key.arguments)
      for other in details.unrankedAgainst {
        guard case .norm(let otherDetails) = program[other].kind else { continue }
        try forEachNormCase(of: other, otherDetails, over: act) { (grounder, arguments, isSame) throws(EngineError) in
          let otherKey = InstanceKey(declaration: other.index, arguments: arguments)
          let first = try grounder.instance(key)
          let both = grounder.builder.and([isSame, first, try grounder.instance(otherKey)])
          let isNew = seen.insert([key, otherKey]).inserted && !seen.contains([otherKey, key])
          guard both != .false, isNew else { return }
          let conflict = NormConflict(
            norm: DeclarationID(key.declaration), arguments: grounder.values(of: key), other: other,
            otherArguments: grounder.values(of: otherKey), isCertain: false)
          pairs.append((conflict, both))
        }
      }
    }
    try groundPending()
    return pairs
  }

  private func precedes(_ left: InstanceKey, _ right: InstanceKey) -> Bool {
    if left.declaration != right.declaration { return left.declaration < right.declaration }
    for (first, second) in zip(left.arguments, right.arguments) {
      let (first, second) = (first.scalar?.number ?? .zero, second.scalar?.number ?? .zero)
      if first != second { return first < second }
    }
    return false
  }

  private func values(of key: InstanceKey) -> [Value] {
    zip(program.declarations[key.declaration].parameters, key.arguments).compactMap { parameter, argument in
      argument.scalar.flatMap { program.value(of: $0, type: program.type(of: parameter.domain), texts: texts) }
    }
  }
}
