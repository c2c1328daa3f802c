import CasusSemantics

/// One recursive component while it is solved: what certainly holds of its cases, and what may.
struct ReferenceFixpoint {
  let component: Int
  var cases: [ReferenceCase] = []
  var certain: [Bool] = []
  var possible: [Bool] = []
  var faults: [Bool] = []
  /// Whether a case that is met now may hold as far as is known.
  var newMayHold = true
  private var indexes: [ReferenceCase: Int] = [:]

  init(component: Int) { self.component = component }

  mutating func lookUp(_ wanted: ReferenceCase) -> ReferenceTruth {
    let index = indexes[wanted] ?? add(wanted)
    return ReferenceTruth(certain: certain[index], possible: possible[index], faults: faults[index])
  }

  private mutating func add(_ wanted: ReferenceCase) -> Int {
    indexes[wanted] = cases.count
    cases.append(wanted)
    certain.append(false)
    possible.append(newMayHold)
    faults.append(false)
    return cases.count - 1
  }
}

/// Well-founded semantics by the alternating fixpoint.
extension ReferenceEvaluator {
  /// What certainly holds is the least that follows while what may hold stays as it is; what may hold is the least that
  /// follows while what certainly holds stays as it is. Both in turn, until neither changes.
  mutating func solve(_ wanted: ReferenceCase) throws(ReferenceInterruption) -> ReferenceTruth {
    let last = solving.count - 1
    _ = solving[last].lookUp(wanted)
    while true {
      let before = (solving[last].certain, solving[last].possible)
      solving[last].newMayHold = true
      try raise(last) { fixpoint, index, truth in
        defer { fixpoint.certain[index] = truth.certain }
        return fixpoint.certain[index] != truth.certain
      }
      solving[last].possible = solving[last].certain
      solving[last].newMayHold = false
      try raise(last) { fixpoint, index, truth in
        defer { fixpoint.possible[index] = truth.possible }
        return fixpoint.possible[index] != truth.possible
      }
      if before == (solving[last].certain, solving[last].possible) { break }
    }
    try raise(last) { fixpoint, index, truth in
      defer { fixpoint.faults[index] = truth.faults }
      return fixpoint.faults[index] != truth.faults
    }
    for item in solving[last].cases { known[item] = solving[last].lookUp(item) }
    return solving[last].lookUp(wanted)
  }

  /// Evaluates every case, those that are met on the way too, until `update` reports no change.
  private mutating func raise(
    _ level: Int, _ update: (inout ReferenceFixpoint, Int, ReferenceTruth) -> Bool
  ) throws(ReferenceInterruption) {
    var changed = true
    while changed {
      changed = false
      var index = 0
      while index < solving[level].cases.count {
        let truth = try body(of: solving[level].cases[index])
        if update(&solving[level], index, truth) { changed = true }
        index += 1
      }
    }
  }
}
