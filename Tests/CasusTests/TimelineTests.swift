import Casus
import Testing

/// What questions come to over time.
@Suite struct TimelineTests {
  private static let treaty = """
    type State
    entity Alba, Brabant, Cymru: State
    fact attacked(_ victim: State) presumed false
    fact ready(_ state: State)
    fact troops(_ state: State) -> Int
    event send_troops(by helper: State)
    rule due(_ state: State) when attacked(state) and ready(state)
    rule strong(_ state: State) when troops(state) > 10
    treaty Defence {
      parties Alba, Brabant
      article 1 {
        norm help(_ ally: Party, _ victim: Party):
          ally must send_troops() within 5 days
          when ally is not victim and attacked(victim)
      }
    }
    deny send_troops(by: any)
    assert attacked(Alba) from 1905-03-20 until 1905-03-25
    assert attacked(Alba) from 1905-04-01
    assert ready(Alba) from 1905-03-22
    deny ready(Alba) from 1905-03-24
    """

  private static let program = Result { try Program(text: treaty) }

  /// `from until truth` of each period.
  private func spelt(_ periods: Timeline.Periods) -> [String] {
    periods.map { period in
      let (from, until) = (period.from?.description ?? "", period.until?.description ?? "")
      return "\(from)..\(until) \(period.truth?.rawValue ?? "\(period.outcome)")"
    }
  }

  @Test func periodsAreInOrderAndHaveNoGaps() throws {
    let program = try Self.program.get()
    let timeline = try program.query("due(Alba)").timeline()
    #expect(timeline.query == "due(Alba)" && timeline.rows.count == 1 && timeline.events.isEmpty)
    // Before the attack nobody knows whether Alba is ready, and it does not matter.
    let wanted = [
      "..1905-03-20 false", "1905-03-20..1905-03-22 unknown", "1905-03-22..1905-03-24 true", "1905-03-24.. false",
    ]
    #expect(spelt(timeline.periods) == wanted)
    #expect(timeline.periods.allSatisfy { $0.isProved && !$0.isCircular })
    let part = try program.query("due(Alba)").timeline(from: .day(1905, 3, 21), until: .day(1905, 3, 23))
    #expect(spelt(part.periods) == ["1905-03-21..1905-03-22 unknown", "1905-03-22..1905-03-23 true"])
    #expect(throws: CasusError.self) {
      try program.query("due(Alba)").timeline(from: .day(2000, 1, 1), until: .day(2000, 1, 1))
    }
  }

  @Test func questionsThatAreAskedTogetherAnswerAsEachAlone() throws {
    let program = try Self.program.get()
    var facts = program.facts
    try facts.assert("troops(Brabant)", is: .value(11), from: .day(1905, 1, 1))
    let texts = [
      "due(Alba)", "attacked(Alba)", "strong(Brabant)", "troops(Brabant)", "due(any)", "help(Brabant, Alba)",
      "due(Alba) for 2 days",
    ]
    let queries = try program.queries(texts)
    #expect(queries.map { $0.description } == texts)
    let together = try queries.timelines(given: facts)
    #expect(together.map { $0.query } == texts)
    for (text, timeline) in zip(texts, together) {
      let alone = try program.query(text).timeline(given: facts)
      #expect(timeline == alone && timeline.hashValue == alone.hashValue, "\(text)")
      for period in timeline.periods {
        let answer = try program.query(text).answer(given: facts, asOf: period.from ?? .day(1, 1, 1))
        #expect(answer.outcome == period.outcome, "\(text) as of \(period.from?.description ?? "ever")")
      }
    }
    #expect(try program.queries([]).timelines().isEmpty)
  }

  @Test func casesOfAnyAndWhatBecomesOfNormsAreTold() throws {
    let program = try Self.program.get()
    let all = try program.query("due(any)").timeline()
    #expect(all.rows.map { $0.bindings.map { $0.value } } == [[.entity("Alba")]])
    // A question with `any` has no periods of its own.
    #expect(all.periods.isEmpty)
    let norm = try program.query("help(Brabant, Alba)").timeline(from: .day(1905, 1, 1), until: .day(1905, 3, 31))
    // Nobody sends troops, and the attack is over before five days have passed.
    #expect(
      norm.events.map { "\($0.moment) \($0.kind) \($0.isCertain)" } == [
        "1905-03-20 owed true", "1905-03-25 lapsed true",
      ])
  }

  @Test func whatIsWrongIsTold() throws {
    let program = try Self.program.get()
    do throws(CasusError) {
      _ = try program.queries(["due(Alba)", "due(Nowhere)"])
      Issue.record("the second question is wrong")
    } catch {
      #expect(error.code == .invalidQuery && error.place?.file == "<query 2>")
    }
    let other = try Program(text: Self.treaty)
    do throws(CasusError) {
      _ = try program.query("due(Alba)").timeline(given: other.facts)
      Issue.record("these are another program's facts")
    } catch {
      #expect(error.code == .foreignFacts)
    }
    let failing = try Program(text: "fact members -> Int\nassert members is 0\nrule odd when 10 / members > 1")
    do throws(CasusError) {
      _ = try failing.query("odd").timeline()
      Issue.record("dividing by zero fails")
    } catch {
      #expect(error.code == .fault && error.place?.line == 3)
    }
    do throws(CasusError) {
      _ = try program.queries(["due(Alba)"], accordingTo: "Nobody")
      Issue.record("nobody is called so")
    } catch {
      #expect(error.code == .invalidQuery)
    }
  }
}
