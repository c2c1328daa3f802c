import Foundation

/// One run of the built program, as a shell would do it.
struct CasusProcess: Equatable {
  var status: Int32
  var output: String
  var errors: String

  /// The program stands beside the tests, in the folder they were built into.
  private static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "casus").path

  /// - Parameters:
  ///   - input: what standard input brings.
  ///   - environment: what is added to an environment that says nothing of colours.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> CasusProcess {
    try run(arguments, input: input, environment: environment)
  }

  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> CasusProcess {
    let scratch = try ScratchFolder()
    let files = ["input", "output", "errors"].map { scratch.url.appending(path: $0).path }
    try input.write(toFile: files[0], atomically: false, encoding: .utf8)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)
    let status = try CStrings([executable] + arguments).withPointers { arguments in
      let variables = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }.map { "\($0)=\($1)" }
      return try CStrings(variables).withPointers { variables in
        var process: pid_t = 0
        let code = posix_spawn(&process, executable, &actions, nil, arguments, variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
      }
    }
    return CasusProcess(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F),
      output: try String(contentsOfFile: files[1], encoding: .utf8),
      errors: try String(contentsOfFile: files[2], encoding: .utf8))
  }
}

/// Texts as C wants them: an array of pointers that ends with null.
private struct CStrings {
  private let texts: [String]

  init(_ texts: [String]) { self.texts = texts }

  func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) throws -> Result
  ) throws -> Result {
    var pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return try pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { throw POSIXError(.ENOMEM) }
      return try body(base)
    }
  }
}

/// A folder that goes away with its value.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "casus-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
    return file.path
  }
}
