import CasusSemantics
import CasusSyntax

extension ReferenceEvaluator {
  mutating func conditionCall(_ wanted: ReferenceCase) throws(ReferenceInterruption) -> ReferenceTruth {
    try settling(wanted) { (evaluator) throws(ReferenceInterruption) in try evaluator.truth(of: wanted) }
  }

  /// A condition called with what lies outside a parameter's set is false.
  private mutating func truth(of wanted: ReferenceCase) throws(ReferenceInterruption) -> ReferenceTruth {
    if !liesWithin(wanted) { return .fails }
    switch program.declarations[wanted.declaration.index].kind {
    case .fact(let details):
      var told = self.told.counting(wanted)
      if told.isEmpty, let presumed = details.presumed { told = [presumed] }
      if let truth = ReferenceTold.truth(told) { return ReferenceTruth(truth) }
      return try decideTruth(.told(wanted))
    case .event(let details):
      if let truth = self.told.hasHappened(wanted, presumed: details.presumed) { return ReferenceTruth(truth) }
      return try decideTruth(.told(wanted))
    case .rule, .exception, .norm: return try derived(wanted)
    case .definition: throw .unsupported("a definition as a condition")
    }
  }

  func liesWithin(_ wanted: ReferenceCase) -> Bool {
    let parameters = program.declarations[wanted.declaration.index].parameters
    return wanted.arguments.indices.allSatisfy { contains(parameters[$0].domain, wanted.arguments[$0]) }
  }

  /// A case of a rule, an exception or a norm: from what is known already, from the recursion around it, or afresh.
  private mutating func derived(_ wanted: ReferenceCase) throws(ReferenceInterruption) -> ReferenceTruth {
    if let truth = known[wanted] {
      readDecision()
      return truth
    }
    guard let component = components.recursive(wanted.declaration) else {
      let truth = try descend { (evaluator) throws(ReferenceInterruption) in try evaluator.body(of: wanted) }
      known[wanted] = truth
      return truth
    }
    if let last = solving.indices.last, solving[last].component == component {
      return solving[last].lookUp(wanted)
    }
    solving.append(ReferenceFixpoint(component: component))
    let truth = try descend { (evaluator) throws(ReferenceInterruption) in try evaluator.solve(wanted) }
    solving.removeLast()
    return truth
  }

  /// What decides a case, given what is known of others.
  mutating func body(of wanted: ReferenceCase) throws(ReferenceInterruption) -> ReferenceTruth {
    let index = wanted.declaration.index
    let instrument = program.declarations[index].instrument
    let told = self.told.counting(wanted)
    if !told.isEmpty {
      if let truth = ReferenceTold.truth(told) { return ReferenceTruth(truth) }
      return try decideTruth(.told(wanted))
    }
    switch program.declarations[index].kind {
    case .rule(let details):
      let isInForce = try isInForce(instrument)
      var result = ReferenceTruth.fails
      for alternative in details.alternatives where !result.certain && isInForce.possible {
        let applies = try self.isInForce(alternative.article)
        if applies == .fails { continue }
        result = result.or(applies.and(try holds(alternative.condition, wanted)))
      }
      // The instrument says all of it or nothing: a fault beside an alternative that holds anyhow is none.
      return try qualified(isInForce.and(result), wanted, exceptions: details.exceptions)
    case .exception(let details):
      let result = try isInForce(instrument, program.declarations[index].article)
      guard result.possible else { return .fails }
      return try excepted(result.and(try holds(details.condition, wanted)), wanted, by: details.exceptions)
    case .norm(let details):
      var result = try isInForce(instrument, program.declarations[index].article)
      guard result.possible else { return .fails }
      result = result.and(try holds(details.condition, wanted))
      result = try qualified(result, wanted, exceptions: details.exceptions)
      return try notSetAside(result, wanted, details)
    case .fact, .event, .definition: throw .unsupported("a body of this")
    }
  }

  private mutating func holds(
    _ condition: Condition, _ wanted: ReferenceCase
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    let frame = wanted.arguments + Array(repeating: .number(.zero), count: condition.frameSize - wanted.arguments.count)
    var result = ReferenceTruth.holds
    if let when = condition.when { result = try self.condition(when, frame) }
    for unless in condition.unless where result.possible {
      result = result.and(try self.condition(unless, frame).negated)
    }
    return result
  }

  /// Only parties are reached, and no case that an exception takes out.
  private mutating func qualified(
    _ start: ReferenceTruth, _ wanted: ReferenceCase, exceptions: [DeclarationID]
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    var result = start
    for (parameter, argument) in zip(program[wanted.declaration].parameters, wanted.arguments) {
      guard result.possible, case .parties(let instrument) = parameter.domain else { continue }
      guard let party = program[instrument].partyFact else { return .fails }
      result = result.and(try conditionCall(ReferenceCase(declaration: party, arguments: [argument])))
    }
    return try excepted(result, wanted, by: exceptions)
  }

  private mutating func excepted(
    _ start: ReferenceTruth, _ wanted: ReferenceCase, by exceptions: [DeclarationID]
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    var result = start
    for exception in exceptions where result.possible {
      let holds = try conditionCall(ReferenceCase(declaration: exception, arguments: wanted.arguments))
      result = result.and(holds.negated)
    }
    return result
  }
}
