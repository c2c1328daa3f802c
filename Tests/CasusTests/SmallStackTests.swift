import Casus
import Foundation
import Synchronization
import Testing

/// No program that is within the default limits needs more stack than half of what Linux gives a thread, though this is a build
/// for debugging, which needs several times what a release does.
@Suite struct SmallStackTests {
  private static let stackSize = 4 << 20

  private static func nested(_ depth: Int, _ begin: String, _ end: String) -> String {
    String(repeating: begin, count: depth) + "a" + String(repeating: end, count: depth)
  }

  /// Each as deep as may be by default, or deeper than calls are followed at once.
  static let programs: [(name: String, text: String, query: String)] = [
    ("brackets", "fact a\nrule r when " + nested(240, "(", ")"), "r"),
    ("not", "fact a\nrule r when " + nested(240, "not ", ""), "r"),
    ("brackets in a question", "fact a", nested(120, "not (", ")")),
    (
      "calls",
      "fact a\nrule r0 when a\n" + (1...1_000).map { "rule r\($0) when not r\($0 - 1)" }.joined(separator: "\n"),
      "r1000"
    ),
    (
      "quantifiers",
      "type T\nentity E: T\nfact a(_ t: T)\nrule r when "
        + (0..<240).map { "some x\($0) in T satisfies " }.joined() + "a(x239)", "r"
    ),
    (
      "sums",
      "fact v -> Int\nrule r when " + String(repeating: "(", count: 240) + "v" + String(repeating: " + 1)", count: 240)
        + " > 3", "r"
    ),
  ]

  @Test(arguments: programs.indices) func aSmallStackSuffices(_ number: Int) {
    let (name, text, question) = Self.programs[number]
    let found = Mutex("nothing")
    let running = DispatchGroup()
    running.enter()
    let thread = Thread {
      let outcome: String
      do throws(CasusError) {
        let query = try Program(text: text).query(question)
        outcome = try "\(query.answer()) \(query.explanation().steps.count > 0)"
      } catch { outcome = error.message }
      found.withLock { $0 = outcome }
      running.leave()
    }
    thread.stackSize = Self.stackSize
    thread.start()
    running.wait()
    #expect(found.withLock { $0 } == "unknown true", "\(name)")
  }
}
