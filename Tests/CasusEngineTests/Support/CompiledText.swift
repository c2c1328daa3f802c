import CasusDiagnostics
import CasusSemantics

/// A program from one text, or the errors that it has.
enum CompiledText {
  case program(Program)
  case errors([String])

  init(_ text: String) {
    let compilation = compile(main: "main.casus") { _ in .bytes(Array(text.utf8)) }
    let errors = compilation.diagnostics.filter { $0.severity == .error }.map { "\($0.code.identifier) \($0.message)" }
    if let program = compilation.program, errors.isEmpty {
      self = .program(program)
    } else {
      self = .errors(errors.isEmpty ? ["no program, and no error"] : errors)
    }
  }

  var program: Program? { if case .program(let program) = self { program } else { nil } }
}
