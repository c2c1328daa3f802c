/// A message is cut behind so many scalars: the user's own words stand in it, and they may be a megabyte long.
private let longestPrintedText = 2_000

/// A text as it may be printed on a terminal: on one line, whatever could command the terminal or deceive the reader
/// written as an escape, and cut where it is endless.
func printable(_ text: String) -> String {
  var result = ""
  var count = 0
  for scalar in text.unicodeScalars {
    count += 1
    if count > longestPrintedText { return result + "..." }
    // A mark at the very start would join what was printed before it.
    if scalar.isDeceptive || count == 1 && scalar.terminalWidth == 0 {
      result += scalar.escaped
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The text with blanks before it until it takes `width` columns.
func leftPadded(_ text: String, to width: Int) -> String {
  blanks(width - text.terminalWidth) + text
}

/// So many blanks; none for a negative count.
func blanks(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}
