import CasusDiagnostics

/// The last pass: what only shows when everything is known.
extension Checker {
  mutating func checkWholeProgram() {
    rankNorms()
    reportInfiniteRecursion()
    reportContradictions()
  }
}
