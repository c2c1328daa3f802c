internal import CasusSemantics

/// A rule whose recursion is a search along the cases of a fact: a case follows from another that differs in one argument,
/// the one that moves, and a case of the fact leads from the one to the other.
///
/// `rule reaches(x, y) when pact(x, y)` with `rule reaches(x, y) when some z in State satisfies pact(x, z) and reaches(z, y)`
/// is one: for each `y` the states that reach it are found from the pacts, starting at those with a pact with `y`.
struct LinearRecursion: Sendable {
  /// Where the values that are started from are found.
  enum Source: Sendable {
    /// In what is told of a fact, at a position, beside another argument where the fact has two.
    case told(DeclarationID, position: Int, other: ExpressionID?)
    /// It is the one value that what moves is compared with.
    case same(ExpressionID)
  }

  /// A condition beside the recursion: it reads parameters alone, or in a step what lies between as well.
  struct Guard: Sendable {
    var expression: ExpressionID
    var isNegated: Bool
    /// The fact of one parameter whose case for this slot it is, where it is no more than that.
    var fact: (declaration: DeclarationID, slot: Int)?
  }

  /// An alternative, or a part of one, that needs no other case.
  struct Start: Sendable {
    var article: ArticleID?
    var source: Source
    var guards: [Guard]
    var frameSize: Int
  }

  /// An alternative, or a part of one, that needs another case.
  struct Step: Sendable {
    var article: ArticleID?
    /// The fact that leads from one case to the other, and where the other's argument stands in it.
    var fact: DeclarationID
    var middlePosition: Int
    /// The slot of the other's argument.
    var middleSlot: Int
    var guards: [Guard]
    var middleGuards: [Guard]
    var frameSize: Int
  }

  let declaration: DeclarationID
  /// The parameter that moves.
  let moving: Int
  /// The type of its values.
  let type: TypeID
  let starts: [Start]
  let steps: [Step]

  init?(of declaration: DeclarationID, in program: Program) {
    guard case .rule(let details) = program[declaration].kind, details.exceptions.isEmpty else { return nil }
    // Whether somebody is a party is asked for each case.
    for parameter in program[declaration].parameters {
      if case .parties = parameter.domain { return nil }
    }
    for moving in program[declaration].parameters.indices {
      guard case .type(.entity(let type)) = program[declaration].parameters[moving].domain else { continue }
      var reader = RecursionReader(program: program, declaration: declaration, moving: moving, type: type)
      guard reader.read(details), !reader.steps.isEmpty else { continue }
      self.declaration = declaration
      self.moving = moving
      self.type = type
      starts = reader.starts
      steps = reader.steps
      return
    }
    return nil
  }
}
