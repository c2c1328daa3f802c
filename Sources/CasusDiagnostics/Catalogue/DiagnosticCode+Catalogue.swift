extension DiagnosticCode {
  /// Every code, in order.
  package static var all: [DiagnosticCode] {
    lexical + syntax + names + types + declarations + statements + data + limits + warnings + faults + notes
  }

  /// The code written so, in capitals or not.
  package static func named(_ identifier: String) -> DiagnosticCode? {
    all.first { $0.identifier == identifier.uppercased() }
  }
}
