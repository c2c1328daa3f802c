internal import CasusEngine
package import CasusSemantics

extension Program {
  /// The same program, in which nothing is presumed; but who is no party as the texts tell stays none.
  package var withPresumptionsOpen: Program {
    var program = self
    let parties = Set(instruments.compactMap { $0.partyFact })
    for (number, declaration) in declarations.enumerated() where !parties.contains(DeclarationID(number)) {
      switch declaration.kind {
      case .fact(var details):
        details.presumed = nil
        program.declarations[number].kind = .fact(details)
      case .event(var details):
        details.presumed = nil
        program.declarations[number].kind = .event(details)
      default: break
      }
    }
    return program
  }
}

extension ExactModel {
  /// By choice: the option that a program presumes where nothing is told; nil where there is none.
  func presumedOptions(as program: Program) -> [Int?] {
    choices.map { choice in
      guard case .told(let key)? = choice.subject, !choice.isToldUnknown else { return nil }
      let presumed: Told?
      switch program[key.declaration].kind {
      case .fact(let details), .event(let details): presumed = details.presumed
      default: presumed = nil
      }
      switch (choice.options, presumed) {
      case (.truth, .truth(let truth)?), (.occurrence, .truth(let truth)?): return truth ? 1 : 0
      case (.value(let parts, .stretch), .value(let value)?):
        let scalar = program.scalar(of: value, texts: texts)
        return parts.firstIndex { $0.contains(scalar) }
      default: return nil
      }
    }
  }
}

extension ValuePart {
  fileprivate func contains(_ scalar: Scalar) -> Bool {
    switch self {
    case .member(let member): return member == scalar
    case .interval(let low, let high):
      if let low, scalar.number < low.at || scalar.number == low.at && !low.isIncluded { return false }
      if let high, high.at < scalar.number || scalar.number == high.at && !high.isIncluded { return false }
      return true
    }
  }
}
