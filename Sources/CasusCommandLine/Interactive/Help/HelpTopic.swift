/// A part of the language or of the session that `:help` tells about in a few lines.
struct HelpTopic: Sendable {
  let name: String
  let title: String
  let text: String

  static let all = [queries, statements, declarations, norms, time, views, unknown, entries, keys]

  private static let queries = HelpTopic(
    name: "queries", title: "Queries",
    text: """
      at_war(Russia)                             a condition
      troops(Alba) + 10_000                      a value
      CSP.assistance(ally: any, victim: Russia)  the cases that hold, or may
      count(s in State where at_war(s)) >= 2     how many
      some s in State satisfies at_war(s)        whether there is one
      at_war(Russia) and not at_war(DPRK)        joined
      ask at_war(Russia) as of 2025-01-10 according to Ukraine

      A qualifier such as `CSP.` may be left out where only one name fits.
      """)

  private static let statements = HelpTopic(
    name: "statements", title: "Statements",
    text: """
      assert at_war(Russia)
      deny at_war(DPRK)
      assert at_war(Russia) is unknown
      assert troops(Alba) is 10_000..12_000
      assert at_war(Russia) from 2024-08-06 until 2025-04-26
      assert assist(by: DPRK, to: Russia) on 2024-10-23     (an event)
      deny under_attack(Russia, by: any)
      assert at_war(Russia) according to Russia source "TASS, 2024-08-07"
      """)

  private static let declarations = HelpTopic(
    name: "declarations", title: "Declarations",
    text: """
      type State
      entity Russia "Russian Federation" also "RUS", Ukraine: State
      type Vote = InFavour | Against | Absent
      set Permanent = { China, France }
      fact at_war(_ state: State) asks "Is {state} at war?"
      fact approves(_ organ: Organ, aid_to victim: State) decided by organ
      fact troops(_ state: State) -> Int presumed 0
      event assist(by helper: State, to helped: State)
      rule endangered(_ state: State)
        when at_war(state) or troops(state) < 1_000
        unless protected(state)
      define strength(_ state: State) -> Int is 0 when at_war(state), troops(state) otherwise
      """)

  private static let norms = HelpTopic(
    name: "norms", title: "Norms",
    text: """
      norm assistance(ally: Party, victim: Party):
        ally must assist(to: victim) within 30 days
        when ally is not victim and at_war(victim)

      The act is an event with a parameter `by:`, which the bearer fills. `must`, `must not` and `may`; `within` and `by`
      set a deadline. Its name is the condition that it is in effect; owed(…), fulfilled(…), breached(…), forbidden(…)
      and permitted(…) ask for its statuses.
      """)

  private static let time = HelpTopic(
    name: "time", title: "Time",
    text: """
      at_war(Russia) for 30 days                 all that time, up to now
      assist(by: DPRK, to: Russia) in last 6 months
      assist(by: DPRK, to: Russia) since 2024-10-01
      date of assist(by: DPRK, to: Russia)
      today - 90 days

      Dates are days, or minutes: 2024-06-19T05:30Z. `:asof` sets the date of questions that say none; `:timeline` shows
      all dates.
      """)

  private static let views = HelpTopic(
    name: "views", title: "Views",
    text: """
      Who says something is part of a statement: `according to`. A question is answered over all views: it is contested
      where one says true and another false. `:view ACTOR`, or `according to ACTOR` behind an `ask`, answers in one view.
      """)

  private static let unknown = HelpTopic(
    name: "unknown", title: "Unknown",
    text: """
      What nobody told is unknown, unless it is presumed. An answer is true when it is true whatever the unknown facts turn
      out to be, false likewise, and else unknown; with it come the facts that can still tip it. Telling more never turns
      a settled answer around.
      """)

  private static let entries = HelpTopic(
    name: "entries", title: "Entries",
    text: """
      An entry goes on over several lines while a bracket, a text or a comment stands open, while its last word demands
      another, and while the grammar needs more: there is no need for a mark at its end. A line that begins with a word
      with which nothing begins (`when`, `unless`, `and`, `or`, `from`, `according`, …) goes on with the entry before it.
      Alt-Enter breaks the line inside an entry. Ctrl-C gives an entry up.
      """)

  private static let keys = HelpTopic(
    name: "keys", title: "Keys",
    text: """
      Tab          completes names, labels, keywords, commands; twice shows all
      Up, Down     earlier entries; Ctrl-R searches them
      Ctrl-C       gives up the line, or stops what is running
      Ctrl-D       ends the session, on an empty line
      Alt-Enter    breaks the line

      The keys are those of GNU readline; ~/.inputrc changes them, between `$if Casus` and `$endif` for Casus alone.
      Entries are kept in a history file; one that begins with a blank is not.
      """)
}
