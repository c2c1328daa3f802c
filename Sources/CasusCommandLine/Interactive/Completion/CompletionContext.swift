import CasusSyntax

/// What stands before the cursor, as far as completion needs to know: the word that was begun, the call around it, and
/// what came right before.
struct CompletionContext {
  /// A call whose brackets are open.
  struct OpenCall: Equatable {
    /// As written: `CSP.assistance`; empty for brackets that are no call's.
    var path: String
    /// Which argument the cursor stands in.
    var position = 0
    /// The label that this argument begins with.
    var label: String?
    /// Whether the argument has words besides.
    var hasWords = false
  }

  /// What of the word before the cursor is written; a qualified name is one word.
  private(set) var word = ""
  /// The open brackets, outermost first.
  private(set) var calls: [OpenCall] = []
  /// The last words and signs before the word, the latest last.
  private(set) var before: [String] = []
  /// Of a call that has just been closed, or a name just written.
  private(set) var lastPath = ""
  /// Whether the cursor stands inside a text or a comment.
  private(set) var isInsideText = false

  /// - Parameter text: the entry up to the cursor.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var offset = 0
    var pieces: [(kind: TokenKind, text: String)] = []
    for token in tokenize(bytes) {
      let piece = String(decoding: bytes[offset..<offset + Int(token.length)], as: UTF8.self)
      offset += Int(token.length)
      pieces.append((token.kind, piece))
    }
    takeWord(from: &pieces)
    if let last = pieces.last, last.kind.isOpenEnded(last.text) { isInsideText = true }
    for (kind, piece) in pieces where !kind.isTrivia { step(kind, piece) }
  }

  /// The names and points right before the cursor, with nothing between them.
  private mutating func takeWord(from pieces: inout [(kind: TokenKind, text: String)]) {
    while let last = pieces.last, last.kind.isPartOfName {
      word = last.text + word
      pieces.removeLast()
    }
  }

  private mutating func step(_ kind: TokenKind, _ piece: String) {
    switch kind {
    case .leftParenthesis:
      calls.append(OpenCall(path: path))
      before = []
      return
    case .rightParenthesis:
      lastPath = calls.popLast()?.path ?? ""
      before.append(")")
      return
    case .comma where !calls.isEmpty:
      calls[calls.count - 1].position += 1
      calls[calls.count - 1].label = nil
      calls[calls.count - 1].hasWords = false
    case .colon where !calls.isEmpty:
      calls[calls.count - 1].label = before.last
      calls[calls.count - 1].hasWords = false
    default:
      if !calls.isEmpty { calls[calls.count - 1].hasWords = true }
    }
    if kind.isPartOfName {
      lastPath = before.last == "." || kind == .period ? lastPath + piece : piece
    }
    before.append(piece)
  }

  /// The path that stands right before a bracket.
  private var path: String { before.last.map { $0 != "(" && lastPath.hasSuffix($0) } == true ? lastPath : "" }
}

extension TokenKind {
  fileprivate var isPartOfName: Bool {
    switch self {
    case .name, .period, .keyword, .quotedName: true
    default: false
    }
  }

  /// Whether the text of this token goes on behind the cursor.
  fileprivate func isOpenEnded(_ text: String) -> Bool {
    switch self {
    case .unterminatedText, .unterminatedBlockComment, .unterminatedQuotedName: true
    case .lineComment, .documentationComment: !text.hasSuffix("\n")
    default: false
    }
  }
}
