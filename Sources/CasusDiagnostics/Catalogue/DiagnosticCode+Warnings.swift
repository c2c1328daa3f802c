extension DiagnosticCode {
  package static var warnings: [DiagnosticCode] { [] }
}
