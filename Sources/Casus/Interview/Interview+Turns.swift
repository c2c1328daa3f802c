extension Interview {
  /// One fact asked for, and how things stand once it was replied to.
  public struct Turn: Sendable {
    /// What was asked for.
    public let asked: OpenFact
    /// What was said.
    public let reply: Reply
    /// The interview from then on: its answer, what is known, and what is asked for next.
    public let interview: Interview
  }

  /// The turns of an interview, from first to last: each is begun when it is awaited, so that no fact is fetched before the
  /// one before it is known, and none that no longer matters.
  ///
  /// ```swift
  /// for try await turn in try query.interview().turns(asking: { try await registry.reply(to: $0.fact) }) {
  ///   show(turn.asked, turn.reply, turn.interview.answer)
  /// }
  /// ```
  ///
  /// It ends where the answer is settled, or nothing is left that somebody could tell. It throws what the function throws,
  /// what an answer throws, and `cancelled` where the task was cancelled; then it is over.
  public struct Turns: AsyncSequence {
    /// One fact asked for, and what it came to.
    public typealias Element = Turn
    /// Errors of the function, which are its own, and ``CasusError``.
    public typealias Failure = any Error
    /// Finds a reply, however long that takes.
    ///
    /// - Throws: whatever it likes: that ends the interview, and comes through as it is.
    public typealias Resolver = nonisolated(nonsending) (OpenFact) async throws -> Reply

    let interview: Interview
    let views: [String]
    let source: String?
    let ask: Resolver

    /// Goes through the turns, beginning with the first.
    public func makeAsyncIterator() -> Iterator { Iterator(turns: self, interview: interview) }

    /// Goes through the turns of an interview.
    public struct Iterator: AsyncIteratorProtocol {
      let turns: Turns
      var interview: Interview
      var isOver = false

      /// Asks for the next fact; nil once there is none to ask for.
      ///
      /// - Throws: as ``next(isolation:)``.
      public mutating func next() async throws -> Turn? { try await next(isolation: #isolation) }

      /// Asks for the next fact; nil once there is none to ask for.
      ///
      /// - Parameter actor: where the function that is asked runs.
      /// - Throws: what the function throws; `CasusError`, as for ``Interview/reply(_:accordingTo:source:)``, and `cancelled`.
      public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Turn? {
        guard !isOver, let open = interview.next else { return nil }
        isOver = true
        if Task.isCancelled { throw CasusError(.cancelled, "the interview was cancelled") }
        let reply = try await turns.ask(open)
        try interview.reply(reply, accordingTo: turns.views, source: turns.source)
        isOver = false
        return Turn(asked: open, reply: reply, interview: interview)
      }
    }
  }

  /// Has a function find out what is asked for, one fact at a time.
  ///
  /// - Parameters:
  ///   - views: who says so; empty: nobody in particular.
  ///   - source: where the replies stand; explanations quote it.
  ///   - ask: finds a reply, however long that takes.
  public func turns(
    accordingTo views: [String] = [], source: String? = nil, asking ask: @escaping Turns.Resolver
  ) -> Turns {
    Turns(interview: self, views: views, source: source, ask: ask)
  }
}

extension Query {
  /// Answers the question, and has a function find out what is not known: only facts that can still tip the answer, one
  /// at a time, the one that most often decides first, and each once.
  ///
  /// ```swift
  /// let answer = try await query.resolve(given: facts, asOf: .day(2025, 1, 10)) { open in
  ///   try await registry.holds(open.fact.description) ? .yes : .no
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - facts: what is known at first; nil: what the program itself tells.
  ///   - date: the moment asked about, as for ``answer(given:asOf:limits:)``.
  ///   - limits: what each answer may cost.
  ///   - views: who says what the function replies; empty: nobody in particular.
  ///   - source: where the replies stand; explanations quote it.
  ///   - ask: finds a reply, however long that takes, where the caller runs.
  /// - Returns: the answer, once nothing is left to ask for.
  /// - Throws: what the function throws, as it is; else `CasusError`: what ``answer(given:asOf:limits:)`` throws, and
  ///   `invalidStatement` or `contradiction` for a reply that cannot be.
  public nonisolated(nonsending) func resolve(
    given facts: Facts? = nil, asOf date: Moment? = nil, limits: Limits = Limits(), accordingTo views: [String] = [],
    source: String? = nil, asking ask: @escaping Interview.Turns.Resolver
  ) async throws -> Answer {
    let interview = try interview(given: facts, asOf: date, limits: limits)
    var answer = interview.answer
    for try await turn in interview.turns(accordingTo: views, source: source, asking: ask) {
      answer = turn.interview.answer
    }
    return answer
  }
}
