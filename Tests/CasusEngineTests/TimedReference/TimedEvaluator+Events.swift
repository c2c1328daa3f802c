import CasusSemantics

/// What happens, and when.
extension TimedEvaluator {
  /// Whether an event's case occurs at a moment.
  mutating func occurs(_ wanted: ReferenceCase, at: Int) throws(TimedInterruption) -> Bool {
    let speaking = told[at].speaking(of: wanted)
    var isTold = false
    for (number, spoken) in speaking.enumerated() {
      guard case .occurrence(let first, let last) = spoken.statement.time else { continue }
      let possible = moments(of: spoken, from: first, to: last, denials: speaking)
      if possible.isEmpty { continue }
      isTold = true
      let choice = try decide(.moment(wanted, statement: number), among: possible.count)
      if possible[choice] == at { return true }
    }
    guard case .event(let details) = program[wanted.declaration].kind else { return false }
    let isClosed = isTold || details.presumed == .truth(false)
    let counting = ReferenceTold.counting(speaking, at: world.moments[at])
    let isOpen = counting.isEmpty ? !isClosed : ReferenceTold.truth(counting) == nil
    guard isOpen else { return false }
    return try decideTruth(.occurs(wanted, at))
  }

  /// The moments at which an occurrence can have been: those told, by now where none is told, and not denied by what
  /// ranks with it or above.
  private func moments(
    of spoken: ReferenceTold.Spoken, from first: Moment?, to last: Moment?, denials: [ReferenceTold.Spoken]
  ) -> [Int] {
    let striking = denials.filter { denial in
      denial.statement.told == .truth(false)
        && !ReferenceTold.rank(spoken).lexicographicallyPrecedes(ReferenceTold.rank(denial))
    }
    return world.moments.indices.filter { number in
      let moment = world.moments[number]
      if let first, moment < first { return false }
      if let last, last < moment { return false }
      if last == nil, asked < number { return false }
      return !striking.contains { ReferenceTold.covers($0, moment) }
    }
  }
}
