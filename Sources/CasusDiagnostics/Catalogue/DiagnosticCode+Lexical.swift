extension DiagnosticCode {
  package static var lexical: [DiagnosticCode] { [] }
}
