import Casus
import Foundation
import Testing

/// Programs as another package makes them: through what is public alone.
@Suite struct ProgramTests {
  @Test func usedFilesAreFetchedFromTheHost() throws {
    var asked: [String] = []
    let program = try Program(text: "use \"facts.casus\"\nrule r when f", named: "law/main.casus") { path in
      asked.append(path)
      return path == "law/facts.casus" ? Array("fact f presumed true".utf8) : nil
    }
    #expect(asked == ["law/facts.casus"])
    #expect(try program.query("r").answer().truth == .true)
  }

  @Test func everyErrorIsThrownAtOnceAsAValue() throws {
    let text = "fact f\nrule r when g and h\nrule s when f(1)\n"
    let error = try #require(throws: CasusError.self) { try Program(text: text, named: "law.casus") }
    #expect(error.code == .invalidProgram && "\(error.code)" == "invalidProgram")
    #expect(error.diagnostics.map { $0.code.rawValue } == ["C0301", "C0301", "C0302"])
    #expect(error.diagnostics.map { $0.place?.line } == [2, 2, 3])
    let first = error.diagnostics[0]
    #expect(first.severity == .error && first.place?.file == "law.casus" && first.place?.column == 13)
    #expect(error.message == first.message && error.place == first.place)
    #expect("\(error)".contains("law.casus:2:13"))
    let coded = try JSONDecoder().decode(Diagnostic.self, from: JSONEncoder().encode(first))
    #expect(coded == first)
  }

  @Test func misspeltNamesComeWithTheirRepair() throws {
    let error = try #require(throws: CasusError.self) { try Program(text: "fact at_war\nrule r when at_wra") }
    let diagnostic = try #require(error.diagnostics.first)
    #expect(diagnostic.notes == ["did you mean `at_war`?"])
    #expect(diagnostic.fixes.map { $0.replacement } == ["at_war"])
  }

  @Test func filesAreReadBesideTheProgram() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "casus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let main = folder.appending(path: "main.casus")
    try Data("use \"facts.casus\"\nrule r when f".utf8).write(to: main)
    #expect(throws: CasusError.self) { try Program(contentsOf: main) }
    try Data("fact f presumed true".utf8).write(to: folder.appending(path: "facts.casus"))
    #expect(try Program(contentsOf: main).query("r").answer().truth == .true)
    let missing = try #require(throws: CasusError.self) {
      try Program(contentsOf: folder.appending(path: "none.casus"))
    }
    #expect(missing.code == .unreadableFile)
    let device = try #require(throws: CasusError.self) { try Program(contentsOf: URL(filePath: "/dev/zero")) }
    #expect(device.code == .unreadableFile)
    var limits = ProgramLimits()
    limits.maximumFileSize = 10
    #expect(throws: CasusError.self) { try Program(contentsOf: main, limits: limits) }
  }

  @Test func limitsOfProgramsAreThoseGiven() throws {
    var limits = ProgramLimits()
    limits.maximumDepth = 3
    let deep = "fact f\nrule r when ((((f))))"
    #expect(throws: CasusError.self) { try Program(text: deep, limits: limits) }
    limits = ProgramLimits()
    limits.maximumStatements = 0
    #expect(throws: CasusError.self) { try Program(text: "fact f\nassert f", limits: limits) }
  }

  @Test func warningsAreValues() throws {
    let program = try Program(text: "fact f\nfact unused\nscenario \"s\" { ask f }")
    #expect(program.warnings.map { $0.severity } == [.warning])
    #expect(program.scenarios == ["s"])
  }

  @Test func factsOfAScenarioAreItsStatements() throws {
    let program = try Program(text: "fact f\nfact g\nassert g\nscenario \"s\" { assert f  deny g }")
    let facts = try program.facts(ofScenario: "s")
    #expect(try program.query("f and not g").answer(given: facts).truth == .true)
    #expect(try program.query("g").answer().truth == .true)
    let error = try #require(throws: CasusError.self) { try program.facts(ofScenario: "t") }
    #expect(error.code == .unknownName)
  }
}
