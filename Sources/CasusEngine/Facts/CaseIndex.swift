package import CasusSemantics

/// One case of a declaration: which arguments, as one number.
package struct CaseKey: Hashable, Sendable {
  package var declaration: DeclarationID
  package var ordinal: Int

  package init(_ declaration: DeclarationID, ordinal: Int) {
    self.declaration = declaration
    self.ordinal = ordinal
  }

  /// What tells it from others in tables; most keys that differ have different ones.
  var tableHash: Int {
    let mixed =
      (UInt64(truncatingIfNeeded: ordinal) &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: declaration.index)
    let spread = mixed &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: spread ^ spread &>> 32)
  }
}

/// Numbers the cases of a declaration whose parameters are finite: a number in mixed radix, a digit a parameter.
package struct CaseIndex: Sendable {
  /// Per parameter: its lowest scalar and how many there are.
  package let lowest: [Int]
  package let counts: [Int]

  /// Nil where a parameter is not finite, or where the product passes 64 bits.
  package init?(_ declaration: CheckedDeclaration, in program: Program) {
    var lowest: [Int] = []
    var counts: [Int] = []
    var product = 1
    for parameter in declaration.parameters {
      guard let range = program.scalarRange(of: parameter.domain) else { return nil }
      let (next, overflow) = product.multipliedReportingOverflow(by: max(1, range.count))
      if overflow { return nil }
      product = next
      lowest.append(range.lowerBound)
      counts.append(range.count)
    }
    self.lowest = lowest
    self.counts = counts
  }

  /// The number of the case; nil where an argument lies outside its type.
  package func ordinal(of arguments: [Int]) -> Int? {
    var result = 0
    for position in counts.indices {
      guard let next = self.ordinal(of: arguments[position], at: position, behind: result) else { return nil }
      result = next
    }
    return result
  }

  /// The number of a case by that of the parameters before one, and the argument of this one.
  func ordinal(of argument: Int, at position: Int, behind ordinal: Int) -> Int? {
    let digit = argument &- lowest[position]
    return digit >= 0 && digit < counts[position] ? ordinal * counts[position] + digit : nil
  }

  /// The arguments of a case by its number.
  package func arguments(of ordinal: Int) -> [Int] {
    var rest = ordinal
    var result = [Int](repeating: 0, count: counts.count)
    for position in counts.indices.reversed() where counts[position] > 0 {
      result[position] = rest % counts[position] + lowest[position]
      rest /= counts[position]
    }
    return result
  }
}

extension Program {
  /// The scalars that a finite domain is numbered by: all of its type, so that a set's members keep their numbers.
  package func scalarRange(of domain: DomainReference) -> Range<Int>? {
    switch domain {
    case .type(.entity(let type)): return 0..<memberCount(of: type)
    case .type: return nil
    case .set(let set):
      switch self[set].elements {
      case .entities(_, of: let type): return 0..<memberCount(of: type)
      case .integers(let range): return range.lowerBound..<(range.upperBound + 1)
      }
    case .parties(let instrument):
      guard let fact = self[instrument].partyFact, let parameter = self[fact].parameters.first else { return 0..<0 }
      return scalarRange(of: parameter.domain)
    }
  }
}
