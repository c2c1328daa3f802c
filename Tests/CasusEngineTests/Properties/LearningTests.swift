import CasusEngine
import Testing

@testable import CasusSemantics

/// Learning more never flips a settled answer.
@Suite struct LearningTests {
  @Test func fillingInAnUnknownKeepsWhatWasSettled() async {
    await PropertyRun.check { program, random in
      for asked in AskedQuestion.all(of: program) {
        guard let before = asked.answer(program), let statement = Self.filling(asked, program, &random) else {
          continue
        }
        var told = asked
        told.told.append(statement)
        guard let after = told.answer(program), !Self.keeps(before.finding, after.finding) else { continue }
        let name = program[statement.declaration].qualifiedName
        return "`\(asked.question.text)` was \(Essence(before, in: program)), and is \(Essence(after, in: program)) "
          + "once \(name) of \(statement.arguments) is \(statement.told)"
      }
      return nil
    }
  }

  /// Tells something that was unknown to the question, for the moment and the view that it is asked of.
  private static func filling(
    _ asked: AskedQuestion, _ program: Program, _ random: inout RandomSource
  ) -> CheckedStatement? {
    let answers = ReferenceAnswers(program, scenario: asked.told)
    let frame = [Value](repeating: .number(.zero), count: asked.question.frameSize)
    guard
      let finding = try? answers.finding(
        of: asked.question.expression, frame: frame, view: asked.question.view, moment: asked.moment)
    else { return nil }
    let open = finding.unknowns.sorted { "\($0.key)" < "\($1.key)" }
    guard !open.isEmpty, case (.told(let wanted), let choices) = random.pick(open), !choices.isEmpty else { return nil }
    let choice = random.pick(choices)
    var statement = CheckedStatement(
      declaration: wanted.declaration, arguments: wanted.arguments, told: .unknown,
      time: .period(from: asked.moment, until: nil), views: asked.question.view.map { [$0] } ?? [], source: nil,
      span: asked.question.span)
    switch choice {
    case .truth(let truth): statement.told = .truth(truth)
    case .value(let value): statement.told = .value(value)
    }
    if case .event = program[wanted.declaration].kind {
      // Where something is told of an event, another occurrence would add to it instead of filling it in.
      let speaking = answers.evaluator(view: asked.question.view, moment: asked.moment).told.speaking(of: wanted)
      guard speaking.isEmpty else { return nil }
      statement.time =
        choice == .truth(true)
        ? .occurrence(first: asked.moment, last: asked.moment) : .period(from: nil, until: nil)
    }
    return statement
  }

  private static func keeps(_ before: Finding, _ after: Finding) -> Bool {
    switch (before.result, after.result) {
    case (.truth(let old?), .truth(let new)): old == new
    case (.truth(nil), .truth): true
    case (.values(let old), .values(let new)): new.intersection(old) == new
    // A question that fails need not fail any more.
    case (.fault, _): true
    default: false
    }
  }
}
