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
        guard let together = asked.answer(program), together.outcome != .unknown || !together.views.isEmpty else {
          continue
        }
        for view in together.views {
          var alone = asked
          alone.question.view = view.name
          guard let single = alone.answer(program) else { continue }
          let (one, other) = (Essence.text(view.finding), Essence.text(single.finding))
          if one != other {
            Issue.record(
              "seed \(seed): `\(asked.question.text)` of \(program[view.name].name): \(one), alone \(other)\n\(text)")
          }
        }
      }
    }
  }

  @Test func oneMomentIsAnsweredAsItIsAmongMany() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      guard let (text, program) = PropertyRun.program(seed: seed) else { return }
      let (extended, never) = addingWindow(to: program)
      for asked in AskedQuestion.all(of: program) {
        guard program[asked.question.expression].type == .condition, asked.question.expected != nil,
          let first = asked.answer(program)
        else { continue }
        var timely = extended
        var again = asked
        again.question.expression = ExpressionID(timely.expressions.count)
        timely.expressions.append(
          CheckedExpression(kind: .or([asked.question.expression, never]), type: .condition, span: asked.question.span))
        guard let second = again.answer(timely) else { continue }
        let (one, other) = (Essence(first, in: program), Essence(second, in: program))
        if one.finding != other.finding || one.outcome != other.outcome {
          Issue.record("seed \(seed): `\(asked.question.text)`: \(one), over time \(other)\n\(text)")
        }
      }
    }
  }

  /// A condition that looks back without ever holding: some event has happened in a time to come.
  private func addingWindow(to program: Program) -> (Program, ExpressionID) {
    var program = program
    func add(_ kind: CheckedExpression.Kind, _ type: ValueType) -> ExpressionID {
      program.expressions.append(CheckedExpression(kind: kind, type: type, span: program.declarations[0].span))
      return ExpressionID(program.expressions.count - 1)
    }
    let event = program.declarations.firstIndex { if case .event = $0.kind { true } else { false } } ?? 0
    let state = program.entities.indices.first.map { Value.entity(EntityID($0)) } ?? .number(.zero)
    let arguments = program.declarations[event].parameters.map { _ in add(.constant(state), .entity(TypeID(0))) }
    let call = add(.call(DeclarationID(event), arguments), .condition)
    let bound = add(.constant(.date(.latest)), .date)
    return (program, add(.windowed(call, .since, bound: bound), .condition))
  }
}
