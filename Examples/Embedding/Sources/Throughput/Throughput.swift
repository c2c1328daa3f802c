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
    _ = seconds(threads: 2, answers: answers / 4, query, cases, date)
    var ratios: [Double] = []
    for _ in 0..<rounds {
      let one = seconds(threads: 1, answers: answers, query, cases, date)
      let two = seconds(threads: 2, answers: answers, query, cases, date)
      ratios.append(2 * one / two)
      print(
        "\(Int(Double(answers) / one)) answers a second with one thread, \(Int(Double(2 * answers) / two)) with two")
    }
    ratios.sort()
    let (median, least, most) = (ratios[rounds / 2], ratios[0], ratios[rounds - 1])
    print(
      "two threads: \(twoDigits(median)) times one (median of \(rounds); \(twoDigits(least)) to \(twoDigits(most)))")
  }

  private static func twoDigits(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  /// How long threads take that each find so many answers.
  private static func seconds(
    threads: Int, answers: Int, _ query: Query, _ cases: [Facts], _ date: Moment
  ) -> Double {
    let running = DispatchGroup()
    let settled = Mutex(0)
    let start = ContinuousClock.now
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
    let time = ContinuousClock.now - start
    // Half of the cases lack an approval, of which those with an attack, a war and a request stay open: one in sixteen.
    let expected = threads * (answers - answers / cases.count)
    guard settled.withLock({ $0 }) == expected else {
      print("an answer is wrong")
      exit(1)
    }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}

extension Facts {
  fileprivate mutating func tell(_ fact: FactCase, _ holds: Bool) throws(CasusError) {
    if holds { try assert(fact) } else { try deny(fact) }
  }
}
