/// Reads a JSON text into a tree.
package struct JSONReader {
  /// The tree, or nil where the text is malformed, with what is wrong in it: one problem that ended the reading, and
  /// every key that repeats an earlier one of its object (of which the first is kept).
  package struct Result: Equatable, Sendable {
    package var root: JSONNode?
    package var problems: [DataProblem]
  }

  /// A value that is not complete yet: one for every level that is open.
  private struct Frame {
    var isObject: Bool
    var start: Int
    var elements: [JSONNode] = []
    var members: [JSONMember] = []
    var keys: Set<String> = []
    var pendingKey: PendingKey?
  }

  private struct PendingKey {
    var key: String
    var start: Int
    var end: Int
    var isDuplicate: Bool
  }

  private var tokenizer: JSONTokenizer
  private var frames: [Frame] = []
  private var root: JSONNode?
  private var problems: [DataProblem] = []
  private let limits: DataLimits

  private init(_ bytes: [UInt8], _ range: Range<Int>, line: Int, limits: DataLimits) {
    tokenizer = JSONTokenizer(bytes, range, line: line, maximumDepth: limits.maximumDepth)
    self.limits = limits
  }

  /// Reads a whole file; a byte order mark is skipped.
  package static func read(_ bytes: [UInt8], limits: DataLimits = DataLimits()) -> Result {
    read(bytes, in: lengthOfByteOrderMark(in: bytes)..<bytes.count, line: 1, limits: limits)
  }

  /// Reads the value in a part of a file, such as one line of ``JSONLines``.
  ///
  /// - Parameter line: the line, counted from 1, on which the part starts.
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>, line: Int, limits: DataLimits = DataLimits()
  ) -> Result {
    var reader = JSONReader(bytes, range.clamped(to: 0..<bytes.count), line: line, limits: limits)
    do throws(DataProblem) {
      try reader.readAll()
      return Result(root: reader.root, problems: reader.problems)
    } catch {
      return Result(root: nil, problems: reader.problems + [error])
    }
  }

  private mutating func readAll() throws(DataProblem) {
    while let token = try tokenizer.next() { try take(token) }
  }

  private mutating func take(_ token: JSONToken) throws(DataProblem) {
    switch token.kind {
    case .beginObject: frames.append(Frame(isObject: true, start: token.start))
    case .beginArray: frames.append(Frame(isObject: false, start: token.start))
    case .endObject, .endArray: closeFrame(end: token.end)
    case .key: try noteKey(token)
    case .text: add(.text(tokenizer.text(of: token)), start: token.start, end: token.end)
    case .number: add(.number(tokenizer.numberText(of: token)), start: token.start, end: token.end)
    case .truth(let truth): add(.truth(truth), start: token.start, end: token.end)
    case .null: add(.null, start: token.start, end: token.end)
    }
  }

  /// A reader for the elements of a list that is the whole file; nil where the file does not begin with a bracket.
  package init?(listIn bytes: [UInt8], limits: DataLimits = DataLimits()) {
    self.init(bytes, lengthOfByteOrderMark(in: bytes)..<bytes.count, line: 1, limits: limits)
    guard let first = try? tokenizer.next(), first.kind == .beginArray else { return nil }
  }

  /// The next element of the list, so that the whole of it never stands in memory; its keys that repeat earlier ones
  /// are among the problems. Nil behind the last.
  package mutating func nextElement() throws(DataProblem) -> Result? {
    root = nil
    problems = []
    while let token = try tokenizer.next() {
      if frames.isEmpty, token.kind == .endArray { continue }
      try take(token)
      if let root { return Result(root: root, problems: problems) }
    }
    return nil
  }

  private mutating func noteKey(_ token: JSONToken) throws(DataProblem) {
    let key = tokenizer.text(of: token)
    let isDuplicate = !frames[frames.count - 1].keys.insert(key).inserted
    frames[frames.count - 1].pendingKey = PendingKey(
      key: key, start: token.start, end: token.end, isDuplicate: isDuplicate)
    guard isDuplicate else { return }
    if problems.count >= limits.maximumProblems {
      let kind = DataProblem.Kind.tooManyProblems(limit: limits.maximumProblems)
      throw DataProblem(kind, start: token.start, end: token.end, line: tokenizer.line)
    }
    problems.append(DataProblem(.duplicateKey(key), start: token.start, end: token.end, line: tokenizer.line))
  }

  private mutating func closeFrame(end: Int) {
    guard let frame = frames.popLast() else { return }
    add(frame.isObject ? .object(frame.members) : .array(frame.elements), start: frame.start, end: end)
  }

  /// Puts a complete value where it belongs: into the innermost open one, or at the root.
  private mutating func add(_ value: JSONValue, start: Int, end: Int) {
    let node = JSONNode(value: value, start: start, end: end)
    guard !frames.isEmpty else {
      root = node
      return
    }
    let last = frames.count - 1
    guard frames[last].isObject else {
      frames[last].elements.append(node)
      return
    }
    guard let pending = frames[last].pendingKey, !pending.isDuplicate else { return }
    frames[last].members.append(
      JSONMember(key: pending.key, keyStart: pending.start, keyEnd: pending.end, value: node))
  }
}
