import CasusAnalysis
import CasusEngine
import CasusSemantics
import Foundation
import Testing

/// What an explanation ends in gives the answer that it explains, told alone.
@Suite struct ReplayTests {
  @Test(arguments: RepositoryProgram.examples + RepositoryProgram.conformance)
  func theLeavesGiveTheAnswer(_ file: RepositoryProgram) throws {
    for asked in try file.questions() {
      let explanation = try asked.explanation()
      let answer = try asked.answer()
      let replayed = try asked.answer(telling: explanation.statements)
      #expect(replayed.outcome == answer.outcome, "\(asked.question.text)")
    }
  }
}
