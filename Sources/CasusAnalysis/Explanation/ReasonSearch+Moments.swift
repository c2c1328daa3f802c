import CasusEngine
import CasusSemantics

/// When reasons change: at most moments a part rests on what it rested on at the one before.
extension ReasonSearch {
  /// Of some moments, those at which a part may have other reasons than at the one before in the list: between them
  /// something below it comes to stand differently, or other statements speak of it.
  func turns(of part: Part, among moments: [Int], in place: Place) -> [Int] {
    guard moments.count > 1 else { return moments }
    let parts = parts(below: part)
    var turns = derivation.turns(of: parts, in: place)
    markStatements(behind: parts, at: place, in: &turns)
    var counts: [Int] = []
    for turn in turns { counts.append((counts.last ?? 0) + (turn ? 1 : 0)) }
    return moments.indices.filter { $0 == 0 || counts[moments[$0]] != counts[moments[$0 - 1]] }.map { moments[$0] }
  }

  /// A part and all that it may rest on.
  private func parts(below part: Part) -> [Part] {
    var found: [Part] = []
    var visited: Set<Part> = []
    var waiting = [part]
    while let next = waiting.popLast() {
      guard visited.insert(next).inserted else { continue }
      found.append(next)
      waiting += derivation.premises(of: next)
    }
    return found
  }

  /// Marks the moments at which statements about parts begin or end to speak.
  private func markStatements(behind parts: [Part], at place: Place, in turns: inout [Bool]) {
    let (facts, timeline) = (derivation.facts(at: place), derivation.timeline)
    for part in parts {
      guard let key = derivation.key(of: part) else { continue }
      for position in facts.statements(of: key) {
        guard case .period(let from, let until) = facts.statements[Int(position)].time else { continue }
        for bound in [from, until] {
          guard let bound else { continue }
          let moment = timeline.lane(of: bound)
          turns[moment] = true
          // What begins between two moments is seen at the second.
          if moment + 1 < turns.count, timeline.moments[moment] < bound { turns[moment + 1] = true }
        }
      }
    }
  }
}

extension Derivation {
  /// The case of which statements that make a part what it is speak.
  fileprivate func key(of part: DerivationPartID) -> CaseKey? {
    switch subject(of: part) {
    case .told(let key), .finding(let key): key
    case .instance(let instance): key(of: instance)
    default: nil
    }
  }
}
