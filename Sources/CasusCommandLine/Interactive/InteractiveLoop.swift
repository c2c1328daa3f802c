import CasusREPL

/// Reads what is entered and hands it to the session, until the input or the session is over.
struct InteractiveLoop {
  private var reader: EntryReader
  /// Whether an error ends nothing.
  private let keepsGoing: Bool
  private let history: HistoryFile?
  /// Declarations and statements that came one after the other: they are taken together, so that their order is free.
  private var unit: [Entry] = []
  private var unitSize = 0
  /// How large the unit is when it is next tried whether it is right so far.
  private var nextTrial = InteractiveLoop.firstTrial
  private var status = ExitStatus.success

  private static let firstTrial = 1 << 20

  init(reader: EntryReader, keepsGoing: Bool) {
    self.reader = reader
    self.keepsGoing = keepsGoing
    history = reader.isInteractive ? UserFolders.historyFile.map { HistoryFile(path: $0) } : nil
    guard reader.isInteractive else { return }
    LineEditor.limitMemory(to: HistoryFile.kept)
    for entry in history?.load() ?? [] { LineEditor.remember(entry) }
  }

  mutating func run(_ session: inout InteractiveSession) -> ExitStatus {
    while !session.isOver {
      let input = reader.next(
        prompt: { session.prompt(at: $0) }, complete: { [session] in session.completions(behind: $0) })
      switch input {
      case .interrupted: continue
      case .failed(let reason):
        session.say("casus: the input cannot be read: \(reason)")
        return status.then(.unreadable)
      case .end:
        deal(&session)
        if reader.isInteractive { session.output.console.write("\n") }
        session.isOver = true
      case .entries(let entries, let isAllAtHand):
        if reader.isInteractive { for entry in entries { remember(entry) } }
        take(entries, &session)
        if reader.isInteractive || isAllAtHand && unit.isEmpty { deal(&session) }
      }
      if isStopped { break }
    }
    session.output.finishDocument()
    session.output.finishEntry()
    return reader.isInteractive ? .success : status
  }

  /// Whether an error ends the script.
  private var isStopped: Bool { !keepsGoing && status.isFailure }

  private mutating func take(_ entries: [Entry], _ session: inout InteractiveSession) {
    for entry in entries.flatMap({ EntryGrammar.items(of: $0) }) where !isStopped && !session.isOver {
      if entry.kind != .command { session.lastTyped = entry }
      if session.takeForeignWords(entry) { continue }
      if entry.kind == .text, !EntryGrammar.isQuestion(entry.bytes) {
        add(entry, &session)
      } else {
        deal(&session)
        if isStopped { return }
        measured(&session) { session in
          switch entry.kind {
          case .command: session.run(entry)
          case .continuation: session.goOn(with: entry)
          case .text: session.ask(entry)
          }
        }
        takeWaitingLines(of: &session)
      }
    }
  }

  private mutating func add(_ entry: Entry, _ session: inout InteractiveSession) {
    unit.append(entry)
    unitSize += entry.bytes.count
    guard unitSize >= nextTrial else { return }
    if session.takeEarly(unit) { forgetUnit() } else { nextTrial = 2 * unitSize }
  }

  private mutating func forgetUnit() {
    unit = []
    unitSize = 0
    nextTrial = InteractiveLoop.firstTrial
  }

  /// Deals with what has come in.
  private mutating func deal(_ session: inout InteractiveSession) {
    guard !unit.isEmpty else { return }
    let entries = unit
    forgetUnit()
    let stopsAtFirst = !keepsGoing
    measured(&session) { $0.take(entries, stopsAtFirst: stopsAtFirst) }
  }

  /// Does something for the user, who may break it off and may want to know how long it took.
  private mutating func measured(_ session: inout InteractiveSession, _ work: (inout InteractiveSession) -> ExitStatus)
  {
    Interrupt.clear()
    let start = ContinuousClock.now
    status = status.then(work(&session))
    session.output.finishEntry()
    if session.showsTime { session.say("Time: \(InteractiveLoop.milliseconds(ContinuousClock.now - start)) ms") }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
    let fraction = "\(microseconds % 1_000)"
    return "\(microseconds / 1_000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
  }

  /// Keeps an entry to be found again, whether it is right or not.
  private func remember(_ entry: Entry) {
    guard !entry.isPrivate else { return }
    LineEditor.remember(entry.text)
    history?.append(entry.text)
  }

  // MARK: Other lines

  /// What an editor made of an entry is entered.
  private mutating func takeWaitingLines(of session: inout InteractiveSession) {
    guard !session.waitingLines.isEmpty else { return }
    let lines = session.waitingLines
    session.waitingLines = []
    takeLines(lines, &session, areTyped: true)
  }

  /// Takes the entries of the user's start file. What is wrong in it is told, and ends nothing.
  mutating func readStartFile(_ session: inout InteractiveSession) {
    guard let path = UserFolders.startFile, FileSystem.obstacle(to: path) == nil,
      let bytes = try? FileSystem.read(path, maximumSize: 1 << 20)
    else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    takeLines(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }, &session, areTyped: false)
    status = .success
  }

  private mutating func takeLines(
    _ lines: [String], _ session: inout InteractiveSession, areTyped: Bool
  ) {
    var cutter = EntryCutter()
    var entries = lines.flatMap { cutter.take(Array($0.utf8)) }
    if let last = cutter.endAtLast() { entries.append(last) }
    if areTyped { for entry in entries { remember(entry) } }
    take(entries, &session)
    deal(&session)
  }
}
