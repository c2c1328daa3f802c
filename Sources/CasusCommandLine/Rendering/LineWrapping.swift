import CasusDiagnostics

extension String {
  /// The text in lines of at most so many columns: broken between words, where a word allows it, or else anywhere.
  func wrapped(to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in wrappingPieces(of: max(1, columns)) {
      let blank = line.isEmpty || !piece.isSpaced ? 0 : 1
      if !line.isEmpty, width + blank + piece.width > columns {
        lines.append(line)
        (line, width) = ("", 0)
      } else if blank == 1 {
        line += " "
        width += 1
      }
      line += piece.text
      width += piece.width
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  /// A part of a text that stays on one line.
  private struct Piece {
    var text = ""
    var width = 0
    /// Whether a blank stands before it.
    var isSpaced = false
  }

  /// Words; those of scripts that are written without blanks are broken at each wide character.
  private func wrappingPieces(of columns: Int) -> [Piece] {
    var pieces: [Piece] = []
    let isASCII = utf8.allSatisfy { $0 < 0x80 }
    let words = isASCII ? utf8.split(separator: 0x20).map { Substring($0) } : split(separator: " ")
    for word in words {
      // Of printed ASCII each byte is a character one column wide.
      if word.utf8.count <= columns, word.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) {
        pieces.append(Piece(text: String(word), width: word.utf8.count, isSpaced: true))
        continue
      }
      var piece = Piece(isSpaced: true)
      for character in word {
        let width = character.terminalWidth
        if !piece.text.isEmpty, piece.width + width > columns || width == 2 && !character.isClosing {
          pieces.append(piece)
          piece = Piece()
        }
        piece.text.append(character)
        piece.width += width
      }
      if !piece.text.isEmpty { pieces.append(piece) }
    }
    return pieces
  }
}

extension Character {
  /// Whether it must not begin a line: the punctuation of East Asian scripts that closes.
  fileprivate var isClosing: Bool { "、。，．：；？！）］｝〉》」』】〕".contains(self) }
}
