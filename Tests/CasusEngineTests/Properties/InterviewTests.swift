import CasusAnalysis
import CasusEngine
import CasusSemantics
import Testing

/// Interviews about random programs: what is asked for, and how often.
@Suite struct InterviewTests {
  @Test func neverAsksMoreThanThereAreFactsThatMatter() async {
    await PropertyRun.check { program, random in
      for asked in AskedQuestion.all(of: program) {
        guard let run = InterviewRun(asked, program, &random) else { continue }
        if run.asked.count > run.first.openFacts.count {
          return "`\(asked.question.text)`: \(run.asked.count) asked, \(run.first.openFacts.count) matter"
        }
        for open in run.asked where !run.first.openFacts.contains(where: { $0.isCase(open) }) {
          return "`\(asked.question.text)`: asked for what did not matter"
        }
        if run.knowsAll, run.last.outcome == .unknown, run.last.gaps.isEmpty, run.last.isProved, !run.last.isCircular {
          return "`\(asked.question.text)`: open with nothing left to ask for"
        }
      }
      return nil
    }
  }

  /// The same replies, asked for in the order in which the facts are declared, and only while they matter: on average
  /// that takes more questions. The totals are those of the documentation.
  @Test func asksForLessThanTheOrderOfDeclaration() async {
    let totals = await PropertyRun.overSeeds { seed, totals in
      guard let (_, program) = PropertyRun.program(seed: seed) else { return }
      var random = RandomSource(seed: seed)
      for asked in AskedQuestion.all(of: program) {
        guard let run = InterviewRun(asked, program, &random), run.first.openFacts.count > 1, run.knowsAll,
          let inOrder = run.countInOrder(asked, program, onlyWhatMatters: true),
          let blindly = run.countInOrder(asked, program, onlyWhatMatters: false)
        else { continue }
        totals.asked += 1
        totals.kinds["questions of the interview", default: 0] += run.asked.count
        totals.kinds["in order of declaration, what matters", default: 0] += inOrder
        totals.kinds["in order of declaration, all that is open", default: 0] += blindly
        totals.kinds["facts that matter", default: 0] += run.first.openFacts.count
      }
    }
    totals.tell()
    let interview = totals.kinds["questions of the interview"] ?? 0
    #expect(totals.asked > 20)
    #expect(interview < totals.kinds["in order of declaration, what matters"] ?? 0)
    #expect(interview < totals.kinds["in order of declaration, all that is open"] ?? 0)
  }
}

/// An interview in which somebody knows everything that can be told in a word.
private struct InterviewRun {
  var first: Answer
  var last: Answer
  var asked: [OpenFact] = []
  var replies: [(fact: OpenFact, statement: CheckedStatement)] = []
  /// Whether everything asked for could be told for good.
  var knowsAll = true

  /// Nil where the answer is settled from the beginning.
  init?(_ asked: AskedQuestion, _ program: Program, _ random: inout RandomSource) {
    let facts = FactBase(program, scenario: asked.told)
    guard asked.question.expected == nil,
      var interview = try? Interview(asked.question, facts: facts, asOf: asked.moment, limits: EngineLimits()),
      let answer = interview.answer, interview.next != nil
    else { return nil }
    (first, last) = (answer, answer)
    while let open = interview.next, let known = interview.facts {
      let isTrue = random.chance(50)
      var facts = known
      let statement = Self.statement(open, isTrue, in: program, asked, known)
      if let statement {
        facts.tell([statement], inScenario: true)
        replies.append((open, statement))
      } else {
        knowsAll = false
      }
      self.asked.append(open)
      guard (try? interview.reply(knowing: facts)) != nil else { return nil }
    }
    last = interview.answer ?? answer
    // A value, or an event, may stay open after a word about it.
    if self.asked.contains(where: { open in last.openFacts.contains { $0.isCase(open) } }) { knowsAll = false }
  }

  private static func statement(
    _ open: OpenFact, _ isTrue: Bool, in program: Program, _ asked: AskedQuestion, _ facts: FactBase
  ) -> CheckedStatement? {
    guard case .fact(let details) = program[open.declaration].kind, details.type == .condition else { return nil }
    let time = facts.periodTold(of: open, view: asked.question.view, at: asked.moment)
    return CheckedStatement(
      declaration: open.declaration, arguments: open.arguments.map { Optional($0) }, told: .truth(isTrue),
      time: time ?? .period(from: nil, until: nil), views: asked.question.view.map { [$0] } ?? [],
      span: asked.question.span)
  }

  /// How many questions it takes to ask in the order of declaration, with the same replies; nil where not all that is
  /// needed was replied.
  func countInOrder(_ asked: AskedQuestion, _ program: Program, onlyWhatMatters: Bool) -> Int? {
    var told = asked.told
    var answer = first
    var count = 0
    let order = first.openFacts.sorted { left, right in
      (left.declaration.index, program.sourceForm(of: left.declaration, left.arguments))
        < (right.declaration.index, program.sourceForm(of: right.declaration, right.arguments))
    }
    for open in order where answer.outcome == .unknown {
      if onlyWhatMatters, !answer.openFacts.contains(where: { $0.isCase(open) }) { continue }
      var random = RandomSource(seed: UInt64(count + 1))
      let known = replies.first { $0.fact.isCase(open) }?.statement
      let facts = FactBase(program, scenario: told)
      guard let statement = known ?? Self.statement(open, random.chance(50), in: program, asked, facts) else {
        return nil
      }
      told.append(statement)
      count += 1
      guard let next = try? QuestionRunner(FactBase(program, scenario: told)).answer(asked.question, asOf: asked.moment)
      else { return nil }
      answer = next
    }
    return count
  }
}

extension OpenFact {
  fileprivate func isCase(_ other: OpenFact) -> Bool {
    declaration == other.declaration && arguments == other.arguments
  }
}
