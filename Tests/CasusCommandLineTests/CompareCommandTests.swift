import Foundation
import Testing

/// `casus compare` as a user runs it.
@Suite struct CompareCommandTests {
  static let program = """
    type State
    entity Alba, Brabant: State
    fact at_war(_ state: State)
    fact consents(_ state: State) decided by state
    fact denounced presumed false
    fact troops -> Int
    rule old(of state: State) when at_war(state)
    rule new(of state: State) when at_war(state) and consents(state) unless denounced
    rule large when troops >= 10
    rule vague when at_war(Alba) and gap "who judges is not said"
    scenario "war" { assert at_war(Alba) }
    """

  private func run(_ arguments: String...) throws -> CasusProcess {
    let folder = try ScratchFolder()
    return try CasusProcess.run(["compare", folder.file("pact.casus", Self.program)] + arguments)
  }

  @Test func situationsAreScenariosThatRun() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("pact.casus", Self.program)
    let run = try CasusProcess.run("compare", file, "old(of: Alba)", "new(of: Alba)")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        left:  old(of: Alba)
        right: new(of: Alba)
          ⇐  right implies left: wherever right holds left does, and not the other way round

        scenario "left is true, right is false (1)" {
          assert at_war(Alba)
          deny consents(Alba)
          expect old(of: Alba) is true
          expect new(of: Alba) is false
        }

        scenario "left is true, right is false (2)" {
          assert at_war(Alba)
          assert denounced
          expect old(of: Alba) is true
          expect new(of: Alba) is false
        }

        """)
    let scenarios = try CasusProcess.run("compare", file, "old(of: Alba)", "new(of: Alba)", "--quiet").output
    let test = try CasusProcess.run("test", folder.file("test.casus", "use \"pact.casus\"\n" + scenarios))
    #expect(test.status == 0 && test.output.contains("2 passed, 0 failed"), "\(test)")
  }

  @Test func equivalenceIsToldAndItsLimits() throws {
    let same = try run("not (at_war(Alba) or at_war(Brabant))", "not at_war(any)", "--exit-status")
    #expect(same.status == 0 && same.output.contains("=  equivalent: no situation tells them apart\n"))
    let kept = try run("not denounced and at_war(Alba)", "at_war(Alba)", "--keep-presumptions")
    #expect(kept.output.contains("=  equivalent, as long as what is presumed holds\n"))
    let other = try run("denounced", "at_war(Alba)", "--exit-status")
    #expect(other.status == 1 && other.output.contains("≠  neither implies the other"))
  }

  @Test func aScenarioIsPartOfEverySituation() throws {
    let run = try run("old(of: Alba)", "new(of: Alba)", "--scenario", "war", "--keep-presumptions", "--quiet")
    #expect(
      run.output == """
        scenario "left is true, right is false (1)" {
          assert at_war(Alba)
          deny consents(Alba)
          expect old(of: Alba) is true
          expect new(of: Alba) is false
        }

        """)
  }

  @Test func jsonHasTheRelationAndSituations() throws {
    let run = try run("troops > 12", "large", "--format", "json")
    #expect(
      run.output == """
        {"schema": 1, "kind": "compare", "left": "troops > 12", "right": "large", "relation": "leftImpliesRight", \
        "proved": true, "complete": true, "situations": [{"statements": ["assert troops is 10..12"], "left": "false", \
        "right": "true"}], "keepsPresumptions": false}

        """)
  }

  @Test func aGapIsNoSituation() throws {
    let run = try run("vague", "at_war(Alba)")
    #expect(run.output.contains("⇒  left implies right"))
    #expect(run.output.contains("expect vague is unknown\n  expect at_war(Alba) is true"))
    #expect(run.output.contains("A gap has a part in it, which no statement fills: who judges is not said"))
  }

  @Test func oneQuestionUnderTwoPrograms() throws {
    let folder = try ScratchFolder()
    let old = try folder.file("old.casus", Self.program)
    let amended = Self.program.replacing("troops >= 10", with: "troops >= 8")
    let new = try folder.file("new.casus", amended)
    let same = try CasusProcess.run("compare", old, new, "new(of: Alba)", "--exit-status")
    #expect(same.status == 0 && same.output.contains("=  equivalent"), "\(same)")
    let parted = try CasusProcess.run("compare", old, new, "large", "--quiet")
    #expect(
      parted.output == """
        scenario "left is false, right is true (1)" {
          assert troops is 8..9
          expect large is false  // \(old); in \(new): true
        }

        """)
  }

  /// What Article 51 and the domestic laws took away from the promise of 1961.
  @Test func theTreatiesOf1961And2024PartBySituationsOfArticle51Too() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let run = try CasusProcess.run(
      "compare", root.appending(path: "Examples/russia-dprk-2024/promise-of-1961.casus").path, "--as-of", "2026-01-01",
      "--format", "json", "--limit", "100", "Friendship1961.assistance(ally: DPRK, victim: Russia)",
      "CSP.assistance(ally: DPRK, victim: Russia)")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"relation\": \"rightImpliesLeft\""))
    #expect(run.output.contains("\"keepsPresumptions\": false"))
    for part in ["takes_measures", "vote", "approves(StateAffairs", "asks_help(Russia"] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test func programsThatDoNotFitAreNotCompared() throws {
    let folder = try ScratchFolder()
    let first = try folder.file("first.casus", "fact troops -> Int fact war rule alarm when war and troops > 3")
    let second = try folder.file("second.casus", "fact troops -> Decimal fact war rule alarm when war and troops > 3")
    let third = try folder.file(
      "third.casus", "fact troops -> Int fact war rule alarm when war and troops > 3 deny war")
    let declared = try CasusProcess.run("compare", first, second, "alarm")
    #expect(declared.status == 65 && declared.errors.contains("declare `troops` otherwise"), "\(declared)")
    let told = try CasusProcess.run("compare", first, third, "alarm")
    #expect(told.status == 65 && told.errors.contains("tell `war` otherwise"), "\(told)")
  }

  @Test func valuesAreNotCompared() throws {
    let run = try run("troops", "large")
    #expect(
      run.status == 64 && run.errors == "casus: only conditions are compared: of a value ask one, as in `troops >= …`\n"
    )
    #expect(try self.run("large").status == 64)
  }
}
