import Casus
import Foundation

/// Work whose instructions are counted: see `Benchmarks/instruction-counts.sh`.
///
/// What has to be there before is made first, so that the difference between doing the work twice and doing it once is the
/// work alone.
enum Kernels {
  static let names = ["one-case", "dictionary", "json", "columns", "lanes", "example"]

  /// Does the work of a kernel so many times; prints of how many cases it is, and what came out.
  static func run(_ name: String, times: Int) throws {
    let work = try Self.work(name)
    var result = ""
    for _ in 0..<times { result = try work.body() }
    print(work.units, result)
  }

  private static func work(_ name: String) throws -> (units: Int, body: () throws -> String) {
    switch name {
    case "one-case": try oneCase()
    case "dictionary": try dictionary()
    case "json": try json()
    case "columns": try columns()
    case "lanes": try lanes()
    case "example": (1, example)
    default: throw CocoaError(.featureUnsupported)
    }
  }

  private static func prepared() throws -> PreparedQuery {
    try Program(text: Incidents.program).query("assistance").prepared(for: Incidents.names.map { FactCase($0) })
  }

  private static func oneCase() throws -> (Int, () throws -> String) {
    let prepared = try prepared()
    let columns = Columns(rows: 4_096, unknownPercent: 15, seed: 12)
    let cases = try (0..<columns.count).map { try OneDecision.incident(prepared, columns, $0) }
    return (cases.count, { "\(try cases.count { try prepared.truth(of: $0) == .true })" })
  }

  private static func dictionary() throws -> (Int, () throws -> String) {
    let prepared = try prepared()
    let columns = Columns(rows: 1_024, unknownPercent: 0, seed: 11)
    let dictionaries = (0..<columns.count).map { OneDecision.dictionary(columns, $0) }
    return (
      dictionaries.count,
      {
        var incident = prepared.openCase
        let count = try dictionaries.count { values in
          try prepared.read(values, into: &incident)
          return try prepared.truth(of: incident) == .true
        }
        return "\(count)"
      }
    )
  }

  private static func json() throws -> (Int, () throws -> String) {
    let prepared = try prepared()
    let reader = prepared.jsonReader()
    let columns = Columns(rows: 1_024, unknownPercent: 0, seed: 11)
    let texts = (0..<columns.count).map { OneDecision.json(OneDecision.dictionary(columns, $0)) }
    return (
      texts.count,
      {
        var incident = prepared.openCase
        let count = try texts.count { text in
          try reader.read(text, into: &incident)
          return try prepared.truth(of: incident) == .true
        }
        return "\(count)"
      }
    )
  }

  private static func columns() throws -> (Int, () throws -> String) {
    let columns = Columns(rows: 65_536, unknownPercent: 10, seed: 21)
    let prepared = try prepared()
    let table = try ManyCases.table(prepared, columns)
    return (columns.count, { ManyCases.counts(try prepared.answers(to: table, keepsPlanes: false)) })
  }

  private static func lanes() throws -> (Int, () throws -> String) {
    let columns = Columns(rows: 65_536, unknownPercent: 10, seed: 21)
    let lanes = try Program(text: Incidents.conditions).query("assistance").prepared(
      for: Incidents.conditionNames.map { FactCase($0) })
    let table = try ManyCases.residentTable(lanes, columns)
    return (columns.count, { ManyCases.counts(try lanes.answers(to: table, keepsPlanes: false)) })
  }

  /// The largest example: its files read and checked, and one question answered.
  private static func example() throws -> String {
    let file = Explaining.repository.appending(path: "Examples/russia-dprk-2024/facts.casus")
    let query = try Program(contentsOf: file).query("CSP.assistance(ally: DPRK, victim: Russia)")
    return String(describing: try query.answer(asOf: .day(2026, 11, 1)).truth)
  }
}
