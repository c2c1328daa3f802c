/// Statements level by level, each level with what is still possible in it: finds those that cannot all hold.
///
/// Level are those about one case (or one pattern with `any`), of one file or scenario, in one view or in nobody's, that
/// begin at one time. They all speak at that beginning, so it is enough to look there. Of most levels, which hold one
/// statement, only its position is kept: there may be millions.
package struct StatementLevels: Sendable {
  /// A statement that cannot hold together with earlier ones, by their positions.
  package struct Contradiction: Sendable, Equatable {
    package var statement: Int
    package var earlier: [Int]
  }

  /// A statement in one of its views, or in nobody's.
  struct Entry {
    var statement: Int32
    /// -1: nobody's.
    var view: Int32
    /// Of an occurrence: the entry before it of the same event's case; -1 where there is none.
    var previous: Int32 = -1
  }

  private(set) var entries: [Entry] = []
  /// The first entry of each level, and the last occurrence of each event's case.
  private(set) var table = PositionTable()
  /// What is possible in levels of more than one statement, by their first entries.
  private var possible: [Int32: PossibleValues] = [:]
  /// The events that are told to have happened, and where they are denied.
  private(set) var events: Set<DeclarationID> = []
  private(set) var denials: [EventCase: [Int]] = [:]

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
    let told = StatementsToAdmit(earlier: earlier, new: new)
    noteEvents(told)
    // Room is made at once, so that what is put in can be taken out again, the last first.
    let count = new.reduce(0) { $0 + max(1, $1.views.count) }
    table.reserve(count)
    if earlier.isEmpty { entries.reserveCapacity(count) }
    var round = Round(firstEntry: entries.count, canBeTakenBack: !earlier.isEmpty)
    for index in told.newPositions { take(index, told, &round) }
    let reported = Set(round.contradictions.map { $0.statement })
    for (later, before) in strickenOccurrences(told, round.denied) where !reported.contains(later) {
      round.contradictions.append(Contradiction(statement: later, earlier: [before]))
    }
    if !round.contradictions.isEmpty { takeBack(round, told) }
    return round.contradictions
  }

  /// What admitting some statements changes.
  private struct Round {
    let firstEntry: Int
    let canBeTakenBack: Bool
    var before: [Int32: PossibleValues?] = [:]
    /// The cases of events that are denied.
    var denied: Set<EventCase> = []
    var contradictions: [Contradiction] = []
  }

  // MARK: Taking in

  private mutating func take(_ index: Int, _ told: StatementsToAdmit, _ round: inout Round) {
    var conflict: [Int]?
    let statement = told[index]
    for view in statement.viewsOrNobody {
      let entry = Entry(statement: Int32(truncatingIfNeeded: index), view: StatementLevels.number(of: view))
      guard statement.time.isPeriod else {
        chain(entry, told)
        continue
      }
      if statement.told == .truth(false), events.contains(statement.declaration) {
        let denied = EventCase(statement, view)
        denials[denied, default: []].append(index)
        round.denied.insert(denied)
      }
      if let first = first(levelWith: entry, told) {
        conflict = narrow(first, to: index, told, &round) ?? conflict
      } else {
        table.insert(Int32(truncatingIfNeeded: entries.count), hash: hash(of: entry, told))
        entries.append(entry)
      }
    }
    if let conflict, round.contradictions.count < StatementLevels.shown {
      round.contradictions.append(Contradiction(statement: index, earlier: conflict))
    }
  }

  /// How many contradictions are told: millions of statements may contradict one.
  private static var shown: Int { 10_000 }

  private mutating func narrow(
    _ first: Int32, to index: Int, _ told: StatementsToAdmit, _ round: inout Round
  ) -> [Int]? {
    if round.canBeTakenBack, round.before[first] == nil { round.before.updateValue(possible[first], forKey: first) }
    if possible[first] == nil {
      let start = Int(entries[Int(first)].statement)
      var values = PossibleValues()
      _ = values.narrow(to: told[start].told, by: start)
      possible[first] = values
    }
    return possible[first]?.narrow(to: told[index].told, by: index)
  }

  /// Links an occurrence to the one before it of the same case.
  private mutating func chain(_ entry: Entry, _ told: StatementsToAdmit) {
    var entry = entry
    let number = Int32(truncatingIfNeeded: entries.count)
    let hash = hash(of: entry, told)
    if let before = first(levelWith: entry, told) {
      entry.previous = before
      table.replace(before, by: number, hash: hash)
    } else {
      table.insert(number, hash: hash)
    }
    entries.append(entry)
  }

  /// A view as entries have it.
  static func number(of view: EntityID?) -> Int32 { view.map { Int32(truncatingIfNeeded: $0.index) } ?? -1 }

  private func first(levelWith entry: Entry, _ told: StatementsToAdmit) -> Int32? {
    let statement = told[Int(entry.statement)]
    return table.position(hash(of: entry, told)) { position in
      let other = entries[Int(position)]
      return other.view == entry.view && told[Int(other.statement)].isLevel(with: statement)
    }
  }

  private func hash(of entry: Entry, _ told: StatementsToAdmit) -> Int {
    let statement = told[Int(entry.statement)]
    var hasher = EventCase(statement.declaration, statement.arguments, view: entry.view).hasher
    if case .period(let from, _) = statement.time { hasher.combine(from) }
    return hasher.finalize()
  }

  /// Gathers the denials of events that are told to have happened, once there are such.
  private mutating func noteEvents(_ told: StatementsToAdmit) {
    var found: Set<DeclarationID> = []
    for statement in told.new where !statement.time.isPeriod && !events.contains(statement.declaration) {
      found.insert(statement.declaration)
    }
    if found.isEmpty { return }
    events.formUnion(found)
    for (index, statement) in told.earlier.enumerated() where found.contains(statement.declaration) {
      guard statement.told == .truth(false) else { continue }
      for view in statement.viewsOrNobody { denials[EventCase(statement, view), default: []].append(index) }
    }
  }

  // MARK: Taking back

  private mutating func takeBack(_ round: Round, _ told: StatementsToAdmit) {
    for (first, value) in round.before { possible[first] = value }
    for number in (round.firstEntry..<entries.count).reversed() {
      let entry = entries[number]
      let position = Int32(truncatingIfNeeded: number)
      let hash = hash(of: entry, told)
      if entry.previous >= 0 {
        table.replace(position, by: entry.previous, hash: hash)
      } else {
        table.removeLast(position, hash: hash)
      }
      entries.removeLast()
    }
    for denied in round.denied {
      while let last = denials[denied]?.last, last >= told.earlier.count { denials[denied]?.removeLast() }
    }
  }
}

/// Statements that come behind others.
struct StatementsToAdmit {
  let earlier: [CheckedStatement]
  let new: [CheckedStatement]

  var newPositions: Range<Int> { earlier.count..<earlier.count + new.count }

  subscript(position: Int) -> CheckedStatement {
    position < earlier.count ? earlier[position] : new[position - earlier.count]
  }
}

extension CheckedStatement {
  /// Its views; nobody's where it has none.
  var viewsOrNobody: [EntityID?] { views.isEmpty ? [nil] : views.map { .some($0) } }

  /// Whether both speak of one case from one time on; or are occurrences of it.
  fileprivate func isLevel(with other: CheckedStatement) -> Bool {
    guard declaration == other.declaration, arguments == other.arguments else { return false }
    switch (time, other.time) {
    case (.occurrence, .occurrence): return true
    case (.period(let from, _), .period(let otherFrom, _)): return from == otherFrom
    default: return false
    }
  }
}

extension CheckedStatement.Time {
  var isPeriod: Bool { if case .period = self { true } else { false } }
}
