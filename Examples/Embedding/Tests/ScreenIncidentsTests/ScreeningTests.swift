import Casus
import Foundation
import Testing

@testable import ScreenIncidents

/// The table of the folder, and what is wrong with tables.
@Suite struct ScreeningTests {
  /// Of this package.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The treaty binds from 2024-12-04; Article 51 asks for a request, Article 4 for an attack and for what the law of the
  /// helper asks for, which is here one approval.
  @Test func theTableIsScreened() throws {
    let (incidents, badRows) = Incident.read(
      try String(contentsOf: Self.folder.appending(path: "incidents.csv"), encoding: .utf8))
    let treaty = Self.folder.deletingLastPathComponent().appending(path: "russia-dprk-2024/treaty.casus")
    let lines = try Screening(Program(contentsOf: treaty)).results(for: incidents).map { $0.line }
    #expect(badRows == [])
    #expect(
      lines == [
        "before force: false", "all given: true", "nobody asked: false",
        "approval open: unknown, turns on approves(StateAffairs, aid_to: Russia)", "a threat only: false",
      ])
  }

  @Test(arguments: [
    ("x,2025-02-30,Russia,USA,yes,yes,yes,yes", "date: "), ("x,2025-02-03,Russland,USA,yes,yes,yes,yes", "victim: "),
    ("x,2025-02-03,Russia,USA,maybe,yes,yes,yes", "armed attack: "), ("x,2025-02-03", "8 cells"),
  ])
  func aBadRowIsToldWithItsLine(_ row: String, _ message: String) {
    let good = "y,2025-02-03,Russia,USA,yes,,no,yes"
    let (incidents, badRows) = Incident.read(
      [Incident.columns.joined(separator: ","), good, row].joined(separator: "\n"))
    #expect(incidents.map { $0.name } == ["y"] && badRows.map { $0.line } == [3])
    #expect(badRows.first?.message.hasPrefix(message) == true)
  }

  /// The program knows the attacker or does not: a misspelt name is an error of its row, and of no other.
  @Test func aMisspeltNameIsAnErrorOfItsRow() throws {
    let treaty = Self.folder.deletingLastPathComponent().appending(path: "russia-dprk-2024/treaty.casus")
    let rows = ["x,2025-02-03,Russia,Ukrane,yes,yes,yes,yes", "y,2025-02-03,Russia,Ukraine,no,yes,yes,yes"]
    let (incidents, _) = Incident.read(([Incident.columns.joined(separator: ",")] + rows).joined(separator: "\n"))
    let lines = try Screening(Program(contentsOf: treaty)).results(for: incidents).map { $0.line }
    #expect(lines.count == 2 && lines[0].contains("Ukrane") && lines[1] == "y: false")
  }
}
