import Casus
import Foundation
import Synchronization
import Testing

/// A host whose threads have little stack lowers `maximumDepth`: what is nested deeper is refused, with its place, wherever it
/// comes from, and what is not needs no more than 1 MiB, though this is a build for debugging.
@Suite struct NestingTests {
  private static let depth = 32
  private static let stackSize = 1 << 20

  private static var limits: ProgramLimits {
    var limits = ProgramLimits()
    limits.maximumDepth = depth
    return limits
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: "not (", count: depth / 2) + "a" + String(repeating: ")", count: depth / 2)
  }

  /// Does something on a thread with a small stack.
  private static func onSmallStack(_ body: @escaping @Sendable () throws(CasusError) -> String) -> String {
    let found = Mutex("nothing")
    let running = DispatchGroup()
    running.enter()
    let thread = Thread {
      let outcome: String
      do throws(CasusError) { outcome = try body() } catch { outcome = error.code.rawValue }
      found.withLock { $0 = outcome }
      running.leave()
    }
    thread.stackSize = stackSize
    thread.start()
    running.wait()
    return found.withLock { $0 }
  }

  /// A chain of rules, however long and however deep each is nested, needs no more.
  @Test(arguments: [nested(depth - 4), "r0", "s0", "t"]) func whatIsAllowedNeedsLittleStack(_ question: String) {
    let chain = (0..<1_000).map { "rule r\($0) when not r\($0 + 1)" }.joined(separator: "\n")
    let deepChain = (0..<100).map {
      "rule s\($0) when " + String(repeating: "not ", count: Self.depth - 8) + "s\($0 + 1)"
    }
    .joined(separator: "\n")
    let quantifiers = (0..<Self.depth - 4).map { "some x\($0) in T satisfies " }.joined()
    let text =
      "type T\nentity E: T\nfact a\nrule r1000 when a\nrule s100 when a\nrule t when \(quantifiers) a\n" + chain + "\n"
      + deepChain
    let found = Self.onSmallStack { () throws(CasusError) in
      let program = try Program(text: text, limits: Self.limits)
      let query = try program.query(question)
      var facts = program.facts
      let open = try query.answer(given: facts)
      try facts.assert("a")
      return try "\(open) \(query.answer(given: facts)) \(query.explanation(given: facts).steps.count > 0)"
    }
    #expect(found == "unknown true true")
  }

  /// Two hundred levels would need some megabytes of stack.
  @Test func whatIsNestedDeeperIsRefused() throws {
    let deep = Self.nested(200)
    #expect(
      Self.onSmallStack { () throws(CasusError) in
        _ = try Program(text: "fact a\nrule r when " + deep, limits: Self.limits)
        return "no error"
      } == "invalidProgram")
    let program = try Program(text: "set Number = 1..3\nfact a(_ n: Number)\nfact b", limits: Self.limits)
    #expect(
      Self.onSmallStack { () throws(CasusError) in
        _ = try program.query(Self.nested(200).replacing("a", with: "b"))
        return "no error"
      } == "invalidQuery")
    let brackets = "a(" + String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 201)
    #expect(
      Self.onSmallStack { () throws(CasusError) in
        var facts = program.facts
        try facts.assert(FactCase(brackets))
        return "no error"
      } == "invalidStatement")
    let error = try #require(throws: CasusError.self) { try program.query(deep) }
    #expect(error.place?.line == 1 && error.diagnostics.first?.code.rawValue == "C0801", "\(error)")
  }
}
