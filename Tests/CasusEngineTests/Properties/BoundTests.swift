import CasusEngine
import CasusSemantics
import Testing

/// What the bounds say without exact reasoning is never taken back by it.
@Suite struct BoundTests {
  @Test func boundsNeverContradictTheExactAnswer() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      guard let (text, program) = PropertyRun.program(seed: seed) else { return }
      var limits = EngineLimits()
      limits.maximumDiagramNodes = 0
      for asked in AskedQuestion.all(of: program) {
        guard let bounds = asked.answer(program, limits: limits), let exact = asked.answer(program) else { continue }
        let pairs = zip(
          [bounds.finding] + bounds.views.map { $0.finding }, [exact.finding] + exact.views.map { $0.finding })
        for (bound, settled) in pairs where !allows(bound, settled) {
          Issue.record(
            "seed \(seed): `\(asked.question.text)`: bounds \(Essence.text(bound)), exactly \(Essence.text(settled))\n\(text)"
          )
        }
      }
    }
  }

  private func allows(_ bound: Finding, _ exact: Finding) -> Bool {
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
