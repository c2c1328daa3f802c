import CasusSemantics
import CasusSyntax

/// The life of a norm's case, by the words of the definition.
extension TimedEvaluator {
  mutating func has(
    _ status: StatusKind, _ wanted: ReferenceCase, _ place: TimedPlace
  ) throws(TimedInterruption) -> Bool {
    for norm in try norms(over: wanted, status, at: place.at) {
      switch status {
      case .forbidden, .permitted: if try holds(norm, at: place.at) { return true }
      case .owed: if try isOwed(norm, place) { return true }
      case .fulfilled, .breached:
        for number in 0..<(place.isInside ? place.at : place.at + 1) {
          if try comesAbout(status, norm, at: number) { return true }
        }
      }
    }
    return false
  }

  /// Whether a norm is fulfilled or breached at that very moment; of an act, some norm over it.
  mutating func comesAbout(
    _ status: StatusKind, _ wanted: ReferenceCase, at: Int
  ) throws(TimedInterruption) -> Bool {
    for norm in try norms(over: wanted, status, at: at) {
      guard case .norm(let details) = program[norm.declaration].kind, try holds(norm, at: at) else { continue }
      switch (details.modality, status) {
      case (.may, .fulfilled), (.mustNot, .breached): if try isDone(norm, details, at: at) { return true }
      case (.must, .fulfilled):
        if try isDoneInTime(norm, details, at: at), try !isDoneInTime(norm, details, before: at) { return true }
      case (.must, .breached):
        if at > 0, try isLate(norm, details, at: at - 1) { break }
        if try isLate(norm, details, at: at), try !isDoneInTime(norm, details, before: at) { return true }
      default: break
      }
    }
    return false
  }

  /// From the start of the episode until it is fulfilled, breached, or the episode ends.
  private mutating func isOwed(_ norm: ReferenceCase, _ place: TimedPlace) throws(TimedInterruption) -> Bool {
    guard case .norm(let details) = program[norm.declaration].kind, try holds(norm, at: place.at) else { return false }
    if try isDoneInTime(norm, details, before: place.at) { return false }
    if place.isInside {
      if place.at == 0 { return true }
      return try !isLate(norm, details, at: place.at - 1)
    }
    if try isDoneInTime(norm, details, at: place.at) { return false }
    return try !isLate(norm, details, at: place.at)
  }

  /// The norm itself; of an act, the norms over it whose kind can have the status.
  private mutating func norms(
    over wanted: ReferenceCase, _ status: StatusKind, at: Int
  ) throws(TimedInterruption) -> [ReferenceCase] {
    guard case .event = program[wanted.declaration].kind else { return [wanted] }
    var found: [ReferenceCase] = []
    for (number, declaration) in program.declarations.enumerated() {
      guard case .norm(let details) = declaration.kind, details.event == wanted.declaration,
        counts(status, details.modality)
      else { continue }
      guard declaration.parameters.isEmpty else { throw .unsupported("the status of an act under norms of many cases") }
      let norm = ReferenceCase(declaration: DeclarationID(number), arguments: [])
      if try act(of: norm, details, at: at) == wanted { found.append(norm) }
    }
    return found
  }

  private func counts(_ status: StatusKind, _ modality: Modality) -> Bool {
    switch status {
    case .owed: modality == .must
    case .forbidden: modality == .mustNot
    case .permitted: modality == .may
    case .fulfilled: modality != .mustNot
    case .breached: modality != .may
    }
  }

  private mutating func act(
    of norm: ReferenceCase, _ details: NormDetails, at: Int
  ) throws(TimedInterruption) -> ReferenceCase {
    try wanted(details.event, details.act, frame(norm, details), TimedPlace(at: at, isInside: true))
  }

  private func frame(_ norm: ReferenceCase, _ details: NormDetails) -> [Value] {
    norm.arguments + Array(repeating: .number(.zero), count: details.condition.frameSize - norm.arguments.count)
  }

  // MARK: Episodes

  private mutating func isDone(_ norm: ReferenceCase, _ details: NormDetails, at: Int) throws(TimedInterruption) -> Bool
  {
    try occurs(act(of: norm, details, at: at), at: at)
  }

  private mutating func isDoneInTime(
    _ norm: ReferenceCase, _ details: NormDetails, at: Int
  ) throws(TimedInterruption) -> Bool {
    guard try holds(norm, at: at), try isDone(norm, details, at: at) else { return false }
    return try !isLate(norm, details, at: at)
  }

  /// Whether it was done in time earlier in the same episode.
  private mutating func isDoneInTime(
    _ norm: ReferenceCase, _ details: NormDetails, before at: Int
  ) throws(TimedInterruption) -> Bool {
    for number in stride(from: at - 1, through: 0, by: -1) {
      guard try holds(norm, at: number) else { return false }
      if try isDoneInTime(norm, details, at: number) { return true }
    }
    return false
  }

  /// Whether the deadline of the episode is past.
  private mutating func isLate(
    _ norm: ReferenceCase, _ details: NormDetails, at: Int
  ) throws(TimedInterruption) -> Bool {
    guard try holds(norm, at: at), let deadline = details.deadline else { return false }
    var start = at
    while start > 0, try holds(norm, at: start - 1) { start -= 1 }
    let place = TimedPlace(at: start, isInside: true)
    let now = world.moments[at]
    switch deadline {
    case .by(let date):
      guard let date = try value(date, frame(norm, details), place).moment else { return false }
      return (date.isMidnight ? date.endOfDay : date) < now
    case .within(let bound):
      guard let duration = try value(bound, frame(norm, details), place).duration else { return false }
      // An episode without a beginning began before every date.
      if start == 0 { return true }
      guard let end = try? world.moments[start].adding(duration) else { return false }
      return (duration.measure == .clock ? end : end.endOfDay) < now
    }
  }
}
