import CasusDiagnostics
import CasusSemantics
import Testing

/// Every code of the catalogue has an example that shows it, and the same example mended.
@Suite struct CatalogueTests {
  /// Lexical and syntactic codes have examples for the parser alone, which names nothing.
  static let codesWithExamples = DiagnosticCode.all.filter {
    $0.severity == .error && !$0.wrong.isEmpty && $0.identifier > "C03" && $0.identifier < "C09"
  }

  @Test(arguments: codesWithExamples)
  func exampleShowsItsCode(_ code: DiagnosticCode) {
    #expect(
      TestPrograms.compile(code.wrong).codes == [code.identifier], "\(TestPrograms.compile(code.wrong).errorPlaces)")
  }

  @Test(arguments: codesWithExamples)
  func mendedExampleCompiles(_ code: DiagnosticCode) {
    let compilation = TestPrograms.compile(code.right)
    #expect(compilation.errorPlaces.map { $0.description } == [])
  }

  @Test func identifiersAreUniqueAndInOrder() {
    for group in [
      DiagnosticCode.names, DiagnosticCode.types, DiagnosticCode.declarations, DiagnosticCode.statements,
      DiagnosticCode.data, DiagnosticCode.limits,
    ] {
      let identifiers = group.map { $0.identifier }
      #expect(identifiers == identifiers.sorted())
      #expect(Set(identifiers).count == identifiers.count)
    }
  }
}

extension DiagnosticCode: CustomTestStringConvertible {
  public var testDescription: String { identifier }
}
