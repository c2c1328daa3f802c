import CasusEngine
import CasusSemantics

/// The parts of a derivation below which lies something that can still tip the answer: what else is open is not told.
struct TippingPoints {
  /// For each part.
  private(set) var isBelow: [Bool]

  /// Nil where the answer does not tell all that can tip it: where it is settled, contested or unproved, or has rows.
  init?(_ derivation: Derivation) {
    let answer = derivation.answer
    guard answer.outcome == .unknown, answer.isProved, !answer.isCircular else { return nil }
    let facts = Set(answer.openFacts.compactMap { derivation.facts.key(of: $0) })
    let gaps = Set(answer.gaps)
    if facts.isEmpty && gaps.isEmpty { return nil }
    let parts = derivation.record.parts
    let now = Derivation.Place(view: 0, moment: derivation.now)
    isBelow = Array(repeating: false, count: parts.count)
    var above = [[Int]](repeating: [], count: parts.count)
    var waiting: [Int] = []
    for (number, part) in parts.enumerated() {
      let id = DerivationPartID(number)
      if !derivation.isLeaf(id, at: now) {
        for premise in part.premises { above[premise.index].append(number) }
      } else if derivation.tips(id, facts, gaps), derivation.isOpenLeaf(id, at: now) {
        isBelow[number] = true
        waiting.append(number)
      }
    }
    while let number = waiting.popLast() {
      for parent in above[number] where !isBelow[parent] {
        isBelow[parent] = true
        waiting.append(parent)
      }
    }
  }
}

extension Derivation {
  /// Whether nothing below a part has a say: facts, events, gaps, and rules that statements settle.
  func isLeaf(_ part: DerivationPartID, at place: Place) -> Bool {
    switch self[part].subject {
    case .told, .finding, .gap: true
    case .instance: speaks(of: part, at: place)
    default: false
    }
  }

  fileprivate func isOpenLeaf(_ leaf: DerivationPartID, at place: Place) -> Bool {
    switch self[leaf].subject {
    case .told(let key), .finding(let key): isOpen(key, at: place)
    default: isOpen(leaf, at: place) || isValue(leaf)
    }
  }

  fileprivate func tips(_ leaf: DerivationPartID, _ known: Set<CaseKey>, _ gaps: Set<GapID>) -> Bool {
    switch self[leaf].subject {
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
