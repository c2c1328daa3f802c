import CasusDiagnostics
import CasusEngine
import CasusSemantics

extension EngineError {
  /// What it makes of a run.
  var status: ExitStatus {
    switch self {
    case .limit: .limit
    case .openDomain: .wrongInput
    case .cancelled: .interrupted
    }
  }

  /// It as a diagnostic; at the question where it has no place of its own.
  func diagnostic(for question: Question) -> Diagnostic {
    switch self {
    case .limit(let limit):
      Diagnostic(.questionTooLarge, limit.message, at: question.span)
    case .openDomain(let place):
      Diagnostic(.openDomain, "a variable runs over a range whose ends are not known", at: place)
    case .cancelled:
      Diagnostic(.questionTooLarge, "the question was cancelled", at: question.span)
    }
  }
}
