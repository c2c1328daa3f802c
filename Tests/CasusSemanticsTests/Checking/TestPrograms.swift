import CasusDiagnostics
import CasusSemantics
import Foundation

/// Programs for tests: from files, or from texts given by name.
enum TestPrograms {
  /// Compiles the text as the file `main.casus`, beside other files.
  static func compile(
    _ text: String, files: [String: String] = [:], limits: CompilationLimits = CompilationLimits()
  ) -> Compilation {
    CasusSemantics.compile(main: "main.casus", limits: limits) { path in
      if path == "main.casus" { return .bytes(Array(text.utf8)) }
      return files[path].map { .bytes(Array($0.utf8)) } ?? .failed("no such file")
    }
  }

  static func compile(fileAt path: String) -> Compilation {
    CasusSemantics.compile(main: path) { path in
      guard let data = FileManager.default.contents(atPath: path) else { return .failed("no such file") }
      return .bytes([UInt8](data))
    }
  }
}

extension Compilation {
  /// Each error as `file:line code`, in order.
  var errorPlaces: [ErrorPlace] {
    diagnostics.filter { $0.severity == .error }.map { diagnostic in
      let source = sources[diagnostic.span.source]
      return ErrorPlace(
        file: source?.name ?? "?", line: source?.position(at: Int(diagnostic.span.start)).line ?? 0,
        code: diagnostic.code.identifier, message: diagnostic.message)
    }
  }

  var codes: [String] { errorPlaces.map { $0.code } }
}

struct ErrorPlace: CustomStringConvertible {
  var file: String
  var line: Int
  var code: String
  var message: String

  var description: String { "\(file):\(line): \(code) \(message)" }
}
