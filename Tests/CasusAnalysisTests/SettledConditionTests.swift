import CasusDiagnostics
import Testing

/// Conditions that are settled before anything is told, facts that can tip nothing, and norms that contradict each other.
@Suite struct SettledConditionTests {
  @Test(arguments: [
    """
    fact war
    fact truce
    fact troops -> Int
    type Rank = Low | High
    fact rank -> Rank
    rule never when war and not war //! C0911
    rule always when war or not war //! C0911
    rule inside when truce or (war and not war) //! C0911
    rule bounds when troops < 5 and troops >= 5 //! C0911
    rule apart when troops > 5 or troops < 3
    rule both when rank is Low and rank is High //! C0911
    rule listed when rank in {Low} and rank is not Low //! C0911
    rule taken when war unless truce or not truce //! C0911
    rule gone when war and truce //! C0911
      unless war
    """,
    // Through other rules, with what is excepted from them; and an exception that takes all.
    """
    type State
    entity Zenda: State
    fact at_war(_ s: State)
    fact neutral(_ s: State)
    rule fights(_ s: State) when at_war(s) unless neutral(s)
    rule odd(_ s: State) when fights(s) and neutral(s) //! C0911
    rule other(_ s: State, _ t: State) when fights(s) and neutral(t)
    rule pays(_ s: State) when at_war(s) //! C0911
    exception to pays when at_war(any) and neutral(any)
    exception to pays when at_war(s)
    """,
    // A case that those before it take in.
    """
    fact troops -> Int
    define fee -> Int is
      1 when troops > 5,
      2 when troops > 7, //! C0911
      3 otherwise
    """,
    // What is written as true or false is meant; what is told of a rule may be otherwise than it says; what depends on
    // itself may be neither; and what fails is not computed twice.
    """
    fact war
    fact troops -> Int
    rule off when false
    rule ready when true or war
    rule alarmed when war
    rule told when alarmed and not war
    rule self when not self //! C0901
    rule either when self or not self
    rule share when 5 / troops > 2 or not (5 / troops > 2)
    assert alarmed
    """,
  ])
  func settledConditionsAreFound(_ text: String) { expectMarkedWarnings(text) }

  @Test(arguments: [
    """
    fact attacked
    fact invited
    fact able
    rule absorbed when attacked or attacked and invited //! C0913
    rule both when (attacked or invited) and attacked //! C0913
    rule needed when attacked or invited and able
    """
  ])
  func needlessFactsAreFound(_ text: String) { expectMarkedWarnings(text) }

  @Test(arguments: [
    """
    type State
    entity Zenda, Alba: State
    fact siege
    fact plague
    event trade(by s: State)
    norm open: Zenda must trade() when siege
    norm closed: Zenda must not trade() when plague //! C0912
    norm other: Alba must not trade() when plague
    """,
    // One is not in effect where the other is; or it prevails.
    """
    type State
    entity Zenda: State
    fact siege
    fact plague
    event trade(by s: State)
    norm open: Zenda must trade() when siege unless plague
    norm closed: Zenda must not trade() when plague
    """,
    """
    type State
    entity Zenda: State
    fact siege
    fact plague
    event trade(by s: State)
    norm open: Zenda must trade() when siege
    norm closed: Zenda must not trade() when plague
    closed prevails over open
    """,
  ])
  func conflictsAreFound(_ text: String) { expectMarkedWarnings(text) }

  @Test func conflictsComeWithTheirSituation() throws {
    let text = """
      type State
      entity Zenda: State
      fact siege(_ s: State)
      fact plague
      event trade(by s: State)
      norm open(_ s: State): s must trade() when siege(s)
      norm closed: Zenda must not trade() when plague
      """
    let warning = try #require(AnalysedText(text).warnings.first)
    #expect(warning.notes.first == "both are in effect where `plague`, `siege(s)` hold")
  }

  @Test(arguments: [
    """
    fact war
    // casus: allow C0911: the treaty says so
    rule never when war and not war
    rule neither when war and not war // casus: allow C0911: so does the protocol
    """,
    """
    fact war
    // casus: allow C0911 //! C0914
    rule never when war and not war //! C0911
    // casus: allow C0911: nothing of the kind //! C0914
    rule plain when war
    """,
  ])
  func allowancesSilenceWithAReason(_ text: String) { expectMarkedWarnings(text) }
}
