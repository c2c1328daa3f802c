import Casus

/// What the treaty asks about: thirteen facts of an incident, of which the program, the baselines and the data speak alike.
enum Incidents {
  static let program = """
    type Attacker = ThirdState | Ally | NonState
    fact armed_attack
    fact attacker -> Attacker
    fact state_of_war
    fact sc_measures
    fact aggressor
    fact a_leg
    fact a_decree
    fact b_leg
    fact b_decree
    fact a_decree_at -> Int
    fact a_confirmed_at -> Int
    fact b_decree_at -> Int
    fact b_confirmed_at -> Int
    rule a_in_time when a_confirmed_at >= a_decree_at and a_confirmed_at - a_decree_at <= 48
    rule b_in_time when b_confirmed_at >= b_decree_at and b_confirmed_at - b_decree_at <= 48
    rule a_gate when a_leg or (a_decree and a_in_time)
    rule b_gate when b_leg or (b_decree and b_in_time)
    rule self_defence when armed_attack and not sc_measures
    rule assistance
      when armed_attack and attacker is ThirdState and state_of_war and self_defence and a_gate and b_gate
      unless aggressor
    """

  static let names = [
    "armed_attack", "attacker", "state_of_war", "sc_measures", "aggressor", "a_leg", "a_decree", "b_leg", "b_decree",
    "a_decree_at", "a_confirmed_at", "b_decree_at", "b_confirmed_at",
  ]
  /// The same where whether a decree was confirmed in time is a fact itself: eleven conditions.
  static let conditions = """
    fact armed_attack
    fact by_third_state
    fact state_of_war
    fact sc_measures
    fact aggressor
    fact a_leg
    fact a_decree
    fact a_in_time
    fact b_leg
    fact b_decree
    fact b_in_time
    rule a_gate when a_leg or (a_decree and a_in_time)
    rule b_gate when b_leg or (b_decree and b_in_time)
    rule assistance
      when armed_attack and by_third_state and state_of_war and not sc_measures and a_gate and b_gate
      unless aggressor
    """
  static let conditionNames = [
    "armed_attack", "by_third_state", "state_of_war", "sc_measures", "aggressor", "a_leg", "a_decree", "a_in_time",
    "b_leg", "b_decree", "b_in_time",
  ]
}

/// The facts of many incidents, a column each; a negative number is what is not known, of times the least number.
struct Columns: Sendable {
  static let unknownTime = Int32.min
  var small: [[Int8]]
  var times: [[Int32]]
  var count: Int { small[0].count }

  /// Random columns: how often each condition holds, and how often anything is unknown.
  init(rows: Int, unknownPercent: UInt64, seed: UInt64) {
    var random = Random(state: seed)
    let percent: [UInt64] = [90, 0, 90, 10, 5, 60, 70, 60, 70]
    small = percent.map { _ in [] }
    times = (0..<4).map { _ in [] }
    for column in small.indices { small[column].reserveCapacity(rows) }
    for column in times.indices { times[column].reserveCapacity(rows) }
    for _ in 0..<rows {
      for column in small.indices {
        let drawn = random.next(100)
        let value: Int8 = column == 1 ? (drawn < 85 ? 0 : drawn < 93 ? 1 : 2) : drawn < percent[column] ? 1 : 0
        small[column].append(random.next(100) < unknownPercent ? -1 : value)
      }
      for party in [0, 2] {
        let decree = Int32(random.next(262_800))
        let confirmed = decree + Int32(random.next(97))
        times[party].append(random.next(100) < unknownPercent ? Self.unknownTime : decree)
        times[party + 1].append(random.next(100) < unknownPercent ? Self.unknownTime : confirmed)
      }
    }
  }

  /// Columns written one number behind the other, in files named by the facts, bytes and 32-bit numbers.
  init?(folder: String) {
    var small: [[Int8]] = []
    var times: [[Int32]] = []
    for name in Incidents.names.prefix(9) {
      guard let bytes = readFile("\(folder)/w2_\(name).bin") else { return nil }
      small.append(bytes.map { Int8(bitPattern: $0) })
    }
    for name in Incidents.names.dropFirst(9) {
      guard let bytes = readFile("\(folder)/w2_\(name).bin") else { return nil }
      times.append(bytes.withUnsafeBytes { Array($0.bindMemory(to: Int32.self)) })
    }
    self.small = small
    self.times = times
  }
}

/// A small generator with a seed, so that every run has the same data.
struct Random {
  var state: UInt64

  mutating func next(_ bound: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ mixed >> 31) % bound
  }
}
