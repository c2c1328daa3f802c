import CasusEngine
import CasusSemantics
import Testing

/// An answer says that it is proved only where every possibility it names is one.
@Suite struct ProofTests {
  /// Of 1, 2 and 3 each makes the first case hold, so that 3 alone remains; the divided number is not kept exactly.
  @Test func aValueThatTurnsOnWhatIsNotKeptExactlyIsUnproved() throws {
    let answer = try answer(
      to: "d", "fact n -> Int define d -> Int is 3 when n >= 3 or 3 / n > 1, 4 assert n is 1..3")
    guard case .value(let set) = answer.outcome else {
      Issue.record("\(answer.outcome) is no value")
      return
    }
    #expect(set.contains(Scalar(3)))
    #expect(set.isSingle || !answer.isProved)
  }

  /// Compared with fixed numbers alone, each part of the line is possible.
  @Test func aValueThatTurnsOnComparisonsIsProved() throws {
    let answer = try answer(to: "d", "fact n -> Int define d -> Int is 3 when n >= 3, 4 assert n is 1..3")
    #expect(answer.outcome == .value(.oneOf([Scalar(3), Scalar(4)])))
    #expect(answer.isProved)
  }

  private func answer(to query: String, _ text: String) throws -> Answer {
    let program = try #require(CompiledText(text + " ask " + query).program)
    let question = try #require(program.questions.first)
    return try QuestionRunner(FactBase(program)).answer(question, asOf: try #require(Moment(minutes: 0)))
  }
}
