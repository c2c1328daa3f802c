import CasusEngine
import CasusSemantics

/// Reads the rows of a table as cases, piece by piece.
struct BulkReader {
  enum Format: Equatable {
    case commaSeparated
    case newlineJSON

    /// By the name of a file; what comes in on standard input is comma-separated.
    init(_ path: String) {
      self =
        path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") || path.hasSuffix(".json")
        ? .newlineJSON : .commaSeparated
    }
  }

  let format: Format
  /// The first record of comma-separated values, which names the columns.
  private(set) var heading: [UInt8] = []
  private var headingLines = 0
  private(set) var columns: [String] = []
  private var json: SlotJSON?
  private var cells: SlotCells?
  private var recordCount = 0

  init(_ format: Format) { self.format = format }

  /// Learns the columns from the first piece.
  mutating func readColumns(_ piece: BulkRecords.Piece) throws(BulkBatch.Fault) {
    switch format {
    case .commaSeparated:
      let reader = DelimitedReader(piece.bytes)
      if let problem = reader.problems.first {
        throw BulkBatch.Fault(line: problem.line, column: problem.start + 1, message: problem.message)
      }
      columns = reader.columns
      // The first row begins behind it, whatever ends its line.
      heading = Array(piece.bytes[..<(reader.offset ?? piece.bytes.count)])
      headingLines = reader.line - 1
    case .newlineJSON:
      var lines = JSONLines(piece.bytes)
      guard let first = lines.next() else { return }
      let found = JSONReader.read(piece.bytes, in: first.range, line: first.number)
      guard case .object(let members)? = found.root?.value, found.problems.isEmpty else {
        throw BulkBatch.Fault(
          line: first.number, column: 1, message: found.problems.first?.message ?? "every line has to be an object")
      }
      columns = members.map { $0.key }
    }
  }

  /// What is done with the case of a row, its number among all and its line; and with what is wrong with one.
  typealias RowBody = (_ row: SlotCase, _ number: Int, _ line: Int) throws(EngineError) -> Void
  typealias FaultBody = (BulkBatch.Fault) -> Void

  /// Gives the case of each row of a piece, or what is wrong with it.
  mutating func read(
    _ piece: BulkRecords.Piece, isFirst: Bool, _ question: BulkQuestion, _ body: RowBody, fault: FaultBody
  ) throws(EngineError) {
    switch format {
    case .commaSeparated: try readRows(piece, isFirst: isFirst, question, body, fault)
    case .newlineJSON: try readObjects(piece, question, body, fault)
    }
  }

  private mutating func readRows(
    _ piece: BulkRecords.Piece, isFirst: Bool, _ question: BulkQuestion, _ body: RowBody, _ fault: FaultBody
  ) throws(EngineError) {
    let cells = self.cells ?? SlotCells(question.layout)
    self.cells = cells
    // Each piece is read as a table of its own, with the heading above it.
    let bytes = piece.bytes
    let firstLine = piece.line - (isFirst ? 0 : headingLines) - 1
    var limits = DataLimits()
    limits.maximumProblems = .max
    var reader = DelimitedReader(bytes, limits: limits)
    var slotCase = question.prepared.openCase
    var told = 0
    while true {
      if var offset = reader.offset {
        let first = recordCount
        let linesBefore = firstLine + reader.line - first - 1
        while let end = cells.readPlainRow(bytes, at: offset, to: &slotCase) {
          recordCount += 1
          offset = end
          try body(slotCase, recordCount, linesBefore + recordCount)
        }
        reader.skipLines(recordCount - first, endingAt: offset)
      }
      let row = reader.next()
      for problem in reader.problems[told...] {
        recordCount += 1
        fault(BulkBatch.Fault(line: firstLine + problem.line, column: 1, message: problem.message))
      }
      told = reader.problems.count
      guard let row else { return }
      recordCount += 1
      do throws(BulkBatch.Fault) {
        try fill(&slotCase, row, firstLine + row.line, question.layout)
      } catch {
        fault(error)
        continue
      }
      try body(slotCase, recordCount, firstLine + row.line)
    }
  }

  private func fill(
    _ slotCase: inout SlotCase, _ row: DataRow, _ line: Int, _ layout: SlotLayout
  ) throws(BulkBatch.Fault) {
    for (slot, cell) in row.cells.enumerated() {
      guard case .text(let text) = cell.content else {
        layout.clear(slot, in: &slotCase)
        continue
      }
      do throws(SlotFault) {
        try layout.set(slot, toText: text, in: &slotCase)
      } catch {
        throw BulkBatch.Fault(line: line, column: cell.start - row.start + 1, message: error.message)
      }
    }
  }

  private mutating func readObjects(
    _ piece: BulkRecords.Piece, _ question: BulkQuestion, _ body: RowBody, _ fault: FaultBody
  ) throws(EngineError) {
    let json = self.json ?? SlotJSON(question.layout, allowsMissingKeys: true)
    self.json = json
    var slotCase = question.prepared.openCase
    var lines = JSONLines(piece.bytes)
    while let next = lines.next() {
      recordCount += 1
      let line = next.number + piece.line - 1
      do throws(SlotFault) {
        try json.read(piece.bytes, in: next.range, line: line, to: &slotCase)
      } catch {
        fault(BulkBatch.Fault(line: line, column: 1, message: error.message))
        continue
      }
      try body(slotCase, recordCount, line)
    }
  }
}
