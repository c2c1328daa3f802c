import CasusDiagnostics
import CasusSemantics
import CasusSyntax
import Testing

/// Queries that come after the program.
@Suite struct QueryTests {
  static let program = TestPrograms.compile(
    """
    type State entity Zenda "Kingdom of Zenda" also "ZND", Alba: State fact at_war(_ state: State)
    fact troops(_ state: State) -> Int
    treaty Pact { parties Zenda rule stands(_ s: Party) when at_war(s) rule only }
    treaty Entente { parties Alba rule stands(_ s: Party) when at_war(s) }
    """)

  private func check(_ text: String) throws -> CheckedQuery {
    let program = try #require(Self.program.program)
    return checkQuery(text, in: program, sources: Self.program.sources)
  }

  @Test(arguments: [
    "at_war(Zenda)", "Pact.stands(Zenda)", "only", "at_war(any)", "troops(Zenda) + 3", "not at_war(any) and only",
    "count(p in Pact.Party where Entente.party(p))",
  ])
  func rightQueryIsAQuestion(_ text: String) throws {
    let checked = try check(text)
    #expect(checked.diagnostics.isEmpty)
    let question = try #require(checked.question)
    #expect(question.text == text)
    #expect(question.expression.index < checked.program.expressions.count)
  }

  @Test(arguments: [
    ("stands(Zenda)", DiagnosticCode.unknownName), ("at_wra(Zenda)", .unknownName), ("at_war()", .wrongArguments),
    ("at_war(3)", .wrongType), ("troops(any)", .misplacedAny), ("at_war(Zenda", .bracketNotClosed),
    ("at_war(Zenda) is true", .conditionCompared),
  ])
  func wrongQueryIsReported(_ text: String, _ code: DiagnosticCode) throws {
    let checked = try check(text)
    #expect(checked.diagnostics.map { $0.code.identifier } == [code.identifier])
    #expect(checked.question == nil)
  }

  @Test func severalQueriesAreCheckedUpToTheFirstThatIsWrong() throws {
    let program = try #require(Self.program.program)
    let texts = ["at_war(Zenda)", "only", "troops(Alba) > 3", "at_wra(Zenda)", "at_war(3)"]
    let queries = texts.enumerated().map { (name: "<query \($0)>", text: $1) }
    let right = checkQueries(Array(queries.prefix(3)), in: program, sources: Self.program.sources)
    #expect(right.diagnostics.isEmpty)
    #expect(right.questions.map(\.text) == Array(texts.prefix(3)))
    #expect(right.questions.allSatisfy { $0.expression.index < right.program.expressions.count })
    let wrong = checkQueries(queries, in: program, sources: Self.program.sources)
    #expect(wrong.questions.isEmpty)
    #expect(wrong.diagnostics.map { $0.code.identifier } == [DiagnosticCode.unknownName.identifier])
    #expect(wrong.program.expressions.count == program.expressions.count)
  }

  @Test func blanksAndCommentsAreFolded() throws {
    let question = try #require(try check("at_war( /* whose? */\n  Zenda )\n   or only").question)
    #expect(question.text == "at_war( Zenda ) or only")
  }

  @Test func rowsComeFromAny() throws {
    let checked = try check("at_war(any)")
    let question = try #require(checked.question)
    guard case .quantified(.some, let binding, _) = checked.program[question.expression].kind else {
      Issue.record("not quantified")
      return
    }
    #expect(binding.isFromAny)
    #expect(question.frameSize == 1)
  }

  @Test func entitiesAreFoundByEveryName() throws {
    let program = try #require(Self.program.program)
    for name in ["Zenda", "Kingdom of Zenda", "ZND"] { #expect(entity(named: name, in: program) == EntityID(0)) }
    #expect(entity(named: "Nobody", in: program) == nil)
  }
}
