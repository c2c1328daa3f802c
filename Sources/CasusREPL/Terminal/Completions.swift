/// The words that could stand where the cursor is.
package struct Completions: Equatable, Sendable {
  /// In the order in which they are shown; they replace the word before the cursor, of which they need not be the
  /// continuation.
  package var words: [String] = []
  /// The characters that end a word: the one before the cursor begins behind the last of them.
  package var breaks = Completions.breaksOfExpressions
  /// What follows where there is only one.
  package var end: Character?
  /// Names of files could stand there, which the editor finds by itself.
  package var areFiles = false

  /// All that stands between names; a qualified name is one word.
  package static let breaksOfExpressions = " \t\n\"()[]{},:;=<>|+-*/"
  package static let breaksOfFiles = " \t\n"

  package init(_ words: [String] = [], end: Character? = nil) {
    self.words = words
    self.end = end
  }

  package static var files: Completions {
    var completions = Completions()
    completions.areFiles = true
    completions.breaks = breaksOfFiles
    return completions
  }
}
