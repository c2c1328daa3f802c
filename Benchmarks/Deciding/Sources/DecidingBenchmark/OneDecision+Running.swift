import Casus
import Foundation

extension OneDecision {
  static func run(rounds: Int, rows: Int) throws {
    let program = try Program(text: Incidents.program)
    let query = try program.query("assistance")
    let prepared = try query.prepared(for: Incidents.names.map { FactCase($0) })
    guard prepared.isFlat else { fatalError("the decision should be flat") }
    try runPreparation(program, query, rounds)
    try runSlots(prepared, rounds, rows)
    try runTexts(prepared, rounds, min(rows, 4_096))
  }

  /// What is paid once.
  private static func runPreparation(_ program: Program, _ query: Query, _ rounds: Int) throws {
    let facts = Incidents.names.map { FactCase($0) }
    var contest = Contest("Preparing, beside one answer of the plain query", units: 20)
    contest.add("a plain answer") {
      for _ in 0..<20 { _ = try query.answer() }
      return ""
    }
    contest.add("preparing thirteen slots") {
      for _ in 0..<20 { _ = try query.prepared(for: facts) }
      return ""
    }
    contest.add("checking the question") {
      for _ in 0..<20 { _ = try program.query("assistance") }
      return ""
    }
    try contest.run(rounds: rounds)
  }

  private static func runSlots(_ prepared: PreparedQuery, _ rounds: Int, _ rows: Int) throws {
    let columns = Columns(rows: rows, unknownPercent: 15, seed: 12)
    let facts = (0..<rows).map { Self.facts(columns, $0) }
    let cases = try (0..<rows).map { try incident(prepared, columns, $0) }
    var contest = Contest("One decision, 15 of 100 facts unknown", case: "W1 slots", units: Double(rows))
    contest.add("a function over a struct") {
      var counts = [0, 0, 0]
      for fact in facts { counts[Int(assistance(fact))] += 1 }
      return "\(counts[2])/\(counts[0])/\(counts[1])"
    }
    contest.add("Casus, cases set before") {
      var counts = [0, 0, 0]
      for incident in cases { counts[Int(index(try prepared.truth(of: incident)))] += 1 }
      return "\(counts[2])/\(counts[0])/\(counts[1])"
    }
    contest.add("Casus, thirteen slots set and asked") {
      var counts = [0, 0, 0]
      var incident = prepared.openCase
      for row in 0..<rows {
        try set(&incident, columns, row)
        counts[Int(index(try prepared.truth(of: incident)))] += 1
      }
      return "\(counts[2])/\(counts[0])/\(counts[1])"
    }
    try contest.run(rounds: rounds)
  }

  /// 0 for false, 1 for unknown, 2 for true.
  static func index(_ truth: Truth?) -> UInt8 {
    switch truth {
    case .true: 2
    case .false: 0
    default: 1
    }
  }

  static func incident(_ prepared: PreparedQuery, _ columns: Columns, _ row: Int) throws -> Case {
    var incident = prepared.openCase
    try set(&incident, columns, row)
    return incident
  }

  private static let attackers = ["ThirdState", "Ally", "NonState"]

  private static func set(_ incident: inout Case, _ columns: Columns, _ row: Int) throws {
    for slot in 0..<9 where slot != 1 {
      let value = columns.small[slot][row]
      try incident.set(slot, to: value < 0 ? nil : value == 1)
    }
    let attacker = columns.small[1][row]
    try incident.set(1, to: attacker < 0 ? nil : attackers[Int(attacker)])
    for slot in 0..<4 {
      let time = columns.times[slot][row]
      try incident.set(9 + slot, to: time == Columns.unknownTime ? nil : Int(time))
    }
  }

  // MARK: From dictionaries and from texts

  private static func runTexts(_ prepared: PreparedQuery, _ rounds: Int, _ rows: Int) throws {
    let columns = Columns(rows: rows, unknownPercent: 0, seed: 11)
    let dictionaries = (0..<rows).map { dictionary(columns, $0) }
    var contest = Contest("One decision from a dictionary, all known", case: "W1 dictionary", units: Double(rows))
    contest.add("a function over the dictionary") {
      "\(dictionaries.count { assistance($0) })"
    }
    contest.add("Casus") {
      var count = 0
      var incident = prepared.openCase
      for values in dictionaries {
        try prepared.read(values, into: &incident)
        if try prepared.truth(of: incident) == .true { count += 1 }
      }
      return "\(count)"
    }
    try contest.run(rounds: rounds)
    let texts = dictionaries.map { json($0) }
    let data = texts.map { Data($0) }
    let decoder = JSONDecoder()
    let reader = prepared.jsonReader()
    contest = Contest("One decision from JSON, all known", case: "W1 json", units: Double(rows))
    contest.add("JSONDecoder, and a function") {
      "\(try data.count { try decoder.decode(Incident.self, from: $0).isDue })"
    }
    contest.add("Casus") {
      var count = 0
      var incident = prepared.openCase
      for text in texts {
        try reader.read(text, into: &incident)
        if try prepared.truth(of: incident) == .true { count += 1 }
      }
      return "\(count)"
    }
    try contest.run(rounds: rounds)
  }

  static func dictionary(_ columns: Columns, _ row: Int) -> [String: SlotValue] {
    var values: [String: SlotValue] = [:]
    for (slot, name) in Incidents.names.enumerated() { values[name] = value(columns, row, slot) }
    return values
  }

  private static func value(_ columns: Columns, _ row: Int, _ slot: Int) -> SlotValue {
    if slot >= 9 {
      let time = columns.times[slot - 9][row]
      return time == Columns.unknownTime ? .unknown : .value(.number(Fraction(Int(time))))
    }
    let value = columns.small[slot][row]
    if value < 0 { return .unknown }
    return slot == 1 ? .value(.text(attackers[Int(value)])) : .truth(value == 1)
  }

  /// The facts of an incident as statements.
  static func told(_ columns: Columns, _ row: Int, _ program: Program) throws -> Casus.Facts {
    var facts = program.facts
    for (slot, name) in Incidents.names.enumerated() {
      switch value(columns, row, slot) {
      case .truth(true): try facts.assert(FactCase(name))
      case .truth(false): try facts.deny(FactCase(name))
      case .value(let value): try facts.assert(FactCase(name), is: .value(value))
      case .unknown: try facts.assert(FactCase(name), is: .unknown)
      }
    }
    return facts
  }

  static func json(_ values: [String: SlotValue]) -> [UInt8] {
    let members = Incidents.names.map { name -> String in
      switch values[name] {
      case .truth(let truth)?: "\"\(name)\":\(truth)"
      case .value(.text(let text))?: "\"\(name)\":\"\(text)\""
      case .value(let value)?: "\"\(name)\":\(value)"
      default: "\"\(name)\":null"
      }
    }
    return Array("{\(members.joined(separator: ","))}".utf8)
  }
}
