import ArgumentParser
import CasusEngine
import CasusSemantics

/// `casus bulk FILE QUERY --table DATA`
struct BulkCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "bulk",
    abstract: "Answer one condition for every row of a table.",
    discussion: """
      The columns of the table are facts, written as one states them; every row is a case. What a row tells comes before \
      what the program's files tell of the same, and an empty cell is told to be unknown. The table is read piece by \
      piece, however long it is.
      """)

  @OptionGroup var question: AskedOptions

  @Option(
    help: ArgumentHelp(
      "The rows: CSV with a heading, or an object a line (.ndjson, .jsonl); - is standard input, in CSV.",
      valueName: "file"), completion: .file(extensions: ["csv", "ndjson", "jsonl"]))
  var table: String

  @Flag(help: "Tell only how many rows have which answer, as JSON.")
  var summary = false

  @Option(help: ArgumentHelp("How the answers are written.", valueName: "format"))
  var format: BulkFormat = .text

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if question.file == "-" && table == "-" {
      throw ValidationError("the program and the table cannot both come from standard input")
    }
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let asked = try ScenarioQuestion(question, options)
    guard asked.program[asked.question.expression].type == .condition else {
      throw CommandFailure(
        status: .usage, message: "bulk asks for a condition: compare the value, as in `\(question.query.safe) >= …`")
    }
    var run = BulkRun(
      asked, table: table, writer: BulkWriter(format, isSummary: summary, console: options.console))
    do throws(EngineError) {
      return try run.answerAll()
    } catch {
      throw CommandFailure(status: asked.report(error), message: "")
    }
  }
}

/// One table from its beginning to its end.
private struct BulkRun {
  private let asked: ScenarioQuestion
  private let table: String
  private var writer: BulkWriter
  private var faults: [BulkBatch.Fault] = []
  private var faultCount = 0
  private var known: [SlotCase: SlotAnswer] = [:]
  private static let mostKnown = 1 << 16

  init(_ asked: ScenarioQuestion, table: String, writer: BulkWriter) {
    self.asked = asked
    self.table = table
    self.writer = writer
  }

  mutating func answerAll() throws(EngineError) -> ExitStatus {
    do throws(BulkEnd) {
      try readAll()
    } catch {
      switch error {
      case .failure(let failure): return asked.reader.console.report(failure)
      case .engine(let error): throw error
      }
    }
    writer.finish()
    tellFaults()
    return faultCount == 0 ? .success : .wrongInput
  }

  /// Why a table is not read to its end.
  private enum BulkEnd: Error {
    case failure(CommandFailure)
    case engine(EngineError)
  }

  private mutating func readAll() throws(BulkEnd) {
    var reader = BulkReader(BulkReader.Format(table))
    var records = try opened(hasQuotes: reader.format == .commaSeparated)
    var question: BulkQuestion?
    var batch: BulkBatch?
    while let piece = try nextPiece(&records) {
      let isFirst = question == nil
      if isFirst {
        question = try prepared(&reader, piece)
        records.begin(with: reader.heading)
      }
      guard let asked = question else { return }
      var waiting = batch.take() ?? BulkBatch(asked)
      do throws(EngineError) {
        try reader.read(piece, isFirst: isFirst, asked) { (row, number, line) throws(EngineError) in
          waiting.add(row, number: number, line: line)
          if waiting.isFull {
            try answer(waiting)
            waiting.removeAll()
            Progress.note("row \(number)")
          }
        } fault: { fault in
          note(fault)
        }
      } catch {
        throw .engine(error)
      }
      batch = waiting
      records.reuse(piece)
    }
    guard let batch else { throw .failure(CommandFailure(status: .wrongInput, message: "\(table.safe) is empty")) }
    do throws(EngineError) { try answer(batch) } catch { throw .engine(error) }
  }

  private func opened(hasQuotes: Bool) throws(BulkEnd) -> BulkRecords {
    do throws(FileSystem.ReadingFailure) {
      return try BulkRecords(table, hasQuotes: hasQuotes)
    } catch {
      throw .failure(CommandFailure(status: .unreadable, message: "\(table.safe): \(error.reason)"))
    }
  }

  private func nextPiece(_ records: inout BulkRecords) throws(BulkEnd) -> BulkRecords.Piece? {
    do throws(FileSystem.ReadingFailure) {
      return try records.next()
    } catch {
      throw .failure(CommandFailure(status: .unreadable, message: "\(table.safe): \(error.reason)"))
    }
  }

  private func prepared(_ reader: inout BulkReader, _ piece: BulkRecords.Piece) throws(BulkEnd) -> BulkQuestion {
    do throws(BulkBatch.Fault) {
      try reader.readColumns(piece)
    } catch {
      let place = "\(table.safe):\(error.line):\(error.column)"
      throw .failure(CommandFailure(status: .wrongInput, message: "\(place): \(error.message)"))
    }
    do throws(CommandFailure) {
      return try BulkQuestion(asked, columns: reader.columns, table: table)
    } catch {
      throw .failure(error)
    }
  }

  private mutating func answer(_ batch: BulkBatch) throws(EngineError) {
    var known = self.known
    self.known = [:]
    try batch.answer(&known) { number, answer in
      switch answer {
      case .success(let answer): writer.write(answer, row: number)
      case .failure(let fault): note(fault)
      }
    }
    // What the engine has said is kept for the next rows, as long as it is not too much.
    if known.count <= Self.mostKnown { self.known = known }
  }

  private mutating func note(_ fault: BulkBatch.Fault) {
    faultCount += 1
    if faults.count < DataLimits().maximumProblems { faults.append(fault) }
  }

  /// Tells what is wrong with rows, all at once.
  private func tellFaults() {
    if faults.isEmpty { return }
    var text = ""
    for fault in faults { text += "\(table.safe):\(fault.line):\(fault.column): \(fault.message.safe)\n" }
    if faultCount > faults.count { text += "\(faultCount - faults.count) more rows are wrong\n" }
    asked.reader.console.message(text)
  }
}
