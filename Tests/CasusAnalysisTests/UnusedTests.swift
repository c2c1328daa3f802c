import Testing

/// Names, parameters and variables that nothing reads, and scenarios that ask nothing.
@Suite struct UnusedTests {
  @Test(arguments: [
    """
    type Season = Winter | Summer //! C0903
    type State
    entity Zenda: State
    set Pair = 1..2 //! C0903
    fact war
    fact truce //! C0903
    event landing //! C0903
    rule alarmed when war
    rule calm when calm //! C0903
    define quorum -> Int is 3 //! C0903
    fact peace(_ s: State) //! C0903
    assert truce
    ask alarmed
    """,
    // To except is not to read; a norm, an exception and what they read are ends in themselves.
    """
    type State
    entity Zenda: State
    event trade(by s: State)
    fact plague
    fact siege
    norm free: Zenda may trade()
    exception closed to free when plague
    rule market when trade(by: any) //! C0903
    exception to market when siege
    ask plague
    """,
    // Read by force clauses, deadlines, acts, statuses, expectations, views, deciders and parties.
    """
    type State
    entity Zenda: State
    type Source
    entity Times: Source
    type Organ
    entity Senate: Organ
    set Days = 1..5
    fact ended decided by Senate
    fact limit -> Date
    fact offset(_ d: Days) presumed false
    event pay(by s: State)
    event strike(by s: State)
    treaty Pact {
      parties Zenda
      in force from 1907-01-01 unless ended
      norm due: Zenda must pay() by limit
    }
    assert ended according to Times
    ask forbidden(strike(by: Zenda)) and offset(any)
    """,
    // A file that asks nothing may be there for others.
    "type State fact war(_ s: State) rule alarmed when true",
  ])
  func unusedNamesAreFound(_ text: String) { expectMarkedWarnings(text) }

  @Test func namesOfUsedFilesAreTheirOwn() {
    let base = "type Season = Winter | Summer fact war fact truce"
    expectMarkedWarnings("use \"base.casus\" ask war", files: ["base.casus": base])
    expectMarkedWarnings(
      "use \"base.casus\" fact mine rule r when mine rule s when r //! C0903\nask war", files: ["base.casus": base])
  }

  @Test(arguments: [
    """
    type State
    fact at_war(_ s: State)
    rule alarmed(
      _ s: State, //! C0904
      by t: State)
      when at_war(t)
    """,
    // Another alternative, an exception, and an exception of that may read it.
    """
    type State
    fact at_war(_ s: State)
    fact flood
    rule alarmed(_ s: State) when flood
    rule alarmed(_ s: State) when at_war(s)
    rule closed(_ s: State) when flood
    exception war to closed when flood
    exception to war when at_war(s)
    """,
    // A gap is another for each case; a set and the parties leave others out; what has no condition holds for all.
    """
    type State
    entity Zenda: State
    set Week = 1..4
    fact flood
    rule necessary(_ s: State) when gap "no judge is named"
    rule early(_ w: Week) when flood
    rule sovereign(_ s: State)
    define quota(_ s: State) -> Int is 100
    treaty Pact { parties Zenda rule signatory(_ s: Party) when flood }
    """,
    """
    type State
    fact flood
    event pay(by s: State, on d: Day)
    set Day = 1..9
    fact limit(_ s: State) -> Date
    norm dues(
      a: State,
      d: Day,
      b: State,
      when: State): //! C0904
      a must pay(on: d) by limit(b) when flood
    """,
    """
    define rate(
      _ a: Int,
      _ `b`: Int //! C0904
    ) -> Int is a + 1
    """,
  ])
  func unusedParametersAreFound(_ text: String) { expectMarkedWarnings(text) }

  @Test(arguments: [
    """
    type State
    fact at_war(_ s: State)
    rule some_war when some
      s in State, //! C0905
      t in State satisfies at_war(t)
    rule many when count(
      s in State, //! C0905
      t in {1, 2} where t > 1) > 1
    rule most when count(s in State) > 3 and sum(1 over s in State) > 3
    rule heavy when sum(
      2 + count(t in State where at_war(t)) over
      s in State) > 3 //! C0905
    rule any_war when at_war(any)
    rule bounded when every n in 1..4, m in n..5 satisfies m > 2
    rule chosen when every s in State where at_war(s) satisfies true
    rule open when some s in State satisfies gap "which one?"
    """,
    """
    type State
    entity Zenda: State
    fact at_war(_ s: State)
    treaty Pact {
      in force from 1907-01-01 unless some
        s in State //! C0905
        satisfies at_war(Zenda)
    }
    scenario "asked" {
      ask some
        s in State //! C0905
        satisfies at_war(Zenda)
      expect (every s in State satisfies at_war(s)) is unknown
    }
    """,
  ])
  func unusedVariablesAreFound(_ text: String) { expectMarkedWarnings(text) }

  @Test(arguments: [
    """
    fact war
    scenario "empty" { } //! C0906
    scenario "told" { assert war } //! C0906
    scenario "asked" { assert war ask war }
    scenario "expected" { expect war is unknown }
    """
  ])
  func scenariosWithoutQuestionsAreFound(_ text: String) { expectMarkedWarnings(text) }
}
