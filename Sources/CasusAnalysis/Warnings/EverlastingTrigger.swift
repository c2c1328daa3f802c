import CasusDiagnostics
import CasusSemantics
import CasusSyntax

extension Analysis {
  /// A norm whose `when` is an event that has happened, and that nothing ends: it is in effect for good.
  static let everlastingTrigger = Analysis(code: .everlastingTrigger) { analysed in
    var found: [Diagnostic] = []
    for declaration in analysed.program.declarations {
      guard case .norm(let details) = declaration.kind, let when = details.condition.when,
        details.condition.unless.isEmpty, details.exceptions.isEmpty,
        case .everlasting(let event) = analysed.program.permanence(of: when)
      else { continue }
      let name = analysed.program[event.declaration].qualifiedName
      found.append(
        Diagnostic(
          .everlastingTrigger,
          "`\(name)`, once it has happened, has happened for good: nothing ends `\(declaration.qualifiedName)`",
          at: event.span,
          notes: [
            "where it matters how long ago it was, write `in last` and a duration behind the event",
            "where it is the beginning alone that matters, write `date of` the event `<= today`",
          ]))
    }
    return found
  }
}

/// Where a condition reads an event as it stands, and which.
private struct EventCall {
  var declaration: DeclarationID
  var span: SourceSpan
}

/// Whether a condition, once it holds, can end.
private enum Permanence {
  /// It never does, because of the event that stands there.
  case everlasting(EventCall)
  /// It holds at all times or at none.
  case timeless
  case passing
}

extension Program {
  /// Expressions nest no deeper than the parser allows, so neither does this.
  fileprivate func permanence(of id: ExpressionID) -> Permanence {
    let expression = self[id]
    switch expression.kind {
    case .truth, .constant, .variable, .gap: return .timeless
    case .call(let declaration, _):
      if isEvent(declaration) {
        return .everlasting(EventCall(declaration: declaration, span: expression.span))
      }
      return .passing
    case .and(let operands): return whole(of: operands)
    case .or(let operands): return strongest(of: operands)
    case .quantified(.some, let binding, satisfies: let body):
      return whole(of: [binding.condition].compactMap { $0 } + [body])
    case .quantified(.every, let binding, satisfies: let body):
      return binding.condition.map { isTimeless($0) } ?? true ? permanence(of: body) : .passing
    case .not, .comparison, .membership, .negative, .arithmetic: return isTimeless(id) ? .timeless : .passing
    case .count, .sum, .extremum, .today, .status, .windowed, .dateOf: return .passing
    }
  }

  /// All of them hold together: what passes ends the whole.
  private func whole(of operands: [ExpressionID]) -> Permanence {
    var result = Permanence.timeless
    for operand in operands {
      switch permanence(of: operand) {
      case .passing: return .passing
      case .everlasting(let event): if case .timeless = result { result = .everlasting(event) }
      case .timeless: break
      }
    }
    return result
  }

  /// One of them is enough: what never ends keeps the whole.
  private func strongest(of operands: [ExpressionID]) -> Permanence {
    var result = Permanence.timeless
    for operand in operands {
      switch permanence(of: operand) {
      case .everlasting(let event): return .everlasting(event)
      case .passing: result = .passing
      case .timeless: break
      }
    }
    return result
  }

  /// Whether nothing in it changes with time.
  private func isTimeless(_ id: ExpressionID) -> Bool {
    var isTimeless = true
    forEachExpression(in: id) { expression in
      switch expression.kind {
      case .call, .status, .windowed, .dateOf, .today: isTimeless = false
      default: break
      }
    }
    return isTimeless
  }
}
