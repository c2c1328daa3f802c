import Casus
import Foundation

#if Server
import Hummingbird

/// Answers questions to a treaty over HTTP: `answer-server TREATY.casus PORT`, to this machine alone.
@main struct AnswerServer {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let treaty = arguments.first, let port = arguments.last.flatMap({ Int($0) }) else {
      FileHandle.standardError.write(Data("usage: answer-server TREATY.casus PORT\n".utf8))
      exit(64)
    }
    // Read as a text under the name that was given, so that no answer tells where on this machine the files are.
    let program = try Program(text: String(contentsOfFile: treaty, encoding: .utf8), named: treaty) { path in
      FileManager.default.contents(atPath: path).map { Array($0) }
    }
    let endpoint = AnswerEndpoint(program)
    let router = Router()
    router.post("answers") { request, _ in
      let body = try await request.body.collect(upTo: 1 << 16)
      let reply = endpoint.reply(to: Array(body.readableBytesView))
      return Response(
        status: .init(code: reply.status), headers: [.contentType: "application/json"],
        body: .init(byteBuffer: ByteBuffer(string: reply.json)))
    }
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
    try await application.runService()
  }
}
#else
/// The server needs Hummingbird, which is not even fetched where nobody asks for it.
@main struct AnswerServer {
  static func main() {
    FileHandle.standardError.write(Data("built without the server: swift run --traits Server answer-server\n".utf8))
    exit(69)
  }
}
#endif
