import Testing

/// What cannot be computed is told with its reason, and with what does not help it.
@Suite struct FaultExplanationTests {
  static let program = """
    type Army = First | Second
    set Old = { First }
    fact seats -> Int
    fact strength(_ army: Old) -> Int
    fact small
    assert seats is 0 source "The register"
    deny small source "The census"
    """

  private func explain(_ query: String) throws -> String {
    let folder = try ScratchFolder()
    let run = try CasusProcess.run("explain", try folder.file("seats.casus", Self.program), query)
    #expect(run.errors == "")
    return run.output
  }

  @Test func aDivisorNamesWhereItIsToldToBeZero() throws {
    let told = try explain("6 / seats > 2 or small")
    #expect(told.contains("! 6 / seats > 2 or small: fault, this divides by zero\n"), "\(told)")
    #expect(told.contains("! 6 / seats > 2: cannot be computed\n"), "\(told)")
    #expect(told.contains("= seats: 0\n") && told.contains("The register\n"), "\(told)")
    // It fails because the other side does not hold, either.
    #expect(told.contains("The census\n"), "\(told)")
  }

  @Test func aCaseOutsideASetIsNotOpen() throws {
    let told = try explain("strength(Second) > 3")
    #expect(told.contains("! strength(Second): cannot be computed\n"), "\(told)")
    #expect(!told.contains("open"), "\(told)")
  }
}
