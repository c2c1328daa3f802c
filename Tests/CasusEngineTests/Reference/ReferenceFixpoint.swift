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
    return state(of: index)
  }

  func state(of index: Int) -> ReferenceTruth {
    ReferenceTruth(certain: certain[index], possible: possible[index], faults: faults[index])
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
  /// What certainly holds is the least that follows while what may hold, and what may fail to be computed, stay as they
  /// are; these are the least that follow while what certainly holds stays as it is. Both in turn, until neither changes.
  mutating func solve(_ wanted: ReferenceCase) throws(ReferenceInterruption) -> ReferenceTruth {
    let last = solving.count - 1
    _ = solving[last].lookUp(wanted)
    try raise(last, where: { $0.possible[$1] && !$0.faults[$1] }, to: { $0.faults[$1] = $2.faults })
    while true {
      let before = (solving[last].certain, solving[last].possible, solving[last].faults)
      solving[last].newMayHold = true
      try raise(last, where: { $0.possible[$1] && !$0.certain[$1] }, to: { $0.certain[$1] = $2.certain })
      let mayHold = solving[last].possible
      solving[last].possible = solving[last].certain
      solving[last].faults = mayHold.map { _ in false }
      solving[last].newMayHold = false
      try raise(
        last, where: { ($1 >= mayHold.count || mayHold[$1]) && !($0.possible[$1] && $0.faults[$1]) },
        to: {
          $0.possible[$1] = $0.possible[$1] || $2.possible
          $0.faults[$1] = $0.faults[$1] || $2.faults
        })
      if before == (solving[last].certain, solving[last].possible, solving[last].faults) { break }
    }
    for item in solving[last].cases { known[item] = solving[last].lookUp(item) }
    return solving[last].lookUp(wanted)
  }

  /// Evaluates the cases picked, those met last first, until nothing changes.
  private mutating func raise(
    _ level: Int, where isPicked: (ReferenceFixpoint, Int) -> Bool,
    to set: (inout ReferenceFixpoint, Int, ReferenceTruth) -> Void
  ) throws(ReferenceInterruption) {
    var changed = true
    while changed {
      changed = false
      let count = solving[level].cases.count
      for index in (0..<count).reversed() where isPicked(solving[level], index) {
        let truth = try body(of: solving[level].cases[index])
        let before = solving[level].state(of: index)
        set(&solving[level], index, truth)
        if before != solving[level].state(of: index) { changed = true }
      }
      changed = changed || solving[level].cases.count > count
    }
  }
}
