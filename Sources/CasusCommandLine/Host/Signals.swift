#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What ends a run from outside: the user's Ctrl-C, a reader that goes away, the time limit.
enum Signals {
  static func install() {
    // A broken pipe is seen where it is written to, and ends the run quietly there.
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGINT) { _ in
      Progress.wipeLine()
      _exit(ExitStatus.interrupted.code)
    }
    // Whoever started this process may have held signals back, and that is inherited.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
  }

  /// Ends the run when so many seconds have passed.
  static func startTimer(seconds: Double) {
    _ = signal(SIGALRM) { _ in
      Progress.wipeLine()
      let text: StaticString = "casus: the time limit was reached (option --timeout)\n"
      _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(ExitStatus.limit.code)
    }
    let whole = seconds.rounded(.down)
    var timer = itimerval()
    timer.it_value.tv_sec = Int(whole)
    timer.it_value.tv_usec = .init((seconds - whole) * 1_000_000)
    #if canImport(Glibc)
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    #else
    setitimer(Int32(ITIMER_REAL), &timer, nil)
    #endif
  }
}
