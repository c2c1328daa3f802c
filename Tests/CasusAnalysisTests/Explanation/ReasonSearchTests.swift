import CasusEngine
import CasusSemantics
import Testing

@testable import CasusAnalysis

/// When reasons change over time.
@Suite struct ReasonSearchTests {
  /// Where nothing turns, what is asked stands as at the moment before, and rests on the same statements.
  @Test(arguments: RepositoryProgram.examples.filter { $0.path.contains("succession/scenarios") })
  func reasonsChangeOnlyAtTurns(_ file: RepositoryProgram) throws {
    for asked in try file.questions().prefix(4) {
      let derivation = try QuestionRunner(asked.facts).derivation(of: asked.question, asOf: asked.moment)
      guard derivation.now > 0, let part = derivation.record.roots.first else { continue }
      var search = ReasonSearch(derivation)
      for view in derivation.views.indices {
        let place = Derivation.Place(view: view, moment: derivation.now)
        let turns = Set(search.turns(of: part, among: Array(0...derivation.now), in: place))
        for moment in 1...derivation.now where !turns.contains(moment) {
          let (before, now) = (place.moved(to: moment - 1), place.moved(to: moment))
          #expect(derivation.standing(of: part, at: before) == derivation.standing(of: part, at: now))
          #expect(search.support(of: part, at: before) == search.support(of: part, at: now), "\(asked.question.text)")
        }
      }
    }
  }
}
