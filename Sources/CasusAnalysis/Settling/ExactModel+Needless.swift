internal import CasusEngine

extension ExactModel {
  /// Sets without what their other statements say already, and without sets that then hold another; and whether that
  /// left them as they were.
  ///
  /// To say that an event occurred is to say that it did not occur otherwise. Nothing else that is told of one choice
  /// tells of another.
  ///
  /// - Parameter sets: places among selections.
  func withoutNeedless(_ sets: [[Int]], of selections: [Selection]) -> (sets: [[Int]], isWhole: Bool) {
    guard hasEventsInSeveralLanes else { return (sets, true) }
    let shortened = sets.map { Set(withoutDenials($0, of: selections)) }
    var kept: [Set<Int>] = []
    for (number, set) in shortened.enumerated() {
      let isNeedless = shortened.enumerated().contains { other in
        other.element.isStrictSubset(of: set) || other.offset < number && other.element == set
      }
      if !isNeedless { kept.append(set) }
    }
    return (kept.map { $0.sorted() }, kept.map { $0.count } == sets.map { $0.count })
  }

  private var hasEventsInSeveralLanes: Bool {
    var seen: Set<Choice.Subject> = []
    return choices.contains { choice in
      guard case .occurrence = choice.options, let subject = choice.subject else { return false }
      return !seen.insert(subject).inserted
    }
  }

  private func withoutDenials(_ set: [Int], of selections: [Selection]) -> [Int] {
    var occurring: Set<Choice.Subject> = []
    for selection in set.map({ selections[$0] }) where selection.options == [1] {
      let choice = choices[selection.choice]
      if case .occurrence = choice.options, let subject = choice.subject { occurring.insert(subject) }
    }
    return set.filter { place in
      let selection = selections[place]
      let choice = choices[selection.choice]
      guard case .occurrence = choice.options, selection.options == [0], !choice.isToldUnknown,
        let subject = choice.subject
      else { return true }
      return !occurring.contains(subject)
    }
  }
}
