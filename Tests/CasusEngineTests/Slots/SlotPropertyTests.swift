import CasusSemantics
import Testing

@testable import CasusEngine

/// Prepared questions find of every case what the engine finds that is told the same.
@Suite struct SlotPropertyTests {
  @Test func preparedQuestionsAnswerAsTheEngineDoes() async {
    let tallies = await PropertyRun.overSeeds { seed, totals in
      guard let (text, program) = PropertyRun.program(seed: seed) else { return }
      var random = RandomSource(seed: seed)
      for asked in AskedQuestion.all(of: program) where program[asked.question.expression].type == .condition {
        var trial = SlotTrial(program, asked, &random)
        if let difference = trial.difference(&random) {
          Issue.record("seed \(seed): `\(asked.question.text)`: \(difference)\n\(text)")
          return
        }
        totals.kinds.merge(trial.kinds) { $0 + $1 }
      }
    }
    tallies.tell()
    // A test in which nothing is decided without the engine would show nothing.
    for kind in ["true", "false", "unknown"] { #expect(tallies.kinds[kind, default: 0] > 0, "no case is \(kind)") }
  }
}

/// One question with slots chosen at random.
private struct SlotTrial {
  private static let cases = 12
  private let program: Program
  private let asked: AskedQuestion
  private let slots: [Slot]
  private(set) var kinds: [String: Int] = [:]

  init(_ program: Program, _ asked: AskedQuestion, _ random: inout RandomSource) {
    self.program = program
    self.asked = asked
    var all: [Slot] = []
    for (number, declaration) in program.declarations.enumerated() {
      guard case .fact(let details) = declaration.kind else { continue }
      let id = DeclarationID(number)
      guard let index = FactBase(program).index(of: id) else { continue }
      let count = index.counts.reduce(1, *)
      for ordinal in 0..<min(count, 12) {
        let scalars = index.arguments(of: ordinal).map { Scalar($0) }
        let arguments = zip(scalars, declaration.parameters).compactMap { scalar, parameter in
          program.value(of: scalar, type: program.type(of: parameter.domain), texts: TextTable())
        }
        all.append(Slot(declaration: id, arguments: arguments, type: details.type))
      }
    }
    let share = random.pick([30, 60, 100])
    slots = all.filter { _ in random.chance(share) }
  }

  mutating func difference(_ random: inout RandomSource) -> String? {
    let facts = FactBase(program, scenario: asked.told)
    guard
      let prepared = try? PreparedQuestion(
        asked.question, of: slots, given: facts, asOf: asked.moment, limits: EngineLimits())
    else { return nil }
    kinds[prepared.isFlat ? "flat" : "general", default: 0] += 1
    guard prepared.isFlat else { return nil }
    for _ in 0..<Self.cases {
      var slotCase = prepared.openCase
      for slot in slots.indices where random.chance(75) { tell(slot, prepared, in: &slotCase, &random) }
      if !agreesByRegisters(prepared, slotCase) { return "masks and registers differ, of \(slotCase)" }
      guard let settled = prepared.settledAnswer(of: slotCase) else {
        kinds["asked of the engine", default: 0] += 1
        continue
      }
      kinds["\(settled.outcome)", default: 0] += 1
      let engine: SlotAnswer
      do throws(SlotError) {
        engine = try prepared.engineAnswer(of: slotCase)
      } catch {
        return "\(settled), the engine fails: \(error), of \(slotCase)"
      }
      let agrees = settled.outcome == engine.outcome || engine.outcome == .unknown && !engine.isProved
      if !agrees || !settled.isProved { return "\(settled), the engine: \(engine), of \(slotCase)" }
    }
    return nil
  }

  /// Small programs run over masks, large ones over registers: of a small one both say the same.
  private func agreesByRegisters(_ prepared: PreparedQuestion, _ slotCase: SlotCase) -> Bool {
    slotCase.words.withUnsafeBufferPointer { words in
      guard let start = words.baseAddress, !words.isEmpty, words.count == prepared.program.inputs.count else {
        return true
      }
      return prepared.program.word(of: start) == prepared.program.wordByRegisters(of: start)
    }
  }

  private func tell(
    _ slot: Int, _ prepared: PreparedQuestion, in slotCase: inout SlotCase, _ random: inout RandomSource
  ) {
    let domain = prepared.facts.domain(of: slots[slot])
    switch (slots[slot].type, domain) {
    case (.condition, _): slotCase.set(slot, toWord: random.chance(50) ? SlotWord.true : SlotWord.false)
    case (_, .oneOf(let members)):
      if !members.isEmpty, let word = random.pick(members).number.integer { slotCase.set(slot, toWord: word) }
    case (.integer, _):
      slotCase.set(slot, toWord: random.pick([-1, 0, 1, 2, 3, 4, 5, 10, 100, .max, .max - 1, .min + 1]))
    case (.decimal, _):
      if random.chance(20), let half = try? Rational(1, over: 2) {
        slotCase.set(slot, to: .number(half), standsFor: SlotWord.unknownValue, isIrregular: true)
      } else {
        slotCase.set(slot, toWord: random.pick([-1, 0, 1, 2, 3, 100, .max]))
      }
    case (.date, _):
      let moments = [asked.moment, .earliest, .latest, .never] + (0..<3).map { _ in near(asked.moment, &random) }
      slotCase.set(slot, toWord: random.pick(moments).minutes)
    default: break
    }
  }

  private func near(_ moment: Moment, _ random: inout RandomSource) -> Moment {
    Moment(minutes: moment.minutes + Int64(random.below(100_000)) - 50_000) ?? moment
  }
}
