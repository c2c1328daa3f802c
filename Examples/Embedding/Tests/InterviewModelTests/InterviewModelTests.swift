import Casus
import Foundation
import InterviewModel
import Testing

/// A person at the window, asked about the consultations of Article 3.
@Suite @MainActor struct InterviewModelTests {
  private func model() throws -> InterviewModel {
    let treaty = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "russia-dprk-2024/treaty.casus")
    let query = try Program(contentsOf: treaty).query("CSP.consultation(Russia, about: DPRK)")
    return try InterviewModel(query, asOf: .day(2025, 8, 18))
  }

  private func prompt(_ model: InterviewModel) throws -> InterviewModel.Prompt {
    guard case .asking(let prompt) = model.screen else { throw Unexpected(screen: "\(model.screen)") }
    return prompt
  }

  private struct Unexpected: Error { var screen: String }

  /// A threat decides in three cases of four, each request in one of four.
  @Test func theThreatIsAskedForFirstAndSettlesTheRest() throws {
    let model = try model()
    #expect(
      try prompt(model).text
        == "Is there a direct threat of an armed invasion of Democratic People's Republic of Korea?")
    #expect(!model.canGoBack)
    model.reply(.no)
    guard case .settled(let verdict) = model.screen else { throw Unexpected(screen: "\(model.screen)") }
    #expect(verdict.text == "false" && verdict.reasons.contains { $0.contains("CSP 3") })
  }

  @Test func eitherSideMayAsk() throws {
    let model = try model()
    model.reply(.yes)
    let first = try prompt(model)
    #expect(first.number == 1 && first.text.hasPrefix("Has "))
    model.reply(.no)
    let second = try prompt(model)
    #expect(Set([first.decidedBy, second.decidedBy]) == ["Russia", "DPRK"])
    model.reply(.yes)
    guard case .settled(let verdict) = model.screen else { throw Unexpected(screen: "\(model.screen)") }
    #expect(verdict.text == "true")
  }

  @Test func aReplyIsTakenBack() throws {
    let model = try model()
    let first = model.screen
    model.reply(.no)
    model.goBack()
    #expect(model.screen == first && !model.canGoBack)
  }

  /// A condition has no value: the model says so, and asks again.
  @Test func aReplyThatCannotBeChangesNothing() throws {
    let model = try model()
    let first = model.screen
    model.reply(.told(5))
    #expect(model.screen == first && model.problem != nil)
    model.reply(.yes)
    #expect(model.problem == nil)
  }
}
