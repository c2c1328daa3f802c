extension Unicode.Scalar {
  /// The columns this scalar alone takes on a terminal. Where Unicode calls the width ambiguous it counts as one, as
  /// terminals outside East Asian locales do.
  package var terminalWidth: Int {
    if value < 0x300 { return 1 }
    if WidthTable.contains(WidthTable.zero, value) { return 0 }
    return WidthTable.contains(WidthTable.wide, value) ? 2 : 1
  }

  /// Whether printing it as it stands could mislead: it moves the cursor, opens a terminal escape, turns the direction
  /// of writing around, or cannot be seen at all.
  package var isDeceptive: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true  // controls
    case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF: true  // invisible hyphens, spaces and marks
    case 0x2028...0x202E, 0x2060...0x206F: true  // separators, directional embeddings, isolates and overrides
    case 0xFFF9...0xFFFB, 0xE0001: true  // annotations and language tags
    default: false
    }
  }

  /// How it is written where it must not be printed: `\n`, `\u{1B}`.
  package var escaped: String {
    switch value {
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    default: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
  }
}

extension Character {
  /// The columns this character takes on a terminal, be it composed of many scalars.
  package var terminalWidth: Int {
    var width = 0
    var isJoined = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x200D:  // zero width joiner
        isJoined = true
        continue
      case 0xFE0F where width == 1:  // asks for the emoji form, which is wide
        width = 2
      case 0x1F3FB...0x1F3FF where width > 0:  // a skin tone colours the emoji before it
        break
      default:
        // What is joined to an emoji melts into its picture; joined letters stay side by side.
        if !(isJoined && width == 2) { width += scalar.terminalWidth }
      }
      isJoined = false
    }
    return width
  }
}

extension String {
  /// The columns this text takes on a terminal, on one line.
  package var terminalWidth: Int {
    var width = 0
    for character in self { width += character.terminalWidth }
    return width
  }
}
