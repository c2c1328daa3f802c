import Casus
import Foundation
import Testing

@testable import AnswerServer

/// What the endpoint sends back; that it is sent over HTTP, `check-server.sh` looks at.
@Suite struct AnswerEndpointTests {
  private func reply(to body: String) throws -> AnswerEndpoint.Reply {
    let program = try Program(
      text: """
        fact attacked
        fact provoked
        rule due when attacked unless provoked
        """)
    return AnswerEndpoint(program).reply(to: Array(body.utf8))
  }

  private struct Sent: Decodable {
    struct Answer: Decodable { var answer: String }
    struct Explanation: Decodable { var kind: String }
    var answer: Answer
    var explanation: Explanation
  }

  @Test(arguments: [
    ("[]", "[]", "unknown"), ("[\"attacked\"]", "[\"provoked\"]", "true"), ("[]", "[\"attacked\"]", "false"),
  ])
  func aQuestionHasAnAnswerAndReasons(_ assert: String, _ deny: String, _ answer: String) throws {
    let reply = try reply(to: "{\"query\": \"due\", \"assert\": \(assert), \"deny\": \(deny)}")
    let sent = try JSONDecoder().decode(Sent.self, from: Data(reply.json.utf8))
    #expect(reply.status == 200 && sent.answer.answer == answer && sent.explanation.kind == "explanation")
  }

  @Test(arguments: [
    ("", 400, "invalidBody"), ("{\"query\": 5}", 400, "invalidBody"), ("{\"query\": \"dew\"}", 422, "invalidQuery"),
    ("{\"query\": \"due\", \"assert\": [\"atacked\"]}", 422, "invalidStatement"),
    ("{\"query\": \"due\", \"assert\": [\"attacked\"], \"deny\": [\"attacked\"]}", 422, "contradiction"),
  ])
  func whatIsWrongIsToldWithItsCode(_ body: String, _ status: Int, _ code: String) throws {
    let reply = try reply(to: body)
    #expect(reply.status == status && reply.json.contains("\"code\":\"\(code)\""), "\(reply.json)")
  }
}
