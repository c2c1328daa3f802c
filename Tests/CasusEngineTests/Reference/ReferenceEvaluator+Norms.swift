import CasusSemantics
import CasusSyntax

/// Instruments, and what norms do to one another.
extension ReferenceEvaluator {
  /// Outside of instruments there is nothing that could not be in force.
  mutating func isInForce(
    _ instrument: InstrumentID?, _ article: ArticleID?
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    let result = try isInForce(instrument)
    return result.possible ? result.and(try isInForce(article)) : result
  }

  mutating func isInForce(_ article: ArticleID?) throws(ReferenceInterruption) -> ReferenceTruth {
    if let force = article.flatMap({ program[$0].force }) { try isRunning(force) } else { .holds }
  }

  mutating func isInForce(_ instrument: InstrumentID?) throws(ReferenceInterruption) -> ReferenceTruth {
    guard let instrument else { return .holds }
    for successor in program[instrument].replacedBy {
      let begins = program[successor].force?.from ?? .earliest
      if begins <= told.moment { return .fails }
    }
    return if let force = program[instrument].force { try isRunning(force) } else { .holds }
  }

  private mutating func isRunning(_ force: Force) throws(ReferenceInterruption) -> ReferenceTruth {
    if let from = force.from, told.moment < from { return .fails }
    if let until = force.until, until <= told.moment { return .fails }
    let frame = [Value](repeating: .number(.zero), count: force.frameSize)
    var result = ReferenceTruth.holds
    for unless in force.unless where result.possible { result = result.and(try condition(unless, frame).negated) }
    return result
  }

  /// A norm is set aside while a norm that prevails over it is in effect for the same act.
  mutating func notSetAside(
    _ start: ReferenceTruth, _ wanted: ReferenceCase, _ details: NormDetails
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    guard start.possible, !details.prevailedOverBy.isEmpty else { return start }
    var result = start
    for winner in details.prevailedOverBy {
      for arguments in try cases(of: program[winner].parameters) where result.possible {
        let rival = ReferenceCase(declaration: winner, arguments: arguments)
        let sameAct = try isSameAct(wanted, rival)
        if sameAct == .fails { continue }
        result = result.and(sameAct.and(try conditionCall(rival)).negated)
      }
    }
    return result
  }

  private mutating func isSameAct(
    _ first: ReferenceCase, _ second: ReferenceCase
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    let (left, right) = (try act(of: first), try act(of: second))
    var result = ReferenceTruth.holds
    for (left, right) in zip(left, right) { result = result.and(compare(.equal, left, right)) }
    return result
  }

  /// What the act of a norm's case is about.
  private mutating func act(of norm: ReferenceCase) throws(ReferenceInterruption) -> [ReferenceValue] {
    guard case .norm(let details) = program[norm.declaration].kind else { return [] }
    let frame =
      norm.arguments
      + Array(repeating: .number(.zero), count: max(0, details.condition.frameSize - norm.arguments.count))
    var values: [ReferenceValue] = []
    for expression in details.act { values.append(try value(expression, frame)) }
    return values
  }

  /// `forbidden` and `permitted`, which are states; the others need more than one moment.
  mutating func status(
    _ status: StatusKind, _ wanted: ReferenceCase
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    guard status == .forbidden || status == .permitted else { throw .unsupported("a status with a history") }
    if case .norm = program[wanted.declaration].kind { return try conditionCall(wanted) }
    var result = ReferenceTruth.fails
    for (index, declaration) in program.declarations.enumerated() {
      guard case .norm(let details) = declaration.kind, details.event == wanted.declaration,
        details.modality == (status == .forbidden ? .mustNot : .may)
      else { continue }
      for arguments in try cases(of: declaration.parameters) where !result.certain {
        let norm = ReferenceCase(declaration: DeclarationID(index), arguments: arguments)
        var applies = ReferenceTruth.holds
        for (left, right) in zip(try act(of: norm), wanted.arguments) {
          applies = applies.and(compare(.equal, left, ReferenceValue(right)))
        }
        if applies == .fails { continue }
        result = result.or(applies.and(try conditionCall(norm)))
      }
    }
    return result
  }
}
