extension DiagnosticCode {
  package static var faults: [DiagnosticCode] { [] }
}
