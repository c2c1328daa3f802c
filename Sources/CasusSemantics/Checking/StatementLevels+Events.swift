/// A case of an event, or a pattern of cases, in one view or in nobody's.
struct EventCase: Hashable {
  var declaration: DeclarationID
  var arguments: [Value?]
  /// -1: nobody's.
  var view: Int32

  init(_ declaration: DeclarationID, _ arguments: [Value?], view: Int32) {
    self.declaration = declaration
    self.arguments = arguments
    self.view = view
  }

  init(_ statement: CheckedStatement, _ view: EntityID?) {
    self.init(statement.declaration, statement.arguments, view: StatementLevels.number(of: view))
  }

  /// A hash that can be gone on with.
  var hasher: Hasher {
    var hasher = Hasher()
    hash(into: &hasher)
    return hasher
  }
}

/// Occurrences of events against denials of the same rank.
extension StatementLevels {
  /// Occurrences to which level denials leave no moment: the later of the two, and the earlier.
  ///
  /// - Parameter denied: cases that the new statements deny; the earlier occurrences of these are looked at too.
  func strickenOccurrences(_ told: StatementsToAdmit, _ denied: Set<EventCase>) -> [(Int, Int)] {
    if denials.isEmpty { return [] }
    var cases = denied
    for position in told.newPositions where !told[position].time.isPeriod {
      for view in told[position].viewsOrNobody {
        let occurred = EventCase(told[position], view)
        if denials[occurred] != nil { cases.insert(occurred) }
      }
    }
    var stricken: [Int: Int] = [:]
    for occurred in cases {
      let covered = CoveredTime((denials[occurred] ?? []).map { (told[$0], $0) })
      forEachOccurrence(of: occurred, told) { occurrence in
        guard let denial = covered.denial(of: told[occurrence].time) else { return }
        let (first, later) = (min(occurrence, denial), max(occurrence, denial))
        if stricken[later].map({ first < $0 }) ?? true { stricken[later] = first }
      }
    }
    return stricken.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func forEachOccurrence(of occurred: EventCase, _ told: StatementsToAdmit, _ visit: (Int) -> Void) {
    let last = table.position(occurred.hasher.finalize()) { position in
      let entry = entries[Int(position)]
      let statement = told[Int(entry.statement)]
      return entry.view == occurred.view && !statement.time.isPeriod
        && statement.declaration == occurred.declaration && statement.arguments == occurred.arguments
    }
    var next = last ?? -1
    while next >= 0 {
      visit(Int(entries[Int(next)].statement))
      next = entries[Int(next)].previous
    }
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
