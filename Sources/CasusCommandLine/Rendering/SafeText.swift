import CasusDiagnostics

extension String {
  /// The text on one line, with whatever could command a terminal or deceive its reader written as an escape: names and
  /// texts come from data files that strangers write.
  var safe: String {
    guard unicodeScalars.contains(where: { $0.isDeceptive }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isDeceptive { result += scalar.escaped } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// The text with blanks behind it until it takes so many columns.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - terminalWidth)) }
}
