/// Follows brackets, texts and comments through an entry, byte by byte, so that a long one need not be read anew with each
/// of its lines.
struct EntryScanner {
  private enum State: Equatable {
    case code
    case text(isEscaped: Bool)
    case quotedName
    case lineComment
    case blockComment(depth: Int)
  }
  private var state = State.code
  private var previous: UInt8 = 0
  /// The brackets that stand open, outermost first.
  private var brackets: [UInt8] = []
  /// Where the last run of bytes without blanks begins that lies outside of texts and comments; nil behind a text.
  private(set) var lastRun: Int?
  private var isInRun = false
  private var position = 0

  /// Whether the entry cannot end here.
  var isOpen: Bool {
    switch state {
    case .text, .blockComment: true
    case .code, .quotedName, .lineComment: !brackets.isEmpty
    }
  }

  /// What stands open, for the prompt: `(`, `{`, `"` or `*`; nil for nothing.
  var openMark: Character? {
    switch state {
    case .text: "\""
    case .blockComment: "*"
    default: brackets.last.map { Character(Unicode.Scalar($0)) }
    }
  }

  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      step(byte)
      position += 1
    }
  }

  private mutating func step(_ byte: UInt8) {
    let before = previous
    previous = byte
    switch state {
    case .code: stepCode(byte, before)
    case .text(let isEscaped):
      if byte == UInt8(ascii: "\""), !isEscaped { state = .code }
      if case .text = state { state = .text(isEscaped: byte == UInt8(ascii: "\\") && !isEscaped) }
    case .quotedName:
      if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\n") { state = .code }
    case .lineComment:
      if byte == UInt8(ascii: "\n") { state = .code }
    case .blockComment(let depth): stepComment(byte, before, depth)
    }
  }

  private mutating func stepCode(_ byte: UInt8, _ before: UInt8) {
    switch byte {
    case UInt8(ascii: " "), 0x09...0x0D: isInRun = false
    case UInt8(ascii: "\""):
      state = .text(isEscaped: false)
      isInRun = false
      lastRun = nil
    case UInt8(ascii: "`"):
      state = .quotedName
      isInRun = false
      lastRun = nil
    case UInt8(ascii: "/") where before == UInt8(ascii: "/"): beginComment(.lineComment)
    case UInt8(ascii: "*") where before == UInt8(ascii: "/"): beginComment(.blockComment(depth: 1))
    default:
      if !isInRun { lastRun = position }
      isInRun = true
      follow(byte)
    }
  }

  /// The stroke before was not what it seemed to be.
  private mutating func beginComment(_ comment: State) {
    state = comment
    previous = 0
    isInRun = false
    if lastRun == position - 1 { lastRun = nil }
  }

  private mutating func follow(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "{"): brackets.append(byte)
    case UInt8(ascii: ")") where brackets.last == UInt8(ascii: "("): brackets.removeLast()
    case UInt8(ascii: "}") where brackets.last == UInt8(ascii: "{"): brackets.removeLast()
    default: break
    }
  }

  private mutating func stepComment(_ byte: UInt8, _ before: UInt8, _ depth: Int) {
    if byte == UInt8(ascii: "/"), before == UInt8(ascii: "*") {
      state = depth == 1 ? .code : .blockComment(depth: depth - 1)
      previous = 0
    } else if byte == UInt8(ascii: "*"), before == UInt8(ascii: "/") {
      state = .blockComment(depth: depth + 1)
      previous = 0
    }
  }
}
