extension DiagnosticCode {
  package static var statements: [DiagnosticCode] { [] }
}
