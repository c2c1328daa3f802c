import CasusDiagnostics
import Foundation
import Testing

@testable import CasusAnalysis
@testable import CasusCommandLine

/// Explanations in all their forms.
@Suite struct ExplanationFormatTests {
  /// One of nearly everything: both kinds of ranks, views, a gap, a split, a presumption, wide characters, markup.
  private static let program = """
    type State
    entity Alba "Kingdom of <Alba> & Isles", Brabant "브라반트 공국", Cymru: State
    /// An attack by land or by sea.
    fact attacked(_ victim: State, by attacker: State) asks "Does {attacker} attack {victim}?"
    fact neutral(_ state: State) presumed false
    fact consents(_ state: State) decided by state
    event send(by helper: State, to helped: State)
    treaty Charter "Charter of All" {
      in force from 1900-01-01
      article 9 "The Charter prevails." { Charter prevails over any treaty }
      article 1 "No force <without> leave." {
        norm peace(by state: State, to other: State): state must not send(to: other) when neutral(other)
      }
    }
    treaty Pact "상호 원조 조약" {
      parties Alba, Brabant
      in force from 1905-01-01
      article 2 "Each helps the other “at once”." {
        norm aid(_ ally: Party, _ victim: Party):
          ally must send(to: victim) within 10 days
          when ally is not victim and attacked(victim, by: any)
          unless consents(ally) and not consents(ally)
      }
    }
    scenario "views" {
      as of 1905-06-01
      assert attacked(Alba, by: Cymru) from 1905-05-20 according to Alba source "Gazette, 1905-05-21"
      deny attacked(Alba, by: any) according to Cymru source "크루 신문"
    }
    scenario "ranks" {
      as of 1905-06-01
      assert attacked(Alba, by: Cymru) from 1905-05-20 source "Gazette, 1905-05-21"
      assert neutral(Alba) from 1905-05-30 source "Gazette, 1905-05-31"
    }
    scenario "open" { as of 1905-06-01 deny attacked(Alba, by: Alba) source "It is one state" }
    """

  private static let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")

  private func explain(_ scenario: String, _ format: String) throws -> String {
    let folder = try ScratchFolder()
    let file = try folder.file("pact.casus", Self.program)
    let run = try CasusProcess.run(
      "explain", file, "Pact.aid(Brabant, Alba)", "--scenario", scenario, "--format", format)
    #expect(run.status == 0 && run.errors.isEmpty)
    return run.output.replacing(folder.url.path + "/", with: "")
  }

  /// With `CASUS_WRITE_GOLDEN` set, the files are written anew: look at them before you commit them.
  @Test(arguments: ["views", "ranks", "open"], ["text", "json", "html", "dot", "svg"])
  func theFormsAreAsTheyWereSeen(_ scenario: String, _ format: String) throws {
    let text = try explain(scenario, format)
    let file = Self.golden.appending(path: "explanation-\(scenario).\(format == "text" ? "txt" : format)")
    if ProcessInfo.processInfo.environment["CASUS_WRITE_GOLDEN"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(file.lastPathComponent) differs")
  }

  @Test(arguments: ["views", "ranks", "open"])
  func linesFitATerminal(_ scenario: String) throws {
    for line in try explain(scenario, "text").split(separator: "\n") {
      #expect(String(line).terminalWidth <= 80, "\(line)")
    }
  }

  /// Every member is in the documentation, and the tree is one.
  @Test(arguments: ["views", "ranks", "open"])
  func theJSONIsAsDocumented(_ scenario: String) throws {
    let text = try explain(scenario, "json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? Int == 1 && object["kind"] as? String == "explanation")
    let page = try String(
      contentsOf: Self.golden.appending(path: "../../docs/explanations.md").standardizedFileURL, encoding: .utf8)
    var ids: [String] = []
    var open = [try #require(object["tree"] as? [String: Any])]
    while let node = open.popLast() {
      for name in node.keys { #expect(page.contains("`\(name)`"), "\(name) is not documented") }
      ids.append(try #require(node["id"] as? String))
      #expect(page.contains("`\(node["is"] as? String ?? "")`"))
      open += try #require(node["because"] as? [[String: Any]])
    }
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids) == Set((1...ids.count).map { "n\($0)" }))
  }

  @Test func anArgumentOfHundredsOfStepsIsToldInEveryForm() throws {
    var program = "fact start\nrule r0 when start\n"
    for number in 1...300 { program += "rule r\(number) when r\(number - 1)\n" }
    let folder = try ScratchFolder()
    let file = try folder.file("deep.casus", program)
    for format in ["text", "json", "html", "dot", "svg"] {
      let run = try CasusProcess.run("explain", file, "r300", "--format", format)
      #expect(run.status == 0, "\(format)")
      #expect(run.output.contains("start"))
    }
  }
}
