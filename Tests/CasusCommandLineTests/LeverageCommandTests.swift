import Foundation
import Testing

/// `casus leverage` as a user runs it, on the examples above all.
@Suite struct LeverageCommandTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The members of the JSON form that the tests look at.
  private struct Report: Decodable {
    struct Decider: Decodable {
      var name: String
      var canForce: Bool
      var canBlock: Bool
    }
    struct Nature: Decodable {
      var heldOpen: [String]
      var given: [String]
    }
    var answer: String
    var proved: Bool
    var deciders: [Decider]
    var force: [[String]]
    var block: [[String]]
    var nature: Nature
  }

  private func report(_ arguments: [String]) throws -> Report {
    let run = try CasusProcess.run(["leverage"] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  private static let treaty = root.appending(path: "Examples/russia-dprk-2024/facts.casus").path
  private static let permanent: Set = ["China", "France", "Russia", "UnitedKingdom", "UnitedStates"]

  /// Article 51 leaves self-defence open until the Council has acted. Before the vote of 25 February 2022 each permanent
  /// member could keep it from acting, by its vote alone; nobody, and no group, could make it act, as the text leaves
  /// open whether measures are enough.
  @Test func eachPermanentMemberCanKeepTheCouncilFromClosingTheGateAndNoneCanCloseIt() throws {
    let gate = try report([Self.treaty, "Charter.council_has_acted(for: Ukraine)", "--as-of", "2022-02-24"])
    #expect(gate.proved && gate.answer == "unknown" && gate.deciders.count == 15)
    #expect(Set(gate.deciders.filter { $0.canBlock }.map { $0.name }) == Self.permanent)
    #expect(!gate.deciders.contains { $0.canForce } && gate.force.isEmpty)
    // Adopting a draft is the same without the gap: then groups of nine can, none smaller.
    let draft = try report([Self.treaty, "Charter.adopted(Draft155)", "--as-of", "2022-02-24"])
    #expect(Set(draft.deciders.filter { $0.canBlock }.map { $0.name }) == Self.permanent)
    #expect(!draft.deciders.contains { $0.canForce })
    #expect(draft.force.count == 210 && draft.force.allSatisfy { $0.count == 9 && Self.permanent.isSubset(of: $0) })
  }

  /// Each party's organs can keep it from owing help; the other party cannot make it owe any, nor can anybody.
  @Test(arguments: [
    ("Russia", "DPRK", ["FederationCouncil", "RussianPresident"]), ("DPRK", "Russia", ["StateAffairs"]),
  ])
  func eachPartyCanBlockItsOwnDutyByItsLawAndTheOtherCannotForceIt(
    _ ally: String, _ victim: String, _ organs: [String]
  ) throws {
    let rules = Self.root.appending(path: "Examples/russia-dprk-2024/treaty.casus").path
    let duty = try report([rules, "CSP.assistance(ally: \(ally), victim: \(victim))", "--as-of", "2026-01-01"])
    let blocking = Set(duty.deciders.filter { $0.canBlock }.map { $0.name })
    // Who would be helped need not ask for it: that is the one thing that the other party decides.
    #expect(duty.proved && blocking == Set(organs + [victim]))
    #expect(Set(duty.block) == Set((organs + [victim]).map { [$0] }))
    #expect(!duty.deciders.contains { $0.canForce } && duty.force.isEmpty)
    // Nor where an attack and a war are given: the ally's own organs would have to agree.
    let attacked = try report([
      rules, "CSP.assistance(ally: \(ally), victim: \(victim))", "--as-of", "2026-01-01", "--given",
      "assert under_attack(\(victim), by: Ukraine)", "--given", "assert put_in_war(\(victim), by: Ukraine)",
    ])
    #expect(!attacked.deciders.contains { $0.canForce })
    #expect(attacked.force == [organs + [victim]])
  }

  private static let joint = """
    type State
    entity Alba, Brabant, Cymru: State
    fact consents(_ state: State) decided by state
    fact attacked
    rule joint_action when attacked and count(s in State where consents(s)) >= 2
    """

  @Test func whatIsGivenIsNoLongerHeldOpen() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("pact.casus", Self.joint)
    let open = try report([file, "joint_action"])
    #expect(open.force.isEmpty && open.nature.heldOpen == ["attacked"] && open.nature.given.isEmpty)
    #expect(open.block.count == 3)
    let given = try report([file, "joint_action", "--given", "assert attacked"])
    #expect(given.force == [["Alba", "Brabant"], ["Alba", "Cymru"], ["Brabant", "Cymru"]])
    #expect(given.nature.heldOpen.isEmpty && given.nature.given == ["assert attacked"])
    let decided = try report([file, "joint_action", "--given", "assert attacked", "--given", "assert consents(Alba)"])
    #expect(decided.force == [["Brabant"], ["Cymru"]] && decided.deciders.map { $0.name } == ["Brabant", "Cymru"])
    let settled = try report([file, "joint_action", "--given", "deny attacked"])
    #expect(settled.answer == "false" && settled.deciders.allSatisfy { !$0.canForce })
  }

  @Test(arguments: [
    ("attacked", Int32(64), "--given: write a statement"), ("assert peace", 65, "peace"),
    ("ask attacked", 64, "--given: write a statement"), ("", 64, "--given: write a statement"),
  ])
  func whatIsGivenMustBeAStatement(_ given: String, _ status: Int32, _ message: String) throws {
    let folder = try ScratchFolder()
    let run = try CasusProcess.run(
      "leverage", folder.file("pact.casus", Self.joint), "joint_action", "--given", given)
    #expect(run.status == status && run.errors.contains(message), "\(run)")
  }

  /// With `CASUS_WRITE_GOLDEN` set, the files are written anew: look at them before you commit them.
  @Test(arguments: [("text", "leverage.txt"), ("json", "leverage.json"), ("svg", "leverage.svg")])
  func theFormsAreAsTheyWereSeen(_ format: String, _ name: String) throws {
    let council = Self.root.appending(path: "Examples/security-council/council.casus").path
    let run = try CasusProcess.run(
      "leverage", council, "adopted(AnyDraft)", "--as-of", "2026-11-24", "--indices", "--format", format)
    let golden = Self.root.appending(path: "Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["CASUS_WRITE_GOLDEN"] != nil {
      try run.output.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(run.output == (try String(contentsOf: golden, encoding: .utf8)), "\(name) differs")
  }
}
