import CasusREPL

/// The lines that somebody types, or a pipe brings.
struct InterviewLines {
  enum Line: Equatable {
    case text(String)
    case interrupted
    case end
  }

  private let isInteractive = Terminal.isInteractive && LineEditor.isAvailable
  private var stream = LineStream(maximumSize: 1 << 20)
  private let console: Console

  init(_ console: Console) { self.console = console }

  mutating func next() -> Line {
    guard isInteractive else { return nextOfStream() }
    switch LineEditor.readLine(prompt: "> ", complete: { _ in Completions() }) {
    case .text(let text): return .text(text)
    case .interrupted: return .interrupted
    case .end: return .end
    }
  }

  private mutating func nextOfStream() -> Line {
    console.write("> ")
    switch stream.next() {
    case .line(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      // What a pipe brings is seen nowhere else.
      if !Terminal.isInteractive { console.write(text.safe + "\n") }
      return .text(text)
    case .interrupted: return .interrupted
    case .end, .failed:
      console.write("\n")
      return .end
    }
  }
}
