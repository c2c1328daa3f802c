import CasusDiagnostics
import CasusSyntax
import Testing

/// The examples with which codes explain themselves.
@Suite struct DiagnosticExampleTests {
  static let codes = (DiagnosticCode.lexical + DiagnosticCode.syntax).map(\.identifier)

  @Test(arguments: codes)
  func wrongExampleHasThisErrorAndRightOneHasNone(_ identifier: String) throws {
    let code = try #require(DiagnosticCode.named(identifier))
    #expect(!code.title.isEmpty && !code.explanation.isEmpty)
    // Bytes that are no UTF-8, and what is too deep, cannot be shown in a small text.
    if ["C0102", "C0801"].contains(identifier) { return }
    #expect(assertParse(code.wrong).diagnostics.map(\.code.identifier) == [identifier])
    #expect(assertParse(code.right).diagnostics.map(\.message) == [])
  }

  @Test func codesAreThereOnce() {
    #expect(Set(Self.codes).count == Self.codes.count)
  }
}
