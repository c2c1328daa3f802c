import CasusDiagnostics
internal import CasusEngine
import CasusSemantics

extension Analysis {
  /// What applies in no case, and conditions that hold, or fail, in all cases.
  static let settledCondition = Analysis(code: .settledCondition) { $0.conditionFindings(.settledCondition) }

  /// A fact or an event in a condition that comes to the same whatever it is.
  static let needlessFact = Analysis(code: .needlessFact) { $0.conditionFindings(.needlessFact) }
}

extension AnalysedProgram {
  fileprivate func conditionFindings(_ code: DiagnosticCode) -> [Diagnostic] {
    let conditions = ConditionReader(self)
    var found: [Diagnostic] = []
    for index in program.declarations.indices {
      for part in ConditionPart.all(of: DeclarationID(index), in: program)
      where isMain(part.span) && part.canBeSettled(in: program) {
        var search = SettledConditions(conditions)
        // Where a condition is too large to be drawn, nothing is said of it.
        if let diagnostics = try? search.findings(in: part) { found += diagnostics.filter { $0.code == code } }
      }
    }
    return found
  }
}

/// Looks for what is settled in one condition, smallest parts first.
private struct SettledConditions: ~Copyable {
  private var diagram: ConditionDiagram

  init(_ conditions: ConditionReader) {
    diagram = ConditionDiagram(conditions)
  }

  mutating func findings(in part: ConditionPart) throws(DecisionDiagramError) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let roots = [part.when].compactMap { $0 } + part.unless
    var isExplained = roots.isEmpty
    for root in roots where try findSettled(in: root, &found) { isExplained = true }
    if isExplained { return found }
    let own = try diagram.function(when: part.when, unless: part.unless)
    var against = try diagram.functions(ofExceptions: part.exceptions)
    for earlier in part.earlier { against.append(try diagram.function(of: earlier)) }
    let applies = try diagram.and([own] + against.map { $0.negated })
    if try diagram.truth(of: applies) == false {
      found.append(
        Diagnostic(
          .settledCondition, part.message, at: part.span,
          notes: ["whatever is told, its conditions, and what is excepted from them, do not go together"]))
      return found
    }
    let support = Set(diagram.support(of: own))
    var seen: Set<Int> = []
    for root in roots { try findNeedless(in: root, beside: support, &seen, &found) }
    return found
  }

  /// Facts and events on which the whole condition does not depend, each where it is read first.
  private mutating func findNeedless(
    in id: ExpressionID, beside support: Set<Int>, _ seen: inout Set<Int>, _ found: inout [Diagnostic]
  ) throws(DecisionDiagramError) {
    let program = diagram.conditions.program
    switch program[id].kind {
    case .and(let operands), .or(let operands):
      for operand in operands { try findNeedless(in: operand, beside: support, &seen, &found) }
    case .not(let operand): try findNeedless(in: operand, beside: support, &seen, &found)
    case .call(let declaration, _):
      switch program[declaration].kind {
      case .fact, .event: break
      default: return
      }
      let own = try diagram.function(of: id)
      for variable in diagram.support(of: own) where !support.contains(variable) && seen.insert(variable).inserted {
        let name = "`\(program[declaration].qualifiedName)`"
        found.append(
          Diagnostic(
            .needlessFact, "\(name) can tip nothing here: the whole condition comes to the same whatever it is",
            at: program[id].span))
      }
    default: break
    }
  }

  /// The smallest parts that are settled; those of which a part is settled follow from it.
  @discardableResult
  private mutating func findSettled(
    in id: ExpressionID, _ found: inout [Diagnostic]
  ) throws(DecisionDiagramError) -> Bool {
    let program = diagram.conditions.program
    let expression = program[id]
    guard expression.type == .condition else { return false }
    let before = found.count
    var isExplained = false
    var isConnective = false
    switch expression.kind {
    case .and(let operands), .or(let operands):
      isConnective = true
      for operand in operands where try findSettled(in: operand, &found) { isExplained = true }
    case .not(let operand): isExplained = try findSettled(in: operand, &found)
    case .quantified(_, let binding, satisfies: let body):
      if let condition = binding.condition { try findSettled(in: condition, &found) }
      try findSettled(in: body, &found)
      return found.count > before
    case .comparison, .membership: isConnective = true
    // What is called is spoken of where it is declared.
    case .call: isExplained = true
    default: return false
    }
    guard found.count == before, let truth = try diagram.truth(of: diagram.function(of: id)) else {
      return found.count > before
    }
    if isConnective && !isExplained {
      found.append(
        Diagnostic(
          .settledCondition, truth ? "this always holds" : "this can never hold", at: expression.span,
          notes: ["so it is whatever is told of what it reads"]))
    }
    return true
  }
}
