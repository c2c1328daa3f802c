import CasusDiagnostics
import CasusSemantics

/// What applies by itself: an alternative of a rule, an exception, a norm, a case of a definition.
struct ConditionPart {
  var when: ExpressionID?
  var unless: [ExpressionID] = []
  var exceptions: [DeclarationID] = []
  /// Of a definition: the conditions of the cases that come first.
  var earlier: [ExpressionID] = []
  /// What is said where it never applies.
  var message: String
  var span: SourceSpan

  /// Whether it reads more than one thing: one alone goes together with itself, and needs no proof.
  func canBeSettled(in program: Program) -> Bool {
    var waiting = [when].compactMap { $0 } + unless
    var count = exceptions.count + earlier.count
    while count < 2, let next = waiting.popLast() {
      switch program[next].kind {
      case .and(let operands), .or(let operands): waiting += operands
      case .not(let operand): waiting.append(operand)
      case .quantified: return true
      default: count += 1
      }
    }
    return count >= 2
  }

  static func all(of id: DeclarationID, in program: Program) -> [ConditionPart] {
    let declaration = program[id]
    let name = "`\(declaration.qualifiedName)`"
    switch declaration.kind {
    case .fact, .event: return []
    case .rule(let details):
      return details.alternatives.map { alternative in
        ConditionPart(
          when: alternative.condition.when, unless: alternative.condition.unless, exceptions: details.exceptions,
          message: details.alternatives.count > 1
            ? "this alternative of \(name) can never apply" : "the rule \(name) can never apply",
          span: program.span(of: alternative.condition) ?? declaration.span)
      }
    case .exception(let details):
      return [
        ConditionPart(
          when: details.condition.when, unless: details.condition.unless, exceptions: details.exceptions,
          message: "this exception to `\(program[details.excepted].qualifiedName)` can never apply",
          span: program.span(of: details.condition) ?? declaration.span)
      ]
    case .norm(let details):
      return [
        ConditionPart(
          when: details.condition.when, unless: details.condition.unless, exceptions: details.exceptions,
          message: "the norm \(name) can never be in effect",
          span: program.span(of: details.condition) ?? declaration.span)
      ]
    case .definition(let details):
      var earlier: [ExpressionID] = []
      return details.cases.compactMap { one in
        guard let when = one.when else { return nil }
        defer { earlier.append(when) }
        return ConditionPart(
          when: when, earlier: earlier,
          message: "this case of \(name) is never reached", span: program[when].span)
      }
    }
  }
}

extension Program {
  /// Where a condition stands; nil where nothing does.
  fileprivate func span(of condition: Condition) -> SourceSpan? {
    (condition.when ?? condition.unless.first).map { self[$0].span }
  }
}
