import CasusDiagnostics
import CasusSemantics

extension Analysis {
  /// A parameter that a rule, a definition or a norm does nothing with.
  static let unusedParameter = Analysis(code: .unusedParameter) { analysed in
    var found: [Diagnostic] = []
    for (index, declaration) in analysed.program.declarations.enumerated() where analysed.isMain(declaration.span) {
      found += analysed.unusedParameters(of: DeclarationID(index))
    }
    return found
  }
}

extension AnalysedProgram {
  fileprivate func unusedParameters(of id: DeclarationID) -> [Diagnostic] {
    let declaration = program[id]
    guard !declaration.parameters.isEmpty, saysSomething(declaration) else { return [] }
    let isUsed = usedParameters(of: id)
    guard isUsed.contains(false) else { return [] }
    let places = text.parameters(behind: declaration.span)
    guard places.count == isUsed.count else { return [] }
    var found: [Diagnostic] = []
    for (position, parameter) in declaration.parameters.enumerated() where !isUsed[position] {
      let message = "`\(declaration.qualifiedName)` is the same for every `\(parameter.name)`: nothing in it reads this"
      found.append(Diagnostic(.unusedParameter, message, at: places[position]))
    }
    return found
  }

  /// What has no condition, or one value alone, holds for all on purpose. Facts and exceptions have no body that could
  /// read a parameter of theirs.
  private func saysSomething(_ declaration: CheckedDeclaration) -> Bool {
    switch declaration.kind {
    case .fact, .event, .exception: return false
    case .norm: return true
    case .rule(let details):
      return !details.exceptions.isEmpty
        || details.alternatives.contains { $0.condition.when != nil || !$0.condition.unless.isEmpty }
    case .definition(let details):
      guard details.cases.count == 1, let only = details.cases.first else { return true }
      if case .constant = program[only.value].kind { return false }
      return true
    }
  }

  /// Which parameters the declaration reads, or its exceptions, which speak of them by the same slots.
  private func usedParameters(of id: DeclarationID) -> [Bool] {
    // To range over a set or the parties is to say something of each: others are left out.
    var isUsed = program[id].parameters.map { parameter in
      switch parameter.domain {
      case .set, .parties: true
      case .type: false
      }
    }
    var waiting = [id]
    while let next = waiting.popLast() {
      let kind = program[next].kind
      for body in kind.bodies {
        for root in body.roots {
          program.forEachExpression(in: root.expression) { expression in
            for slot in slots(of: expression) where isUsed.indices.contains(slot) { isUsed[slot] = true }
          }
        }
      }
      waiting += kind.exceptions
    }
    return isUsed
  }

  /// The slots that an expression reads itself. A gap is another for each case of the variables in sight.
  func slots(of expression: CheckedExpression) -> [Int] {
    switch expression.kind {
    case .variable(let slot): [slot]
    case .gap(let gap): program[gap].variables
    default: []
    }
  }
}
