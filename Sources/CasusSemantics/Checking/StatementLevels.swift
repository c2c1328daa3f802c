/// Statements level by level, each level with what is still possible in it: finds those that cannot all hold.
///
/// Level are those about one case (or one pattern with `any`), of one file or scenario, in one view or in nobody's, that
/// begin at one time. They all speak at that beginning, so it is enough to look there.
package struct StatementLevels: Sendable {
  /// What makes statements level.
  private struct Key: Hashable {
    var declaration: DeclarationID
    var arguments: [Value?]
    var view: EntityID?
    /// Nil for events, whose statements are told apart by their periods.
    var from: Moment?
  }

  /// A statement that cannot hold together with earlier ones, by their positions.
  package struct Contradiction: Sendable, Equatable {
    package var statement: Int
    package var earlier: [Int]
  }

  private var possible: [Key: PossibleValues] = [:]
  private var occurrences: [Key: [Int]] = [:]
  private var denials: [Key: [Int]] = [:]

  package init() {}

  /// The levels of statements that are known not to contradict one another.
  package init(of statements: [CheckedStatement]) { _ = admit(statements, behind: []) }

  /// Takes in statements that stand behind those taken in before; where they contradict them or one another, none is.
  ///
  /// - Parameters:
  ///   - new: positions count on from those of the earlier.
  ///   - earlier: those taken in before.
  package mutating func admit(
    _ new: [CheckedStatement], behind earlier: [CheckedStatement]
  ) -> [Contradiction] {
    var round = Round(canBeTakenBack: !earlier.isEmpty)
    for (offset, statement) in new.enumerated() { take(statement, earlier.count + offset, &round) }
    for (later, before) in strickenOccurrences(in: round.eventKeys, new, earlier)
    where !round.contradictions.contains(where: { $0.statement == later }) {
      round.contradictions.append(Contradiction(statement: later, earlier: [before]))
    }
    if !round.contradictions.isEmpty { takeBack(round, from: earlier.count) }
    return round.contradictions
  }

  /// What admitting some statements changes.
  private struct Round {
    let canBeTakenBack: Bool
    var before: [Key: PossibleValues?] = [:]
    /// The levels of events that are spoken of.
    var eventKeys: Set<Key> = []
    var contradictions: [Contradiction] = []

    init(canBeTakenBack: Bool) { self.canBeTakenBack = canBeTakenBack }
  }

  private mutating func take(_ statement: CheckedStatement, _ index: Int, _ round: inout Round) {
    var conflict: [Int]?
    let views: [EntityID?] = statement.views.isEmpty ? [nil] : statement.views.map { .some($0) }
    for view in views {
      var key = Key(declaration: statement.declaration, arguments: statement.arguments, view: view, from: nil)
      switch statement.time {
      case .occurrence:
        occurrences[key, default: []].append(index)
        round.eventKeys.insert(key)
      case .period(let from, _):
        if statement.told == .truth(false) {
          denials[key, default: []].append(index)
          round.eventKeys.insert(key)
        }
        key.from = from
        if round.canBeTakenBack, round.before[key] == nil { round.before.updateValue(possible[key], forKey: key) }
        if let earlier = possible[key, default: PossibleValues()].narrow(to: statement.told, by: index) {
          conflict = conflict ?? earlier
        }
      }
    }
    if let conflict { round.contradictions.append(Contradiction(statement: index, earlier: conflict)) }
  }

  private mutating func takeBack(_ round: Round, from first: Int) {
    for (key, value) in round.before { possible[key] = value }
    for key in round.eventKeys {
      while let last = occurrences[key]?.last, last >= first { occurrences[key]?.removeLast() }
      while let last = denials[key]?.last, last >= first { denials[key]?.removeLast() }
    }
  }

  /// Occurrences to which level denials leave no moment: the later of the two, and the earlier.
  private func strickenOccurrences(
    in keys: Set<Key>, _ new: [CheckedStatement], _ earlier: [CheckedStatement]
  ) -> [(Int, Int)] {
    func statement(_ index: Int) -> CheckedStatement {
      index < earlier.count ? earlier[index] : new[index - earlier.count]
    }
    var stricken: [Int: Int] = [:]
    for key in keys {
      guard let told = occurrences[key], let denied = denials[key] else { continue }
      let covered = CoveredTime(denied.map { (statement($0), $0) })
      for occurrence in told {
        guard let denial = covered.denial(of: statement(occurrence).time) else { continue }
        let (first, later) = (min(occurrence, denial), max(occurrence, denial))
        if stricken[later].map({ first < $0 }) ?? true { stricken[later] = first }
      }
    }
    return stricken.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// The time that denials cover, as stretches that do not touch.
private struct CoveredTime {
  private struct Stretch {
    var from: Int64
    /// Up to and without this minute.
    var until: Int64
    /// The last statement that makes it up.
    var statement: Int
  }
  private var stretches: [Stretch] = []

  init(_ denials: [(statement: CheckedStatement, index: Int)]) {
    let parts = denials.map { denial in
      guard case .period(let from, let until) = denial.statement.time else {
        return Stretch(from: 0, until: 0, statement: denial.index)
      }
      return Stretch(from: from?.minutes ?? .min, until: until?.minutes ?? .max, statement: denial.index)
    }
    for part in parts.sorted(by: { ($0.from, $0.statement) < ($1.from, $1.statement) }) {
      guard let last = stretches.last, part.from <= last.until else {
        stretches.append(part)
        continue
      }
      guard part.until > last.until else { continue }
      let statement = max(last.statement, part.statement)
      stretches[stretches.count - 1] = Stretch(from: last.from, until: part.until, statement: statement)
    }
  }

  /// The denial that leaves an occurrence no moment.
  func denial(of time: CheckedStatement.Time) -> Int? {
    guard case .occurrence(let first, let last) = time else { return nil }
    // An occurrence without a date may have been at any moment.
    let start = first?.minutes ?? .min
    let end = last?.minutes ?? .max
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = low + (high - low) / 2
      if stretches[middle].from <= start { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let stretch = stretches[low - 1]
    return end < stretch.until || (end == .max && stretch.until == .max) ? stretch.statement : nil
  }
}
