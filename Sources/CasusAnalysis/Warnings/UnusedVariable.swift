import CasusDiagnostics
import CasusSemantics

extension Analysis {
  /// A variable that `some`, `every`, a count or a sum binds and nothing reads.
  static let unusedVariable = Analysis(code: .unusedVariable) { analysed in
    var found: [Diagnostic] = []
    for declaration in analysed.program.declarations {
      for body in declaration.kind.bodies { found += analysed.unusedVariables(in: body) }
    }
    for instrument in analysed.program.instruments {
      if let force = instrument.force { found += analysed.unusedVariables(in: Body(excluded: force.unless)) }
    }
    for article in analysed.program.articles {
      if let force = article.force { found += analysed.unusedVariables(in: Body(excluded: force.unless)) }
    }
    for question in analysed.questions {
      found += analysed.unusedVariables(in: Body(required: [question.expression]))
    }
    return found
  }
}

extension AnalysedProgram {
  /// Every variable of a body has a slot of its own, so one look at all that is read is enough.
  fileprivate func unusedVariables(in body: Body) -> [Diagnostic] {
    var read: Set<Int> = []
    var bindings: [(binding: CheckedBinding, span: SourceSpan)] = []
    for root in body.roots {
      program.forEachExpression(in: root.expression) { expression in
        for slot in slots(of: expression) { read.insert(slot) }
        guard isMain(expression.span), let binding = binding(of: expression) else { return }
        bindings.append((binding, expression.span))
      }
    }
    var found: [Diagnostic] = []
    for (binding, span) in bindings {
      let unread = binding.variables.indices.filter { !read.contains(binding.variables[$0].slot) }
      if unread.isEmpty { continue }
      let places = text.variables(boundAt: span)
      guard places.count == binding.variables.count else { continue }
      for position in unread {
        let message = "nothing reads the variable `\(text.name(in: places[position]))`"
        found.append(Diagnostic(.unusedVariable, message, at: places[position]))
      }
    }
    return found
  }

  /// What an expression binds and should read. To count or add up all of a domain, its members need no second look.
  private func binding(of expression: CheckedExpression) -> CheckedBinding? {
    switch expression.kind {
    case .quantified(_, let binding, satisfies: _): binding.isFromAny ? nil : binding
    case .count(let binding): binding.condition == nil ? nil : binding
    case .sum(let term, over: let binding): binding.condition == nil && isConstant(term) ? nil : binding
    default: nil
    }
  }

  private func isConstant(_ expression: ExpressionID) -> Bool {
    if case .constant = program[expression].kind { true } else { false }
  }
}
