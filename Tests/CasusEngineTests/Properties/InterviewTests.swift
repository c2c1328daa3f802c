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
        // Of a call with `any` those matter that can tip one of its cases.
        let matter = run.first.openFacts + run.first.openFactsOfRows
        if run.asked.count > matter.count {
          return "`\(asked.question.text)`: \(run.asked.count) asked, \(matter.count) matter"
        }
        for open in run.asked where !matter.contains(where: { $0.isCase(open) }) {
          return "`\(asked.question.text)`: asked for what did not matter"
        }
        if run.knowsAll, run.last.outcome == .unknown, run.last.gaps.isEmpty, run.last.isProved, !run.last.isCircular {
          return "`\(asked.question.text)`: open with nothing left to ask for"
        }
      }
      return nil
    }
  }

  /// The same replies, asked for in the order in which the facts are declared, of those that still matter, and of all
  /// that mattered at first: on average that takes more questions. The totals are those of the documentation.
  @Test func asksForLessThanTheOrderOfDeclaration() throws {
    var totals = InterviewTotals()
    for seed in UInt64(1)...400 {
      var random = RandomSource(seed: seed)
      let text = RandomRules.program(&random)
      let program = try #require(CompiledText(text).program, "\(text)")
      let asked = try #require(AskedQuestion.all(of: program).first)
      guard let run = InterviewRun(asked, program, &random), run.first.openFacts.count > 1 else { continue }
      totals.count += 1
      totals.facts += run.first.openFacts.count
      totals.asked += run.asked.count
      totals.inOrder += try #require(run.countInOrder(asked, program, onlyWhatMatters: true))
      totals.blindly += try #require(run.countInOrder(asked, program, onlyWhatMatters: false))
    }
    if PropertySettings.isTalkative { print(totals) }
    #expect(totals.count > 150)
    #expect(totals.asked < totals.inOrder && totals.inOrder < totals.blindly)
  }
}

/// How many questions it took, over many interviews.
private struct InterviewTotals {
  var count = 0
  /// What mattered at first.
  var facts = 0
  var asked = 0
  var inOrder = 0
  var blindly = 0
}

/// Rules over a few facts, as deep as clauses of treaties are.
private enum RandomRules {
  static func program(_ random: inout RandomSource) -> String {
    let count = 3 + random.below(6)
    var text = (0..<count).map { "fact f\($0)\n" }.joined()
    for number in 0..<3 {
      text += "rule r\(number) when \(condition(count, rules: number, depth: 2, &random))"
      text += random.chance(40) ? " unless \(condition(count, rules: number, depth: 1, &random))\n" : "\n"
    }
    return text + "scenario \"s\" { ask r2 }\n"
  }

  private static func condition(_ facts: Int, rules: Int, depth: Int, _ random: inout RandomSource) -> String {
    if depth == 0 || random.chance(20) {
      if rules > 0, random.chance(40) { return "r\(random.below(rules))" }
      return (random.chance(20) ? "not " : "") + "f\(random.below(facts))"
    }
    let word = random.chance(50) ? " and " : " or "
    let parts = (0..<(2 + random.below(2))).map { _ in condition(facts, rules: rules, depth: depth - 1, &random) }
    return "(" + parts.joined(separator: word) + ")"
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
      // What the interview did not have to ask for is so or not at random.
      var random = RandomSource(seed: UInt64(open.declaration.index + 1))
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
