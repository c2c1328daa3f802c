extension DiagnosticCode {
  package static var limits: [DiagnosticCode] { [] }
}
