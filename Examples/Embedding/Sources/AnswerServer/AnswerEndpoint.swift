import Casus
import Foundation

/// Answers questions to one program, each with its explanation, in JSON. It knows nothing of HTTP but what a status says.
struct AnswerEndpoint: Sendable {
  /// What is asked.
  struct Request: Decodable {
    var query: String
    var asOf: Moment?
    /// What holds and what does not, as one would state it.
    var assert: [String]?
    var deny: [String]?
  }

  /// What is sent back.
  struct Reply: Equatable {
    var status: Int
    var json: String
  }

  private struct Problem: Encodable {
    var code: String
    var message: String
    var diagnostics: [Diagnostic] = []
  }

  private let program: Program
  private let limits: Limits

  /// Strangers ask: a question may cost a fortieth of what it may by default.
  init(_ program: Program) {
    self.program = program
    var limits = Limits()
    limits.maximumSteps /= 40
    limits.maximumDiagramNodes /= 40
    self.limits = limits
  }

  func reply(to body: [UInt8]) -> Reply {
    do {
      let request = try JSONDecoder().decode(Request.self, from: Data(body))
      return Reply(status: 200, json: try answer(request))
    } catch let error as CasusError {
      // Of limits another question may know how to keep within; all else is the fault of what was asked.
      let problem = Problem(code: error.code.rawValue, message: error.message, diagnostics: error.diagnostics)
      return reply(error.code == .limitReached ? 503 : 422, problem)
    } catch {
      let message = "the body is no question: {\"query\": …, \"asOf\": …, \"assert\": […], \"deny\": […]}"
      return reply(400, Problem(code: "invalidBody", message: message))
    }
  }

  private func answer(_ request: Request) throws(CasusError) -> String {
    let query = try program.query(request.query)
    var facts = program.facts
    for fact in request.assert ?? [] { try facts.assert(FactCase(fact)) }
    for fact in request.deny ?? [] { try facts.deny(FactCase(fact)) }
    let answer = try query.answer(given: facts, asOf: request.asOf, limits: limits)
    let explanation = try query.explanation(given: facts, asOf: request.asOf, limits: limits)
    return "{\"answer\": \(answer.json),\n \"explanation\": \(explanation.json)}\n"
  }

  private func reply(_ status: Int, _ problem: Problem) -> Reply {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = (try? encoder.encode(problem)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return Reply(status: status, json: json + "\n")
  }
}
