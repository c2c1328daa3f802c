extension DiagnosticCode {
  package static var syntax: [DiagnosticCode] { [] }
}
