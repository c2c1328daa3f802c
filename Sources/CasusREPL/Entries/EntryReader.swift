/// Reads entries from whoever sits at a terminal, or from a pipe.
package struct EntryReader {
  package enum Input {
    /// What was entered in one go. Nothing more of it is at hand: it can be dealt with.
    case entries([Entry], isAllAtHand: Bool)
    /// The user gave up what was begun.
    case interrupted
    case end
    /// The input cannot be read any further.
    case failed(String)
  }

  private var lines: LineSource
  private var cutter = EntryCutter()

  /// Whether somebody sits at both ends: then lines are edited, and prompted for.
  package let isInteractive: Bool

  /// - Parameter maximumSize: of one line.
  package init(maximumSize: Int) {
    isInteractive = Terminal.isInteractive
    lines = isInteractive && LineEditor.isAvailable ? .editor : .stream(LineStream(maximumSize: maximumSize))
  }

  /// The next entries.
  ///
  /// - Parameters:
  ///   - prompt: what stands before an entry, given what stands open of one that was begun; nil for a new one.
  ///   - complete: the words that could stand at the end of a text, given what follows it on the line.
  package mutating func next(
    prompt: (EntryStart) -> String, complete: (String) -> Completions
  ) -> Input {
    switch lines {
    case .editor: return nextFromEditor(prompt, complete)
    case .stream(var stream):
      lines = .editor
      defer { lines = .stream(stream) }
      return next(from: &stream, prompt)
    }
  }

  private var start: EntryStart { cutter.isInside ? .inside(cutter.openMark) : .new }

  private mutating func nextFromEditor(
    _ prompt: (EntryStart) -> String, _ complete: (String) -> Completions
  ) -> Input {
    var entries: [Entry] = []
    while true {
      let before = cutter.isInside ? cutter.pendingText + "\n" : ""
      switch LineEditor.readLine(prompt: prompt(start), complete: { complete(before + $0) }) {
      case .interrupted:
        cutter.forget()
        return .interrupted
      case .end:
        if let entry = cutter.endAtLast() { entries.append(entry) }
        return entries.isEmpty ? .end : .entries(entries, isAllAtHand: true)
      case .text(let text):
        // What was pasted may have many lines.
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
          entries += cutter.take(Array(line))
        }
        if let entry = cutter.endIfComplete() { entries.append(entry) }
        if !entries.isEmpty && !cutter.isInside { return .entries(entries, isAllAtHand: true) }
      }
    }
  }

  private mutating func next(from stream: inout LineStream, _ prompt: (EntryStart) -> String) -> Input {
    while true {
      if isInteractive { Terminal.write(prompt(start)) }
      switch stream.next() {
      case .interrupted:
        cutter.forget()
        return .interrupted
      case .failed(let reason): return .failed(reason)
      case .end:
        guard let entry = cutter.endAtLast() else { return .end }
        return .entries([entry], isAllAtHand: true)
      case .line(let line):
        var entries = cutter.take(line)
        // Whoever waits for an answer need not say more first.
        let isWaiting = isInteractive || !stream.isReady
        if isWaiting, isInteractive || cutter.isAtCompleteQuestion, let entry = cutter.endIfComplete() {
          entries.append(entry)
        }
        if !entries.isEmpty { return .entries(entries, isAllAtHand: isWaiting && !cutter.isInside) }
      }
    }
  }
}

/// What a prompt stands before.
package enum EntryStart: Equatable, Sendable {
  case new
  /// A line more of an entry that was begun; what stands open in it.
  case inside(Character?)
}

/// Where lines come from.
private enum LineSource {
  case editor
  case stream(LineStream)
}
