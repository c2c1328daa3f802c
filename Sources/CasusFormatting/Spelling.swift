import CasusSyntax

/// A name as a program must write it: in backticks where it is a word of the grammar or no plain name.
package func spelling(ofName name: String) -> String {
  if isSimpleName(name.utf8) { return name }
  let tokens = tokenize(Array(name.utf8))
  let isPlain = tokens.count == 1 && tokens[0].kind == .name && name != "_"
  return isPlain ? name : "`\(name)`"
}
