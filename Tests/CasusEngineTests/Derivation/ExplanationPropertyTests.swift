import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics
import Testing

/// Explanations of random programs.
@Suite struct ExplanationPropertyTests {
  @Test func theLeavesGiveTheAnswer() async {
    await PropertyRun.check { program, _ in
      for asked in AskedQuestion.all(of: program) {
        guard let derivation = asked.derivation(program) else { continue }
        let explanation = Self.explanation(of: derivation, program)
        guard let replayed = asked.telling(explanation.statements, of: program) else {
          return "`\(asked.question.text)`: no answer from its leaves"
        }
        let (one, other) = (ReferenceOutcome(derivation.answer.outcome), ReferenceOutcome(replayed.outcome))
        if "\(one)" != "\(other)" { return "`\(asked.question.text)`: \(one), its leaves give \(other)" }
      }
      return nil
    }
  }

  @Test func whatIsToldStandsAsTheAnswerDoes() async {
    await PropertyRun.check { program, _ in
      for asked in AskedQuestion.all(of: program) {
        guard let derivation = asked.derivation(program) else { continue }
        let explanation = Self.explanation(of: derivation, program)
        if let failure = Self.failure(of: explanation, derivation.answer) {
          return "`\(asked.question.text)`: \(failure)"
        }
      }
      return nil
    }
  }

  private static func explanation(of derivation: Derivation, _ program: Program) -> Explanation {
    ReportBuilder(program: program, sources: SourceMap(), showsDates: true).explanation(of: derivation, nil, in: nil)
  }

  /// What is wrong with the shape of an argument.
  private static func failure(of explanation: Explanation, _ answer: Answer) -> String? {
    guard let root = explanation.nodes.first else { return "nothing is told" }
    if root.answer != explanation.answer.outcome { return "\(root.answer) is told of \(explanation.answer.outcome)" }
    var parents = [Int](repeating: 0, count: explanation.nodes.count)
    for (number, node) in explanation.nodes.enumerated() {
      for child in node.because {
        if child <= number { return "step \(number) leads back to \(child)" }
        parents[child] += 1
      }
      if let seen = node.see, !explanation.nodes.indices.contains(seen) { return "step \(number) points nowhere" }
    }
    if let lost = parents.dropFirst().firstIndex(where: { $0 != 1 }) {
      return "step \(lost) is told \(parents[lost]) times"
    }
    guard answer.outcome == .unknown, answer.isProved, !answer.isCircular else { return nil }
    let open = explanation.nodes.contains { node in
      switch node.answer {
      case .truth(let word): word == .unknown && node.because.isEmpty
      case .value(.single): false
      default: node.because.isEmpty
      }
    }
    return open ? nil : "nothing open is told of an open answer"
  }
}

extension AskedQuestion {
  /// The answer where only some statements are told, beside what instruments say of their parties.
  fileprivate func telling(_ positions: [Int], of program: Program) -> Answer? {
    let kept = Set(positions)
    let count = program.statements.count
    var fewer = program
    fewer.statements = program.statements.enumerated().compactMap { number, statement in
      statement.isOfHeading || kept.contains(number) ? statement : Self.naming(statement, program)
    }
    var replayed = self
    replayed.told = told.enumerated().compactMap { number, statement in
      kept.contains(count + number) ? statement : Self.naming(statement, program)
    }
    return replayed.answer(fewer)
  }

  /// Whom `Party` ranges over rests on all statements that ever name somebody as a party. One that is no leaf still names
  /// them, in a time that no question is asked of; nil for any other.
  private static func naming(_ statement: CheckedStatement, _ program: Program) -> CheckedStatement? {
    guard program.instruments.contains(where: { $0.partyFact == statement.declaration }),
      statement.told == .truth(true) || statement.told == .unknown,
      let far = CalendarDate(year: 9_999, month: 12, day: 31)
    else { return nil }
    var naming = statement
    naming.time = .period(from: Moment(far), until: nil)
    return naming
  }
}
