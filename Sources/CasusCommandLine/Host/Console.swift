#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whether to colour what is printed.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Standard output, which carries data, and standard error, which carries messages.
struct Console: Sendable {
  var colorsOutput: Bool
  var colorsMessages: Bool

  init(_ choice: ColorChoice) {
    colorsOutput = Console.usesColor(choice, on: STDOUT_FILENO)
    colorsMessages = Console.usesColor(choice, on: STDERR_FILENO)
  }

  /// The columns that messages may take: those of the terminal, or a plain page.
  var messageWidth: Int { Console.width(of: STDERR_FILENO) ?? 100 }
  var outputWidth: Int { Console.width(of: STDOUT_FILENO) ?? 100 }

  func write(_ text: String) { Progress.hidden { Console.write(text, to: STDOUT_FILENO) } }

  /// Writes a text that stands in bytes.
  func write(_ text: [UInt8]) {
    Progress.hidden { text.withUnsafeBytes { Console.write($0, to: STDOUT_FILENO) } }
  }

  func message(_ text: String) { Progress.hidden { Console.write(text, to: STDERR_FILENO) } }

  /// Tells why something could not be done, where that was not told yet, and gives the exit status that makes.
  func report(_ failure: CommandFailure) -> ExitStatus {
    if !failure.message.isEmpty { message("casus: \(failure.message)\n") }
    return failure.status
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// What the option says, else what the environment does, else whether somebody can see it.
  private static func usesColor(_ choice: ColorChoice, on descriptor: Int32) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = environment("NO_COLOR"), !value.isEmpty { return false }
      if let value = environment("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
      return isTerminal(descriptor) && environment("TERM") != "dumb"
    }
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Writes all of it. A reader that has gone away has read enough: that ends the run quietly.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
      let count = Darwin.write(descriptor, part.baseAddress, part.count)
      #elseif canImport(Musl)
      let count = Musl.write(descriptor, part.baseAddress, part.count)
      #else
      let count = Glibc.write(descriptor, part.baseAddress, part.count)
      #endif
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        if descriptor == STDERR_FILENO { return }
        if errno != EPIPE { message(aboutFailingOutput: errno) }
        exit(errno == EPIPE ? ExitStatus.success.code : ExitStatus.unreadable.code)
      }
      rest = rest.dropFirst(count)
    }
  }

  private static func message(aboutFailingOutput code: Int32) {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    write("casus: standard output cannot be written: \(reason)\n", to: STDERR_FILENO)
  }
}
