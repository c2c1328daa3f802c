import CasusEngine
import CasusSemantics

/// The parts of a derivation below which lies something that can still tip the answer: what else is open is not told.
struct TippingPoints {
  /// For each part.
  private(set) var isBelow: [Bool]

  /// Nil where the answer does not tell all that can tip it: where it is settled, contested or unproved, or has rows.
  /// - Parameter groups: the parts in groups, premises first.
  init?(_ derivation: Derivation, _ groups: PartGroups) {
    let answer = derivation.answer
    guard answer.outcome == .unknown, answer.isProved, !answer.isCircular else { return nil }
    let facts = Set(answer.openFacts.compactMap { derivation.facts.key(of: $0) })
    let gaps = Set(answer.gaps)
    if facts.isEmpty && gaps.isEmpty { return nil }
    isBelow = Array(repeating: false, count: derivation.record.parts.count)
    let now = Derivation.Place(view: 0, moment: derivation.now)
    func tips(_ part: DerivationPartID) -> Bool {
      guard !derivation.isLeaf(part, at: now) else {
        return derivation.tips(part, facts, gaps) && derivation.isOpenLeaf(part, at: now)
      }
      return derivation.premises(of: part).contains { isBelow[$0.index] }
    }
    for group in groups.indices {
      var isGrowing = true
      while isGrowing {
        isGrowing = false
        for part in groups[group] where !isBelow[part.index] && tips(part) {
          isBelow[part.index] = true
          isGrowing = groups.isRecursive(group)
        }
      }
    }
  }
}

extension Derivation {
  /// Whether nothing below a part has a say: facts, events, gaps, and rules that statements settle.
  func isLeaf(_ part: DerivationPartID, at place: Place) -> Bool {
    switch subject(of: part) {
    case .told, .finding, .gap: true
    case .instance: speaks(of: part, at: place)
    default: false
    }
  }

  fileprivate func isOpenLeaf(_ leaf: DerivationPartID, at place: Place) -> Bool {
    switch subject(of: leaf) {
    case .told(let key), .finding(let key): isOpen(key, at: place)
    default: isOpen(leaf, at: place) || isValue(leaf)
    }
  }

  fileprivate func tips(_ leaf: DerivationPartID, _ known: Set<CaseKey>, _ gaps: Set<GapID>) -> Bool {
    switch subject(of: leaf) {
    case .told(let key), .finding(let key): known.contains(key)
    case .gap(let gap): gaps.contains(gap)
    case .instance(let key): self.key(of: key).map { known.contains($0) } ?? true
    default: true
    }
  }

  /// Whether what is known of a case leaves something open.
  func isOpen(_ key: CaseKey, at place: Place) -> Bool {
    switch reading(of: key, at: place).state {
    case .truth: false
    case .open: true
    case .values(let set): !set.isSingle
    }
  }
}
