import Casus
import Foundation

/// Screens a table of incidents: `screen-incidents TREATY.casus INCIDENTS.csv`.
@main struct ScreenIncidents {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let treaty = arguments.first, let table = arguments.last else {
      fail("usage: screen-incidents TREATY.casus INCIDENTS.csv", status: 64)
    }
    guard let data = FileManager.default.contents(atPath: table) else { fail("\(table) cannot be read", status: 66) }
    let (incidents, badRows) = Incident.read(String(decoding: data, as: UTF8.self))
    do throws(CasusError) {
      let screening = try Screening(Program(contentsOf: URL(filePath: treaty)))
      for result in screening.results(for: incidents) { print(result.line) }
    } catch { fail(error.description, status: 65) }
    if badRows.isEmpty { return }
    fail(badRows.map { "\(table):\($0.line): \($0.message)" }.joined(separator: "\n"), status: 65)
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
