import CasusDiagnostics
import CasusSemantics

extension Analysis {
  /// `in force … unless` something that itself applies only while the instrument is in force.
  static let circularForce = Analysis(code: .circularForce) { analysed in
    var found: [Diagnostic] = []
    for group in analysed.readings.circles(throughForce: true) {
      let steps = analysed.readings.steps(within: group, throughForce: true)
      let reservations = steps.filter { analysed.readings.isForce($0.reader) && analysed.isMain($0.reading.span) }
      guard let first = reservations.min(by: { $0.reading.span.start < $1.reading.span.start }) else { continue }
      let circle = analysed.readings.circle(closing: first, by: steps)
      found.append(
        Diagnostic(
          .circularForce, "\(analysed.name(of: first.reader)) depends on itself\(analysed.way(of: circle))",
          at: first.reading.span,
          notes: [
            "rules, exceptions and norms apply only while their instrument is in force",
            "read a fact here, or what has happened: `fulfilled` of a power, `breached` of a duty",
          ]))
    }
    return found
  }
}
