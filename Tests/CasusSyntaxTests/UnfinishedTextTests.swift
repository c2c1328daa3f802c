import CasusDiagnostics
import CasusSyntax
import Testing

/// Whether text that is still being typed could become right: nothing is wrong but that it is over.
@Suite struct UnfinishedTextTests {
  @Test(arguments: [
    "assert attacked(Alba", "assert attacked(Alba, by:", "rule a when", "rule a when b and", "treaty T", "treaty T {",
    "treaty T { article 4", "treaty T { article 4 \"half a", "entity A, B", "entity A,", "define d -> Int is", "/* why",
    "exception e to r", "norm n(_ a: S): a must", "scenario \"s\" { assert a", "set N = 1..", "type T =", "use",
    "assert a source \"half", "fact f(_ a:", "fact a rule b when", "/* /* */", "A prevails", "ask", "expect a is",
    "rule a when not", "table \"t.csv\" { assert a(b)",
  ])
  func itemsGoOn(_ text: String) {
    #expect(parse(SourceText(name: "<input>", text: text), id: SourceID(0)).endsTooSoon)
  }

  @Test(arguments: [
    "", "assert a", "rule a when b", "treaty T { }", "rule a when ) and", "asssert a(", "assert a ; (", ";",
    "fact f(_ a: 3",
    "treaty T { } }", "rule when", "assert a(b) c(", "`half", "fact a rule when b and",
  ])
  func itemsThatAreCompleteOrWrongDoNot(_ text: String) {
    #expect(!parse(SourceText(name: "<input>", text: text), id: SourceID(0)).endsTooSoon)
  }

  @Test(arguments: ["a and", "(a", "not", "f(x,", "f(x, by:", "count(n in N where", "\"half", "1 +", "a is", "a since"])
  func queriesGoOn(_ text: String) {
    #expect(parseQuery(SourceText(name: "<input>", text: text), id: SourceID(0)).endsTooSoon)
  }

  @Test(arguments: ["a", "a b", "a)", "f(x) g(", "a and b", "1 + + (", ") and"])
  func queriesThatAreCompleteOrWrongDoNot(_ text: String) {
    #expect(!parseQuery(SourceText(name: "<input>", text: text), id: SourceID(0)).endsTooSoon)
  }
}
