import Foundation
import Testing

@testable import CasusCommandLine

/// The exit codes that other programs rely on.
@Suite struct ExitStatusTests {
  static let right = """
    fact rain
    rule wet when rain
    scenario "a storm" {
      expect wet is unknown
      assert rain
      expect wet is true
    }
    ask wet
    """

  @Test func doneIsZero() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("right.casus", Self.right)
    for command in ["run", "check", "test"] {
      let run = try CasusProcess.run(command, file)
      #expect(run.status == 0, "\(command): \(run.errors)")
      #expect(run.errors.isEmpty)
    }
    #expect(try CasusProcess.run("--version").output == "casus 0.1.0\n")
    #expect(try CasusProcess.run("--help").status == 0)
    #expect(try CasusProcess.run("describe").status == 0)
  }

  @Test func aFindingIsOne() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("wrong.casus", "fact rain\nscenario \"dry\" {\n  expect rain is false\n}\n")
    for command in ["run", "test"] {
      let run = try CasusProcess.run(command, file)
      #expect(run.status == 1, "\(command)")
      #expect(run.output.contains("wrong.casus:3: expected rain is false, got unknown"), "\(run.output)")
    }
    let unchecked = try folder.file("unchecked.casus", "rule wet when rain\n")
    #expect(try CasusProcess.run("check", unchecked).status == 1)
  }

  @Test(arguments: [
    [], ["run"], ["--nonsense"], ["run", "--nonsense", "x.casus"], ["bogus"], ["run", "x", "--as-of", "yesterday"],
    ["run", "x", "--format", "yaml"], ["run", "x", "--max-depth", "1001"], ["run", "x", "--timeout", "0"],
    ["describe", "C9999"],
  ])
  func aWrongCommandLineIs64(_ arguments: [String]) throws {
    if arguments.isEmpty { return }
    var run: CasusProcess
    switch arguments.count {
    case 1: run = try CasusProcess.run(arguments[0])
    case 2: run = try CasusProcess.run(arguments[0], arguments[1])
    case 3: run = try CasusProcess.run(arguments[0], arguments[1], arguments[2])
    default: run = try CasusProcess.run(arguments[0], arguments[1], arguments[2], arguments[3])
    }
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func aWrongProgramIs65() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("wrong.casus", "rule wet when rain\nask wet\n")
    for command in ["run", "test"] {
      let run = try CasusProcess.run(command, file)
      #expect(run.status == 65, "\(command)")
      #expect(run.output.isEmpty || command == "test")
      #expect(run.errors.contains("wrong.casus:1:15"), "\(run.errors)")
    }
    let right = try folder.file("right.casus", Self.right)
    let asked = try CasusProcess.run("ask", right, "snow")
    #expect(asked.status == 65)
    #expect(asked.errors.contains("<query>:1:1"), "\(asked.errors)")
    #expect(try CasusProcess.run("run", right, "--according-to", "Nobody").status == 64)
  }

  @Test func aFaultIs65AndTheOthersAreAnswered() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("fault.casus", "fact n -> Int\nassert n is 0\nask 10 / n > 3\nask n\n")
    let run = try CasusProcess.run("run", file, "--format", "ndjson")
    #expect(run.status == 65)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("\"answer\": \"fault\", \"fault\": {\"message\": ") == true, "\(run.output)")
    #expect(lines.last?.contains("\"value\": {\"is\": 0}") == true, "\(run.output)")
  }

  @Test func anUnreadableFileIs66() throws {
    let folder = try ScratchFolder()
    let missing = try CasusProcess.run("run", folder.url.appending(path: "missing.casus").path)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("no such file"))
    let directory = try CasusProcess.run("run", folder.url.path)
    #expect(directory.status == 66)
    #expect(directory.errors.contains("it is a directory"))
    let large = try folder.file("large.casus", String(repeating: "// A long comment.\n", count: 60_000))
    let refused = try CasusProcess.run("run", large, "--max-memory", "1")
    #expect(refused.status == 66)
    #expect(refused.errors.contains("--max-memory"))
  }

  @Test func aLimitIs75AndNamesItsOption() throws {
    let folder = try ScratchFolder()
    let deep = try folder.file("deep.casus", "ask " + String(repeating: "(", count: 100) + "\n")
    let nested = try CasusProcess.run("run", deep, "--max-depth", "20")
    #expect(nested.errors.contains("--max-depth"))
    let wide = try folder.file(
      "wide.casus",
      "set N = 1..300\nfact f(_ n: N)\nask count(a in N, b in N, c in N where f(a) and f(b) and f(c)) > 5\nask f(1)\n")
    let run = try CasusProcess.run("run", wide, "--max-steps", "10000", "--quiet")
    #expect(run.status == 75)
    #expect(run.errors.contains("--max-steps"), "\(run.errors)")
    #expect(run.output.contains("f(1)"))
    let slow = try CasusProcess.run("run", wide, "--timeout", "0.3")
    #expect(slow.status == 75)
    #expect(slow.errors.contains("--timeout") || slow.errors.contains("--max-steps"), "\(slow.errors)")
  }

  @Test func theAnswerCanBeTheExitCode() throws {
    let folder = try ScratchFolder()
    let file = try folder.file(
      "views.casus",
      "type S\nentity A, B: S\nfact yes\nfact no\nfact open\nfact said\nassert yes\ndeny no\n"
        + "assert said according to A\ndeny said according to B\n")
    for (query, status) in [("yes", 0), ("no", 1), ("open", 2), ("said", 3)] {
      #expect(try CasusProcess.run("ask", file, query, "--exit-status").status == Int32(status), "\(query)")
      #expect(try CasusProcess.run("ask", file, query).status == 0, "\(query)")
    }
    #expect(try CasusProcess.run("ask", file, "said", "--according-to", "A", "--exit-status").status == 0)
  }

  @Test(arguments: [(0, 1, 1), (1, 65, 65), (65, 1, 65), (66, 75, 66), (0, 0, 0), (1, 0, 1)])
  func theFirstFailureCounts(_ first: Int, _ second: Int, _ both: Int) {
    #expect(ExitStatus(code: Int32(first)).then(ExitStatus(code: Int32(second))).code == Int32(both))
  }
}
