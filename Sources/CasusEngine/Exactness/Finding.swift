/// What one lane's answer comes to.
package struct Finding: Sendable, Equatable {
  package enum Result: Sendable, Equatable {
    /// Nil: unknown.
    case truth(Bool?)
    case values(ValueSet)
    /// Some completion of what is unknown makes computing it fail.
    case fault
  }
  package var result: Result
  /// False where it could not be shown that every possibility named is one.
  package var isProved: Bool
  /// Whether it rests on a condition that depends on its own negation.
  package var isCircular: Bool
  /// What can still tip it, most important first.
  package var open: [OpenInput]

  package init(_ result: Result, isProved: Bool = true, isCircular: Bool = false, open: [OpenInput] = []) {
    self.result = result
    self.isProved = isProved
    self.isCircular = isCircular
    self.open = open
  }

  /// Whether another says the same, as surely.
  package func agrees(with other: Finding) -> Bool {
    result == other.result && isProved == other.isProved && isCircular == other.isCircular
  }

  /// Whether nothing that is learnt can change it.
  package var isSettled: Bool {
    switch result {
    case .truth(let truth): truth != nil
    case .values(.oneOf(let values)): values.count == 1
    case .values: false
    case .fault: true
    }
  }
}

/// An input that can still tip an answer.
package struct OpenInput: Sendable, Equatable {
  package var input: InputID
  /// The probability that it decides the answer, all open inputs being equally likely to be anything; nil: not computed.
  package var weight: Double?
}
