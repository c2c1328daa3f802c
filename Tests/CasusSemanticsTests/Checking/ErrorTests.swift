import CasusDiagnostics
import CasusSemantics
import Testing

/// A program, and the errors it should have.
struct ErrorCase: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var codes: [DiagnosticCode]

  init(_ name: String, _ codes: [DiagnosticCode], _ text: String) {
    self.name = name
    self.codes = codes
    self.text = text
  }

  var testDescription: String { name }
}

@Suite struct ErrorTests {
  /// What most cases need.
  static let prelude = """
    type State type Season = Winter | Summer entity Zenda, Alba: State
    fact at_war(_ state: State) fact troops(_ state: State) -> Int fact motto(_ state: State) -> Text
    fact king(_ state: State) -> State fact crowned -> Date
    event trade(by state: State, with other: State) event landing

    """

  @Test(arguments: names + types + declarations + norms + statements)
  func programHasTheseErrors(_ example: ErrorCase) {
    let compilation = TestPrograms.compile(Self.prelude + example.text)
    #expect(
      compilation.codes.sorted() == example.codes.map { $0.identifier }.sorted(), "\(compilation.errorPlaces)")
    #expect((compilation.program == nil) == !example.codes.isEmpty)
  }

  static let names: [ErrorCase] = [
    ErrorCase(
      "an unknown name and an unknown name among its arguments", [.unknownName, .unknownName],
      "rule r when at_wra(Zneda)"),
    ErrorCase(
      "what a broken head declares is not reported again", [.unknownName],
      "rule calm(_ s: Stat) when not at_war(s) rule quiet when calm(Zenda) rule busy when not calm(Alba)"),
    ErrorCase(
      "entities of an unknown type are not reported again", [.unknownName],
      "entity Ida: Persn fact bold(_ s: State) decided by Ida"),
    ErrorCase(
      "an outer name may be declared again inside an instrument", [],
      "treaty Pact { fact at_war(_ state: State) -> Int rule many when at_war(Zenda) > 3 }"),
    ErrorCase(
      "names of an instrument are qualified outside", [.unknownName],
      "treaty Pact { rule stands } rule r when stands"),
    ErrorCase("what a treaty lacks", [.unknownName], "treaty Pact { rule stands } rule r when Pact.stand"),
    ErrorCase("only instruments hold names", [.notAnInstrument], "rule r when State.stand"),
    ErrorCase("a variable hides a fact", [.notCalled], "rule r(_ at_war: State) when at_war(Zenda)"),
    ErrorCase("a fact without brackets", [.wrongArguments], "rule r when at_war"),
    ErrorCase("a label too many", [.wrongArguments], "rule r when at_war(state: Zenda)"),
    ErrorCase("labels out of order", [.wrongArguments], "rule r when trade(with: Zenda, by: Alba)"),
    ErrorCase("brackets behind what has no parameters are fine", [], "rule r when landing()"),
    ErrorCase("a type as a value", [.notAValue], "rule r when at_war(State)"),
    ErrorCase(
      "an inner variable hides an outer one", [],
      "rule r when some s in State satisfies some s in Season satisfies s is Winter"),
    ErrorCase(
      "two variables of one name", [.duplicateName], "rule r when some s in State, s in State satisfies at_war(s)"),
    ErrorCase("Party without parties", [.unknownName], "treaty Pact { rule stands(_ s: Party) }"),
    ErrorCase(
      "Party outside", [], "treaty Pact { parties Zenda } rule r when every p in Pact.Party satisfies Pact.party(p)"),
    ErrorCase("party is declared by parties", [.duplicateName], "treaty Pact { parties Zenda fact party }"),
    ErrorCase("parties of two types", [.mixedSet], "treaty Pact { parties Zenda, Winter }"),
  ]

  static let types: [ErrorCase] = [
    ErrorCase("an Int fits a Decimal", [], "fact share -> Decimal presumed 1 assert share is 2"),
    ErrorCase("a Decimal does not fit an Int", [.wrongType], "assert troops(Zenda) is 2.5"),
    ErrorCase("division gives a Decimal", [.wrongType], "define half -> Int is 5 / 2"),
    ErrorCase("an Int times a Duration", [], "define term -> Duration is 3 * 2 days"),
    ErrorCase("a Decimal times a Duration", [.unlikeTypes], "define term -> Duration is 1.5 * 2 days"),
    ErrorCase("dates and durations", [], "rule r when today - crowned > 2 days and crowned + 1 year < today - 3 hours"),
    ErrorCase("a duration before a date", [], "define due -> Date is 2 days + crowned - 1 day"),
    ErrorCase("dates do not add", [.unlikeTypes], "rule r when today + crowned > today"),
    ErrorCase("a date is not taken from a duration", [.unlikeTypes], "rule r when 2 days - crowned > 1 day"),
    ErrorCase("the least integer", [], "define least -> Int is -9223372036854775808"),
    ErrorCase("beyond the greatest integer", [.impossibleLiteral], "define most -> Int is 9223372036854775808"),
    ErrorCase("is not true", [.conditionCompared], "rule r when at_war(Zenda) is not true"),
    ErrorCase("two conditions", [.conditionCompared], "rule r when at_war(Zenda) is at_war(Alba)"),
    ErrorCase("closed types are ordered", [], "rule r when Winter < Summer and max(Winter, Summer) is Summer"),
    ErrorCase("open types are not", [.unordered], "rule r when Zenda <= Alba"),
    ErrorCase("texts are not", [.unordered], "rule r when motto(Zenda) < \"m\""),
    ErrorCase("members of two types", [.unlikeTypes], "rule r when Zenda in {Winter}"),
    ErrorCase("a list of two types", [.unlikeTypes], "rule r when troops(Zenda) in {1, \"two\"}"),
    ErrorCase("days against months", [.daysAgainstMonths], "rule r when 30 days is 1 month"),
    ErrorCase("any of a value", [.misplacedAny], "rule r when troops(any) > 3"),
    ErrorCase("any of a date", [.misplacedAny], "rule r when date of trade(by: any, with: Zenda) < today"),
    ErrorCase(
      "any under a window and a status", [],
      "norm n(_ s: State): s must trade(with: Zenda) rule r when breached(n(any)) in last 3 days and not trade(by: any, with: any) before today"
    ),
    ErrorCase("since of a fact", [.misplacedWindow], "rule r when at_war(Zenda) since today"),
    ErrorCase("for of a fact", [], "rule r when at_war(Zenda) for 3 days"),
    ErrorCase("a window of the wrong type", [.wrongType], "rule r when landing since 3 days"),
    ErrorCase(
      "a gap is what is wanted", [],
      "define n -> Int is gap \"so many\" rule r when gap \"maybe\" and n < gap \"how many\" and 3 + gap \"?\" > n"),
    ErrorCase("a gap against a gap", [.untypedGap], "rule r when gap \"one\" is gap \"other\""),
    ErrorCase("a set as a type", [], "set Few = 1..3 fact rank(_ s: State) -> Few rule r when rank(Zenda) + 1 > 3"),
    ErrorCase("a presumption outside its set", [.outsideSet], "set Few = 1..3 fact rank -> Few presumed 4"),
    ErrorCase(
      "a case outside its set is false, not wrong", [], "set Few = 1..3 fact told(_ n: Few) rule r when told(5)"),
    ErrorCase("a variable over numbers", [.infiniteDomain], "rule r when some n in Int satisfies n > 3"),
    ErrorCase(
      "a variable over dates", [.infiniteDomain],
      "rule r when some d in 2024-01-01..2024-02-01 satisfies d > today"),
    ErrorCase("both sides of and", [.conditionWanted, .conditionWanted], "rule r when troops(Zenda) and motto(Zenda)"),
    ErrorCase("a sum of conditions", [.valueWanted], "rule r when sum(at_war(s) over s in State) > 1"),
    ErrorCase("the lesser of unlike values", [.unlikeTypes], "rule r when min(1, today) is 1"),
  ]

  static let declarations: [ErrorCase] = [
    ErrorCase("alternatives with other parameters", [.duplicateName], "rule r(_ s: State) rule r(_ s: Season)"),
    ErrorCase(
      "alternatives with other names", [], "rule r(_ s: State) when at_war(s) rule r(_ t: State) unless at_war(t)"),
    ErrorCase("a rule and a fact", [.duplicateName], "rule troops(_ s: State)"),
    ErrorCase("an entity and a type", [.duplicateName], "entity State: State"),
    ErrorCase("a member of a closed type", [.closedType], "entity Spring: Season"),
    ErrorCase(
      "an exception knows the names of the first alternative", [],
      "rule r(_ s: State) when at_war(s) rule r(_ t: State) exception to r when troops(s) > 3"),
    ErrorCase(
      "an exception to an exception", [],
      "rule r(_ s: State) exception e to r when at_war(s) exception f to e when troops(s) > 3 rule q when f(Zenda)"),
    ErrorCase(
      "exceptions in a circle", [.circularOrder], "exception e to f when landing exception f to e when landing"),
    ErrorCase("an exception to a definition", [.notExcepted], "define n -> Int is 3 exception to n when landing"),
    ErrorCase(
      "mutual recursion without end", [.infiniteRecursion, .infiniteRecursion],
      "rule even(_ n: Int) when n is 0 or odd(n - 1) rule odd(_ n: Int) when even(n - 1)"),
    ErrorCase("recursion through a set", [], "set Few = 0..3 rule even(_ n: Few) when n is 0 or not even(n - 1)"),
    ErrorCase("no recursion", [], "rule big(_ n: Int) when n > 3 rule r(_ n: Int) when big(n + 1)"),
    ErrorCase("a set twice the same", [.duplicateName], "set Pair = { Zenda, Zenda }"),
    ErrorCase("replacing in a circle", [.circularOrder], "treaty A { replaces B } treaty B { replaces A }"),
    ErrorCase("replacing itself", [.circularOrder], "treaty A { replaces A }"),
    ErrorCase(
      "force that ends before it begins", [.emptyPeriod], "treaty A { in force from 2024-01-01 until 2023-01-01 }"),
    ErrorCase("a decider that is no entity", [.notAnEntity], "set Few = 1..3 fact f(_ n: Few) decided by n"),
    ErrorCase("an event presumed to have happened", [.wrongPresumption], "event storm presumed true"),
    ErrorCase("a presumption of another type", [.wrongType], "fact many -> Int presumed \"lots\""),
    ErrorCase("a law of an entity", [], "law Code of Zenda { rule stands }"),
    ErrorCase("a law of nobody", [.notAnEntity], "law Code of State { rule stands }"),
    ErrorCase(
      "instruments inside instruments", [],
      "treaty A { law B { rule stands } rule r when B.stands } rule q when A.B.stands"),
  ]

  static let norms: [ErrorCase] = [
    ErrorCase("who acts is written twice", [.wrongArguments], "norm n: Zenda must trade(by: Zenda, with: Alba)"),
    ErrorCase("who acts is of another type", [.wrongType], "norm n: Winter must trade(with: Alba)"),
    ErrorCase("who acts is the value of a fact", [], "fact queen -> State norm n: queen must trade(with: king(Alba))"),
    ErrorCase(
      "a norm against an instrument", [],
      "treaty A { norm n: Zenda must trade(with: Alba) } norm m: Zenda must not trade(with: Alba) m prevails over A"),
    ErrorCase(
      "a norm and its instrument in a circle", [.circularOrder],
      "treaty A { norm n: Zenda must trade(with: Alba) } norm m: Zenda must not trade(with: Alba) m prevails over A A prevails over m"
    ),
    ErrorCase(
      "two circles are two errors", [.circularOrder, .circularOrder],
      "treaty A {} treaty B {} treaty C {} treaty D {} A prevails over B B prevails over A C prevails over D D prevails over C"
    ),
    ErrorCase("prevailing over itself", [.circularOrder], "treaty A {} A prevails over A"),
    ErrorCase("prevailing over all others", [], "treaty A {} treaty B {} A prevails over any treaty"),
    ErrorCase(
      "two that prevail over all others", [.circularOrder],
      "treaty A {} treaty B {} A prevails over any treaty B prevails over any treaty"),
    ErrorCase("a rule does not prevail", [.notRanked], "rule r treaty A {} r prevails over A"),
    ErrorCase("a status of a rule", [.notAValue], "rule q rule r when owed(q)"),
    ErrorCase("a status of an act", [], "rule r when owed(trade(by: any, with: Zenda))"),
  ]

  static let statements: [ErrorCase] = [
    ErrorCase("a truth that is told in words", [], "assert at_war(Zenda) is true assert at_war(Alba) is false"),
    ErrorCase("a value denied", [.toldValue], "deny troops(Zenda) is 5"),
    ErrorCase("a denial with a truth", [.toldValue], "deny at_war(Zenda) is unknown"),
    ErrorCase("a list of values for a condition", [.toldValue], "assert at_war(Zenda) in {1}"),
    ErrorCase("a range upside down", [.emptyRange], "assert troops(Zenda) is 12..10"),
    ErrorCase("a range of texts", [.wrongType], "assert motto(Zenda) is \"a\"..\"b\""),
    ErrorCase("an event with a period", [.misplacedTime], "assert landing from 1914-08-01"),
    ErrorCase("an unknown event with a period", [], "assert landing is unknown from 1914-08-01"),
    ErrorCase("a denied event with a moment", [.misplacedTime], "deny landing on 1914-08-01"),
    ErrorCase("a norm is not told", [.notTold], "norm n: Zenda must trade(with: Alba) assert n"),
    ErrorCase("a rule is told", [], "rule r(_ n: Int) when n > 3 assert r(2)"),
    ErrorCase("any of a number", [.misplacedAny], "rule r(_ n: Int) when n > 3 deny r(any)"),
    ErrorCase("a case that is computed", [.wrongArguments], "assert at_war(Zenda, Alba)"),
    ErrorCase("a case that is a call", [.notConstant], "assert at_war(king(Zenda))"),
    ErrorCase("a view that is no entity", [.notAnEntity], "assert at_war(Zenda) according to State"),
    ErrorCase(
      "parties that their file denies", [.contradiction],
      "treaty A { parties Zenda } deny A.party(Zenda)"),
    ErrorCase("a range and a value inside", [], "assert troops(Zenda) is 10..20 assert troops(Zenda) is 15"),
    ErrorCase(
      "a list, a range and a value", [.contradiction],
      "assert troops(Zenda) in {1, 5, 9} assert troops(Zenda) is 2..8 assert troops(Zenda) is 9"),
    ErrorCase(
      "two days are forty-eight hours", [],
      "fact term -> Duration assert term is 2 days assert term is 48 hours"),
    ErrorCase(
      "an occurrence that is denied", [.contradiction],
      "assert landing on 1914-08-01 deny landing from 1914-07-01 until 1914-09-01"),
    ErrorCase(
      "an occurrence that keeps a moment", [],
      "assert landing on 1914-08-01..1914-10-01 deny landing from 1914-07-01 until 1914-09-01"),
    ErrorCase(
      "an occurrence that two denials leave nothing", [.contradiction],
      "assert landing on 1914-08-01..1914-10-01 deny landing from 1914-07-01 until 1914-09-01 deny landing from 1914-09-01"
    ),
    ErrorCase(
      "a view against nobody", [],
      "assert at_war(Zenda) deny at_war(Zenda) according to Alba"),
    ErrorCase(
      "a view that two share", [.contradiction],
      "assert at_war(Zenda) according to Zenda, Alba deny at_war(Zenda) according to Alba"),
    ErrorCase("an expected value of another type", [.wrongType], "expect troops(Zenda) is \"many\""),
    ErrorCase("an expected range of conditions", [.wrongExpectation], "expect at_war(Zenda) is 1..2"),
    ErrorCase(
      "a scenario of dated questions", [],
      "scenario \"s\" { assert at_war(Zenda) from 1914-01-01 expect at_war(Zenda) is true as of 1914-02-01 }"),
    ErrorCase("a scenario that asks nothing", [], "scenario \"s\" { assert at_war(Zenda) from 1914-01-01 }"),
  ]
}
