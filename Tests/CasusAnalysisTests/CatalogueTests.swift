import CasusDiagnostics
import Testing

@testable import CasusAnalysis

/// Every warning has an example that shows it alone, and the same example mended.
@Suite struct CatalogueTests {
  static let codes = DiagnosticCode.warnings.map { $0.identifier }

  @Test(arguments: codes)
  func exampleShowsItsWarning(_ identifier: String) throws {
    let code = try #require(DiagnosticCode.named(identifier))
    let wrong = AnalysedText(code.wrong)
    #expect(wrong.errors == [])
    #expect(wrong.found.map { $0.code } == [identifier], "\(wrong.found)")
  }

  @Test(arguments: codes)
  func mendedExampleHasNone(_ identifier: String) throws {
    let code = try #require(DiagnosticCode.named(identifier))
    let right = AnalysedText(code.right)
    #expect(right.errors == [])
    #expect(right.found == [])
  }

  @Test func everyWarningHasOneAnalysis() {
    // Allowances are looked at when all others have spoken.
    #expect(AnalysisCatalogue.all.map { $0.code.identifier } + ["C0914"] == Self.codes)
    #expect(DiagnosticCode.warnings.allSatisfy { $0.severity == .warning })
  }
}
