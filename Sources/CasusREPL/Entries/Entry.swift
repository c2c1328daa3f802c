/// What was entered in one piece: a command, a query, a statement or a declaration.
package struct Entry: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// It begins with a colon.
    case command
    case text
    /// It begins with a word with which nothing begins, such as `unless`: it goes on with the entry before it.
    case continuation
  }
  package var kind: Kind
  /// Its lines without the last line break; bytes, since what a pipe brings need not be text.
  package var bytes: [UInt8]
  /// The number of its first line among all that came in.
  package var firstLine: Int

  package init(_ kind: Kind, _ bytes: [UInt8], firstLine: Int) {
    self.kind = kind
    self.bytes = bytes
    self.firstLine = firstLine
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var lineCount: Int { bytes.count { $0 == UInt8(ascii: "\n") } + 1 }

  /// Whether it is to be kept out of the history: it begins with a blank.
  package var isPrivate: Bool { bytes.first == UInt8(ascii: " ") }
}
