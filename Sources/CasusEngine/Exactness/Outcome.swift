/// One of the ways in which a question can come out: each completion of what is open has exactly one.
package struct Outcome: Sendable {
  package enum Meaning: Sendable, Equatable {
    case truth(Bool)
    /// The piece of that number, of a value.
    case piece(Int)
    case circular
    case fault
  }
  package var meaning: Meaning
  package var holds: DecisionDiagram.Edge
  /// What makes a difference even then: an open number of which the value is.
  package var inputs: [InputID] = []
}

extension ExactModel {
  /// The ways in which a question can come out that some completion takes.
  package mutating func outcomes(of number: Int) throws(EvaluationStop) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch functions[number] {
    case .truth(let truth):
      let between: DecisionDiagram.Edge
      do {
        between = try diagram.and(diagram.and(truth.possible, truth.certain.negated), truth.fault.negated)
      } catch { throw .diagramLimit }
      outcomes = [
        Outcome(meaning: .truth(true), holds: truth.certain),
        Outcome(meaning: .truth(false), holds: truth.possible.negated),
        Outcome(meaning: .fault, holds: truth.fault), Outcome(meaning: .circular, holds: between),
      ]
    case .value(let pieces):
      for (number, piece) in pieces.enumerated() {
        var outcome = Outcome(meaning: .piece(number), holds: piece.holds)
        switch table.leaves[piece.leaf] {
        case .fault: outcome.meaning = .fault
        case .circular, .circularChoice: outcome.meaning = .circular
        case .affine(let unknown, _, _): outcome.inputs = table.inputs(behind: unknown)
        case .constant: break
        }
        outcomes.append(outcome)
      }
    }
    return outcomes.filter { $0.holds != .false }
  }

  /// How likely it is that variables, or open numbers, make a difference to how a question comes out.
  package mutating func weight(
    of variables: [Int], _ inputs: [InputID], over outcomes: [Outcome]
  ) throws(EvaluationStop) -> Double {
    // Where the outcome stands whatever they are, they make none.
    var open = DecisionDiagram.Edge.true
    do {
      for outcome in outcomes where !outcome.inputs.contains(where: { inputs.contains($0) }) {
        open = try diagram.and(open, diagram.forAll(variables: variables, in: outcome.holds).negated)
      }
    } catch { throw .diagramLimit }
    return chance(of: open)
  }
}
