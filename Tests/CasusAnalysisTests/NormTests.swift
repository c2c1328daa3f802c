import Testing

/// Norms that an event keeps for ever, that end by their own act, or whose deadline counts from nowhere.
@Suite struct NormTests {
  private static let head = """
    type State
    entity Zenda, Alba: State
    event landed(on s: State)
    event help(by s: State, to t: State)
    fact at_war(_ s: State)
    fact truce

    """

  @Test(arguments: [
    "norm aid(_ s: State, _ t: State): s must help(to: t) when landed(on: t) //! C0907",
    "norm aid(_ s: State, _ t: State): s must not help(to: t) when s is not t and landed(on: t) //! C0907",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when landed(on: t) or at_war(t) //! C0907",
    "norm aid(_ s: State): s may help(to: Alba) when landed(on: any) //! C0907",
    "norm aid(_ s: State): s may help(to: Alba) when every t in State where t is not s satisfies landed(on: t) //! C0907",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when landed(on: t) and at_war(t)",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when landed(on: t) in last 30 days",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when date of landed(on: t) <= today",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when not landed(on: t)",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when landed(on: t) unless truce",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when landed(on: t) exception to aid when truce",
    "norm aid(_ s: State, _ t: State): s may help(to: t) when breached(peace(t)) norm peace(_ s: State): s must not help(to: s)",
  ])
  func everlastingTriggersAreFound(_ norm: String) { expectMarkedWarnings(Self.head + norm) }

  @Test(arguments: [
    "norm aid(_ s: State, _ t: State): s must help(to: t) when at_war(t) unless help(by: s, to: t) //! C0908",
    "norm aid(_ s: State, _ t: State): s must help(to: t) when at_war(t) unless help(by: any, to: t) //! C0908",
    "norm aid(_ s: State, _ t: State): s must help(to: t) when at_war(t) unless truce or help(by: s, to: t) in last 1 year //! C0908",
    "norm aid(_ s: State, _ t: State): s must help(to: t) when at_war(t) unless fulfilled(aid(s, t)) //! C0908",
    "norm aid(_ s: State, _ t: State): s must help(to: t) when at_war(t) unless fulfilled(help(by: s, to: t)) //! C0908",
    "norm aid(_ s: State): s must not help(to: Alba) unless help(by: s, to: Alba) //! C0908",
    "norm aid(_ s: State): s may help(to: Alba) unless help(by: s, to: Alba) //! C0908",
    """
    norm aid(_ s: State, _ t: State): s must help(to: t) when at_war(t)
    exception done to aid
      when help(by: s, to: t) //! C0908
    """,
    // A power that can be used once, a duty that comes back, one whom another relieves, an act of another.
    "norm aid(_ s: State): s may help(to: Alba) unless fulfilled(aid(s))",
    "norm aid(_ s: State): s must help(to: Alba) unless fulfilled(aid(s)) in last 1 year",
    "norm aid(_ s: State): s must help(to: Alba) unless fulfilled(aid(any))",
    "norm aid(_ s: State): s must help(to: Alba) unless help(by: s, to: Zenda)",
    "norm aid(_ s: State): s must help(to: Alba) unless help(by: s, to: Alba) before 1900-01-01",
    "norm aid(_ s: State): s must help(to: Alba) unless help(by: s, to: Alba) and truce",
    "norm aid(_ s: State): s must help(to: Alba) unless landed(on: Alba)",
  ])
  func endsByPerformanceAreFound(_ norm: String) { expectMarkedWarnings(Self.head + norm) }

  @Test(arguments: [
    // Nothing that could begin.
    "norm aid: Zenda must help(to: Alba) within 5 days //! C0909",
    "treaty Pact { norm aid: Zenda must help(to: Alba) within 5 days } //! C0909",
    // Told without a date, directly and through rules; and somebody asks what became of it.
    """
    norm aid(_ t: State): Zenda must help(to: t) within 5 days when at_war(t) //! C0909
    assert at_war(Alba)
    ask breached(aid(any))
    """,
    """
    norm aid(_ t: State): Zenda must help(to: t) within 5 days when alarmed(t) //! C0909
    rule alarmed(_ t: State) when at_war(t) unless truce
    scenario "told" {
      assert at_war(Alba)
      deny truce
      expect owed(help(by: Zenda, to: Alba)) is false
    }
    """,
    "treaty Pact { in force from 1907-01-01 norm aid: Zenda must help(to: Alba) within 5 days }",
    "treaty Pact { article 1 { in force from 1907-01-01 norm aid: Zenda must help(to: Alba) within 5 days } }",
    "norm aid: Zenda must help(to: Alba) by 1907-01-01",
    "norm aid: Zenda must help(to: Alba)",
    // Nobody told anything, nobody asks, or something has a date.
    "norm aid(_ t: State): Zenda must help(to: t) within 5 days when at_war(t) ask breached(aid(any))",
    "norm aid(_ t: State): Zenda must help(to: t) within 5 days when at_war(t) assert at_war(Alba)",
    """
    norm aid(_ t: State): Zenda must help(to: t) within 5 days when at_war(t) unless truce
    scenario "told" {
      as of 1907-01-01
      assert at_war(Alba)
      assert truce until 1906-01-01
      ask breached(aid(Alba))
    }
    """,
    """
    norm aid(_ t: State): Zenda must help(to: t) within 5 days when at_war(t) and landed(on: t)
    scenario "told" { assert at_war(Alba) ask breached(aid(Alba)) }
    """,
    """
    norm aid(_ t: State): Zenda must help(to: t) within 5 days when at_war(t) and today > 1907-01-01
    scenario "told" { assert at_war(Alba) ask breached(aid(Alba)) }
    """,
  ])
  func deadlinesWithoutBeginningAreFound(_ norms: String) {
    // Every name of the head is read, so that none of them is reported.
    expectMarkedWarnings(Self.head + norms + "\nask truce and at_war(any) and landed(on: any)")
  }

  @Test func undatedStatementIsReportedWhereTheNormIsOfAnotherFile() {
    let base =
      Self.head + "norm aid(_ t: State): Zenda must help(to: t) within 5 days when at_war(t)"
    expectMarkedWarnings(
      """
      use "base.casus"
      scenario "told" {
        assert at_war(Alba) //! C0909
        expect breached(aid(Alba)) is true
      }
      """, files: ["base.casus": base])
  }
}
