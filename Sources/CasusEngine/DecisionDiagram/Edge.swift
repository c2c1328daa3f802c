extension DecisionDiagram {
  /// A function: the node that decides it, and whether to negate what that node says.
  ///
  /// Within one diagram equal functions have equal edges, and the reverse.
  package struct Edge: Hashable, Sendable {
    /// The node's position, and in the lowest bit whether the edge negates.
    let bits: UInt32

    private init(bits: UInt32) { self.bits = bits }

    /// The plain edge to a node; positions are below 2³¹ because ``Limits`` keeps them there.
    init(toNodeAt position: Int) { bits = UInt32(truncatingIfNeeded: position) &<< 1 }

    /// The function that always holds.
    package static var `true`: Edge { Edge(bits: 0) }
    /// The function that never holds.
    package static var `false`: Edge { Edge(bits: 1) }

    /// Written out, so that other modules call it and not whatever makes edges equatable.
    package static func == (left: Edge, right: Edge) -> Bool { left.bits == right.bits }

    /// The opposite function: the same node, read the other way round.
    package var negated: Edge { Edge(bits: bits ^ 1) }

    /// The opposite function if the condition holds, else the function itself.
    func negated(if condition: Bool) -> Edge { Edge(bits: bits ^ (condition ? 1 : 0)) }

    var isNegated: Bool { bits & 1 == 1 }

    package var isConstant: Bool { bits <= 1 }

    /// A number that no other function of the diagram has, from zero up and below twice that of its places for nodes.
    package var number: Int { Int(bits) }

    /// The position of the node that decides the function.
    var position: Int { Int(bits &>> 1) }
  }
}
