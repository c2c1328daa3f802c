import CasusEngine
import CasusSemantics
import Testing

/// Facts that are told one after the other are the facts that are told at once.
@Suite struct GrowthTests {
  @Test func tellingLaterIsTellingAtOnce() async {
    await PropertyRun.check { program, random in
      var fewer = program
      fewer.statements = Array(program.statements.prefix(Int.random(in: 0...program.statements.count, using: &random)))
      let rest = program.statements.dropFirst(fewer.statements.count)
      for asked in AskedQuestion.all(of: program) {
        var facts = FactBase(fewer)
        for statement in rest { facts.tell([statement], inScenario: false) }
        for statement in asked.told { facts.tell([statement], inScenario: true) }
        let atOnce = asked.answer(program)
        let later = try? QuestionRunner(facts.asked(in: program)).answer(asked.question, asOf: asked.moment)
        let (one, other) = (atOnce.map { Essence($0, in: program) }, later.map { Essence($0, in: program) })
        if one != other {
          return "`\(asked.question.text)`: \(String(describing: one)), later \(String(describing: other))"
        }
      }
      return nil
    }
  }
}
