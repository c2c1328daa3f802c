import CasusDiagnostics
import CasusSemantics

extension Analysis {
  /// A rule that reads itself against the grain: where a case then depends on its own contrary, it is unknown.
  static let recursionThroughNegation = Analysis(code: .recursionThroughNegation) { analysed in
    var found: [Diagnostic] = []
    for group in analysed.readings.circles(throughForce: false) {
      let steps = analysed.readings.steps(within: group, throughForce: false)
      if let diagnostic = analysed.negation(in: steps) { found.append(diagnostic) }
    }
    return found
  }
}

extension AnalysedProgram {
  /// Where a circle goes through a negation, preferably one in the main file.
  fileprivate func negation(in steps: [CircleStep]) -> Diagnostic? {
    let turns = steps.filter { $0.reading.manner.isAgainstTheGrain }
    let own = turns.filter { isMain($0.reading.span) }
    guard let turn = earliest(own) ?? earliest(turns) else { return nil }
    // The turn may stand in a used file, and the main file close the circle all the same.
    let closing = own.isEmpty ? earliest(steps.filter { isMain($0.reading.span) }) : turn
    guard let closing else { return nil }
    let circle = readings.circle(closing: turn, by: steps)
    return Diagnostic(
      .recursionThroughNegation,
      "\(name(of: turn.reader)) depends on itself through \(turn.reading.manner.words)\(way(of: circle))",
      at: closing.reading.span, related: related(to: circle),
      notes: ["a case that depends on its own contrary is unknown; where none does, the rules are sound"])
  }

  private func earliest(_ steps: [CircleStep]) -> CircleStep? {
    steps.min { $0.reading.span.start < $1.reading.span.start }
  }
}

extension Reading.Manner {
  fileprivate var words: String {
    switch self {
    case .unless: "`unless`"
    case .exception: "an exception"
    case .everyWhere: "the `where` of an `every`"
    case .aggregate: "a count or a sum"
    case .not, .plain, .earlier, .beside: "`not`"
    }
  }
}
