import Casus
import Foundation
import Synchronization

/// Measures how many answers a second one thread finds, and how many two that share the query: `throughput TREATY.casus`.
///
/// The two are measured in turn, so that whatever else the machine does meets both.
@main struct Throughput {
  static func main() throws {
    guard let treaty = CommandLine.arguments.dropFirst().first else { return print("usage: throughput TREATY.casus") }
    let program = try Program(contentsOf: URL(filePath: treaty))
    let query = try program.query("CSP.assistance(ally: DPRK, victim: Russia)")
    let date = try Moment.day(2025, 3, 1)
    let cases = try (0..<16).map { number in
      var facts = program.facts
      try facts.deny("under_attack(Russia, by: any)")
      try facts.tell("under_attack(Russia, by: Ukraine)", number & 1 == 0)
      try facts.tell("put_in_war(Russia, by: Ukraine)", number & 2 == 0)
      try facts.tell("asks_help(Russia, from: DPRK)", number & 4 == 0)
      if number & 8 == 0 { try facts.assert("approves(StateAffairs, aid_to: Russia)") }
      return facts
    }
    let rounds = 9
    let answers = 2_000
    _ = measured(threads: 2, answers: answers / 4, query, cases, date)
    var gains: [Double] = []
    var costs: [Double] = []
    for _ in 0..<rounds {
      let one = measured(threads: 1, answers: answers, query, cases, date)
      let two = measured(threads: 2, answers: answers, query, cases, date)
      gains.append(2 * one.time / two.time)
      costs.append(two.processorTime / 2 / one.processorTime)
      let (single, double) = (Int(Double(answers) / one.time), Int(Double(2 * answers) / two.time))
      print("\(single) answers a second with one thread, \(double) with two")
    }
    tell("two threads find so many times what one finds", gains.sorted())
    tell("an answer takes so many times the processor time beside another thread", costs.sorted())
  }

  private static func tell(_ name: String, _ sorted: [Double]) {
    func twoDigits(_ number: Double) -> Double { (number * 100).rounded() / 100 }
    let median = twoDigits(sorted[sorted.count / 2])
    print(
      "\(name): \(median) (median of \(sorted.count), \(twoDigits(sorted[0])) to \(twoDigits(sorted[sorted.count - 1])))"
    )
  }

  /// How many seconds threads take that each find so many answers, and of processors.
  private static func measured(
    threads: Int, answers: Int, _ query: Query, _ cases: [Facts], _ date: Moment
  ) -> (time: Double, processorTime: Double) {
    let running = DispatchGroup()
    let settled = Mutex(0)
    let start = (ContinuousClock.now, clock())
    for _ in 0..<threads {
      running.enter()
      Thread {
        var count = 0
        for number in 0..<answers {
          let answer = try? query.answer(given: cases[number % cases.count], asOf: date)
          if answer?.truth != .unknown { count += 1 }
        }
        settled.withLock { $0 += count }
        running.leave()
      }.start()
    }
    running.wait()
    let time = ContinuousClock.now - start.0
    let processorTime = Double(clock() - start.1) / Double(CLOCKS_PER_SEC)
    // Half of the cases lack an approval, of which those with an attack, a war and a request stay open: one in sixteen.
    let expected = threads * (answers - answers / cases.count)
    guard settled.withLock({ $0 }) == expected else {
      print("an answer is wrong")
      exit(1)
    }
    return (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18, processorTime)
  }
}

extension Facts {
  fileprivate mutating func tell(_ fact: FactCase, _ holds: Bool) throws(CasusError) {
    if holds { try assert(fact) } else { try deny(fact) }
  }
}
