import CasusDiagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One line on the terminal that tells what takes so long, and for how long it has taken.
///
/// It appears after a second, goes away before anything else is written, and is written by a thread of its own, so that
/// whatever the program is busy with need not think of it. Where nobody sees standard error, there is none.
enum Progress {
  private struct State {
    var isStarted = false
    var start = ContinuousClock.now
    /// What is being done.
    var work = ""
  }

  private static let state = Mutex(State())
  /// Read by the handler of signals as well, which may wait for nobody.
  private static let isShown = Atomic(false)

  private static let firstDelay: UInt32 = 1_000_000
  private static let interval: UInt32 = 200_000
  /// Goes to the beginning of the line, and wipes it.
  private static let wipe: StaticString = "\r\u{1B}[K"

  /// Begins to tell, where standard error is a terminal that can.
  static func start() {
    guard Console.isTerminal(STDERR_FILENO), Console.environment("TERM") != "dumb" else { return }
    let isFirst = state.withLock { state in
      defer { state.isStarted = true }
      state.start = .now
      return !state.isStarted
    }
    if isFirst { startThread() }
  }

  /// Says what is being done from now on.
  static func note(_ work: @autoclosure () -> String) {
    state.withLock { if $0.isStarted { $0.work = work() } }
  }

  /// Writes something else, with the line out of the way.
  static func hidden(_ body: () -> Void) {
    state.withLock { _ in
      wipeLine()
      body()
    }
  }

  /// Wipes the line; safe where a signal is handled.
  static func wipeLine() {
    guard isShown.exchange(false, ordering: .relaxed) else { return }
    _ = write(STDERR_FILENO, wipe.utf8Start, wipe.utf8CodeUnitCount)
  }

  private static func startThread() {
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let failure = pthread_create(&thread, nil, { _ in Progress.run() }, nil)
    // Nobody waits for it: the process ends without.
    #if canImport(Darwin)
    if failure == 0, let thread { pthread_detach(thread) }
    #else
    if failure == 0 { pthread_detach(thread) }
    #endif
  }

  private static func run() -> Never {
    usleep(firstDelay)
    while true {
      state.withLock { show($0) }
      usleep(interval)
    }
  }

  private static func show(_ state: State) {
    let seconds = (ContinuousClock.now - state.start).components.seconds
    guard seconds >= 1 else { return }
    let width = Console.width(of: STDERR_FILENO) ?? 80
    let text = "casus: \(seconds) s" + (state.work.isEmpty ? "" : ", " + state.work)
    // A line that is wrapped could not be wiped again.
    let line = "\(wipe)" + text.cut(to: max(1, width - 1))
    isShown.store(true, ordering: .relaxed)
    var bytes = line
    bytes.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

extension String {
  /// As much of the beginning as fits into so many columns, marked where something is left out.
  func cut(to room: Int) -> String {
    if terminalWidth <= room { return self }
    var result = ""
    var width = 1
    for character in self {
      width += String(character).terminalWidth
      if width > room { break }
      result.append(character)
    }
    return result + "…"
  }
}
