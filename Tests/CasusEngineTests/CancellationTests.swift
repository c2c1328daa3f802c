import CasusEngine
import CasusSemantics
import Synchronization
import Testing

/// A host that wants a question no more is heard, whatever the question is busy with.
@Suite struct CancellationTests {
  /// Grounding these takes a step a number, and the diagrams of the second are wide.
  private static let programs = [
    "set N = 1..100000 fact f(_ n: N) ask count(n in N where f(n)) > 5 and count(n in N where not f(n)) > 7",
    """
    set N = 1..120 fact f(_ n: N) fact g(_ n: N)
    ask count(n in N where f(n) and g(n)) is 17 and count(n in N where f(n) or g(n)) is 60
    """,
  ]

  /// Says no so many times, and yes from then on.
  private final class Patience: Sendable {
    private let rest: Mutex<Int>
    let calls = Mutex(0)

    init(_ rest: Int) { self.rest = Mutex(rest) }

    func isOver() -> Bool {
      calls.withLock { $0 += 1 }
      return rest.withLock { rest in
        rest -= 1
        return rest < 0
      }
    }
  }

  @Test(arguments: programs, [0, 1, 2, 5])
  func aQuestionIsCancelledWheneverItsHostSaysSo(_ text: String, _ patience: Int) throws {
    let program = try #require(CompiledText(text).program)
    let question = try #require(program.questions.first)
    let host = Patience(patience)
    var limits = EngineLimits()
    limits.maximumDiagramNodes = 300_000
    limits.shouldStop = { host.isOver() }
    let runner = QuestionRunner(FactBase(program), limits: limits)
    #expect(throws: EngineError.cancelled) { _ = try runner.answer(question, asOf: .earliest) }
    // Once it was told to stop it asks no more than on its way out.
    #expect(host.calls.withLock { $0 } <= patience + 200)
    let timeline = TimelineRunner(FactBase(program), limits: limits).answers(to: [question])
    guard case .failure(.cancelled)? = timeline.first else {
      Issue.record("\(timeline)")
      return
    }
  }
}
