/// What a variable stands for while a rule is instantiated: a definite value, or a node that computes one.
package enum GroundValue: Hashable, Sendable {
  case constant(Scalar)
  case node(NodeID)

  package var scalar: Scalar? { if case .constant(let scalar) = self { scalar } else { nil } }
}

/// The variables of a declaration or a question: a slot each, parameters first.
package typealias Frame = [GroundValue]

/// One case of a declaration, whatever its arguments are.
package struct InstanceKey: Hashable, Sendable {
  package var declaration: Int
  package var arguments: [GroundValue]

  package init(declaration: Int, arguments: [GroundValue]) {
    self.declaration = declaration
    self.arguments = arguments
  }
}
