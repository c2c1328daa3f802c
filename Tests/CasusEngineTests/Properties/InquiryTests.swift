import CasusAnalysis
import CasusEngine
import CasusSemantics
import Testing

/// One who supplies facts when asked, in random programs: the answer is as if everything had been told before.
@Suite struct InquiryTests {
  @Test func beingAskedIsAsGoodAsTellingEverything() async {
    await PropertyRun.check { program, random in
      let supply = Supply(of: program, &random)
      for asked in AskedQuestion.all(of: program) where asked.question.expected == nil {
        guard let run = InquiryRun(asked, program, supply), let found = run.answer,
          let all = supply.tellingAll(asked, program)
        else { continue }
        if let twice = run.askedTwice { return "`\(asked.question.text)`: asked twice for \(twice)" }
        let (first, second) = (Essence(found, in: program), Essence(all, in: program))
        if !first.agrees(with: second) {
          let order = run.asked.map { program.sourceForm(of: $0.declaration, $0.arguments) }
          return "`\(asked.question.text)` is \(first) once \(order) are asked for, and \(second) with all told"
        }
      }
      return nil
    }
  }
}

/// What somebody knows of some facts of a program.
private struct Supply: Sendable {
  var declarations: Set<DeclarationID> = []
  let seed: UInt64

  init(of program: Program, _ random: inout RandomSource) {
    seed = random.next()
    for (number, declaration) in program.declarations.enumerated() {
      guard case .fact = declaration.kind, random.chance(70),
        !program.instruments.contains(where: { $0.partyFact?.index == number })
      else { continue }
      declarations.insert(DeclarationID(number))
    }
  }

  /// The same whenever it is asked for.
  func told(_ open: OpenFact, in program: Program, _ facts: FactBase) -> Told {
    guard case .fact(let details) = program[open.declaration].kind else { return .unknown }
    let call = program.sourceForm(of: open.declaration, open.arguments)
    var random = RandomSource(seed: seed ^ call.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) })
    if random.chance(10) { return .unknown }
    switch details.type {
    case .condition: return .truth(random.chance(50))
    case .integer:
      let members = details.domain.flatMap { facts.members(of: $0) } ?? Array(-3...6)
      return members.isEmpty ? .unknown : .value(.number(Rational(Int64(random.pick(members)))))
    case .decimal: return .value(.number(Rational(Int64(random.below(6)))))
    case .entity(let type):
      let members = details.domain.flatMap { facts.members(of: $0) } ?? []
      return members.isEmpty ? .unknown : .value(.entity(program[type].members[random.pick(members)]))
    case .date, .duration, .text: return .unknown
    }
  }

  func statement(_ open: OpenFact, in program: Program, _ facts: FactBase, _ asked: AskedQuestion) -> CheckedStatement {
    CheckedStatement(
      declaration: open.declaration, arguments: open.arguments.map { Optional($0) },
      told: told(open, in: program, facts), time: .period(from: nil, until: nil), views: [], span: asked.question.span)
  }

  /// The answer where each case that is nobody's yet is told at once.
  func tellingAll(_ asked: AskedQuestion, _ program: Program) -> Answer? {
    let facts = FactBase(program, scenario: asked.told)
    var told = facts
    for declaration in declarations.sorted(by: { $0.index < $1.index }) {
      guard let index = facts.index(of: declaration) else { return nil }
      for ordinal in 0..<index.counts.reduce(1, *) {
        let key = CaseKey(declaration, ordinal: ordinal)
        let scalars = zip(index.arguments(of: ordinal), program[declaration].parameters)
        guard !facts.isSpokenOf(key), scalars.allSatisfy({ facts.contains(Scalar($0), in: $1.domain) }) else {
          continue
        }
        let open = OpenFact(declaration: declaration, arguments: facts.arguments(of: key))
        told.tell([statement(open, in: program, facts, asked)], inScenario: true)
      }
    }
    return try? QuestionRunner(told).answer(asked.question, asOf: asked.moment)
  }
}

/// An answer for which somebody is asked.
private struct InquiryRun {
  var asked: [OpenFact] = []
  var askedTwice: String?
  var answer: Answer?

  init?(_ question: AskedQuestion, _ program: Program, _ supply: Supply) {
    var facts = FactBase(program, scenario: question.told)
    var open = facts
    open.askedDeclarations = supply.declarations
    do throws(EngineError) {
      while let next = try Inquiry(question.question, facts: open, asOf: question.moment, limits: EngineLimits()).next(
        where: { open, _ in supply.declarations.contains(open.declaration) })
      {
        if asked.contains(where: { $0.declaration == next.declaration && $0.arguments == next.arguments }) {
          askedTwice = program.sourceForm(of: next.declaration, next.arguments)
          return
        }
        asked.append(next)
        let statement = supply.statement(next, in: program, facts, question)
        facts.tell([statement], inScenario: true)
        open.tell([statement], inScenario: true)
      }
      answer = try QuestionRunner(facts).answer(question.question, asOf: question.moment)
    } catch { return nil }
  }
}
