import Testing

/// Which alternative of a rule held, and which case of a definition did not apply, is told as what it is.
@Suite struct CaseExplanationTests {
  private static let program = """
    type Kind = Sun | Rain | Snow
    /// It is sunny.
    rule out(_ kind: Kind) when kind is Sun
    /// It rains, and there is an umbrella.
    rule out(_ kind: Kind) when kind is Rain

    /// Whether there is leave to go.
    rule leave(_ kind: Kind) when kind is Sun
    rule leave(_ kind: Kind) when kind is Rain

    type Label = NotACase | Listed | Other
    fact fought asks "Did they fight?"
    fact known
    fact wet
    fact cold
    assert fought source "The register"
    deny known source "The census"
    define label -> Label is
      NotACase when known or not fought,
      Listed when wet,
      Other

    /// It is dry.
    rule stay when not wet
    /// It is cold.
    rule stay when wet and cold
    /// One was left.
    rule walk when wet
    /// Nobody fought.
    rule walk when not fought
    """

  private func explain(_ query: String) throws -> String {
    let folder = try ScratchFolder()
    let run = try CasusProcess.run("explain", try folder.file("case.casus", Self.program), query)
    #expect(run.errors == "")
    return run.output
  }

  @Test func theNoteIsThatOfTheAlternativeThatHeld() throws {
    let rain = try explain("out(Rain)")
    #expect(rain.contains("It rains, and there is an umbrella.") && !rain.contains("It is sunny."), "\(rain)")
    let sun = try explain("out(Sun)")
    #expect(sun.contains("It is sunny.") && !sun.contains("umbrella"), "\(sun)")
  }

  /// Neither is why it fails.
  @Test func whereNoAlternativeHoldsNoneIsNoted() throws {
    let snow = try explain("out(Snow)")
    #expect(!snow.contains("It is sunny.") && !snow.contains("umbrella"), "\(snow)")
  }

  @Test func aNoteAboveTheFirstAloneIsAboutTheRule() throws {
    #expect(try explain("leave(Rain)").contains("Whether there is leave to go."))
    #expect(try explain("leave(Snow)").contains("Whether there is leave to go."))
  }

  @Test func whileAlternativesAreOpenEachHasItsNote() throws {
    let open = try explain("stay")
    #expect(open.contains("It is dry.") && open.contains("It is cold."), "\(open)")
    let one = try explain("walk")
    #expect(one.contains("One was left.") && !one.contains("Nobody fought."), "\(one)")
  }

  @Test func aCaseThatDidNotApplySaysWhy() throws {
    let told = try explain("label")
    #expect(
      told.contains("✗ NotACase when known or not fought: does not apply\n"), "\(told)")
    #expect(told.contains("✓ Did they fight? Yes.\n") && told.contains("✗ known: no\n"), "\(told)")
    #expect(!told.contains("Not: "), "\(told)")
  }
}
