extension DiagnosticCode {
  package static var declarations: [DiagnosticCode] { [] }
}
