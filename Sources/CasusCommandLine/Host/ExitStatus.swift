/// How a run ended, as other programs see it. The numbers are promises; those of failures are the ones of `sysexits.h`.
struct ExitStatus: Equatable, Sendable {
  let code: Int32

  /// Done.
  static let success = ExitStatus(code: 0)
  /// Done, and it found something: an expectation that fails, an error under `check`.
  static let finding = ExitStatus(code: 1)
  /// The command line is wrong.
  static let usage = ExitStatus(code: 64)
  /// The program or its data is wrong.
  static let wrongInput = ExitStatus(code: 65)
  /// A file cannot be read.
  static let unreadable = ExitStatus(code: 66)
  /// A defect of Casus.
  static let defect = ExitStatus(code: 70)
  /// A bound on work was reached.
  static let limit = ExitStatus(code: 75)
  static let interrupted = ExitStatus(code: 130)

  var isFailure: Bool { code >= ExitStatus.usage.code }

  /// The status of two pieces of work done one after the other: the first failure, else a finding, else success.
  func then(_ next: ExitStatus) -> ExitStatus {
    if isFailure || next == .success { return self }
    return next
  }
}

/// Why a command could not do its work.
struct CommandFailure: Error, Equatable {
  var status: ExitStatus
  /// What to tell on standard error; empty where diagnostics have told it already.
  var message: String
}
