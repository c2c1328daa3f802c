extension DiagnosticCode {
  package static var types: [DiagnosticCode] { [] }
}
