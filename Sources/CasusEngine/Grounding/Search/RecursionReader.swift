internal import CasusSemantics
internal import CasusSyntax

/// Reads a rule as a search, if it is one; see ``LinearRecursion``.
struct RecursionReader {
  let program: Program
  let declaration: DeclarationID
  let moving: Int
  let type: TypeID
  private(set) var starts: [LinearRecursion.Start] = []
  private(set) var steps: [LinearRecursion.Step] = []

  init(program: Program, declaration: DeclarationID, moving: Int, type: TypeID) {
    self.program = program
    self.declaration = declaration
    self.moving = moving
    self.type = type
  }

  /// Whether each alternative is a start, a step, or several of them side by side.
  mutating func read(_ details: RuleDetails) -> Bool {
    details.alternatives.allSatisfy { alternative in
      guard let when = alternative.condition.when else { return false }
      var excluded: [LinearRecursion.Guard] = []
      for condition in alternative.condition.unless {
        guard !mentions(condition) else { return false }
        excluded.append(condition: condition, isNegated: true, in: program)
      }
      return parts(of: when, isAnd: false).allSatisfy { part in
        read(part, excluded, alternative.article, alternative.condition.frameSize)
      }
    }
  }

  private mutating func read(
    _ part: ExpressionID, _ excluded: [LinearRecursion.Guard], _ article: ArticleID?, _ frameSize: Int
  ) -> Bool {
    let conditions = parts(of: part, isAnd: true)
    let recursive = conditions.filter { mentions($0) }
    if recursive.isEmpty {
      guard let place = conditions.firstIndex(where: { source($0) != nil }), let source = source(conditions[place])
      else { return false }
      var guards = excluded
      for (position, condition) in conditions.enumerated() where position != place {
        guards.append(condition: condition, isNegated: false, in: program)
      }
      starts.append(.init(article: article, source: source, guards: guards, frameSize: frameSize))
      return true
    }
    guard recursive.count == 1, case .quantified(.some, let binding, let body) = program[recursive[0]].kind else {
      return false
    }
    var guards = excluded
    for condition in conditions where condition != recursive[0] {
      guards.append(condition: condition, isNegated: false, in: program)
    }
    return readStep(binding, body, guards, article, frameSize)
  }

  private mutating func readStep(
    _ binding: CheckedBinding, _ body: ExpressionID, _ outer: [LinearRecursion.Guard], _ article: ArticleID?,
    _ frameSize: Int
  ) -> Bool {
    guard binding.variables.count == 1, let variable = binding.variables.first,
      case .reference(.type(.entity(type))) = variable.domain
    else { return false }
    let conditions = (binding.condition.map { parts(of: $0, isAnd: true) } ?? []) + parts(of: body, isAnd: true)
    var isReached = false
    var edge: (fact: DeclarationID, position: Int)?
    var (guards, middleGuards) = (outer, [LinearRecursion.Guard]())
    for condition in conditions {
      if mentions(condition) {
        guard !isReached, isOtherCase(condition, slot: variable.slot) else { return false }
        isReached = true
      } else if edge == nil, let found = self.edge(condition, slot: variable.slot) {
        edge = found
      } else if !reads(condition, slot: variable.slot) {
        guards.append(condition: condition, isNegated: false, in: program)
      } else {
        guard !reads(condition, slot: moving) else { return false }
        middleGuards.append(condition: condition, isNegated: false, in: program)
      }
    }
    guard isReached, let edge else { return false }
    steps.append(
      .init(
        article: article, fact: edge.fact, middlePosition: edge.position, middleSlot: variable.slot, guards: guards,
        middleGuards: middleGuards, frameSize: frameSize))
    return true
  }

  /// Whether a condition is the rule's own case with another argument in the place that moves, and the same elsewhere.
  private func isOtherCase(_ condition: ExpressionID, slot: Int) -> Bool {
    guard case .call(declaration, let arguments) = program[condition].kind else { return false }
    return arguments.enumerated().allSatisfy { position, argument in
      isVariable(argument, position == moving ? slot : position)
    }
  }

  /// A fact over what moves and what lies between, and the place of the latter.
  private func edge(_ condition: ExpressionID, slot: Int) -> (fact: DeclarationID, position: Int)? {
    guard case .call(let fact, let arguments) = program[condition].kind, program.isFact(fact), arguments.count == 2
    else {
      return nil
    }
    for position in 0...1 where isVariable(arguments[position], slot) && isVariable(arguments[1 - position], moving) {
      return (fact, position)
    }
    return nil
  }

  private func source(_ condition: ExpressionID) -> LinearRecursion.Source? {
    switch program[condition].kind {
    case .comparison(.equal, let left, let right):
      if isVariable(left, moving), isFixed(right) { return .same(right) }
      return isVariable(right, moving) && isFixed(left) ? .same(left) : nil
    case .call(let fact, let arguments) where program.isFact(fact) && arguments.count <= 2:
      guard let position = arguments.firstIndex(where: { isVariable($0, moving) }) else { return nil }
      let others = arguments.indices.filter { $0 != position }.map { arguments[$0] }
      guard others.allSatisfy({ isFixed($0) }) else { return nil }
      return .told(fact, position: position, other: others.first)
    default: return nil
    }
  }

  private func isVariable(_ expression: ExpressionID, _ slot: Int) -> Bool {
    if case .variable(slot) = program[expression].kind { true } else { false }
  }

  /// Whether it is the same for all cases that differ in what moves, and needs no computing.
  private func isFixed(_ expression: ExpressionID) -> Bool {
    switch program[expression].kind {
    case .constant: true
    case .variable(let slot): slot != moving
    default: false
    }
  }

  /// The conditions that an expression joins by `and`, or by `or`.
  private func parts(of expression: ExpressionID, isAnd: Bool) -> [ExpressionID] {
    switch program[expression].kind {
    case .and(let operands) where isAnd: operands.flatMap { parts(of: $0, isAnd: isAnd) }
    case .or(let operands) where !isAnd: operands.flatMap { parts(of: $0, isAnd: isAnd) }
    default: [expression]
    }
  }

  private func mentions(_ expression: ExpressionID) -> Bool {
    contains(expression) { kind in if case .call(declaration, _) = kind { true } else { false } }
  }

  private func reads(_ expression: ExpressionID, slot: Int) -> Bool {
    contains(expression) { kind in
      switch kind {
      case .variable(slot): true
      case .gap(let gap): program[gap].variables.contains(slot)
      default: false
      }
    }
  }

  private func contains(_ expression: ExpressionID, where isFound: (CheckedExpression.Kind) -> Bool) -> Bool {
    var waiting = [expression]
    var seen: Set<ExpressionID> = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      if isFound(program[next].kind) { return true }
      waiting += program[next].children
    }
    return false
  }
}

extension [LinearRecursion.Guard] {
  fileprivate mutating func append(condition: ExpressionID, isNegated: Bool, in program: Program) {
    var fact: (declaration: DeclarationID, slot: Int)?
    if case .call(let called, let arguments) = program[condition].kind, program.isFact(called), arguments.count == 1,
      case .variable(let slot) = program[arguments[0]].kind
    {
      fact = (called, slot)
    }
    append(LinearRecursion.Guard(expression: condition, isNegated: isNegated, fact: fact))
  }
}
