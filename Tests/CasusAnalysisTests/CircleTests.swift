import Testing

/// Recursion through negation, and force that depends on itself.
@Suite struct CircleTests {
  @Test(arguments: [
    // A rule that reads itself, by each way of reading against the grain.
    "rule paradox when not paradox //! C0901",
    "rule paradox unless paradox //! C0901",
    """
    fact open
    rule paradox when open
    exception oddity to paradox when paradox //! C0901
    """,
    """
    type State
    fact open(_ s: State)
    rule few(_ s: State) when open(s) and count(t in State where few(t)) < 2 //! C0901
    """,
    """
    type State
    fact open(_ s: State)
    rule safe(_ s: State) when every t in State where safe(t) satisfies open(t) or s is t //! C0901
    """,
    // Once for each circle, however many turns it takes.
    """
    rule first unless second //! C0901
    rule second unless first
    rule third when not fourth //! C0901
    rule fourth when not third
    """,
    // A norm in effect, and what is forbidden of an act, are read at the same moment.
    """
    type State
    event arm(by s: State)
    norm ban(_ s: State): s must not arm() unless allowed(s) //! C0901
    rule allowed(_ s: State) when not forbidden(arm(by: s))
    """,
  ])
  func circleThroughNegationIsFound(_ text: String) { expectMarkedWarnings(text) }

  @Test(arguments: [
    "rule rumour when rumour",
    "rule certain when not (not certain)",
    """
    type State
    fact allied(_ s: State, _ t: State)
    rule bound(_ s: State, _ t: State)
      when allied(s, t) or some u in State satisfies allied(s, u) and bound(u, t)
    """,
    // What happened before the moment read makes no circle.
    """
    type State
    event leave(by s: State)
    fact tired
    norm stay(_ s: State): s must not leave() when tired unless fulfilled(quit(s))
    norm quit(_ s: State): s may leave() when breached(stay(s))
    """,
    // Norms of other modalities over the act are others.
    """
    type State
    event arm(by s: State)
    norm ban(_ s: State): s must not arm() when s is s
    norm leave(_ s: State): s may arm() when not forbidden(arm(by: s))
    """,
    // The exception of an exception is no circle.
    """
    fact a
    fact b
    rule r when a
    exception x to r when b
    exception y to x when a
    """,
  ])
  func soundRecursionIsNotReported(_ text: String) { expectMarkedWarnings(text) }

  @Test func circleIsNamed() {
    let found = AnalysedText("rule a when b rule b when c rule c unless a").found
    #expect(found.map { $0.message } == ["`c` depends on itself through `unless`, by way of `a` and `b`"])
  }

  @Test func longCircleIsNamedInShort() {
    let rules = (0..<20).map { "rule r\($0) when r\($0 + 1)" }.joined(separator: "\n") + "\nrule r20 when not r0"
    let message = AnalysedText(rules).found.first?.message
    #expect(message == "`r20` depends on itself through `not`, by way of `r0`, `r1`, `r2`, `r3`, `r4` and 15 more")
  }

  @Test func circleOfAUsedFileIsReportedThereAlone() {
    expectMarkedWarnings(
      "use \"base.casus\" rule mine when b", files: ["base.casus": "rule a unless b rule b unless a"])
  }

  @Test(arguments: [
    """
    fact war
    treaty Pact {
      in force from 1907-01-01 unless ended //! C0902
      rule ended when war
    }
    """,
    """
    fact war
    treaty Pact {
      in force from 1907-01-01
      article 1 {
        in force from 1908-01-01 unless gone //! C0902
        rule ended when war
      }
    }
    rule gone when Pact.ended
    """,
    // A fact, a definition or a set inside is only named there.
    """
    treaty Pact {
      in force from 1907-01-01 unless ended or quota > 3
      fact ended
      define quota -> Int is 2 when ended, 4
    }
    """,
    """
    type State
    entity Zenda: State
    event quit(by s: State)
    treaty Pact {
      in force from 1907-01-01 unless fulfilled(leave)
      norm leave: Zenda may quit()
    }
    """,
    // Another instrument's rule is no circle.
    """
    fact war
    treaty Pact { in force from 1907-01-01 unless Truce.begun }
    treaty Truce { rule begun when war }
    """,
  ])
  func circularForceIsFound(_ text: String) { expectMarkedWarnings(text) }
}
