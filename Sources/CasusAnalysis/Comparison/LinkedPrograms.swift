package import CasusSemantics

/// Two programs as one, so that one question can be asked of both: what is known and told they share, what follows
/// from it each has of its own.
///
/// Ids of the first stay what they are. Facts and events of one name are one; rules, definitions, exceptions, norms and
/// instruments of the second stand behind those of the first.
package struct LinkedPrograms: Sendable {
  package var program: Program
  /// A question of the second program.
  package var question: Question
  /// Facts that the files tell otherwise: they stay apart, and no situation can tell of them.
  package var toldOtherwise: Set<DeclarationID>
}

/// Why two programs do not go together.
package enum LinkFailure: Error, Equatable, Sendable {
  /// A fact, an event or a closed type that the two declare differently.
  case declaredOtherwise(String)
  /// The status of an act speaks of all norms over it, so that the norms of the other program would meddle.
  case readsStatusOfAct
}

extension Program {
  /// This program and another, of which a question is asked.
  ///
  /// - Parameter sourcesBefore: how many sources this program has: those of the other stand behind them.
  package func linked(
    with other: Program, asking question: Question, sourcesBefore: Int
  ) throws(LinkFailure) -> LinkedPrograms {
    if readsStatusOfAct || other.readsStatusOfAct { throw .readsStatusOfAct }
    var linker = ProgramLinker(self, other, sourcesBefore: sourcesBefore)
    try linker.linkTypes()
    try linker.linkDeclarations()
    linker.addBodies()
    return LinkedPrograms(
      program: linker.program, question: linker.moved(question), toldOtherwise: linker.toldOtherwise)
  }

  private var readsStatusOfAct: Bool {
    expressions.contains { expression in
      guard case .status(_, let declaration, _) = expression.kind, isEvent(declaration) else {
        return false
      }
      return true
    }
  }
}
