import CasusFormatting
import CasusSyntax
import Testing

/// The style: what a person sees.
@Suite struct StyleTests {
  /// Checks that a text is formatted so, and that it stays so.
  private func expect(_ text: String, becomes expected: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(assertFormatted(text, location) == expected + "\n", sourceLocation: location)
  }

  private func expectKept(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    expect(text, becomes: text, location)
  }

  @Test func itemsStandOneBelowTheOther() {
    expect(
      "type State entity A,B:State set S={ A , B } set T = - 1 .. 4 fact f(_ s:State)->Int presumed - 2",
      becomes: """
        type State
        entity A, B: State
        set S = {A, B}
        set T = -1..4
        fact f(_ s: State) -> Int presumed -2
        """)
  }

  @Test func blocksAreIndented() {
    expect(
      """
      treaty T "t" of A { parties A signed 1900-01-01 article 5(1)(a) "w" { in force from 1900-01-01 rule x }
          rule y} law L { }
      scenario "s" {as of 1901-01-01 assert f expect f is true}
      table "d.csv" { assert f(a) is `the value` deny g }
      """,
      becomes: """
        treaty T "t" of A {
          parties A
          signed 1900-01-01
          article 5(1)(a) "w" {
            in force from 1900-01-01
            rule x
          }
          rule y
        }
        law L {}
        scenario "s" {
          as of 1901-01-01
          assert f
          expect f is true
        }
        table "d.csv" {
          assert f(a) is `the value`
          deny g
        }
        """)
  }

  @Test func emptyLinesStayButNoMoreThanOne() {
    expect("\n\nfact a\n\n\n\nfact b\nfact c\n\n", becomes: "fact a\n\nfact b\nfact c")
    expect("law L {\n\n\n  rule a\n\n\n  rule b\n\n}", becomes: "law L {\n  rule a\n\n  rule b\n}")
  }

  @Test func conditionsThatFitStayOnOneLine() {
    expectKept("rule r(_ s: State) when at_war(s, against: any) and s is not A or s is B")
    expectKept("exception shelter to keep_out when storm")
    expectKept("norm leave(_ guest: Guest): guest may depart()")
  }

  @Test func severalClausesStandBelowOneAnother() {
    expect(
      "rule r when a unless b unless c norm n: A must do() within 2 days when x unless y exception to r when a unless b",
      becomes: """
        rule r
          when a
          unless b
          unless c
        norm n:
          A must do() within 2 days
          when x
          unless y
        exception to r
          when a
          unless b
        """)
  }

  @Test func aConditionThatDoesNotFitHasAnOperandOnEachLine() {
    expect(
      """
      rule clock_runs(for operation: Operation) when introduce(by: President, in: operation) and hostile_entry(in: operation)
      rule calm unless introduce(by: President, in: operation) or hostile_entry(in: operation) or in_hostilities
      """,
      becomes: """
        rule clock_runs(for operation: Operation)
          when introduce(by: President, in: operation) and hostile_entry(in: operation)
        rule calm
          unless introduce(by: President, in: operation) or hostile_entry(in: operation) or in_hostilities
        """)
    expect(
      "rule r when introduce(by: President, in: operation) and hostile_entry(in: operation) and in_hostilities(operation)",
      becomes: """
        rule r
          when introduce(by: President, in: operation)
           and hostile_entry(in: operation)
           and in_hostilities(operation)
        """)
  }

  @Test func whatBindsCloserStandsDeeper() {
    expect(
      """
      rule gate when ally is Russia and approves(FederationCouncil, aid_to: victim)
      or ally is DPRK and approves(SupremePeoplesAssembly, aid_to: victim) and not suspended_by_a_resolution(ally, for: victim)
      rule open when (is_a_victim(state) or has_asked_for_help(victim, from: state) or is_an_ally(state, of: victim)) and c
      """,
      becomes: """
        rule gate
          when ally is Russia and approves(FederationCouncil, aid_to: victim)
            or ally is DPRK
               and approves(SupremePeoplesAssembly, aid_to: victim)
               and not suspended_by_a_resolution(ally, for: victim)
        rule open
          when (is_a_victim(state)
                or has_asked_for_help(victim, from: state)
                or is_an_ally(state, of: victim))
           and c
        """)
  }

  @Test func whatAQuantifierReachesIsIndented() {
    expect(
      "rule r when a and some foe in State satisfies under_attack(victim, by: foe) and put_in_war(victim, by: foe) and b",
      becomes: """
        rule r
          when a
           and some foe in State satisfies
                 under_attack(victim, by: foe) and put_in_war(victim, by: foe) and b
        """)
  }

  @Test func whatTheAuthorBrokeStaysBroken() {
    expectKept(
      """
      rule r
        when a
      rule s
        when a
         and b
      define d -> Int is
        1 when a,
        2 otherwise
      fact f decided by x
        asks "Is it?"
      assert f
        according to A
      entity
        A,
        B: State
      rule t
        when some s in State satisfies
               a
      """)
  }

  @Test func numbersBreakBeforeTheirOperators() {
    expect(
      """
      rule r when troops_of_the_first(of: something, with: other) + troops_of_the_second(of: something) >= \
      2 * troops_of_the_third(of: something, with: other)
      """,
      becomes: """
        rule r
          when troops_of_the_first(of: something, with: other) + troops_of_the_second(of: something)
                 >= 2 * troops_of_the_third(of: something, with: other)
        """)
  }

  @Test func listsAreWrapped() {
    let names = (1...16).map { "member\($0)" }.joined(separator: ", ")
    expect(
      "entity \(names): State treaty T { parties \(names) } set S = {\(names)} rule r when f(\(names))",
      becomes: """
        entity member1, member2, member3, member4, member5, member6, member7, member8, member9, member10,
          member11, member12, member13, member14, member15, member16: State
        treaty T {
          parties member1, member2, member3, member4, member5, member6, member7, member8, member9, member10,
            member11, member12, member13, member14, member15, member16
        }
        set S = {
          member1, member2, member3, member4, member5, member6, member7, member8, member9, member10,
          member11, member12, member13, member14, member15, member16
        }
        rule r
          when f(
                 member1, member2, member3, member4, member5, member6, member7, member8, member9, member10,
                 member11, member12, member13, member14, member15, member16
               )
        """)
  }

  @Test func entitiesWithLabelsStandOneBelowTheOther() {
    expect(
      """
      entity FederationCouncil "Federation Council of Russia" also "FC", "Council", StateAffairs "President of the State Affairs": Organ
      entity A "Alba", B: State
      """,
      becomes: """
        entity
          FederationCouncil "Federation Council of Russia" also "FC", "Council",
          StateAffairs "President of the State Affairs": Organ
        entity A "Alba", B: State
        """)
  }

  @Test func theLinesOfATextAreTheAuthors() {
    expect(
      "article_holder prevails over x law L { article 1 \"one  \n two\n\n   three\" { } } fact f asks \"\nin the middle \"",
      becomes: """
        article_holder prevails over x
        law L {
          article 1 "one
              two
              three" {}
        }
        fact f asks "
            in the middle "
        """)
  }

  @Test func whatCannotBeBrokenIsLonger() {
    let words = (1...30).map { "word\($0)" }.joined(separator: " ")
    expectKept("assert f\n  source \"\(words)\"")
  }

  @Test func theAuthorsBracketsBackticksAndOrderStay() {
    expectKept("ask ((`plain`)) and (a and b)\nfact f asks \"When?\" decided by x presumed 1\nrule r()")
  }

  @Test func widthIsThatOfATerminal() {
    // Each of these letters takes two columns: 48 of them and `rule r when ` are 108.
    let name = String(repeating: "가", count: 24)
    expect("rule r when \(name) and \(name)", becomes: "rule r\n  when \(name)\n   and \(name)")
    let narrow = String(repeating: "a", count: 24)
    expectKept("rule r when \(narrow) and \(narrow)")
  }
}
