import CasusEngine
import CasusSyntax
import Testing

@testable import CasusSemantics

/// Many cases at once are answered as each is alone.
@Suite struct LaneTests {
  @Test func viewsTogetherAreAnsweredAsEachAlone() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      // More views than a word has bits.
      let text = ProgramGenerator.program(seed: seed, views: 70).text
      guard let program = PropertyRun.compiled(text, seed: seed) else { return }
      for asked in AskedQuestion.all(of: program) where asked.question.view == nil {
        // Of a question with rows, one that fails is the answer of one row, and not of what is asked.
        guard let together = asked.answer(program), asked.question.expected != nil else { continue }
        for view in together.views {
          var alone = asked
          alone.question.view = view.name
          guard let single = alone.answer(program) else { continue }
          let (one, other) = (Essence.text(view.finding), Essence.text(single.finding))
          if one == other { continue }
          let name = program[view.name].name
          Issue.record("seed \(seed): `\(asked.question.text)` of \(name): \(one), alone \(other)\n\(text)")
          return
        }
      }
    }
  }

  /// Expectations that share what they rest on are answered as each is by itself.
  @Test func expectationsInSeriesAreAnsweredAsEachAlone() async {
    await PropertyRun.check { program, _ in
      for scenario in Set(AskedQuestion.all(of: program).map { $0.place.scenario }).sorted() {
        let all = AskedQuestion.all(of: program).filter { $0.place.scenario == scenario }
        // As many as see the same statements, those told above the last.
        guard let last = all.last else { continue }
        var series = ExpectationRunner(FactBase(program, scenario: last.told))
        for var asked in all where asked.question.expected != nil {
          asked.told = last.told
          let (alone, together) = (asked.answer(program), try? series.answer(asked.question, asOf: asked.moment))
          guard let alone, let together else {
            if (alone == nil) != (together == nil) { return "`\(asked.question.text)`: one of the two fails" }
            continue
          }
          let (one, other) = (Essence(alone, in: program), Essence(together, in: program))
          if !one.agrees(with: other) { return "`\(asked.question.text)`: \(one), in series \(other)" }
        }
      }
      return nil
    }
  }

  @Test func oneMomentIsAnsweredAsItIsAmongMany() async {
    await PropertyRun.check { program, _ in
      guard let (extended, never) = Self.addingWindow(to: program) else { return nil }
      for asked in AskedQuestion.all(of: program) {
        let condition = asked.question.expression
        guard program[condition].type == .condition, asked.question.expected != nil else { continue }
        var timely = extended
        var again = asked
        again.question.expression = ExpressionID(timely.expressions.count)
        timely.expressions.append(
          CheckedExpression(kind: .or([condition, never]), type: .condition, span: asked.question.span))
        guard let first = asked.answer(program), let second = again.answer(timely) else { continue }
        let (one, other) = (Essence(first, in: program), Essence(second, in: program))
        if !one.agrees(with: other) { return "`\(asked.question.text)`: \(one), over time \(other)" }
      }
      return nil
    }
  }

  /// A condition that looks back without ever holding: some event has happened in a time to come.
  private static func addingWindow(to program: Program) -> (Program, ExpressionID)? {
    guard let event = program.declarations.firstIndex(where: { if case .event = $0.kind { true } else { false } }),
      let state = program.entities.indices.first.map({ Value.entity(EntityID($0)) })
    else { return nil }
    var program = program
    func add(_ kind: CheckedExpression.Kind, _ type: ValueType) -> ExpressionID {
      program.expressions.append(CheckedExpression(kind: kind, type: type, span: program.declarations[0].span))
      return ExpressionID(program.expressions.count - 1)
    }
    let arguments = program.declarations[event].parameters.map { _ in add(.constant(state), .entity(TypeID(0))) }
    let call = add(.call(DeclarationID(event), arguments), .condition)
    let bound = add(.constant(.date(.latest)), .date)
    // The program is returned as it is after the last addition.
    let never = add(.windowed(call, .since, bound: bound), .condition)
    return (program, never)
  }
}
