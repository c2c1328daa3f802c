package import CasusEngine
package import CasusSemantics

/// What questions have decided of the rules, exceptions, norms and conditions of a program: which of them came out true
/// in some case, and which false.
///
/// A condition is a `when` or an `unless` of a declaration, a case of a definition, and what `and` and `or` join in one.
/// What is only unknown was not decided: a test that never tells what a condition turns on does not test it.
package struct Coverage: Sendable {
  package enum Subject: Hashable, Sendable {
    case declaration(DeclarationID)
    case condition(ExpressionID)
  }

  /// The sides on which something came out.
  package struct Sides: Sendable, Equatable {
    package var holds = false
    package var fails = false

    package var areBoth: Bool { holds && fails }
  }

  private var sides: [Subject: Sides] = [:]

  package init() {}

  package subscript(_ subject: Subject) -> Sides { sides[subject] ?? Sides() }

  /// Adds what one question met, in each view and at each moment that it looked at.
  package mutating func add(_ derivation: Derivation) {
    for number in derivation.record.parts.indices {
      let id = DerivationPartID(number)
      guard let subject = subject(of: derivation[id], in: derivation.program) else { continue }
      for view in derivation.views.indices {
        for moment in derivation.timeline.moments.indices where !self[subject].areBoth {
          switch derivation.standing(of: id, at: .init(view: view, moment: moment)) {
          case .holds: sides[subject, default: Sides()].holds = true
          case .fails: sides[subject, default: Sides()].fails = true
          case .open, .faulty: break
          }
        }
      }
    }
  }

  private func subject(of part: DerivationPart, in program: Program) -> Subject? {
    switch part.subject {
    case .instance(let key) where !program.declarations[key.declaration].isDefinition:
      .declaration(DeclarationID(key.declaration))
    case .expression(let expression, _) where program[expression].type == .condition: .condition(expression)
    default: nil
    }
  }
}

extension Program {
  /// All that questions can decide, in the order of declarations.
  package var coverable: [Coverage.Subject] {
    var subjects: [Coverage.Subject] = []
    for (number, declaration) in declarations.enumerated() {
      let bodies = declaration.kind.bodies
      if bodies.isEmpty { continue }
      if !declaration.isDefinition { subjects.append(.declaration(DeclarationID(number))) }
      for root in bodies.flatMap({ $0.roots }) where root.role != .beside && self[root.expression].type == .condition {
        subjects += conditions(in: root.expression).map { .condition($0) }
      }
    }
    return subjects
  }

  /// A condition, and what `and` and `or` join in it.
  private func conditions(in root: ExpressionID) -> [ExpressionID] {
    var found: [ExpressionID] = []
    var waiting = [root]
    while let next = waiting.popLast() {
      switch self[next].kind {
      case .and(let parts), .or(let parts):
        found.append(next)
        waiting += parts.reversed()
      // What is written as a constant comes out on one side alone, and no statement decides a gap.
      case .truth, .gap: break
      default: found.append(next)
      }
    }
    return found
  }
}

extension CheckedDeclaration {
  fileprivate var isDefinition: Bool { if case .definition = kind { true } else { false } }
}
