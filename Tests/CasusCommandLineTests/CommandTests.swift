import Foundation
import Testing

@testable import CasusCommandLine

/// Commands as a user runs them.
@Suite struct CommandTests {
  static let program = """
    type State
    entity Alba "Kingdom of Alba", Brabant: State
    fact attacked(_ victim: State, by attacker: State) decided by attacker
      asks "Does {attacker} attack {victim}?"
    rule alarmed(_ state: State) when attacked(state, by: any)
    ask alarmed(Alba)
    scenario "war" {
      as of 1914-08-05
      assert attacked(Alba, by: Brabant) from 1914-08-04
      ask alarmed(any)
      expect alarmed(Alba) is true
      ask alarmed(Alba) as of 1914-08-01
    }
    """

  @Test func runAnswersInTheOrderOfTheText() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("war.casus", Self.program)
    let run = try CasusProcess.run("run", file, "--as-of", "1914-01-01")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix(file))
    #expect(run.output.contains("war" + String(repeating: " ", count: 100 - 3 - 16) + "as of 1914-08-05\n"))
    #expect(run.output.contains("  alarmed(Alba)   as of 1914-08-01\n    ?  unknown"))
    #expect(run.output.hasSuffix("\n1 expectation holds\n"))
    #expect(run.output.contains("attacked(Alba, by: Brabant)   decided by Brabant"))
    let again = try CasusProcess.run("run", file, "--as-of", "1914-01-01")
    #expect(again.output == run.output)
    let quiet = try CasusProcess.run("run", file, "--quiet")
    #expect(!quiet.output.contains("holds"))
  }

  @Test func jsonFormsAreJSON() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("war.casus", Self.program)
    let array = try CasusProcess.run("run", file, "--format", "json")
    let objects = try #require(
      try JSONSerialization.jsonObject(with: Data(array.output.utf8)) as? [[String: Any]])
    #expect(objects.map { $0["kind"] as? String } == ["ask", "ask", "expect", "ask"])
    #expect(objects.map { $0["line"] as? Int } == [6, 10, 11, 12])
    #expect(objects[2]["holds"] as? Bool == true)
    #expect(objects[1]["answer"] as? String == "rows")
    let rows = try #require(objects[1]["rows"] as? [[String: Any]])
    #expect(rows.map { $0["answer"] as? String } == ["true", "unknown"])
    #expect(rows.map { $0["bindings"] as? [String: String] } == [["state": "Alba"], ["state": "Brabant"]])
    let open = try #require(objects[3]["openFacts"] as? [[String: Any]])
    #expect(open.first?["asks"] as? String != nil)
    #expect(open.contains { $0["asks"] as? String == "Does Brabant attack Kingdom of Alba?" }, "\(open)")
    let lines = try CasusProcess.run("run", file, "--format", "ndjson")
    #expect(lines.output.split(separator: "\n").count == 4)
    let empty = try folder.file("empty.casus", "")
    #expect(try CasusProcess.run("run", empty, "--format", "json").output == "[]\n")
  }

  @Test func standardInputIsAFile() throws {
    let run = try CasusProcess.run("run", "-", "--as-of", "1914-01-01", input: Self.program)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<stdin>"))
  }

  @Test func testSearchesFoldersAndFilters() throws {
    let folder = try ScratchFolder()
    _ = try folder.file("a/war.casus", Self.program)
    _ = try folder.file("b/c/peace.casus", "fact calm\nscenario \"peace\" { expect calm is unknown }\n")
    _ = try folder.file("b/none.casus", "fact calm\nscenario \"asks only\" { ask calm }\n")
    let all = try CasusProcess.run("test", folder.url.path)
    #expect(all.output == "2 passed, 0 failed (2 expectations)\n")
    let some = try CasusProcess.run("test", folder.url.path, "--filter", "peace")
    #expect(some.output == "1 passed, 0 failed (1 expectation)\n")
    let json = try CasusProcess.run("test", folder.url.path, "--format", "json")
    let objects = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(objects.map { $0["scenario"] as? String } == ["war", "peace"])
    let junit = try CasusProcess.run("test", folder.url.path, "--format", "junit")
    #expect(junit.output.contains("<testsuites tests=\"2\" failures=\"0\">"))
  }

  @Test func checkReportsAllFilesInOneArray() throws {
    let folder = try ScratchFolder()
    let shared = try folder.file("shared.casus", "rule wet when rain\n")
    let first = try folder.file("first.casus", "use \"shared.casus\"\nrule a when nothing\n")
    let second = try folder.file("second.casus", "use \"shared.casus\"\n")
    let run = try CasusProcess.run("check", first, second, shared, "--diagnostics", "json")
    #expect(run.status == 1)
    let objects = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(objects.count == 2, "one cause, one error, however many files use it: \(run.output)")
  }

  @Test func coloursAreHonoured() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("war.casus", Self.program)
    func isColored(_ environment: [String: String], _ option: String) throws -> Bool {
      try CasusProcess.run("run", file, "--color", option, environment: environment).output.contains("\u{1B}")
    }
    #expect(try !isColored([:], "auto"))
    #expect(try isColored([:], "always"))
    #expect(try isColored(["CLICOLOR_FORCE": "1"], "auto"))
    #expect(try !isColored(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], "auto"))
    #expect(try isColored(["NO_COLOR": "1"], "always"))
    #expect(try !isColored(["CLICOLOR_FORCE": "1"], "never"))
  }

  @Test func theSessionAnswersAndRemembers() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("war.casus", Self.program)
    let run = try CasusProcess.run(
      "repl", file, "--as-of", "1914-01-01",
      input:
        "alarmed(Alba)\nassert attacked(Alba, by:\n  Brabant)\nalarmed(Alba)\nexpect alarmed(Alba) is true\n:quit\nx\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains("?  unknown") && run.output.contains("✓  true\n") && run.output.contains("true, as expected"),
      "\(run.output)")
    let wrong = try CasusProcess.run("repl", file, "--keep-going", input: "nonsense\nalarmed(Brabant)\n")
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("nonsense"))
    #expect(wrong.output.contains("alarmed(Brabant)"))
  }

  @Test func describeTellsEveryCode() throws {
    let list = try CasusProcess.run("describe").output
    #expect(list.contains("C0301  "))
    let one = try CasusProcess.run("describe", "c0301")
    #expect(one.status == 0)
    #expect(one.output.hasPrefix("C0301 (error): "))
  }

  @Test func theVersionIsTold() throws {
    let text = try CasusProcess.run("--version")
    #expect(text.status == 0 && text.output.hasPrefix("casus "))
    let json = try CasusProcess.run("--version", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["version"] as? String == text.output.dropFirst(6).trimmingCharacters(in: .newlines))
    #expect(try CasusProcess.run("--version", "--format", "xml").status == 64)
  }

  /// `a and (b or c)` asks each of the three once.
  @Test func askTellsHowLargeTheDiagramIs() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("rule.casus", "fact a fact b fact c rule r when a and (b or c)")
    let run = try CasusProcess.run("ask", file, "r", "--statistics")
    let size = /^decision diagram: 3 variables, 3 nodes, at most (\d+) at once\n$/
    let told = try #require(run.errors.firstMatch(of: size), "\(run.errors)")
    #expect(try #require(Int(told.1)) >= 3)
    #expect(try CasusProcess.run("ask", file, "r").errors == "")
  }
}
