/// Reads newline-delimited JSON as a table: every line is an object, its keys are columns.
///
/// The columns are the union of the keys of all well-formed lines, in the order in which they come up. To know them
/// before the first row is read, the file is gone through twice; no row is kept.
package struct NewlineJSONReader: Sendable {
  /// A member of a line's object, not yet decoded.
  private struct Member {
    var key: JSONToken
    /// The value, or the bracket that opens it.
    var value: JSONToken
    /// The end of the value, closing bracket included.
    var end: Int
  }

  package private(set) var headings: [DataHeading] = []
  package private(set) var columns: [String] = []
  package private(set) var problems: [DataProblem] = []
  private let bytes: [UInt8]
  private let limits: DataLimits
  private var lines: JSONLines
  private var columnsByKey: [String: Int] = [:]
  private var isFinished = false
  // Kept between rows to spare allocations.
  private var members: [Member] = []

  package init(_ bytes: [UInt8], limits: DataLimits = DataLimits()) {
    self.bytes = bytes
    self.limits = limits
    lines = JSONLines(bytes)
    for line in JSONLines(bytes) {
      do throws(DataProblem) {
        let tokenizer = try readMembers(of: line)
        collectColumns(tokenizer, line: line.number)
      } catch {
        // The second reading reports it.
        continue
      }
    }
  }

  package mutating func next() -> DataRow? {
    while !isFinished, let line = lines.next() {
      do throws(DataProblem) {
        let tokenizer = try readMembers(of: line)
        return try row(tokenizer, line: line)
      } catch {
        report(error)
      }
    }
    return nil
  }

  /// Reads the object of a line into ``members``; returns the tokenizer, which can tell what its tokens mean.
  private mutating func readMembers(of line: JSONLines.Line) throws(DataProblem) -> JSONTokenizer {
    members.removeAll(keepingCapacity: true)
    var tokenizer = JSONTokenizer(bytes, line.range, line: line.number, maximumDepth: limits.maximumDepth)
    guard let first = try tokenizer.next() else { return tokenizer }
    guard first.kind == .beginObject else {
      throw DataProblem(.notAnObject, start: first.start, end: first.end, line: line.number)
    }
    while let key = try tokenizer.next() {
      // Behind a key comes a value; without one this is the brace that ends the object, and nothing may follow it.
      guard case .key = key.kind, let value = try tokenizer.next() else { continue }
      var end = value.end
      while tokenizer.depth > 1, let inner = try tokenizer.next() { end = inner.end }
      members.append(Member(key: key, value: value, end: end))
    }
    return tokenizer
  }

  private mutating func collectColumns(_ tokenizer: JSONTokenizer, line: Int) {
    for (position, member) in members.enumerated() where column(of: member, at: position, tokenizer) == nil {
      guard columns.count < limits.maximumColumns else { return }
      let name = tokenizer.text(of: member.key)
      columnsByKey[name] = columns.count
      columns.append(name)
      headings.append(DataHeading(name: name, start: member.key.start, end: member.key.end, line: line))
    }
  }

  private func row(_ tokenizer: JSONTokenizer, line: JSONLines.Line) throws(DataProblem) -> DataRow {
    let end = tokenizer.end
    var cells = [DataCell](repeating: DataCell(.empty, start: end, end: end), count: columns.count)
    var isFilled = [Bool](repeating: false, count: columns.count)
    for (position, member) in members.enumerated() {
      guard let column = column(of: member, at: position, tokenizer) else {
        throw problem(.tooManyColumns(limit: limits.maximumColumns), member, line)
      }
      if isFilled[column] { throw problem(.duplicateKey(columns[column]), member, line) }
      isFilled[column] = true
      cells[column] = DataCell(content(of: member.value, tokenizer), start: member.value.start, end: member.end)
    }
    return DataRow(cells: cells, line: line.number, start: line.range.lowerBound, end: end)
  }

  /// The column of a member. Rows mostly repeat the order of the columns, so the column at the same position is tried
  /// before the key is decoded.
  private func column(of member: Member, at position: Int, _ tokenizer: JSONTokenizer) -> Int? {
    if position < headings.count, member.key.kind == .key(hasEscapes: false) {
      let (key, heading) = (member.key, headings[position])
      if key.end - key.start == heading.end - heading.start,
        bytes[key.start..<key.end] == bytes[heading.start..<heading.end]
      {
        return position
      }
    }
    return columnsByKey[tokenizer.text(of: member.key)]
  }

  private func content(of value: JSONToken, _ tokenizer: JSONTokenizer) -> DataCell.Content {
    switch value.kind {
    case .null: return .empty
    case .truth(let truth): return .truth(truth)
    case .number: return .number(tokenizer.numberText(of: value))
    case .beginObject, .beginArray: return .nested
    default:
      // As in a delimited file, where the two cannot be told apart, an empty text is an empty cell.
      let text = tokenizer.text(of: value)
      return text.isEmpty ? .empty : .text(text)
    }
  }

  private func problem(_ kind: DataProblem.Kind, _ member: Member, _ line: JSONLines.Line) -> DataProblem {
    DataProblem(kind, start: member.key.start, end: member.key.end, line: line.number)
  }

  private mutating func report(_ problem: DataProblem) {
    guard problems.count >= limits.maximumProblems else {
      problems.append(problem)
      return
    }
    isFinished = true
    let kind = DataProblem.Kind.tooManyProblems(limit: limits.maximumProblems)
    problems.append(DataProblem(kind, start: problem.start, end: problem.end, line: problem.line))
  }
}
