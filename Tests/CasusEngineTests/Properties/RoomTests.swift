import CasusEngine
import CasusSemantics
import Testing

/// A diagram that is tidied and reordered all the time says what one says that has room enough.
@Suite struct RoomTests {
  @Test(arguments: [0, 9])
  func littleRoomChangesNoAnswer(initialNodes: Int) async {
    await PropertyRun.check { program, _ in
      var cramped = EngineLimits()
      cramped.initialDiagramNodes = initialNodes
      for asked in AskedQuestion.all(of: program) {
        guard let first = asked.answer(program), let second = asked.answer(program, limits: cramped) else { continue }
        let (one, other) = (Essence(first, in: program), Essence(second, in: program))
        if one != other { return "`\(asked.question.text)`: \(one), with little room \(other)" }
      }
      return nil
    }
  }

  /// A majority of sums: its diagram outgrows its room at every step, and is drawn no larger for it.
  @Test(arguments: [1, 20, 300, 4000])
  func largeFunctionsToo(initialNodes: Int) throws {
    let members = (1...30).map { "M\($0)" }.joined(separator: ", ")
    let text = """
      type Member entity \(members): Member
      fact votes_for(_ member: Member)
      fact weight(_ member: Member) -> Int presumed 1
      assert weight(M1) is 7
      assert weight(M2) is 5
      scenario "s" {
        expect (sum(weight(m) over m in Member where votes_for(m)) >= 21) is unknown
        expect (sum(weight(m) over m in Member where votes_for(m)) >= 35
          and count(m in Member where votes_for(m)) <= 25) is unknown
        expect (sum(weight(m) over m in Member where votes_for(m)) >= 35
          and count(m in Member where votes_for(m)) <= 24) is false
        expect (sum(weight(m) over m in Member where votes_for(m)) >= 41 or votes_for(any)
          or count(m in Member where votes_for(m)) < 1) is true
        expect (sum(weight(m) over m in Member where votes_for(m)) > 30
          and count(m in Member where votes_for(m)) < 20) is false
      }
      """
    let program = try #require(CompiledText(text).program)
    var limits = EngineLimits()
    limits.initialDiagramNodes = initialNodes
    for asked in AskedQuestion.all(of: program) {
      let answer = try #require(asked.answer(program, limits: limits))
      #expect(asked.question.expected.map { $0.holds(for: answer, in: program) } == true, "\(asked.question.text)")
      #expect(answer.isProved)
    }
  }
}
