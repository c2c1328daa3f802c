/// Reads one JSON value after RFC 8259, token by token, and nothing besides it.
///
/// It checks the grammar as it goes, so whoever takes its tokens meets them in a well-formed order. It does not recurse:
/// of what surrounds a value it keeps one bit a level, which is what bounds the depth at 64.
struct JSONTokenizer: Sendable {
  static var greatestDepth: Int { 64 }

  private enum State {
    case value
    /// Behind `[`.
    case valueOrEnd
    case key
    /// Behind `{`.
    case keyOrEnd
    case separatorOrEnd
    case finished
  }

  let bytes: [UInt8]
  let end: Int
  /// The next byte to read.
  var offset: Int
  /// The line of `offset`; only blanks between tokens can hold a line break.
  private(set) var line: Int
  private(set) var depth = 0
  private let maximumDepth: Int
  /// One bit for every level that is open: set for an object.
  private var objects: UInt64 = 0
  private var state = State.value

  init(_ bytes: [UInt8], _ range: Range<Int>, line: Int = 1, maximumDepth: Int = greatestDepth) {
    self.bytes = bytes
    self.line = line
    offset = range.lowerBound
    end = range.upperBound
    self.maximumDepth = max(0, min(maximumDepth, JSONTokenizer.greatestDepth))
  }

  /// The next token, or nil when the value is complete and only blanks follow it.
  mutating func next() throws(DataProblem) -> JSONToken? {
    skipBlanks()
    switch state {
    case .value: return try readValue()
    case .valueOrEnd: return isAt("]") ? close(.endArray) : try readValue()
    case .key: return try readKey()
    case .keyOrEnd: return isAt("}") ? close(.endObject) : try readKey()
    case .separatorOrEnd: return try readSeparatorOrEnd()
    case .finished:
      if offset < end { throw unexpected(.end) }
      return nil
    }
  }

  private var isInObject: Bool { objects & 1 == 1 }

  private mutating func readSeparatorOrEnd() throws(DataProblem) -> JSONToken {
    if isAt(",") {
      offset += 1
      skipBlanks()
      return isInObject ? try readKey() : try readValue()
    }
    if isInObject, isAt("}") { return close(.endObject) }
    if !isInObject, isAt("]") { return close(.endArray) }
    throw unexpected(isInObject ? .commaOrBrace : .commaOrBracket)
  }

  private mutating func readKey() throws(DataProblem) -> JSONToken {
    guard isAt("\"") else { throw unexpected(.key) }
    let start = offset
    let hasEscapes = try skipText()
    let token = JSONToken(kind: .key(hasEscapes: hasEscapes), start: start, end: offset)
    skipBlanks()
    guard isAt(":") else { throw unexpected(.colon) }
    offset += 1
    state = .value
    return token
  }

  private mutating func readValue() throws(DataProblem) -> JSONToken {
    guard offset < end else { throw unexpected(.value) }
    let start = offset
    let kind: JSONToken.Kind
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try open(.beginObject)
    case UInt8(ascii: "["): return try open(.beginArray)
    case .quote: kind = .text(hasEscapes: try skipText())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try skipNumber()
      kind = .number
    case UInt8(ascii: "t"): kind = try readWord("true", .truth(true))
    case UInt8(ascii: "f"): kind = try readWord("false", .truth(false))
    case UInt8(ascii: "n"): kind = try readWord("null", .null)
    default: throw unexpected(.value)
    }
    endValue()
    return JSONToken(kind: kind, start: start, end: offset)
  }

  private mutating func readWord(_ word: String, _ kind: JSONToken.Kind) throws(DataProblem) -> JSONToken.Kind {
    let wordEnd = endOfWord(from: offset)
    guard bytes[offset..<wordEnd].elementsEqual(word.utf8) else { throw unexpected(.value) }
    offset = wordEnd
    return kind
  }

  private mutating func open(_ kind: JSONToken.Kind) throws(DataProblem) -> JSONToken {
    guard depth < maximumDepth else {
      throw DataProblem(.tooDeep(limit: maximumDepth), start: offset, end: offset + 1, line: line)
    }
    depth += 1
    objects = objects << 1 | (kind == .beginObject ? 1 : 0)
    state = kind == .beginObject ? .keyOrEnd : .valueOrEnd
    offset += 1
    return JSONToken(kind: kind, start: offset - 1, end: offset)
  }

  private mutating func close(_ kind: JSONToken.Kind) -> JSONToken {
    depth -= 1
    objects >>= 1
    offset += 1
    endValue()
    return JSONToken(kind: kind, start: offset - 1, end: offset)
  }

  private mutating func endValue() { state = depth == 0 ? .finished : .separatorOrEnd }

  private mutating func skipBlanks() {
    while offset < end {
      switch bytes[offset] {
      case .blank, .tab, .carriageReturn: break
      case .lineFeed: line += 1
      default: return
      }
      offset += 1
    }
  }

  func isAt(_ character: Unicode.Scalar) -> Bool { offset < end && bytes[offset] == UInt8(ascii: character) }

  /// The problem that something else was expected here; it marks the whole word that stands here.
  private func unexpected(_ expected: JSONExpectation) -> DataProblem {
    guard offset < end else {
      return DataProblem(.unexpectedEnd(expected: expected), start: offset, end: offset, line: line)
    }
    let sequence = lengthOfUTF8Sequence(in: bytes, at: offset, end: end)
    let kind = sequence == nil ? DataProblem.Kind.invalidUTF8 : .unexpectedCharacter(expected: expected)
    let wordEnd = max(endOfWord(from: offset), offset + (sequence ?? 1))
    return DataProblem(kind, start: offset, end: sequence == nil ? offset + 1 : wordEnd, line: line)
  }

  private func endOfWord(from start: Int) -> Int {
    var position = start
    while position < end, bytes[position].isWordCharacter { position += 1 }
    return position
  }
}
