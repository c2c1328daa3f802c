import Casus
import Testing

/// Interviews in which a function finds the replies.
@Suite struct ResolvingTests {
  private static let program = Result {
    try Program(
      text: """
        type State
        entity Alba, Brabant: State
        fact attacked
        fact consents(_ state: State)
        fact troops -> Int
        rule aid when attacked and (consents(Alba) or consents(Brabant))
        rule large when attacked and troops >= 100
        """)
  }

  private func query(_ text: String) throws -> Query { try Self.program.get().query(text) }

  private struct Unreachable: Error, Equatable {
    var registry: String
  }

  /// `attacked` decides most often; after it each consent decides in one case of two, and once one is refused the other.
  @Test func onlyWhatMattersIsFetched() async throws {
    var fetched: [String] = []
    let answer = try await query("aid").resolve { open in
      fetched.append(open.fact.description)
      return open.fact == "consents(Alba)" ? .no : .yes
    }
    #expect(answer.truth == .true)
    #expect(fetched == ["attacked", "consents(Alba)", "consents(Brabant)"])
    let other = try await query("aid").resolve { open in
      fetched.append(open.fact.description)
      return .no
    }
    #expect(other.truth == .false && fetched.count == 4, "one refusal settles the rest")
  }

  @Test func whatIsKnownIsNotFetched() async throws {
    var facts = try Self.program.get().facts
    try facts.deny("attacked")
    let answer = try await query("aid").resolve(given: facts) { open in
      Issue.record("\(open.fact) was asked for")
      return .yes
    }
    #expect(answer.truth == .false)
  }

  /// A fact is fetched only when the turn before it has been taken, and none after the last that was wanted.
  @Test func aTurnBeginsWhenItIsAwaited() async throws {
    var fetched = 0
    let turns = try query("aid").interview().turns { _ in
      fetched += 1
      return .yes
    }
    var seen: [String] = []
    for try await turn in turns {
      seen.append("\(turn.asked.fact) \(turn.reply) \(turn.interview.answer)")
      #expect(fetched == seen.count && turn.interview.count == seen.count)
    }
    #expect(seen == ["attacked yes unknown", "consents(Alba) yes true"])
    for try await _ in turns { break }
    #expect(fetched == 3, "each iteration is an interview of its own")
  }

  @Test func repliesHaveASourceAndAView() async throws {
    let answer = try await query("attacked").resolve(accordingTo: ["Alba"], source: "Gazette") { _ in .yes }
    #expect(answer.truth == .unknown && answer.views.map { $0.name } == ["Alba"])
    var explained: Explanation?
    for try await turn in try query("attacked").interview().turns(source: "Gazette", asking: { _ in .yes }) {
      explained = try query("attacked").explanation(given: turn.interview.facts)
    }
    #expect(explained?.steps.flatMap { $0.sources } == ["Gazette"])
  }

  /// The error is the function's own, and nothing more is asked for after it.
  @Test func errorsOfTheFunctionComeThrough() async throws {
    var asked = 0
    await #expect(throws: Unreachable(registry: "consents(Alba)")) {
      try await query("aid").resolve { open in
        asked += 1
        if open.fact == "attacked" { return .yes }
        throw Unreachable(registry: open.fact.description)
      }
    }
    #expect(asked == 2)
    var iterator = try query("aid").interview().turns { _ in throw Unreachable(registry: "any") }.makeAsyncIterator()
    await #expect(throws: Unreachable.self) { try await iterator.next() }
    let next = try await iterator.next()
    #expect(next == nil, "an interview that has failed is over")
  }

  @Test func aReplyThatCannotBeIsAnError() async throws {
    let error = await #expect(throws: CasusError.self) {
      try await query("large").resolve { open in open.fact == "troops" ? .told("many") : .yes }
    }
    #expect(error?.code == .invalidStatement)
  }

  @Test func limitsHoldForEachAnswer() async throws {
    var limits = Limits()
    limits.maximumSteps = 1
    let error = await #expect(throws: CasusError.self) {
      try await query("aid").resolve(limits: limits) { _ in .yes }
    }
    #expect(error?.code == .limitReached)
  }

  /// Cancelled while the first fact is fetched, the interview asks for no second, and says why it ended.
  @Test func cancellingTheTaskEndsTheInterview() async throws {
    let query = try query("aid")
    let task = Task {
      var fetched = 0
      do {
        _ = try await query.resolve { _ in
          fetched += 1
          withUnsafeCurrentTask { $0?.cancel() }
          return .yes
        }
        return (fetched, nil as CasusError.Code?)
      } catch {
        return (fetched, (error as? CasusError)?.code)
      }
    }
    let (fetched, code) = await task.value
    #expect(fetched == 1 && code == .cancelled)
  }

  /// An answer asked for in a task that has been cancelled is none; outside of it the same question has one.
  @Test func cancellingTheTaskEndsAnAnswer() async throws {
    let query = try query("aid")
    let task = Task { () -> CasusError.Code? in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(CasusError) {
        _ = try query.answer()
        return nil
      } catch { return error.code }
    }
    #expect(await task.value == .cancelled)
    #expect(try query.answer().truth == .unknown)
  }

  /// The function runs where its caller does, and may use what is the caller's alone.
  @MainActor @Test func theFunctionRunsWhereItsCallerDoes() async throws {
    let registry = Registry()
    let answer = try await query("aid").resolve { open in
      MainActor.assertIsolated()
      return registry.reply(to: open.fact)
    }
    #expect(answer.truth == .true && registry.asked == 2)
  }

  @MainActor private final class Registry {
    private(set) var asked = 0
    func reply(to fact: FactCase) -> Interview.Reply {
      asked += 1
      return .yes
    }
  }
}
