import Casus

/// The same decision over a type that a host has already, with all ways in which it can be asked, each beside the function that
/// the host would write.
enum HostTypes {
  enum Attacker: String, Codable, SlotConvertible {
    case thirdState = "ThirdState", ally = "Ally", nonState = "NonState"
  }

  /// What is known of an incident; nil is what is not.
  struct Incident: Codable, Sendable {
    var armed_attack: Bool?
    var attacker: Attacker?
    var state_of_war: Bool?, sc_measures: Bool?, aggressor: Bool?
    var a_leg: Bool?, a_decree: Bool?, b_leg: Bool?, b_decree: Bool?
    var a_decree_at: Int?, a_confirmed_at: Int?, b_decree_at: Int?, b_confirmed_at: Int?
  }

  static func run(rounds: Int, rows: Int) throws {
    let program = try Program(text: Incidents.program)
    let query = try program.query("assistance")
    let columns = Columns(rows: rows, unknownPercent: 15, seed: 12)
    let incidents = (0..<rows).map { incident(columns, $0) }
    let typed = try query.prepared(for: slots)
    let encoded = try query.prepared(like: incidents[0])
    let cases = try incidents.map { try typed.incident($0) }
    var contest = Contest("One decision over a host's own type, 15 of 100 facts unknown", units: Double(rows))
    contest.add("a function over the type") { count(incidents) { assistance($0) } }
    contest.add("prepared, and bound to slots") { try count(cases) { index(try typed.prepared.truth(of: $0)) } }
    contest.add("from key paths") {
      var bound = typed.prepared.openCase
      return try count(incidents) {
        try typed.read($0, into: &bound)
        return index(try typed.prepared.truth(of: bound))
      }
    }
    contest.add("from key paths, a case each") { try count(incidents) { index(try typed.truth(of: $0)) } }
    contest.add("from Codable") {
      var bound = encoded.prepared.openCase
      return try count(incidents) {
        try encoded.read($0, into: &bound)
        return index(try encoded.prepared.truth(of: bound))
      }
    }
    contest.add("from Codable, a case each") { try count(incidents) { index(try encoded.truth(of: $0)) } }
    try addWhole(query, program, incidents, to: &contest)
    try contest.run(rounds: rounds)
  }

  /// What is not decided by slots, and what is paid once, of a few incidents.
  private static func addWhole(
    _ query: Query, _ program: Program, _ incidents: [Incident], to contest: inout Contest
  ) throws {
    let told = try incidents.prefix(64).map { try facts($0, program) }
    contest.add("from facts, one by one", units: 64) { try count(told) { index(try query.answer(given: $0).truth) } }
    contest.add("with its explanation", units: 64) {
      "\(try told.reduce(0) { $0 + (try query.explanation(given: $1).steps.count) }) steps"
    }
    contest.add("preparing for key paths", units: 16) {
      for _ in 0..<16 { _ = try query.prepared(for: slots) }
      return "once"
    }
    contest.add("preparing for Codable", units: 16) {
      for _ in 0..<16 { _ = try query.prepared(like: incidents[0]) }
      return "once"
    }
  }

  private static let slots = Slots<Incident>()
    .slot("armed_attack", \.armed_attack).slot("attacker", \.attacker).slot("state_of_war", \.state_of_war)
    .slot("sc_measures", \.sc_measures).slot("aggressor", \.aggressor).slot("a_leg", \.a_leg)
    .slot("a_decree", \.a_decree).slot("b_leg", \.b_leg).slot("b_decree", \.b_decree)
    .slot("a_decree_at", \.a_decree_at).slot("a_confirmed_at", \.a_confirmed_at)
    .slot("b_decree_at", \.b_decree_at).slot("b_confirmed_at", \.b_confirmed_at)

  private static func incident(_ columns: Columns, _ row: Int) -> Incident {
    func truth(_ column: Int) -> Bool? { columns.small[column][row] < 0 ? nil : columns.small[column][row] == 1 }
    func time(_ column: Int) -> Int? {
      columns.times[column][row] == Columns.unknownTime ? nil : Int(columns.times[column][row])
    }
    let attacker = columns.small[1][row]
    return Incident(
      armed_attack: truth(0), attacker: attacker < 0 ? nil : [.thirdState, .ally, .nonState][Int(attacker)],
      state_of_war: truth(2), sc_measures: truth(3), aggressor: truth(4), a_leg: truth(5), a_decree: truth(6),
      b_leg: truth(7), b_decree: truth(8), a_decree_at: time(0), a_confirmed_at: time(1), b_decree_at: time(2),
      b_confirmed_at: time(3))
  }

  /// The facts of an incident as statements: what is not known is told to be unknown.
  private static func facts(_ incident: Incident, _ program: Program) throws -> Facts {
    var facts = program.facts
    let truths = [
      incident.armed_attack, incident.state_of_war, incident.sc_measures, incident.aggressor, incident.a_leg,
      incident.a_decree, incident.b_leg, incident.b_decree,
    ]
    let names = Incidents.names.prefix(9).filter { $0 != "attacker" }
    for (name, truth) in zip(names, truths) {
      if let truth { try truth ? facts.assert(FactCase(name)) : facts.deny(FactCase(name)) }
    }
    if let attacker = incident.attacker { try facts.assert("attacker", is: .value(.text(attacker.rawValue))) }
    let times = [incident.a_decree_at, incident.a_confirmed_at, incident.b_decree_at, incident.b_confirmed_at]
    for (name, time) in zip(Incidents.names.suffix(4), times) {
      if let time { try facts.assert(FactCase(name), is: .value(.number(Fraction(time)))) }
    }
    return facts
  }

  // MARK: By hand

  /// As a host would write it, three-valued: 0 false, 1 unknown, 2 true.
  @inline(never)
  private static func assistance(_ incident: Incident) -> Int {
    func truth(_ fact: Bool?) -> Int { fact.map { $0 ? 2 : 0 } ?? 1 }
    func inTime(_ decreed: Int?, _ confirmed: Int?) -> Int {
      guard let decreed, let confirmed else { return 1 }
      return confirmed >= decreed && confirmed - decreed <= 48 ? 2 : 0
    }
    let third = incident.attacker.map { $0 == .thirdState ? 2 : 0 } ?? 1
    let first = max(
      truth(incident.a_leg), min(truth(incident.a_decree), inTime(incident.a_decree_at, incident.a_confirmed_at)))
    let second = max(
      truth(incident.b_leg), min(truth(incident.b_decree), inTime(incident.b_decree_at, incident.b_confirmed_at)))
    let selfDefence = min(truth(incident.armed_attack), 2 - truth(incident.sc_measures))
    let due = min(min(third, truth(incident.state_of_war)), min(selfDefence, min(first, second)))
    return min(due, 2 - truth(incident.aggressor))
  }

  private static func index(_ truth: Truth?) -> Int {
    switch truth {
    case .true?: 2
    case .false?: 0
    default: 1
    }
  }

  /// How many are true, false and unknown.
  private static func count<Asked>(_ asked: [Asked], _ ask: (Asked) throws -> Int) rethrows -> String {
    var counts = [0, 0, 0]
    for one in asked { counts[try ask(one)] += 1 }
    return "\(counts[2])/\(counts[0])/\(counts[1])"
  }
}
