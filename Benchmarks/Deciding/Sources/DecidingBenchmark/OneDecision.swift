import Casus
import Foundation

/// One decision over thirteen facts, written by hand, and by Casus.
enum OneDecision {
  /// The facts as one would keep them: truths are 0 false, 1 unknown, 2 true.
  struct Facts {
    var attack, war, measures, aggressor, aLeg, aDecree, bLeg, bDecree: UInt8
    var attacker: Int8
    var aDecreed, aConfirmed, bDecreed, bConfirmed: Int32
  }

  /// Three-valued logic as minimum and maximum.
  @inline(never)
  static func assistance(_ facts: Facts) -> UInt8 {
    let third: UInt8 = facts.attacker < 0 ? 1 : facts.attacker == 0 ? 2 : 0
    let selfDefence = min(facts.attack, 2 - facts.measures)
    let first = gate(facts.aLeg, facts.aDecree, facts.aDecreed, facts.aConfirmed)
    let second = gate(facts.bLeg, facts.bDecree, facts.bDecreed, facts.bConfirmed)
    let due = min(min(min(facts.attack, third), min(facts.war, selfDefence)), min(first, second))
    return min(due, 2 - facts.aggressor)
  }

  @inline(__always)
  private static func gate(_ leg: UInt8, _ decree: UInt8, _ decreed: Int32, _ confirmed: Int32) -> UInt8 {
    let isOpen = decreed == Columns.unknownTime || confirmed == Columns.unknownTime
    let inTime: UInt8 = isOpen ? 1 : confirmed >= decreed && confirmed - decreed <= 48 ? 2 : 0
    return max(leg, min(decree, inTime))
  }

  static func facts(_ columns: Columns, _ row: Int) -> Facts {
    func truth(_ column: Int) -> UInt8 {
      let value = columns.small[column][row]
      return value < 0 ? 1 : value == 1 ? 2 : 0
    }
    return Facts(
      attack: truth(0), war: truth(2), measures: truth(3), aggressor: truth(4), aLeg: truth(5), aDecree: truth(6),
      bLeg: truth(7), bDecree: truth(8), attacker: columns.small[1][row], aDecreed: columns.times[0][row],
      aConfirmed: columns.times[1][row], bDecreed: columns.times[2][row], bConfirmed: columns.times[3][row])
  }

  /// Over a dictionary, as hosts have that read configuration.
  @inline(never)
  static func assistance(_ facts: [String: SlotValue]) -> Bool {
    func holds(_ key: String) -> Bool { if case .truth(true)? = facts[key] { true } else { false } }
    func number(_ key: String) -> Int {
      if case .value(.number(let number))? = facts[key] { number.numerator } else { 0 }
    }
    func gate(_ party: String) -> Bool {
      if holds(party + "_leg") { return true }
      let (decreed, confirmed) = (number(party + "_decree_at"), number(party + "_confirmed_at"))
      return holds(party + "_decree") && confirmed >= decreed && confirmed - decreed <= 48
    }
    guard holds("armed_attack"), case .value(.text("ThirdState"))? = facts["attacker"] else { return false }
    return holds("state_of_war") && !holds("sc_measures") && gate("a") && gate("b") && !holds("aggressor")
  }

  /// What a host would decode.
  struct Incident: Decodable {
    var armed_attack: Bool, attacker: String, state_of_war: Bool, sc_measures: Bool, aggressor: Bool
    var a_leg: Bool, a_decree: Bool, b_leg: Bool, b_decree: Bool
    var a_decree_at: Int, a_confirmed_at: Int, b_decree_at: Int, b_confirmed_at: Int

    var isDue: Bool {
      func gate(_ leg: Bool, _ decree: Bool, _ decreed: Int, _ confirmed: Int) -> Bool {
        leg || (decree && confirmed >= decreed && confirmed - decreed <= 48)
      }
      return armed_attack && attacker == "ThirdState" && state_of_war && !sc_measures
        && gate(a_leg, a_decree, a_decree_at, a_confirmed_at) && gate(b_leg, b_decree, b_decree_at, b_confirmed_at)
        && !aggressor
    }
  }
}
