import Testing

/// What tests decide of a program's conditions.
@Suite struct CoverageTests {
  static let rules = """
    type State
    entity Alba, Brabant: State
    fact attacked(_ state: State)
    fact small
    fact neutral(_ state: State) presumed false
    rule helped(_ state: State) when attacked(state) and
      not small unless neutral(state)
    exception truce to helped when gap "whether a truce counts"
    rule spare when small
    define rate -> Int is 1 when small, 2
    """

  /// `attacked` is told both ways and `neutral` once each way; `small` is told to be false, and `truce` is a gap, so that
  /// `helped` can come out false and never true.
  static let war = """
    use "rules.casus"
    scenario "war" {
      assert attacked(Alba)
      deny attacked(Brabant)
      assert neutral(Alba)
      deny small
      expect helped(Alba) is false
      expect helped(Brabant) is false
    }
    """

  /// Tells what `small` holds, of which the rate depends.
  static let rate = """
    use "rules.casus"
    scenario "rate" {
      assert small
      expect rate is 1
    }
    """

  @Test func whatComesOutOnOneSideIsTold() throws {
    let folder = try ScratchFolder()
    _ = try folder.file("rules.casus", Self.rules)
    let run = try CasusProcess.run("test", try folder.file("war.casus", Self.war), "--coverage")
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").dropFirst(2).map { line in
      line.split(separator: ":").last.map { $0.split(separator: " ").joined(separator: " ") } ?? ""
    }
    // In the order of the text; the definition is never asked for.
    #expect(
      lines == [
        "6 never true rule helped", "7 never false condition not small", "8 never decided exception truce",
        "9 never decided rule spare", "9 never decided condition small", "10 never decided condition small",
      ], "\(run.output)")
    #expect(run.output.contains("coverage: 3 of 9 decided on both sides\n"))
  }

  @Test func foldersAreTheSameWhicheverWayTheyAreNamed() throws {
    for command in [["test", "--coverage"], ["check"], ["fmt", "--check"]] {
      let plain = try CasusProcess.run(command + ["Examples/csto"])
      let dotted = try CasusProcess.run(command + ["./Examples/csto"])
      #expect(plain.status == 0 && plain.output == dotted.output && dotted.status == 0, "\(plain) \(dotted)")
    }
  }

  @Test func programsThatUseOneFileAreTakenTogether() throws {
    let folder = try ScratchFolder()
    _ = try folder.file("rules.casus", Self.rules)
    let files = [try folder.file("war.casus", Self.war), try folder.file("rate.casus", Self.rate)]
    let run = try CasusProcess.run("test", files[0], files[1], "--coverage")
    #expect(run.output.contains("2 passed, 0 failed (3 expectations)\ncoverage: 3 of 9 decided on both sides\n"))
    #expect(run.output.contains("rules.casus:10  never false"), "\(run.output)")
  }

  @Test func formsAreJSONAndTextAlone() throws {
    let folder = try ScratchFolder()
    _ = try folder.file("rules.casus", Self.rules)
    let file = try folder.file("war.casus", Self.war)
    let json = try CasusProcess.run("test", file, "--coverage", "--format", "json")
    #expect(json.output.contains(#""kind": "coverage", "total": 9, "covered": 3"#), "\(json.output)")
    #expect(try CasusProcess.run("test", file, "--format", "json").output.contains("coverage") == false)
    let refused = try CasusProcess.run("test", file, "--coverage", "--format", "junit")
    #expect(refused.status == 64)
    #expect(refused.output == "")
  }
}
