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

  @Test func gapsAreNotes() throws {
    let code = try #require(DiagnosticCode.named("C1101"))
    for (text, wanted) in [(code.wrong, ["left open: who judges the need"]), (code.right, [])] {
      let analysed = AnalysedText(text)
      #expect(analysed.errors == [] && analysed.found == [])
      #expect(analysed.gaps.map { $0.message } == wanted)
      #expect(analysed.gaps.allSatisfy { $0.code == code && $0.severity == .note })
    }
  }

  @Test func everyWarningHasOneAnalysis() {
    // Allowances are looked at when all others have spoken.
    #expect(AnalysisCatalogue.all.map { $0.code.identifier } + ["C0914"] == Self.codes)
    #expect(DiagnosticCode.warnings.allSatisfy { $0.severity == .warning })
  }
}
