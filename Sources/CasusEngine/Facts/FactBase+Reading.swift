package import CasusSemantics

/// How much a statement weighs against others about the same case at the same moment, in one view.
///
/// Those of the view come before those of none, the scenario's before the file's, those that name the case before those
/// that say `any`, and then the latest `from`.
private struct Precedence: Comparable {
  var ofView: Bool
  var ofScenario: Bool
  var isNamed: Bool
  var from: Int64

  static func < (left: Precedence, right: Precedence) -> Bool {
    if left.ofView != right.ofView { return right.ofView }
    if left.ofScenario != right.ofScenario { return right.ofScenario }
    if left.isNamed != right.isNamed { return right.isNamed }
    return left.from < right.from
  }
}

extension FactBase {
  /// What statements say of a case at a moment, in a view (nil: without a view); nil where none speaks.
  package func told(_ key: CaseKey, view: EntityID?, at moment: Moment) -> Reading? {
    let level = counting(key, view: view, at: moment)
    return level.isEmpty ? nil : reading(of: level)
  }

  /// The statements that count for a case at a moment, in a view: those that no other comes before, all level.
  package func counting(_ key: CaseKey, view: EntityID?, at moment: Moment) -> [Int32] {
    var best: Precedence?
    var level: [Int32] = []
    for position in statements(of: key) {
      guard let precedence = precedence(of: position, view: view, at: moment) else { continue }
      if let best, precedence < best { continue }
      if let current = best, !(current < precedence) {
        level.append(position)
      } else {
        best = precedence
        level = [position]
      }
    }
    return level
  }

  /// What is known of a fact's case: what is told, else what is presumed, else nothing.
  package func reading(_ key: CaseKey, view: EntityID?, at moment: Moment) -> Reading {
    if let told = told(key, view: view, at: moment) { return told }
    guard let presumed = presumption(of: key.declaration) else { return Reading(.open) }
    return Reading(state(of: presumed) ?? .open, isPresumed: true)
  }

  package func presumption(of declaration: DeclarationID) -> Told? {
    switch program[declaration].kind {
    case .fact(let details), .event(let details): details.presumed
    default: nil
    }
  }

  private func precedence(of position: Int32, view: EntityID?, at moment: Moment) -> Precedence? {
    let statement = statements[Int(position)]
    guard case .period(let from, let until) = statement.time else { return nil }
    if let from, moment < from { return nil }
    if let until, until <= moment { return nil }
    guard let ofView = sees(statement, view) else { return nil }
    return Precedence(
      ofView: ofView, ofScenario: position >= fileCount, isNamed: !statement.arguments.contains(nil),
      from: from?.minutes ?? Int64.min)
  }

  /// Whether a statement is of the view itself (true) or of none (false); nil where it is another's.
  func sees(_ statement: CheckedStatement, _ view: EntityID?) -> Bool? {
    if statement.views.isEmpty { return false }
    guard let view, statement.views.contains(view) else { return nil }
    return true
  }

  /// Level statements taken together; the checker has ruled out that they contradict each other.
  private func reading(of level: [Int32]) -> Reading {
    var state = CaseState.open
    var origin = level.first ?? -1
    for position in level {
      if lasts(position, longerThan: origin) { origin = position }
      guard let next = self.state(of: statements[Int(position)].told) else { continue }
      switch (state, next) {
      case (.open, _): state = next
      case (.values(let known), .values(let added)): state = known.intersection(added).map { .values($0) } ?? state
      default: break
      }
    }
    return Reading(state, origin: state == .open ? -1 : origin)
  }

  private func lasts(_ position: Int32, longerThan other: Int32) -> Bool {
    guard case .period(_, let until) = statements[Int(position)].time,
      case .period(_, let otherUntil) = statements[Int(other)].time, let otherUntil
    else { return false }
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
