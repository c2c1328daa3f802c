import ArgumentParser
import CasusDiagnostics

/// How errors and warnings are written.
enum DiagnosticsFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people, with the lines they speak of.
  case text
  /// One array of Language Server Protocol diagnostics.
  case json
  case sarif
  /// Commands of a GitHub workflow.
  case github

  func renderer(color: Bool, width: Int) -> DiagnosticFormat {
    switch self {
    case .text: .text(color: color, width: width)
    case .json: .json
    case .sarif: .sarif
    case .github: .github
    }
  }
}
