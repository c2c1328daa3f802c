import CasusDiagnostics
import CasusSemantics
import CasusSyntax

extension Analysis {
  /// An `unless`, or an exception, that holds as soon as the norm's own act is done.
  static let endingByPerformance = Analysis(code: .endingByPerformance) { analysed in
    var found: [Diagnostic] = []
    for (index, declaration) in analysed.program.declarations.enumerated() {
      guard case .norm(let details) = declaration.kind else { continue }
      for end in analysed.program.ends(of: details) {
        guard let message = analysed.program.message(on: end, of: DeclarationID(index), details) else { continue }
        found.append(Diagnostic(.endingByPerformance, message, at: analysed.program[end.expression].span))
      }
    }
    return found
  }
}

/// A condition that is enough to end a norm, with the variables that `some` and `any` bind around it.
private struct NormEnd {
  var expression: ExpressionID
  var freeSlots: [Int]
}

extension Program {
  fileprivate func ends(of details: NormDetails) -> [NormEnd] {
    var waiting = details.condition.unless.map { NormEnd(expression: $0, freeSlots: []) }
    for exception in details.exceptions {
      guard case .exception(let own) = self[exception].kind, let when = own.condition.when else { continue }
      waiting.append(NormEnd(expression: when, freeSlots: []))
    }
    var ends: [NormEnd] = []
    while let next = waiting.popLast() {
      switch self[next.expression].kind {
      case .or(let operands):
        waiting += operands.map { NormEnd(expression: $0, freeSlots: next.freeSlots) }
      case .quantified(.some, let binding, satisfies: let body) where binding.condition == nil:
        waiting.append(NormEnd(expression: body, freeSlots: next.freeSlots + binding.variables.map { $0.slot }))
      default: ends.append(next)
      }
    }
    return ends
  }

  /// What is wrong with an end, if it is the norm's own performance.
  fileprivate func message(on end: NormEnd, of norm: DeclarationID, _ details: NormDetails) -> String? {
    let name = "`\(self[norm].qualifiedName)`"
    if isOccurrence(end, of: details) {
      switch details.modality {
      case .must: return "\(name) ends at its own act, and so lapses instead of being fulfilled"
      case .mustNot: return "\(name) ends at the very act that it forbids, and so is never breached"
      case .may: return "\(name) ends at its own act, and so is never exercised"
      }
    }
    // A power that is gone once it was exercised says so with good reason.
    guard details.modality == .must, isFulfilment(end, of: norm, details) else { return nil }
    return "\(name) ends by being fulfilled, though what is fulfilled is owed no longer anyway"
  }

  /// Whether it holds from the very minute at which the act is done.
  private func isOccurrence(_ end: NormEnd, of details: NormDetails) -> Bool {
    switch self[end.expression].kind {
    case .call(details.event, let arguments): return isAct(arguments, of: details, freeSlots: end.freeSlots)
    case .windowed(let subject, .since, bound: _), .windowed(let subject, .inLast, bound: _):
      guard case .call(details.event, let arguments) = self[subject].kind else { return false }
      return isAct(arguments, of: details, freeSlots: end.freeSlots)
    default: return false
    }
  }

  private func isFulfilment(_ end: NormEnd, of norm: DeclarationID, _ details: NormDetails) -> Bool {
    guard case .status(.fulfilled, let subject, let arguments) = self[end.expression].kind else { return false }
    // Where anybody's performance relieves all others, `any` stands in it, and that means something.
    if subject == details.event { return isAct(arguments, of: details, freeSlots: []) }
    guard subject == norm else { return false }
    for (slot, argument) in arguments.enumerated() {
      guard case .variable(slot) = self[argument].kind else { return false }
    }
    return true
  }

  private func isAct(_ arguments: [ExpressionID], of details: NormDetails, freeSlots: [Int]) -> Bool {
    guard arguments.count == details.act.count else { return false }
    for (argument, act) in zip(arguments, details.act) {
      if case .variable(let slot) = self[argument].kind, freeSlots.contains(slot) { continue }
      if !areAlike(argument, act) { return false }
    }
    return true
  }

  /// Whether two values of one frame are the same by their looks: the same variable, or the same constant.
  private func areAlike(_ left: ExpressionID, _ right: ExpressionID) -> Bool {
    switch (self[left].kind, self[right].kind) {
    case (.variable(let left), .variable(let right)): left == right
    case (.constant(let left), .constant(let right)): left == right
    default: false
    }
  }
}
