import Foundation
import Testing

/// `casus chance` as a user runs it.
@Suite struct ChanceCommandTests {
  static let program = """
    type State
    entity Alba, Brabant: State
    fact at_war(_ state: State)
    fact approves decided by Alba
    fact denounced presumed false
    fact troops -> Int
    rule aid when at_war(Alba) and approves unless denounced
    rule large when troops >= 10 or at_war(Brabant)
    rule share when 10 / troops > 3
    """

  private func run(_ arguments: String...) throws -> CasusProcess {
    let folder = try ScratchFolder()
    return try CasusProcess.run(["chance", folder.file("pact.casus", Self.program)] + arguments)
  }

  @Test func textTellsTheChanceAndWhatEachFactDoes() throws {
    // 3/10 · 1/2, and with 1/10 for the notice 9/10 of it.
    let run = try run("aid", "--chance", "at_war(Alba)=0.3", "--chance", "approves=1/2", "--chance", "denounced = 0.1")
    #expect(
      run.output == """
        aid
          0.135000 (27/200)

                        given     then      else
          at_war(Alba)  0.300000  0.450000  0.000000
          approves      0.500000  0.270000  0.000000
          denounced     0.100000  0.000000  0.150000

        """, "\(run.errors)")
  }

  @Test func whatHasNoChanceMakesARange() throws {
    let run = try run("aid", "--chance", "at_war(Alba)=0.3")
    #expect(run.output.contains("from 0 to 0.300000 (3/10)"))
    #expect(run.output.contains("No chance is given of approves."))
  }

  @Test func aValueMayHaveSeveral() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("pact.casus", Self.program)
    let chances = try folder.file(
      "chances.txt", "// What the staff thinks\n\ntroops >= 10 = 0.25\ntroops < 5 = 0.5\nat_war(Brabant) = 0\n")
    let run = try CasusProcess.run("chance", file, "large", "--chances", chances, "--format", "json")
    #expect(
      run.output == """
        {"schema": 1, "kind": "chance", "query": "large", "chance": {"fraction": "1/4", "decimal": 0.250000}, \
        "proved": true, "facts": [{"condition": "troops >= 10", "chance": {"fraction": "1/4", "decimal": 0.250000}, \
        "ifTrue": {"fraction": "1", "decimal": 1.000000}, "ifFalse": {"fraction": "0", "decimal": 0.000000}}, \
        {"condition": "troops < 5", "chance": {"fraction": "1/2", "decimal": 0.500000}, "ifTrue": {"fraction": "0", \
        "decimal": 0.000000}, "ifFalse": {"fraction": "1/2", "decimal": 0.500000}}, {"condition": "at_war(Brabant)", \
        "chance": {"fraction": "0", "decimal": 0.000000}, "ifTrue": {"fraction": "1", "decimal": 1.000000}, "ifFalse": \
        {"fraction": "1/4", "decimal": 0.250000}}], "open": []}

        """, "\(run.errors)")
  }

  @Test(arguments: [
    ("at_war(Alba)", "is not of the form"), ("at_war(Alba)=1.5", "is not of the form"),
    ("at_war(Alba)=1/0", "is not of the form"), ("at_war(Alba)=-1", "is not of the form"),
    ("not at_war(Alba) and approves=0.5", "does not speak of one open fact alone"), ("true=0.5", "is settled already"),
    ("troops=0.5", "is a value"),
  ])
  func chancesThatMakeNoSenseAreErrors(_ chance: String, _ message: String) throws {
    let run = try run("aid", "--chance", chance)
    #expect(run.status >= 64 && run.errors.contains(message), "\(run)")
  }

  @Test func chancesOfOneFactMustFit() throws {
    let tooMuch = try run("large", "--chance", "troops < 5 = 0.6", "--chance", "troops >= 10 = 0.6")
    #expect(tooMuch.status == 65 && tooMuch.errors.contains("add up to more"))
    let overlapping = try run("large", "--chance", "troops < 5 = 0.2", "--chance", "troops < 3 = 0.2")
    #expect(overlapping.status == 65 && overlapping.errors.contains("overlaps"))
    let fault = try run("share", "--chance", "at_war(Alba)=0.5")
    #expect(fault.status == 65 && fault.errors.contains("the question may fail"))
  }
}
