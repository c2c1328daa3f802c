extension DiagnosticCode {
  package static var names: [DiagnosticCode] { [] }
}
