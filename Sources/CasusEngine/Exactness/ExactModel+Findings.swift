internal import CasusSemantics

extension ExactModel {
  /// Reads an answer off one of the functions. What can still tip it is found where that is asked for.
  package mutating func finding(of number: Int, findsOpenInputs: Bool) throws(EvaluationStop) -> Finding {
    switch functions[number] {
    case .truth(let truth): try finding(of: truth, findsOpenInputs ? number : nil)
    case .value(let pieces): try finding(of: pieces, findsOpenInputs ? number : nil)
    }
  }

  private mutating func finding(
    of truth: Truth<DecisionDiagram.Edge>, _ number: Int?
  ) throws(EvaluationStop) -> Finding {
    if truth.fault != .false { return Finding(.fault, isProved: try arePossible([truth.fault])) }
    if truth.certain == .true { return Finding(.truth(true)) }
    if truth.possible == .false { return Finding(.truth(false)) }
    let open = try number.map { (number) throws(EvaluationStop) in try openInputs(of: number) } ?? []
    return Finding(
      .truth(nil), isProved: try isProved(truth), isCircular: truth.certain != truth.possible, open: open)
  }

  /// Whether true and false both remain whatever becomes of what is not kept exactly.
  private mutating func isProved(_ truth: Truth<DecisionDiagram.Edge>) throws(EvaluationStop) -> Bool {
    try arePossible([truth.certain, truth.possible.negated])
  }

  /// Reads the values that remain off an exact value.
  private mutating func finding(of pieces: [ValuePiece], _ number: Int?) throws(EvaluationStop) -> Finding {
    var set: ValueSet?
    var finding = Finding(.values(.anything))
    for piece in pieces {
      guard let remaining = try values(of: piece) else {
        return Finding(.fault, isProved: try arePossible([piece.holds]))
      }
      set = set.map { $0.hull(with: remaining) } ?? remaining
      switch table.leaves[piece.leaf] {
      case .circular, .circularChoice: finding.isCircular = true
      case .constant, .fault: break
      case .affine(let unknown, _, _):
        finding.isProved = finding.isProved && table.unknowns[unknown].isExact
      }
    }
    finding.result = .values(set ?? .anything)
    if finding.isProved, !finding.isSettled { finding.isProved = try arePossible(pieces.map { $0.holds }) }
    if let number { finding.open = try openInputs(of: number) }
    return finding
  }

  /// Whether each of some conditions can hold whatever becomes of what is not kept exactly.
  private mutating func arePossible(_ conditions: [DecisionDiagram.Edge]) throws(EvaluationStop) -> Bool {
    let inexact = choices.filter { !$0.isExact }.flatMap { $0.variables }
    if inexact.isEmpty { return true }
    for condition in conditions {
      do {
        if try diagram.forAll(variables: inexact, in: condition) == .false { return false }
      } catch { throw .diagramLimit }
    }
    return true
  }

  /// What the value can be where a piece holds; nil where computing it fails there.
  package mutating func values(of piece: ValuePiece) throws(EvaluationStop) -> ValueSet? {
    var set: ValueSet?
    for alternative in table.alternatives(of: piece.leaf) {
      guard let values = try values(of: table.leaves[alternative], where: piece.holds) else { return nil }
      set = set.map { $0.hull(with: values) } ?? values
    }
    return set
  }

  private mutating func values(
    of leaf: Leaf, where holds: DecisionDiagram.Edge
  ) throws(EvaluationStop) -> ValueSet? {
    switch leaf {
    case .fault: return nil
    case .circular, .circularChoice: return .anything
    case .constant(let scalar): return .oneOf([scalar])
    case .affine(let unknown, let scale, let offset):
      let range = try self.range(of: unknown, where: holds)
      let line = straightLine(range, scale: scale, offset: offset)
      return .range(line.low, line.high)
    }
  }

  /// What comparisons with an unknown leave of its range where a condition holds.
  private mutating func range(
    of unknown: Int, where holds: DecisionDiagram.Edge
  ) throws(EvaluationStop) -> ValueRange {
    let described = table.unknowns[unknown]
    var range = described.range
    guard let choice = choices.first(where: { decides($0, unknown) }) else { return range }
    var reached = DecisionDiagram.Edge.true
    for (cut, variable) in zip(described.cuts, choice.variables) {
      do {
        reached = try diagram.and(reached, diagram.variable(variable))
        if try diagram.and(holds, reached.negated) == .false { range.low = Scalar(cut.at) }
        if try diagram.and(holds, reached) == .false {
          let last = described.isDiscrete ? try? cut.at.subtracting(Rational(1)) : cut.at
          range.high = last.map { Scalar($0) } ?? range.high
          break
        }
      } catch { throw .diagramLimit }
    }
    return range
  }

  private func decides(_ choice: Choice, _ unknown: Int) -> Bool {
    guard let first = choice.variables.first, case .cut(unknown, _) = variables[first] else { return false }
    return true
  }
}
