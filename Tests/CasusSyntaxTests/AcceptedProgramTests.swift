import CasusDiagnostics
import CasusSyntax
import Testing

/// Small programs that are right, and what they are written as.
@Suite struct AcceptedProgramTests {
  static let programs = [
    "",
    "// nothing but a comment",
    "use \"states.casus\" type State",
    "type Season = Winter | Summer",
    "entity A \"a\" also \"b\", \"c\", D, E \"e\": Pact.State",
    "set Week = -1..4 set Two = {A, P.B}",
    "fact date_of_birth(_ p: P, in year: Y, from: D) -> Date presumed 2024-01-01 decided by p asks \"When?\"",
    "fact f(for `for`: T, `_` x: T, _ y: T) event e() event `unless`",
    "rule r() when f(any, for: any) unless g unless h(1, x: -2)",
    "define d(_ n: Int) -> Int is 0 when n <= 0, -1 when n > 5 or n is not 3, n * 2 otherwise",
    "exception to a.b when c exception x to y when z unless some a in B satisfies c and d",
    "norm n(a: A): a must not do(to: b) when x norm m: A may do norm k: A must do() within 2 days by_now prevails over x",
    "norm n: A must do by date of e + 3 months when x unless y",
    "a prevails over b, c.d e.f prevails over any law Charter prevails over any treaty",
    "treaty T \"t\" of R { } law L {} resolution R of S {} policy P { rule x } contract C { contract D { } }",
    "treaty T { parties A from 1900-01-01 until 1901-01-01, B signed 1900-01-01 in force until 1902-01-01 unless x "
      + "replaces S article 5(1)(a)(in) \"words\" { in force from 1900-01-01 rule r when x } article \"4 bis\" { } }",
    "ask x and y or not z as of 2024-01-01 according to A",
    "ask (a or b) and (c or not (d and e)) ask a - (b - c) - -d * (e + f) / 2",
    "ask (some x in D satisfies a) and b ask a and some x in D, y in {1, -2, z} where c satisfies b or d",
    "ask (a for 3 days) + 1 ask a for 3 days + 1 day is b ask (not a) is b ask not a is b",
    "ask (every x in (some y in D satisfies e)..4 satisfies x) is y",
    "ask count(x in 1..3) + sum(x * y over x in D, y in P.D where z) - min(1, 2, x) / max(a, b)",
    "ask date of e is x ask e(by: a) since today - 1 month ask owed(n(A)) since 2024-01-01 ask date of breached(n)",
    "ask a in last 3 * 2 days ask x not in {1, a.b} ask x in 1..2 ask gap \"not said\" ask f(x: a in b, g())",
    "ask 48 hours is 2 days and 0.667 > 1_000 and \"a \\\"b\\\" \\\\ \\n \\u{1F600}\" is true",
    "assert f(A) is -5..10 on 2024-01-01..2024-01-02 according to A, B.C source \"s\"",
    "deny f(any) until 2024-01-01T05:30Z assert f in {a, 2, \"x\"} from 2024-01-01 assert f is unknown",
    "expect f(A) is contested as of 2024-01-01 according to R expect (a > b) is true expect a + 1 is 2.5",
    "scenario \"s\" { as of 2024-01-01 assert f expect f is true ask f } scenario \"\" { }",
    "table \"d.csv\" { assert f(state, on: `the day`) is `force` on a from b until c according to d when e is \"x\" deny g }",
    "fact f /// one\n///two\n////no\n fact g",
    "define n -> Int is 5 days prevails over nights",
    "fact x rule y when x in force prevails over z",
  ]

  @Test(arguments: programs.dropLast())
  func hasNoErrors(_ program: String) {
    #expect(assertParse(program).diagnostics.map(\.message) == [])
  }

  @Test func documentationIsThatBeforeTheItem() {
    let items = assertParse("/// one\n///  two\n\n// plain\n///\n/// three\nfact a fact b").tree.items
    #expect(items.map(\.documentation) == ["one\n two\n\nthree", ""])
  }

  /// Expressions, and how they are read: with brackets around every operand that is more than a name or a literal.
  static let expressions = [
    ("((a))and((b)or c)", "a and (b or c)"), ("(a and b) and c", "(a and b) and c"), ("a and b and c", "a and b and c"),
    ("a and b or c and d", "(a and b) or (c and d)"), ("not a and b", "(not a) and b"),
    ("not (a or b)", "not (a or b)"),
    ("a*b+c", "(a * b) + c"), ("a*(b+c)", "a * (b + c)"), ("a-(b-c)", "a - (b - c)"), ("(a-b)-c", "(a - b) - c"),
    ("a-b+c", "a - b + c"), ("-(- 1)", "-(-1)"), ("-1 + 2", "(-1) + 2"), ("-(1 + 2)", "-(1 + 2)"),
    ("not a is b", "not (a is b)"), ("(not a) is b", "(not a) is b"), ("(x is y) is z", "(x is y) is z"),
    ("some x in D satisfies a or b", "some x in D satisfies (a or b)"),
    ("(some x in D satisfies a) or b", "(some x in D satisfies a) or b"),
    ("b or some x in D satisfies a and c", "b or (some x in D satisfies (a and c))"),
    ("not some x in D satisfies a", "not (some x in D satisfies a)"),
    ("f(a) for 2 days and b", "(f(a) for 2 days) and b"), ("f for 2 days * 2", "f for (2 days * 2)"),
    ("(f for 2 days) * 2", "(f for 2 days) * 2"), ("f since today - 1 month", "f since (today - 1 month)"),
    ("48   hours", "48 hours"), ("f( x :any,by:`any` )", "f(x: any, by: any)"), ("`plain`.`to`", "plain.to"),
    ("x in {  -1,a }", "x in {-1, a}"), ("x not in 1+2..3", "x not in (1 + 2)..3"),
    ("x in 1..2 and y", "(x in 1..2) and y"),
  ]

  @Test(arguments: expressions.indices)
  func expressionIsReadAs(_ index: Int) {
    let (source, expected) = Self.expressions[index]
    let query = parseQuery(SourceText(name: "<query>", text: source), id: SourceID(0))
    #expect(query.diagnostics.map(\.message) == [])
    #expect(reading(of: query.expression) == expected)
  }

  @Test func textsFoldLineBreaksAndKeepOtherBlanks() {
    func value(_ text: String) -> String? {
      let query = parseQuery(SourceText(name: "<query>", text: text), id: SourceID(0))
      guard case .literal(let literal) = query.expression.kind else { return nil }
      return literal.text
    }
    #expect(value("\"a \t \r\n\n   b\"") == "a b")
    #expect(value("\"a  b\"") == "a  b")
    #expect(value("\"a\\n \n b\"") == "a\n b")
    #expect(value("\"a\\u{20}\n b\"") == "a  b")
    #expect(value("\"\n\"") == " ")
    #expect(value("\"\"") == "")
  }
}
