extension DiagnosticCode {
  package static var warnings: [DiagnosticCode] {
    [
      recursionThroughNegation, circularForce, unusedName, unusedParameter, unusedVariable, scenarioWithoutQuestion,
      everlastingTrigger, endingByPerformance, deadlineWithoutBeginning, misleadingIndentation,
      settledCondition, conflictingNorms, needlessFact, idleAllowance,
    ]
  }

  package static let recursionThroughNegation = DiagnosticCode(
    "C0901", "a rule that depends on its own contrary", severity: .warning,
    explanation: """
      The rule reads itself, directly or by way of others, and on the way stands a `not`, an `unless`, an exception, the \
      `where` of an `every`, a count or a sum. This is harmless while every case comes to rest: whether one state is safe \
      may depend on whether another is not. A case that depends on its own contrary, as when each of two rules yields to \
      the other, is answered `unknown`, and its explanation shows the circle. Say which of the two comes first, or let \
      one of them read a fact.
      """,
    wrong: "fact flood rule closed when flood unless open rule open when flood unless closed ask closed ask open",
    right: "fact flood fact night rule closed when night rule open when flood unless closed ask closed ask open")

  package static let circularForce = DiagnosticCode(
    "C0902", "an instrument whose force depends on itself", severity: .warning,
    explanation: """
      Rules, exceptions and norms apply only while their instrument, and their article, are in force. An `unless` of a \
      force clause that reads one of them therefore asks about itself: if the rule applies, the instrument is out of \
      force, and then the rule does not apply. Let it read a fact, or what has happened: `fulfilled` of a power to end \
      the instrument, `breached` of a duty under it. These look back at what happened before, and make no circle.
      """,
    wrong: """
      fact war treaty Pact { in force from 1907-01-01 unless ended rule ended when war } ask Pact.ended
      """,
    right: """
      fact war treaty Pact { in force from 1907-01-01 unless war rule ended when war } ask Pact.ended
      """)

  package static let unusedName = DiagnosticCode(
    "C0903", "a name that nothing reads", severity: .warning,
    explanation: """
      The name is declared, and no rule, norm, definition or question depends on it. Often a condition was forgotten, or \
      another name was written in its place. To tell a fact is not to read it, and neither is to state an exception to a \
      rule. Norms, exceptions and entities are never reported, and neither are the names of a file that asks nothing: \
      other files may read them.
      """,
    wrong: "fact war fact truce rule alarmed when war ask alarmed",
    right: "fact war fact truce rule alarmed when war unless truce ask alarmed")

  package static let unusedParameter = DiagnosticCode(
    "C0904", "a parameter that nothing reads", severity: .warning,
    explanation: """
      What is declared has a parameter, and says the same whatever stands there: of a rule, no alternative and no \
      exception reads it; of a norm, neither do its act and its deadline. Leave it out, or add the condition that was \
      meant. What has no condition at all is meant for all cases, and a parameter that ranges over a set or over the \
      parties leaves others out: these are not reported.
      """,
    wrong: """
      type State entity Zenda: State fact at_war(_ state: State) rule alarmed(_ state: State) when at_war(any)
      """,
    right: """
      type State entity Zenda: State fact at_war(_ state: State) rule alarmed(_ state: State) when at_war(state)
      """)

  package static let unusedVariable = DiagnosticCode(
    "C0905", "a variable that nothing reads", severity: .warning,
    explanation: """
      A variable is bound by `some`, `every`, `count` or `sum`, and what follows says nothing of it. Often the name of \
      another variable, or of a parameter, was written in its place.
      """,
    wrong: """
      type State entity Zenda: State fact at_war(_ state: State) rule peace when every s in State satisfies not \
      at_war(Zenda)
      """,
    right: """
      type State entity Zenda: State fact at_war(_ state: State) rule peace when every s in State satisfies not \
      at_war(s)
      """)

  package static let scenarioWithoutQuestion = DiagnosticCode(
    "C0906", "a scenario that asks nothing", severity: .warning,
    explanation: """
      The statements of a scenario are seen by its own questions alone. Without an `ask` or an `expect` below them they \
      have no effect, and a test that expects nothing cannot fail.
      """,
    wrong: "fact at_war scenario \"outbreak\" { assert at_war }",
    right: "fact at_war scenario \"outbreak\" { assert at_war expect at_war is true }")

  package static let everlastingTrigger = DiagnosticCode(
    "C0907", "a norm that an event keeps in effect for ever", severity: .warning,
    explanation: """
      An event that has happened has happened for good. A norm whose `when` is a bare event is therefore in effect from \
      then on without end, and a second occurrence triggers nothing new. If the norm should last while something goes \
      on, make that a fact, with `from` and `until`. If it should last for a time, write a window behind the event: \
      `in last 30 days`. If something ends it, say so by `unless`. And if it is meant to begin with the event and never \
      to end, write that: `when date of attacked <= today`.
      """,
    wrong: """
      type State entity Zenda: State event landed(on state: State) event mobilise(by state: State) norm call(_ s: State): \
      s may mobilise() when landed(on: s)
      """,
    right: """
      type State entity Zenda: State event landed(on state: State) event mobilise(by state: State) norm call(_ s: State): \
      s may mobilise() when landed(on: s) in last 30 days
      """)

  package static let endingByPerformance = DiagnosticCode(
    "C0908", "a norm that ends by its own performance", severity: .warning,
    explanation: """
      A duty is fulfilled by its act while it is in effect. An `unless` or an exception that reads the act takes the duty \
      away at that very minute: it lapses, and is never fulfilled. A prohibition written so is never breached, and a \
      power never exercised. None of it is needed, for what is fulfilled is owed no longer. A power that can be used once \
      says `unless fulfilled(…)` of itself, which looks back at what happened before; and so does a duty that comes back: \
      `unless fulfilled(…) in last 1 year`.
      """,
    wrong: """
      type Firm entity Mill, Bank: Firm event pay(by firm: Firm) fact billed(_ firm: Firm) norm debt(_ firm: Firm): firm \
      must pay() when billed(firm) unless pay(by: firm)
      """,
    right: """
      type Firm entity Mill, Bank: Firm event pay(by firm: Firm) fact billed(_ firm: Firm) norm debt(_ firm: Firm): firm \
      must pay() when billed(firm)
      """)

  package static let deadlineWithoutBeginning = DiagnosticCode(
    "C0909", "a deadline that counts from no beginning", severity: .warning,
    explanation: """
      `within` counts from the moment at which the norm came into effect. Here it never did, because it was always in \
      effect: nothing says since when, or the facts it rests on are told without a date, and so hold at all times. Such a \
      deadline is past before every date, and the duty is breached from the start. Tell the facts with `from`, give the \
      instrument a date of force, or set the deadline to a date by `by`.
      """,
    wrong: """
      type Firm entity Mill: Firm event pay(by firm: Firm) fact billed(_ firm: Firm) norm debt(_ firm: Firm): firm must \
      pay() within 5 days when billed(firm) assert billed(Mill) ask breached(debt(Mill)) as of 1840-04-01
      """,
    right: """
      type Firm entity Mill: Firm event pay(by firm: Firm) fact billed(_ firm: Firm) norm debt(_ firm: Firm): firm must \
      pay() within 5 days when billed(firm) assert billed(Mill) from 1840-03-01 ask breached(debt(Mill)) as of 1840-04-01
      """)

  package static let misleadingIndentation = DiagnosticCode(
    "C0910", "lines that group `and` and `or` otherwise than they bind", severity: .warning,
    explanation: """
      `and` binds closer than `or`, wherever the lines break: `a or b and c` is `a or (b and c)`. Here the lines look as \
      if it were the other way round. Write the brackets that are meant.
      """,
    wrong: """
      fact attacked fact invited fact able
      rule may_help
        when attacked or invited
        and able
      """,
    right: """
      fact attacked fact invited fact able
      rule may_help
        when (attacked or invited)
        and able
      """)

  package static let settledCondition = DiagnosticCode(
    "C0911", "a condition that is settled before anything is told", severity: .warning,
    explanation: """
      Whatever is told of the facts and events that the condition reads, it comes to the same: it always holds, or it \
      never does. So a rule, an exception or a norm may never apply, or the case of a definition never be reached, because \
      those before it take in all its cases. It is proved over all completions; where that would take too long, nothing is \
      said. Often `not` is missing, `and` stands for `or`, or two bounds are exchanged. Where a text does say so, allow it: \
      `// casus: allow C0911:` and the reason, above the line or behind it.
      """,
    wrong: "fact war fact truce rule alarmed when war and truce unless war ask alarmed",
    right: "fact war fact truce rule alarmed when war unless truce ask alarmed")

  package static let conflictingNorms = DiagnosticCode(
    "C0912", "norms that can contradict each other, and nothing ranks them", severity: .warning,
    explanation: """
      One norm forbids the very act that the other demands or permits, both can be in effect together, and neither \
      prevails. The note tells a case in which they are. Say which comes first: by `prevails over`, or by what instruments \
      are and when they were signed. Or except the one where the other is in effect. Where the texts do leave it open, \
      allow it: `// casus: allow C0912:` and the reason, above the line or behind it.
      """,
    wrong: """
      type State entity Zenda: State fact siege fact plague event trade(by s: State) norm open: Zenda must trade() when \
      siege norm closed: Zenda must not trade() when plague
      """,
    right: """
      type State entity Zenda: State fact siege fact plague event trade(by s: State) norm open: Zenda must trade() when \
      siege unless plague norm closed: Zenda must not trade() when plague
      """)

  package static let needlessFact = DiagnosticCode(
    "C0913", "a fact that can tip nothing where it is read", severity: .warning,
    explanation: """
      The condition reads a fact or an event, and comes to the same whatever that is: `attacked or attacked and invited` \
      is `attacked`. Often a condition was put into the wrong brackets. Leave it out; or where the text says so, allow it: \
      `// casus: allow C0913:` and the reason, above the line or behind it.
      """,
    wrong: "fact attacked fact invited rule may_help when attacked or attacked and invited ask may_help",
    right: "fact attacked fact invited fact able rule may_help when attacked and able or invited ask may_help")

  package static let idleAllowance = DiagnosticCode(
    "C0914", "an allowance that allows nothing", severity: .warning,
    explanation: """
      `// casus: allow C0911: the reason` keeps a warning of that code from being told, on the line that it ends, or on \
      the one below where it has a line of its own. Here there is no such warning, or no reason is given. Remove it, or \
      write the reason.
      """,
    wrong: """
      // casus: allow C0911: the treaty says so
      fact war
      rule alarmed when war
      """,
    right: """
      fact war
      // casus: allow C0911: the treaty says so
      rule alarmed when war and not war
      """)
}
