import Casus
import Testing

/// Interviews by a host.
@Suite struct InterviewTests {
  private func query(_ text: String) throws -> Query {
    try Program(
      text: """
        type State
        entity Alba, Brabant: State
        fact attacked
        fact consents(_ state: State) decided by state asks "Does {state} consent?"
        fact troops -> Int
        rule aid when attacked and (consents(Alba) or consents(Brabant))
        rule large when attacked and troops >= 100
        """
    ).query(text)
  }

  /// `attacked` decides in three cases of four, each consent in one of four.
  @Test func whatDecidesMostOftenIsAskedFirst() throws {
    var interview = try query("aid").interview()
    #expect(interview.next?.fact == "attacked")
    #expect(interview.next?.question == nil)
    try interview.reply(.yes)
    #expect(interview.next?.question == "Does Alba consent?")
    #expect(interview.answer.truth == .unknown && interview.count == 1)
    try interview.reply(.yes, accordingTo: [], source: "Gazette")
    #expect(interview.next == nil && interview.answer.truth == .true && interview.count == 2)
  }

  /// Each consent decides in one case.
  @Test func aCallWithAnyIsAskedForUntilEachCaseIsSettled() throws {
    var interview = try query("attacked and consents(any)").interview()
    #expect(interview.next?.fact == "attacked")
    interview = try query("consents(any)").interview()
    #expect(interview.next?.fact == "consents(Alba)")
    try interview.reply(.no)
    #expect(interview.next?.question == "Does Brabant consent?" && interview.next?.weight == nil)
    try interview.reply(.yes)
    let rows = try #require(interview.answer.rows)
    #expect(interview.next == nil && interview.count == 2 && rows.count == 1 && rows[0].truth == .true)
  }

  @Test func whatCannotMatterIsNotAsked() throws {
    var interview = try query("aid").interview()
    try interview.reply(.no)
    #expect(interview.next == nil && interview.answer.truth == .false)
  }

  @Test func whatNobodyKnowsIsNotAskedAgain() throws {
    var interview = try query("attacked and consents(Alba)").interview()
    try interview.reply(.unknown)
    #expect(interview.next?.fact == "consents(Alba)")
    try interview.reply(.unknown)
    #expect(interview.next == nil && interview.answer.truth == .unknown && interview.answer.openFacts.count == 2)
  }

  @Test func aReplyIsTakenBack() throws {
    var interview = try query("aid").interview()
    try interview.reply(.no)
    let isTakenBack = interview.goBack()
    #expect(isTakenBack)
    #expect(interview.next?.fact == "attacked" && interview.count == 0)
    let isTakenBackAgain = interview.goBack()
    #expect(!isTakenBackAgain)
    try interview.reply(.yes)
    #expect(interview.next?.fact == "consents(Alba)")
  }

  @Test func valuesAndRangesAreReplies() throws {
    var interview = try query("large").interview()
    try interview.reply(.yes)
    #expect(interview.next?.fact == "troops")
    try interview.reply(.told(.between(200, 300)))
    #expect(interview.answer.truth == .true)
    interview.goBack()
    #expect(throws: CasusError.self) { try interview.reply(.told("many")) }
    #expect(interview.next?.fact == "troops" && interview.count == 1)
  }

  @Test func repliesAreOfViews() throws {
    var interview = try query("attacked").interview()
    try interview.reply(.yes, accordingTo: ["Alba"])
    #expect(interview.next == nil && interview.answer.truth == .unknown)
    #expect(interview.answer.views.map { $0.name } == ["Alba"])
  }
}
