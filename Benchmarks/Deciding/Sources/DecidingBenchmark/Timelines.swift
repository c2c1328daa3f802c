import Casus
import Foundation

/// Treaties over thirty years of events: how often each obliges, by a loop that looks only at the treaties an event touches,
/// and by Casus.
struct Timelines {
  /// For each event its state times eight and its kind, and what becomes of that fact: 0 false, 1 unknown, 2 true.
  private var events: [(fact: Int, value: UInt8)] = []
  /// When each happens, in minutes since the beginning of 1990.
  private var minutes: [Int32] = []
  /// The first event behind each span of so many minutes.
  private var firstEvents: [Int32] = []
  private var treaties: [(victim: Int, ally: Int)] = []
  private static let stateCount = 40
  /// The beginning of 1990, in minutes since that of 1970.
  private static let firstMinute = 7_305 * 1_440
  private static let spanBits = 10

  private init(folder: String) {
    let told = numbers(inFile: folder + "/events.csv")
    for row in stride(from: 0, to: told.count, by: 4) {
      minutes.append(told[row])
      events.append((Int(told[row + 1]) * 8 + Int(told[row + 2]), UInt8(told[row + 3])))
    }
    for (number, minute) in minutes.enumerated() {
      while firstEvents.count <= Int(minute) >> Self.spanBits { firstEvents.append(Int32(number)) }
    }
    let parties = numbers(inFile: folder + "/treaties.csv")
    for row in stride(from: 0, to: parties.count, by: 2) { treaties.append((Int(parties[row]), Int(parties[row + 1]))) }
  }

  static func run(_ folder: String, rounds: Int) throws {
    for count in [50, 500] {
      let timelines = Timelines(folder: "\(folder)/timeline-\(count)")
      guard !timelines.treaties.isEmpty else { continue }
      var contest = Contest(
        "\(count) treaties, \(timelines.events.count) events", case: "W4 timeline-\(count)", units: 1)
      contest.add("swift-incremental") { timelines.incremental() }
      contest.add("swift-every-treaty") { timelines.everyTreaty() }
      let program = try Program(contentsOf: URL(filePath: "\(folder)/timeline-\(count)/program.casus"))
      let queries = try program.queries(timelines.treaties.map { "obliged(S\($0.victim), S\($0.ally))" })
      contest.add("casus") { timelines.result(of: try queries.timelines()) }
      try contest.run(rounds: rounds)
    }
  }

  @inline(__always)
  private func gate(_ facts: [UInt8], _ state: Int) -> UInt8 {
    max(facts[state * 8 + 5], min(facts[state * 8 + 6], facts[state * 8 + 7]))
  }

  @inline(__always)
  private func isObliged(_ facts: [UInt8], _ treaty: (victim: Int, ally: Int)) -> UInt8 {
    let first = treaty.victim * 8
    let attack = min(min(facts[first], facts[first + 1]), facts[first + 2])
    let exceptions = max(facts[first + 3], facts[first + 4])
    return min(min(attack, 2 - exceptions), min(gate(facts, treaty.victim), gate(facts, treaty.ally)))
  }

  /// How often a treaty obliges, does not, or may, counted at every event; and how often that changes.
  private func result(_ counts: [Int], _ changes: Int) -> String { "\(counts[2])/\(counts[0])/\(counts[1])/\(changes)" }

  /// The same, of the periods of each treaty.
  private func result(of timelines: [Timeline]) -> String {
    var (counts, changes) = ([0, 0, 0], 0)
    for timeline in timelines {
      var event = 0
      for period in timeline.periods {
        let end = period.until.map { position(of: $0) } ?? minutes.count
        counts[period.truth == .true ? 2 : period.truth == .false ? 0 : 1] += end - event
        if period.from != nil { changes += 1 }
        event = end
      }
    }
    return result(counts, changes)
  }

  /// The number of the first event at or behind a moment.
  private func position(of moment: Moment) -> Int {
    guard let date = moment.date else { return minutes.count }
    let minute = Int(date.timeIntervalSince1970 / 60) - Self.firstMinute
    var event = Int(firstEvents[minute >> Self.spanBits])
    while event < minutes.count, minutes[event] < minute { event += 1 }
    return event
  }

  @inline(never)
  private func incremental() -> String {
    var facts = [UInt8](repeating: 1, count: Self.stateCount * 8)
    var outcomes = [UInt8](repeating: 1, count: treaties.count)
    var standing = [0, treaties.count, 0]
    var (counts, changes) = ([0, 0, 0], 0)
    var treatiesOf = [[Int]](repeating: [], count: Self.stateCount)
    for (number, treaty) in treaties.enumerated() {
      treatiesOf[treaty.victim].append(number)
      treatiesOf[treaty.ally].append(number)
    }
    for event in events {
      if facts[event.fact] != event.value {
        facts[event.fact] = event.value
        for number in treatiesOf[event.fact / 8] {
          let outcome = isObliged(facts, treaties[number])
          guard outcome != outcomes[number] else { continue }
          standing[Int(outcomes[number])] -= 1
          standing[Int(outcome)] += 1
          outcomes[number] = outcome
          changes += 1
        }
      }
      for value in 0..<3 { counts[value] += standing[value] }
    }
    return result(counts, changes)
  }

  @inline(never)
  private func everyTreaty() -> String {
    var facts = [UInt8](repeating: 1, count: Self.stateCount * 8)
    var outcomes = [UInt8](repeating: 1, count: treaties.count)
    var (counts, changes) = ([0, 0, 0], 0)
    for event in events {
      facts[event.fact] = event.value
      for number in treaties.indices {
        let outcome = isObliged(facts, treaties[number])
        counts[Int(outcome)] += 1
        if outcome != outcomes[number] {
          outcomes[number] = outcome
          changes += 1
        }
      }
    }
    return result(counts, changes)
  }
}
