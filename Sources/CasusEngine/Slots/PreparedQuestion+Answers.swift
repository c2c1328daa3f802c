internal import CasusSemantics

/// What a prepared question finds of a case.
package struct SlotAnswer: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case `true`, `false`, unknown
    /// One view says true and another false.
    case contested
  }
  package var outcome: Outcome
  /// False where a budget ran out, so that what is unknown may be settled after all.
  package var isProved: Bool

  package init(_ outcome: Outcome, isProved: Bool = true) {
    self.outcome = outcome
    self.isProved = isProved
  }
}

/// Why a case has no answer.
package enum SlotError: Error, Sendable, Equatable {
  case engine(EngineError)
  /// Computing fails in some completion.
  case fault(Answer.Fault)
}

extension PreparedQuestion {
  /// The answer of one case. Where the program over slots settles it, nothing is allocated.
  package func answer(of slotCase: SlotCase) throws(SlotError) -> SlotAnswer {
    if let settled = settledAnswer(of: slotCase) { return settled }
    return try engineAnswer(of: slotCase)
  }

  /// The answer of one case without the engine; nil where that has to be asked.
  package func settledAnswer(of slotCase: SlotCase) -> SlotAnswer? {
    guard isFlat, slotCase.irregularCount == 0, slotCase.words.count == program.inputs.count else { return nil }
    // A question without inputs reads none.
    if slotCase.words.isEmpty { return constantAnswer }
    return slotCase.words.withUnsafeBufferPointer { words in words.baseAddress.flatMap { settledAnswer($0) } }
  }

  /// What decides most cases; nil where the question is not flat, or too large for it.
  package var maskCode: SlotMaskCode? { isFlat && program.maskCode.isUsable ? program.maskCode : nil }

  @inline(__always)
  private func settledAnswer(_ words: UnsafePointer<Int64>) -> SlotAnswer? {
    switch program.bounds(of: words) {
    case .true: SlotAnswer(.true)
    case .false: SlotAnswer(.false)
    case .open(isExact: true): SlotAnswer(.unknown)
    case .open(isExact: false): completions.showOpen(program, words) ? SlotAnswer(.unknown) : nil
    case .unsuitable: nil
    }
  }

  private var constantAnswer: SlotAnswer? {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 1) { words in
      words.baseAddress.flatMap { settledAnswer(UnsafePointer($0)) }
    }
  }

  /// The answer of the engine: right for every case, and slow.
  package func engineAnswer(of slotCase: SlotCase) throws(SlotError) -> SlotAnswer {
    let told = slots.indices.map { statement(of: $0, in: slotCase) }
    let base = facts.with(scenario: facts.statements.scenario + told)
    let answer: Answer
    do throws(EngineError) {
      answer = try QuestionRunner(base, limits: limits).answer(question, asOf: moment)
    } catch {
      throw .engine(error)
    }
    switch answer.outcome {
    case .truth(let truth): return SlotAnswer(truth ? .true : .false, isProved: answer.isProved)
    case .contested: return SlotAnswer(.contested, isProved: answer.isProved)
    case .fault(let fault): throw .fault(fault)
    case .unknown, .value, .rows: return SlotAnswer(.unknown, isProved: answer.isProved)
    }
  }

  private func statement(of slot: Int, in slotCase: SlotCase) -> CheckedStatement {
    let told = told(of: slot, in: slotCase)
    var statement = slots[slot].statement(told)
    // An event that is told to have happened has done so at some moment that is not told.
    if case .event = facts.program[slots[slot].declaration].kind, told == .truth(true) {
      statement.time = .occurrence(first: nil, last: nil)
    }
    return statement
  }

  private func told(of slot: Int, in slotCase: SlotCase) -> Told {
    if let value = slotCase.exact[slot] { return .value(value) }
    let word = slotCase.words[slot]
    let type = slots[slot].type
    if word == SlotWord.unknown(type) { return .unknown }
    if type == .condition { return .truth(word == SlotWord.true) }
    return facts.program.value(of: Scalar(Rational(word)), type: type, texts: texts).map { .value($0) } ?? .unknown
  }
}
