import CasusDiagnostics
import CasusFormatting
import CasusSyntax

/// A file and its formatted text.
struct FormattedFile {
  var path: String
  var before: [UInt8]
  var after: [UInt8]

  var name: String { ProgramFiles.name(of: path).safe }
  var isChanged: Bool { before != after }
}

/// Reads and formats files, and tells on standard error what is wrong with them.
struct FileFormatter {
  let console: Console
  let diagnostics: DiagnosticsFormat
  /// Nil for what the parser takes by itself.
  let maximumDepth: Int?

  func format(_ path: String) throws(CommandFailure) -> FormattedFile {
    let bytes = try ProgramFiles.read(path)
    var sources = SourceMap()
    let source = SourceText(name: ProgramFiles.name(of: path), bytes: bytes)
    let id = sources.add(source)
    let limits = ParserLimits(maximumDepth: maximumDepth ?? ParserLimits().maximumDepth)
    switch CasusFormatting.format(source, id: id, limits: limits) {
    case .formatted(let after): return FormattedFile(path: path, before: bytes, after: after)
    case .wrong(let errors):
      let format = diagnostics.renderer(color: console.colorsMessages, width: console.messageWidth)
      console.message(render(errors, in: sources, as: format))
      throw CommandFailure(status: errors.failureStatus, message: "")
    case .refused(let reason):
      let message = "\(source.name.safe) is left alone, for its formatted text would not say the same: \(reason)"
      throw CommandFailure(status: .wrongInput, message: message)
    }
  }
}
