import Foundation
import Testing

@testable import CasusCommandLine

/// `docs/session.md` says of the session what the session says of itself.
@Suite struct SessionPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/session.md")

  @Test func everyCommandIsListed() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let listed = text.split(separator: "\n").filter { $0.hasPrefix("| `:") }.map { String($0) }
    #expect(listed == SessionCommand.all.map { Self.row(of: $0) })
  }

  private static func row(of command: SessionCommand) -> String {
    let usage = ":" + command.name + (command.arguments.isEmpty ? "" : " " + command.arguments)
    return "| `\(usage.replacing("|", with: "\\|"))` | \(command.summary) |"
  }
}
