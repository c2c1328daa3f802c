import CasusSyntax

/// Cuts what comes in, line by line, into entries: by grammar, not by blank lines.
///
/// An entry goes on while a bracket, a text or a comment stands open, while its last word demands another, while the
/// grammar needs more, and with every line that begins as nothing else can begin.
package struct EntryCutter {
  private var pending: [UInt8] = []
  private var scanner = EntryScanner()
  private var firstLine = 0
  private var beginsAsContinuation = false
  /// Whether what is pending is more than comments.
  private var hasWords = false
  private var knownCompleteness: Bool?
  /// Lines without words since the last line of what is pending.
  private var blankLines = 0
  /// How many lines were taken.
  private(set) package var lineCount = 0

  package init() {}

  /// Whether an entry was begun and has not ended.
  package var isInside: Bool { !pending.isEmpty }

  /// What was begun, for whoever completes words.
  package var pendingText: String { String(decoding: pending, as: UTF8.self) }

  /// What stands open.
  package var openMark: Character? { scanner.openMark }

  /// Takes a line, without its line break, and gives the entries that end with it or before it.
  package mutating func take(_ line: [UInt8]) -> [Entry] {
    lineCount += 1
    if scanner.isOpen {
      append(line)
      return []
    }
    let start = LineStart(line)
    guard !pending.isEmpty else { return begin(line, start) }
    switch start {
    case .nothing: blankLines += 1
    case .continuation: append(line)
    case .command: return end() + [Entry(.command, line, firstLine: lineCount)]
    case .item, .comment, .other:
      // Where the next item begins, the one before has ended, be it in error. Comments wait for what they are about.
      guard hasWords, !demandsMore, start == .item || isComplete else {
        append(line)
        return []
      }
      return end() + begin(line, start)
    }
    return []
  }

  private mutating func begin(_ line: [UInt8], _ start: LineStart) -> [Entry] {
    switch start {
    case .nothing: return []
    case .command: return [Entry(.command, line, firstLine: lineCount)]
    default:
      firstLine = lineCount
      beginsAsContinuation = start == .continuation
      append(line)
      return []
    }
  }

  private mutating func append(_ line: [UInt8]) {
    if !pending.isEmpty {
      let breaks = [UInt8](repeating: UInt8(ascii: "\n"), count: blankLines + 1)
      pending += breaks
      scanner.read(breaks)
    }
    blankLines = 0
    pending += line
    scanner.read(line)
    hasWords = hasWords || EntryGrammar.hasWords(pending)
    knownCompleteness = nil
  }

  /// Ends the entry that was begun, whatever the grammar says; comments alone are none.
  private mutating func end() -> [Entry] {
    defer { forget() }
    return hasWords ? [Entry(beginsAsContinuation ? .continuation : .text, pending, firstLine: firstLine)] : []
  }

  /// Gives up what was begun.
  package mutating func forget() {
    pending = []
    scanner = EntryScanner()
    hasWords = false
    blankLines = 0
    knownCompleteness = nil
  }

  /// The entry that was begun, where nothing more need come; what comes later may still go on with it.
  package mutating func endIfComplete() -> Entry? { isInside && isComplete ? end().first : nil }

  /// The entry that was begun and, since the input ended, is all there is of it.
  package mutating func endAtLast() -> Entry? { end().first }

  /// Whether what was begun is a question that needs no more.
  package var isAtCompleteQuestion: Bool {
    mutating get { isInside && isComplete && EntryGrammar.isQuestion(pending) }
  }

  private var isComplete: Bool {
    mutating get {
      if let knownCompleteness { return knownCompleteness }
      // What goes on with the entry before it need not be whole by itself.
      let isWhole =
        hasWords && !scanner.isOpen && !demandsMore && (beginsAsContinuation || EntryGrammar.isComplete(pending))
      knownCompleteness = isWhole
      return isWhole
    }
  }

  private var demandsMore: Bool {
    guard let run = scanner.lastRun, run < pending.count else { return false }
    let last = tokenize(Array(pending[run...])).last { !$0.kind.isTrivia }
    return last?.kind.demandsMore ?? false
  }
}
