package import CasusSemantics

/// How much a statement weighs against others about the same case at the same moment, in one view.
///
/// Those of the view come before those of none, the scenario's before the file's, those that name the case before those
/// that say `any`, and then the latest `from`.
struct Precedence: Hashable, Comparable {
  static let classCount = 8

  var ofView: Bool
  var ofScenario: Bool
  var isNamed: Bool
  /// In minutes; the least number where the statement has no beginning.
  var from: Int64

  /// What counts before all dates: higher comes first.
  var rank: Int { (ofView ? 4 : 0) + (ofScenario ? 2 : 0) + (isNamed ? 1 : 0) }

  static func < (left: Precedence, right: Precedence) -> Bool {
    left.rank == right.rank ? left.from < right.from : left.rank < right.rank
  }
}

extension FactBase {
  /// What statements say of a case at a moment, in a view (nil: without a view); nil where none speaks.
  ///
  /// Who asks for many moments takes the ``course(_:view:)``, which reads the statements once for all of them.
  package func told(_ key: CaseKey, view: EntityID?, at moment: Moment) -> Reading? {
    told(among: statements(of: key), view: view, at: moment)
  }

  /// The same by the statements that speak of the case.
  func told(among positions: [Int32], view: EntityID?, at moment: Moment) -> Reading? {
    var reading: Reading?
    for position in counting(among: positions, view: view, at: moment) { reading = joined(reading, with: position) }
    return reading
  }

  /// The statements that count for a case at a moment, in a view: those that no other comes before, all level.
  package func counting(_ key: CaseKey, view: EntityID?, at moment: Moment) -> [Int32] {
    counting(among: statements(of: key), view: view, at: moment)
  }

  private func counting(among positions: [Int32], view: EntityID?, at moment: Moment) -> [Int32] {
    var best: Precedence?
    var level: [Int32] = []
    for position in positions {
      guard case .period(let from, let until) = statements.time(of: position),
        from.map({ $0 <= moment }) ?? true, until.map({ moment < $0 }) ?? true,
        let precedence = precedence(of: position, view: view)
      else { continue }
      if let best, precedence < best { continue }
      if best == precedence {
        level.append(position)
      } else {
        best = precedence
        level = [position]
      }
    }
    return level
  }

  package func presumption(of declaration: DeclarationID) -> Told? {
    switch program[declaration].kind {
    case .fact(let details), .event(let details): details.presumed
    default: nil
    }
  }

  /// Nil where the statement is another view's.
  func precedence(of position: Int32, view: EntityID?) -> Precedence? {
    guard let ofView = sees(position, view) else { return nil }
    var from = Int64.min
    if case .period(let start?, _) = statements.time(of: position) { from = start.minutes }
    return Precedence(
      ofView: ofView, ofScenario: position >= fileCount,
      isNamed: statements.isNamed(position), from: from)
  }

  /// Whether a statement is of the view itself (true) or of none (false); nil where it is another's.
  func sees(_ position: Int32, _ view: EntityID?) -> Bool? {
    if !isViewed(position) { return false }
    guard let view, statements.views(of: position).contains(view) else { return nil }
    return true
  }

  /// Whether a statement is somebody's.
  func isViewed(_ position: Int32) -> Bool { !statements.views(of: position).isEmpty }

  /// What level statements say together; the checker has ruled out that they contradict each other.
  func joined(_ reading: Reading?, with position: Int32) -> Reading {
    let told = state(of: statements.told(of: position))
    guard let reading, reading.state != .open else {
      return Reading(told ?? .open, origin: told == nil ? -1 : position)
    }
    guard let told else { return reading }
    var result = reading
    if case .values(let known) = reading.state, case .values(let added) = told {
      result.state = known.intersection(added).map { .values($0) } ?? reading.state
    }
    if lasts(position, longerThan: reading.origin) { result.origin = position }
    return result
  }

  /// Whether a statement speaks for longer than another; of two that end together, it is the one written later.
  func lasts(_ position: Int32, longerThan other: Int32) -> Bool {
    guard case .period(_, let until) = statements.time(of: position),
      case .period(_, let otherUntil) = statements.time(of: other)
    else { return false }
    if until == otherUntil { return other < position }
    guard let otherUntil else { return false }
    return until.map { otherUntil < $0 } ?? true
  }

  /// The state that is told; nil where it is told to be unknown.
  func state(of told: Told) -> CaseState? {
    switch told {
    case .truth(let truth): return .truth(truth)
    case .unknown: return nil
    case .value(let value): return .values(.oneOf([program.scalar(of: value, texts: texts)]))
    case .range(let low, let high):
      return .values(
        .range(
          low.map { program.scalar(of: $0, texts: texts) }, high.map { program.scalar(of: $0, texts: texts) }))
    case .oneOf(let values):
      let scalars = Set(values.map { program.scalar(of: $0, texts: texts) })
      return .values(.oneOf(scalars.sorted { $0.number < $1.number }))
    }
  }
}
