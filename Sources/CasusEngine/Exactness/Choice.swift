package import CasusSemantics

/// One thing left open on which exact functions depend: a fact for a stretch of time, an occurrence, a gap.
///
/// It has two options or more, of which each completion takes one, whatever the other choices take. Its variables are
/// a chain: the option numbered `n` has the first `n` variables true and the next one false, and leaves the others free.
package struct Choice: Sendable {
  package enum Subject: Hashable, Sendable {
    /// The case of a fact or an event, or of a rule that is told to be unknown.
    case told(CaseKey)
    /// The case of a gap.
    case gap(GapID, [Int])
  }

  package enum Options: Sendable {
    /// False, then true: what a condition is in one stretch of time.
    case truth(stretch: Int)
    /// False, then true: whether an event that nobody tells of occurs within a lane of time.
    case occurrence(lane: Int)
    /// The parts into which the question cuts the values, in ascending order.
    case value([ValuePart], ValueOrigin)
    /// The parts of the time in which an occurrence is told to have happened.
    case occasion([ValuePart], statement: Int32)
    /// What is computed from what is open, and not kept exactly: no statement tells it, and an answer that turns on it
    /// is unproved.
    case derived
  }

  /// Nil where several things are behind it.
  package var subject: Subject?
  package var options: Options
  /// Of what is told: `.condition`, or the type of the value.
  package var type: ValueType
  /// Who decides it; nil: nobody, so nature does.
  package var decider: EntityID?
  /// Whether a statement says that it is unknown: people are not asked again.
  package var isToldUnknown: Bool
  /// The variables of the diagram, in the order of the chain.
  package var variables: [Int]
  /// The inputs of the circuit behind it.
  package var inputs: [InputID]

  package var optionCount: Int { variables.count + 1 }

  package var isExact: Bool { if case .derived = options { false } else { true } }

  /// Whether no statement can settle it: gaps, and what is not kept exactly.
  package var isBeyondStatements: Bool {
    guard case .told? = subject else { return true }
    return !isExact
  }

  /// Whether its options are parts of a line, so that what a statement leaves of them are neighbours.
  package var isOnLine: Bool {
    switch options {
    case .value(let parts, _), .occasion(let parts, _):
      if case .interval? = parts.first { type != .text } else { false }
    case .truth, .occurrence, .derived: false
    }
  }

  /// For each option whether a statement can name it: between two texts lie all those that nobody has named.
  package var tellableOptions: [Bool] {
    guard type == .text, case .value(let parts, _) = options else {
      return Array(repeating: true, count: optionCount)
    }
    return parts.map { $0.isSingle }
  }

  /// What the variables are where it takes an option; those left out are free.
  package func literals(of option: Int) -> [(variable: Int, value: Bool)] {
    var literals = variables.prefix(option).map { (variable: $0, value: true) }
    if option < variables.count { literals.append((variables[option], false)) }
    return literals
  }

  /// The options that remain where some variables are known.
  package func options(under assignment: (Int) -> Bool?) -> [Int] {
    var remaining: [Int] = []
    for option in 0..<optionCount {
      if option == variables.count || assignment(variables[option]) != true { remaining.append(option) }
      if option < variables.count, assignment(variables[option]) == false { break }
    }
    return remaining
  }
}

/// Some of the options of a choice, ascending.
package struct Selection: Hashable, Sendable {
  /// The number of the choice.
  package var choice: Int
  package var options: [Int]

  package init(choice: Int, options: [Int]) {
    self.choice = choice
    self.options = options
  }
}
