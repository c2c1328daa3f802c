import CasusDiagnostics

/// Statements that are level and cannot all hold.
///
/// Level are those about one case (or one pattern with `any`), of one file or scenario, in one view or in nobody's, that
/// begin at one time. They all speak at that beginning, so it is enough to look there.
extension Checker {
  mutating func reportContradictions() {
    reportContradictions(among: program.statements)
    for scenario in scenarios {
      reportContradictions(
        among: scenario.entries.compactMap { entry in
          if case .told(let statement) = entry { statement } else { nil }
        })
    }
  }

  private mutating func reportContradictions(among statements: [CheckedStatement]) {
    guard statements.count > 1 else { return }
    var search = ContradictionSearch()
    var reported: Set<Int> = []
    for (index, statement) in statements.enumerated() {
      guard let earlier = search.add(statement, index, among: statements) else { continue }
      reported.insert(index)
      reportContradiction(statement, earlier.map { statements[$0] })
    }
    for (index, earlier) in search.strickenOccurrences(statements) where !reported.contains(index) {
      reportContradiction(statements[index], [statements[earlier]])
    }
  }

  private mutating func reportContradiction(_ statement: CheckedStatement, _ earlier: [CheckedStatement]) {
    report(
      .contradiction, "this and what was told before cannot both hold\(sourceNote(statement))", at: statement.span,
      related: earlier.map { RelatedPlace(message: "told here\(sourceNote($0))", span: $0.span) },
      notes: ["both count alike: give one a later `from`, another view, or take it back"])
  }

  private func sourceNote(_ statement: CheckedStatement) -> String {
    statement.source.map { " (source: \($0))" } ?? ""
  }
}

/// What makes statements level.
private struct LevelKey: Hashable {
  var declaration: DeclarationID
  var arguments: [Value?]
  var view: EntityID?
  /// Nil for events, whose statements are told apart by their periods.
  var from: Moment?
}

/// Statements group by group, each group with what is still possible in it.
private struct ContradictionSearch {
  private var possible: [LevelKey: PossibleValues] = [:]
  private var occurrences: [LevelKey: [Int]] = [:]
  private var denials: [LevelKey: [Int]] = [:]

  /// Adds a statement; gives the earlier ones that leave it nothing, if there are such.
  mutating func add(_ statement: CheckedStatement, _ index: Int, among statements: [CheckedStatement]) -> [Int]? {
    var conflict: [Int]?
    let views: [EntityID?] = statement.views.isEmpty ? [nil] : statement.views.map { .some($0) }
    for view in views {
      var key = LevelKey(
        declaration: statement.declaration, arguments: statement.arguments, view: view, from: nil)
      switch statement.time {
      case .occurrence: occurrences[key, default: []].append(index)
      case .period(let from, _):
        if statement.told == .truth(false) { denials[key, default: []].append(index) }
        key.from = from
        if let earlier = possible[key, default: PossibleValues()].narrow(to: statement.told, by: index) {
          conflict = conflict ?? earlier
        }
      }
    }
    return conflict
  }

  /// Occurrences to which level denials leave no moment: the later of the two, and the earlier.
  func strickenOccurrences(_ statements: [CheckedStatement]) -> [(Int, Int)] {
    var stricken: [Int: Int] = [:]
    for (key, told) in occurrences {
      guard let denied = denials[key] else { continue }
      let covered = CoveredTime(denied.map { (statements[$0], $0) })
      for occurrence in told {
        guard let denial = covered.denial(of: statements[occurrence].time) else { continue }
        let (earlier, later) = (min(occurrence, denial), max(occurrence, denial))
        if stricken[later].map({ earlier < $0 }) ?? true { stricken[later] = earlier }
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
