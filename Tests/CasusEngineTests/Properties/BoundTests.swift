import CasusEngine
import CasusSemantics
import Testing

/// What the bounds say without exact reasoning is never taken back by it.
@Suite struct BoundTests {
  @Test func boundsNeverContradictTheExactAnswer() async {
    await PropertyRun.check { program, _ in
      var limits = EngineLimits()
      limits.maximumDiagramNodes = 0
      for asked in AskedQuestion.all(of: program) {
        guard let bounds = asked.answer(program, limits: limits), let exact = asked.answer(program) else { continue }
        let first = [bounds.finding] + bounds.views.map { $0.finding }
        let second = [exact.finding] + exact.views.map { $0.finding }
        for (bound, settled) in zip(first, second) where !Self.allows(bound, settled) {
          return "`\(asked.question.text)`: bounds \(Essence.text(bound)), exactly \(Essence.text(settled))"
        }
      }
      return nil
    }
  }

  private static func allows(_ bound: Finding, _ exact: Finding) -> Bool {
    switch (bound.result, exact.result) {
    case (.truth(let bound?), .truth(let exact)): bound == exact
    case (.truth(nil), .truth): !bound.isProved || exact.result == .truth(nil)
    case (.values(let bound), .values(let exact)): exact.intersection(bound) == exact
    // The bounds may fear a fault that no completion has.
    case (.fault, .fault): true
    case (.fault, _): !bound.isProved
    default: false
    }
  }
}
