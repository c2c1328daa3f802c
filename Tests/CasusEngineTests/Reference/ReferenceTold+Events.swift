import CasusSemantics

/// Whether an event has happened by the moment asked about.
extension ReferenceTold {
  /// Nil: some completions say so, others not.
  func hasHappened(_ wanted: ReferenceCase, presumed: Told?) -> Bool? {
    let speaking = speaking(of: wanted)
    let denials = speaking.filter { $0.statement.told == .truth(false) }
    var told: [Bool?] = []
    for occurrence in speaking {
      guard case .occurrence(let first, let last) = occurrence.statement.time else { continue }
      let striking = denials.filter { !Self.rank(occurrence).lexicographicallyPrecedes(Self.rank($0)) }
      if let state = state(first: first, last: last, denials: striking) { told.append(state.happened) }
    }
    if told.contains(true) { return true }
    let isClosed = !told.isEmpty || presumed == .truth(false)
    if told.contains(nil) || mayHappenUnseen(speaking, isClosed: isClosed) { return nil }
    return false
  }

  /// What is known of one told occurrence; nil where denials leave it no moment.
  private func state(first: Moment?, last: Moment?, denials: [Spoken]) -> (happened: Bool?, Void)? {
    let (low, high) = (first ?? .earliest, last ?? moment)
    let candidates = boundaries(of: denials) + [low, high, moment, moment.next]
    let possible = candidates.filter { candidate in
      low <= candidate && candidate <= high && !denials.contains { Self.covers($0, candidate) }
    }
    guard !possible.isEmpty else { return nil }
    if possible.allSatisfy({ $0 <= moment }) { return (true, ()) }
    return possible.contains { $0 <= moment } ? (nil, ()) : (false, ())
  }

  /// Whether some moment up to now is left open by what is told of it, or by silence.
  private func mayHappenUnseen(_ speaking: [Spoken], isClosed: Bool) -> Bool {
    for candidate in boundaries(of: speaking) + [.earliest, moment] where candidate <= moment {
      let told = Self.counting(speaking, at: candidate)
      if told.isEmpty ? !isClosed : Self.truth(told) == nil { return true }
    }
    return false
  }

  /// Moments at which what is said may change, one in each stretch between them.
  private func boundaries(of speaking: [Spoken]) -> [Moment] {
    speaking.flatMap { spoken in
      guard case .period(let from, let until) = spoken.statement.time else { return [Moment]() }
      return [from, from?.previous, until, until?.previous].compactMap { $0 }
    }
  }
}

extension Moment {
  var next: Moment { Moment(minutes: minutes + 1) ?? self }
  var previous: Moment { Moment(minutes: minutes - 1) ?? self }
}
