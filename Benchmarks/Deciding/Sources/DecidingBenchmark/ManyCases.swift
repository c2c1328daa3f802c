import Casus
import Foundation

/// Many incidents at once: a loop over rows written by hand, and the table of Casus.
enum ManyCases {
  static func run(rounds: Int, _ columns: Columns) async throws {
    let rows = columns.count
    let prepared = try Program(text: Incidents.program).query("assistance").prepared(
      for: Incidents.names.map { FactCase($0) })
    let lanes = try Program(text: Incidents.conditions).query("assistance").prepared(
      for: Incidents.conditionNames.map { FactCase($0) })
    guard prepared.isFlat, lanes.isFlat else { fatalError("the decision should be flat") }
    let table = try table(prepared, columns)
    let resident = try residentTable(lanes, columns)
    var contest = Contest(
      "\(rows) cases, 10 of 100 facts unknown; figures are for a case", case: "W2 rows-\(rows)", units: Double(rows))
    contest.add("the obvious loop over rows") { counts(obviousLoop(columns), rows) }
    contest.add("Casus, columns, counts alone") {
      counts(try prepared.answers(to: table, keepsPlanes: false))
    }
    contest.add("Casus, columns, every answer kept") { counts(try prepared.answers(to: table)) }
    contest.add("Casus, lanes, counts alone") { counts(try lanes.answers(to: resident, keepsPlanes: false)) }
    contest.add("Casus, lanes, every answer kept") { counts(try lanes.answers(to: resident)) }
    try contest.run(rounds: rounds)
    if !Contest.tellsLines { try await runThreads(prepared, table, rounds) }
  }

  private static func runThreads(_ prepared: PreparedQuery, _ table: Table, _ rounds: Int) async throws {
    print("\nThreads, columns, wall time of one to that of two, by turns:")
    var ratios: [Double] = []
    for _ in 0..<rounds {
      var seconds: [Double] = []
      for threads in 1...2 {
        let start = ContinuousClock.now
        for _ in 0..<5 { _ = try await prepared.answers(to: table, threads: threads, keepsPlanes: false) }
        let elapsed = (ContinuousClock.now - start).components
        seconds.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
      }
      ratios.append(seconds[0] / seconds[1])
    }
    print(ratios.map { String(format: "%.2f", $0) }.joined(separator: " "))
  }

  static func counts(_ answers: TableAnswers) -> String {
    "\(answers.trueCount)/\(answers.falseCount)/\(answers.unknownCount)"
  }

  private static func counts(_ found: (holds: Int, fails: Int), _ rows: Int) -> String {
    "\(found.holds)/\(found.fails)/\(rows - found.holds - found.fails)"
  }

  static func table(_ prepared: PreparedQuery, _ columns: Columns) throws -> Table {
    var table = prepared.table(rowCount: columns.count)
    for (slot, name) in Incidents.names.enumerated() {
      if slot == 1 {
        try table.set(name, .int8(columns.small[1], unknown: -1))
      } else if slot < 9 {
        try table.set(name, .truths(columns.small[slot]))
      } else {
        try table.set(name, .int32(columns.times[slot - 9], unknown: Columns.unknownTime))
      }
    }
    return table
  }

  /// The eleven conditions of each row as bits, of which those about numbers are asked of Casus itself.
  static func residentTable(_ lanes: PreparedQuery, _ columns: Columns) throws -> Table {
    var resident = lanes.table(rowCount: columns.count)
    for name in Incidents.conditionNames {
      let condition = name == "by_third_state" ? "attacker is ThirdState" : name
      let asked = try Program(text: Incidents.program).query(condition).prepared(
        for: Incidents.names.map { FactCase($0) })
      let found = try asked.answers(to: try table(asked, columns))
      try resident.set(name, .lanes(certain: found.certain, possible: found.possible))
    }
    return resident
  }

  // MARK: The obvious loop

  @inline(__always)
  private static func truth(_ value: Int8) -> UInt8 { value < 0 ? 1 : UInt8(value) * 2 }

  @inline(__always)
  private static func inTime(_ decreed: Int32, _ confirmed: Int32) -> UInt8 {
    if decreed == Columns.unknownTime || confirmed == Columns.unknownTime { return 1 }
    return confirmed >= decreed && confirmed - decreed <= 48 ? 2 : 0
  }

  @inline(never)
  private static func obviousLoop(_ columns: Columns) -> (holds: Int, fails: Int) {
    let small = columns.small
    let times = columns.times
    let (attack, attacker, war, measures, aggressor) = (small[0], small[1], small[2], small[3], small[4])
    let (aLeg, aDecree, bLeg, bDecree) = (small[5], small[6], small[7], small[8])
    let (aDecreed, aConfirmed, bDecreed, bConfirmed) = (times[0], times[1], times[2], times[3])
    var holds = 0
    var fails = 0
    for row in 0..<attack.count {
      let third: UInt8 = attacker[row] < 0 ? 1 : attacker[row] == 0 ? 2 : 0
      let first = max(truth(aLeg[row]), min(truth(aDecree[row]), inTime(aDecreed[row], aConfirmed[row])))
      let second = max(truth(bLeg[row]), min(truth(bDecree[row]), inTime(bDecreed[row], bConfirmed[row])))
      let due = min(
        min(min(truth(attack[row]), third), min(truth(war[row]), 2 - truth(measures[row]))),
        min(min(first, second), 2 - truth(aggressor[row])))
      if due == 2 { holds += 1 } else if due == 0 { fails += 1 }
    }
    return (holds, fails)
  }
}
