import CasusEngine
import CasusSemantics
import Testing

/// The order in which things are written says nothing.
@Suite struct OrderTests {
  @Test func theOrderOfOperandsAndStatementsIsIrrelevant() async {
    await PropertyRun.check { program, random in
      let shuffled = Self.shuffling(program, &random)
      for var asked in AskedQuestion.all(of: program) {
        guard let first = asked.answer(program) else { continue }
        asked.told.shuffle(using: &random)
        guard let second = asked.answer(shuffled) else { continue }
        let (one, other) = (Essence(first, in: program), Essence(second, in: program))
        if !one.agrees(with: other) { return "`\(asked.question.text)`: \(one), in another order \(other)" }
      }
      return nil
    }
  }

  @Test func theOrderOfDeclarationsIsIrrelevant() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      guard let (text, program) = PropertyRun.program(seed: seed) else { return }
      var random = RandomSource(seed: seed)
      var generated = ProgramGenerator.program(seed: seed)
      generated.items.shuffle(using: &random)
      guard let other = PropertyRun.compiled(generated.text, seed: seed) else { return }
      for (asked, again) in zip(AskedQuestion.all(of: program), AskedQuestion.all(of: other)) {
        guard let first = asked.answer(program), let second = again.answer(other) else { continue }
        let (one, another) = (Essence(first, in: program), Essence(second, in: other))
        if !one.agrees(with: another) {
          Issue.record("seed \(seed): `\(asked.question.text)`: \(one), in another order \(another)\n\(text)")
          return
        }
      }
    }
  }

  private static func shuffling(_ program: Program, _ random: inout RandomSource) -> Program {
    var program = program
    program.statements.shuffle(using: &random)
    for index in program.expressions.indices {
      switch program.expressions[index].kind {
      case .and(let parts): program.expressions[index].kind = .and(parts.shuffled(using: &random))
      case .or(let parts): program.expressions[index].kind = .or(parts.shuffled(using: &random))
      default: break
      }
    }
    return program
  }
}
