import CasusAnalysis
import CasusDiagnostics
import CasusREPL

/// Where a session writes: to standard output, page by page on a terminal, or to a file that the user named.
final class SessionOutput {
  let console: Console
  let isInteractive: Bool
  var format: AnswerFormat
  var usesPager = true
  /// The file that answers go to.
  private(set) var file: String?
  private var text = ""
  private var writer: AnswerWriter?

  init(console: Console, isInteractive: Bool, format: AnswerFormat) {
    self.console = console
    self.isInteractive = isInteractive
    self.format = format
  }

  var paint: Paint { Paint(isColored: console.colorsOutput && file == nil) }
  var width: Int { file == nil ? console.outputWidth : 100 }

  func write(_ more: String) { text += more }

  /// Writes an answer, in the chosen format.
  ///
  /// - Parameters:
  ///   - date: what the reader knows already.
  ///   - isReply: whether the question stands right above, where it was typed.
  func write(_ report: AnswerReport, knownDate date: String?, isReply: Bool = true) {
    guard !isInteractive || format != .text else {
      let renderer = TextAnswerRenderer(paint: paint, width: width)
      text += isReply ? renderer.renderReply(report, under: date) : renderer.render(report, under: date)
      return
    }
    beginDocument()
    writer?.write(report, sectionDate: nil)
  }

  private func beginDocument() {
    guard writer == nil else { return }
    var console = console
    console.colorsOutput = paint.isColored
    writer = AnswerWriter(format, console: console, isQuiet: true) { [unowned self] in self.text += $0 }
    writer?.writesAllExpectations = true
  }

  /// Sends what was written on its way. At a terminal each entry has its own document; a script makes one of all.
  func finishEntry() {
    if isInteractive { finishDocument() }
    guard !text.isEmpty else { return }
    defer { text = "" }
    if let file {
      do throws(FileSystem.WritingFailure) {
        return try FileSystem.write(text, to: file, appending: true)
      } catch {
        console.message("casus: \(file.safe) cannot be written: \(error.reason)\n")
        self.file = nil
      }
    }
    if isInteractive, usesPager, isLongerThanTerminal, Pager.show(text) { return }
    console.write(text)
  }

  func finishDocument() {
    // A script without answers gives an empty document, not none.
    if !isInteractive { beginDocument() }
    writer?.finish()
    writer = nil
  }

  func finishDocumentOfOtherFormat(than format: AnswerFormat) {
    if format != self.format, writer != nil { finishDocument() }
  }

  /// Sends all that is written from now on to a file, which is emptied, or to standard output again.
  func redirect(to path: String?) throws(FileSystem.WritingFailure) {
    finishEntry()
    if let path { try FileSystem.write("", to: path, appending: false) }
    file = path
  }

  private var isLongerThanTerminal: Bool {
    guard let size = Terminal.size else { return false }
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += max(1, (line.withoutEscapes.terminalWidth + size.columns - 1) / size.columns)
      if lines > size.lines { return true }
    }
    return false
  }
}

extension Substring {
  /// Without what sets colours.
  fileprivate var withoutEscapes: String {
    var text = ""
    var isInside = false
    for scalar in unicodeScalars {
      if isInside {
        isInside = scalar != "m"
      } else if scalar == "\u{1B}" {
        isInside = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
