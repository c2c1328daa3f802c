extension DiagnosticCode {
  package static var data: [DiagnosticCode] { [] }
}
