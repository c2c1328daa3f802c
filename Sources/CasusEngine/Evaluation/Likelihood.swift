/// Whether something holds in one case.
enum Likelihood: Int, Comparable {
  case impossible, possible, certain

  init(_ truth: Truth<UInt64>, lane: Int) {
    let bit: UInt64 = 1 << UInt64(lane)
    self = truth.certain & bit != 0 ? .certain : truth.possible & bit != 0 ? .possible : .impossible
  }

  static func < (left: Likelihood, right: Likelihood) -> Bool { left.rawValue < right.rawValue }
}
