import Casus
import Foundation
import Synchronization

/// Measures how many answers a second one thread finds, and how many two that share the query: `throughput TREATY.casus`.
///
/// Beside it stands what two threads find that share nothing, each with a program of its own: what the machine gives to
/// two at most. All are measured in turn, so that whatever else the machine does meets each.
@main struct Throughput {
  static func main() throws {
    guard let treaty = CommandLine.arguments.dropFirst().first else { return print("usage: throughput TREATY.casus") }
    let first = try Work(treaty)
    let second = try Work(treaty)
    let rounds = 9
    let answers = 2_000
    _ = measured([first, first], answers: answers / 4)
    var shared: [Gain] = []
    var apart: [Gain] = []
    for _ in 0..<rounds {
      let one = measured([first], answers: answers)
      let two = measured([first, first], answers: answers)
      let unshared = measured([first, second], answers: answers)
      shared.append(Gain(one, two))
      apart.append(Gain(one, unshared))
      print("\(one.rate) answers a second with one thread, \(two.rate) with two, \(unshared.rate) that share nothing")
    }
    tell("two threads find so many times what one finds", shared.map { $0.throughput })
    tell("two that share nothing", apart.map { $0.throughput })
    tell("of which sharing leaves", zip(shared, apart).map { $0.throughput / $1.throughput })
    tell("an answer takes so many times the processor time beside another thread", shared.map { $0.cost })
    tell("beside one that shares nothing", apart.map { $0.cost })
  }

  private static func tell(_ name: String, _ figures: [Double]) {
    func twoDigits(_ number: Double) -> Double { (number * 100).rounded() / 100 }
    let sorted = figures.sorted()
    let median = twoDigits(sorted[sorted.count / 2])
    print(
      "\(name): \(median) (median of \(sorted.count), \(twoDigits(sorted[0])) to \(twoDigits(sorted[sorted.count - 1])))"
    )
  }

  /// How long threads take that each find so many answers: one thread for each work named.
  private static func measured(_ works: [Work], answers: Int) -> Measured {
    let running = DispatchGroup()
    let settled = Mutex(0)
    let start = (ContinuousClock.now, clock())
    for work in works {
      running.enter()
      Thread {
        let count = work.settled(of: answers)
        settled.withLock { $0 += count }
        running.leave()
      }.start()
    }
    running.wait()
    let time = ContinuousClock.now - start.0
    let processorTime = Double(clock() - start.1) / Double(CLOCKS_PER_SEC)
    guard settled.withLock({ $0 }) == works.count * Work.expected(of: answers) else {
      print("an answer is wrong")
      exit(1)
    }
    return Measured(
      answers: works.count * answers,
      time: Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18,
      processorTime: processorTime)
  }
}

/// A query, and the cases that are asked in turn.
struct Work {
  private let query: Query
  private let date: Moment
  private let cases: [Facts]
  private static let count = 16

  init(_ treaty: String) throws {
    let program = try Program(contentsOf: URL(filePath: treaty))
    query = try program.query("CSP.assistance(ally: DPRK, victim: Russia)")
    date = try Moment.day(2025, 3, 1)
    cases = try (0..<Self.count).map { number in
      var facts = program.facts
      try facts.deny("under_attack(Russia, by: any)")
      try facts.tell("under_attack(Russia, by: Ukraine)", number & 1 == 0)
      try facts.tell("put_in_war(Russia, by: Ukraine)", number & 2 == 0)
      try facts.tell("asks_help(Russia, from: DPRK)", number & 4 == 0)
      if number & 8 == 0 { try facts.assert("approves(StateAffairs, aid_to: Russia)") }
      return facts
    }
  }

  /// How many of so many answers are true or false.
  func settled(of answers: Int) -> Int {
    (0..<answers).count {
      guard let answer = try? query.answer(given: cases[$0 % Self.count], asOf: date) else { return false }
      return answer.truth != .unknown
    }
  }

  /// Half of the cases lack an approval, of which those with an attack, a war and a request stay open: one in sixteen.
  static func expected(of answers: Int) -> Int { answers - answers / count }
}

/// What one measurement came to; times are in seconds.
struct Measured {
  let answers: Int
  let time: Double
  let processorTime: Double

  /// Answers a second.
  var rate: Int { Int(Double(answers) / time) }
}

/// What a second thread is worth.
struct Gain {
  /// How many times the answers of one thread.
  let throughput: Double
  /// How many times the processor time that an answer takes alone.
  let cost: Double

  init(_ one: Measured, _ two: Measured) {
    throughput = Double(two.answers) / two.time / (Double(one.answers) / one.time)
    cost = two.processorTime / Double(two.answers) / (one.processorTime / Double(one.answers))
  }
}

extension Facts {
  fileprivate mutating func tell(_ fact: FactCase, _ holds: Bool) throws(CasusError) {
    if holds { try assert(fact) } else { try deny(fact) }
  }
}
