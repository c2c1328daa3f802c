#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Another program that has the terminal for a while: a pager, an editor.
package enum ChildProcess {
  /// Runs a command line as the user's shell would, and waits for it.
  ///
  /// - Parameters:
  ///   - input: what it reads; nil for the terminal.
  ///   - variables: what is added to the environment where it is not there.
  /// - Returns: its exit code; nil where it could not be started.
  package static func run(_ command: String, input: String? = nil, variables: [String: String] = [:]) -> Int32? {
    for (name, value) in variables { setenv(name, value, 0) }
    var ends: [Int32] = [-1, -1]
    if input != nil, pipe(&ends) != 0 { return nil }
    guard let process = start(command, reading: input == nil ? nil : (ends[0], ends[1])) else {
      for end in ends where end >= 0 { close(end) }
      return nil
    }
    if let input {
      close(ends[0])
      write(input, to: ends[1])
      close(ends[1])
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    // Ctrl-C was meant for the other program.
    Interrupt.clear()
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static func start(_ command: String, reading ends: (from: Int32, other: Int32)?) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let ends {
      posix_spawn_file_actions_adddup2(&actions, ends.from, STDIN_FILENO)
      posix_spawn_file_actions_addclose(&actions, ends.from)
      posix_spawn_file_actions_addclose(&actions, ends.other)
    }
    // What this process ignores, the other is not to.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ) == 0 else { return nil }
    return process
  }

  /// Writes as much as the other program wants to read.
  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = platformWrite(descriptor, part.baseAddress, part.count)
        if count < 0, errno != EINTR { return }
        rest = rest.dropFirst(max(0, count))
      }
    }
  }
}
