import Casus
import Foundation

/// The same decision in every mode, row by row: each must come to what the function by hand comes to. What is printed last is
/// the same for the same rows, however the program was built.
enum Modes {
  /// How many rows are asked in the modes that take long: one in so many.
  private static let textStep = 100
  private static let engineStep = 10_000

  static func run(_ columns: Columns) async throws {
    let program = try Program(text: Incidents.program)
    let query = try program.query("assistance")
    let prepared = try query.prepared(for: Incidents.names.map { FactCase($0) })
    let lanes = try Program(text: Incidents.conditions).query("assistance").prepared(
      for: Incidents.conditionNames.map { FactCase($0) })
    let rows = 0..<columns.count
    let wanted = rows.map { OneDecision.assistance(OneDecision.facts(columns, $0)) }
    var report = ModeReport(wanted)
    try report.add("one case, slots", rows) { row in
      OneDecision.index(try prepared.truth(of: try OneDecision.incident(prepared, columns, row)))
    }
    let table = try ManyCases.table(prepared, columns)
    try report.add("columns", prepared.answers(to: table))
    for threads in 1...3 {
      try report.add("columns, \(threads) threads", await prepared.answers(to: table, threads: threads))
    }
    try report.add("lanes", lanes.answers(to: try ManyCases.residentTable(lanes, columns)))
    let some = Array(stride(from: 0, to: columns.count, by: textStep))
    try report.add("a dictionary", some) { row in
      OneDecision.index(try prepared.truth(of: try prepared.incident(OneDecision.dictionary(columns, row))))
    }
    let reader = prepared.jsonReader()
    try report.add("JSON", some) { row in
      let text = OneDecision.json(OneDecision.dictionary(columns, row))
      return OneDecision.index(try prepared.truth(of: try reader.incident(text)))
    }
    let few = Array(stride(from: 0, to: columns.count, by: engineStep))
    try report.add("the engine, facts told", few) { row in
      OneDecision.index(try query.answer(given: try OneDecision.told(columns, row, program)).truth)
    }
    try report.add("with its explanation", few) { row in
      let explanation = try query.explanation(given: try OneDecision.told(columns, row, program))
      return OneDecision.index(explanation.steps.first.flatMap { Truth(rawValue: $0.answer) })
    }
    report.end()
  }
}

/// What each mode found, beside what was wanted.
private struct ModeReport {
  private let wanted: [UInt8]
  private var hasDifference = false

  init(_ wanted: [UInt8]) {
    self.wanted = wanted
    print("| mode | rows | true/false/unknown | differ |\n|---|---|---|---|")
    add("the function by hand", Array(wanted.indices)) { wanted[$0] }
  }

  mutating func add(_ mode: String, _ rows: some Collection<Int>, _ find: (Int) throws -> UInt8) rethrows {
    var counts = [0, 0, 0]
    var differing = 0
    for row in rows {
      let found = try find(row)
      counts[Int(found)] += 1
      if found != wanted[row] { differing += 1 }
    }
    hasDifference = hasDifference || differing > 0
    print("| \(mode) | \(rows.count) | \(counts[2])/\(counts[0])/\(counts[1]) | \(differing) |")
  }

  mutating func add(_ mode: String, _ answers: TableAnswers) throws {
    let (certain, possible) = (answers.certain, answers.possible)
    add(mode, wanted.indices) { row in
      let (word, bit) = (row / 64, UInt64(row % 64))
      return UInt8(certain[word] >> bit & 1 + possible[word] >> bit & 1)
    }
  }

  func end() {
    // After Fowler, Noll and Vo.
    let sum = wanted.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    print("\nanswers: \(String(sum, radix: 16))")
    if hasDifference { fatalError("modes differ") }
  }
}
