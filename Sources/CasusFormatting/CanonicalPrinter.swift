package import CasusSyntax

/// Writes trees as source: the same tree always in the same way, and so that parsing what is written yields the same tree
/// but for the places in it.
///
/// Comments are not part of the tree and are lost, except for documentation.
package enum CanonicalPrinter {
  /// The greatest number of characters on a line, where a text or a name alone is not longer.
  static let width = 100

  /// A whole file, ending with a line break unless it is empty.
  package static func print(_ tree: SyntaxTree) -> String {
    let text = lines(of: tree.items, indentation: 0)
    return text.isEmpty ? "" : text + "\n"
  }

  /// One item, over as many lines as it takes, without a line break at the end.
  package static func source(of item: Item) -> String { lines(of: [item], indentation: 0) }

  /// A condition or a value, on one line.
  package static func source(of expression: Expression) -> String {
    LayoutRenderer.render(layout(expression), width: .max)
  }

  /// A call, on one line.
  package static func source(of call: Call) -> String {
    LayoutRenderer.render(layout(call), width: .max)
  }

  /// A value that is told or expected, on one line.
  package static func source(of value: ToldValue) -> String {
    LayoutRenderer.render(layout(value), width: .max)
  }

  /// A statement, an `ask` or another item whose clauses fit, on one line.
  package static func singleLine(_ item: Item) -> String {
    guard let layout = layout(item.kind) else { return source(of: item) }
    return LayoutRenderer.render(layout, width: .max)
  }
}

/// Words.
extension CanonicalPrinter {
  /// A name, in backticks where it is a word of the grammar or no plain name.
  package static func spelling(of name: Name) -> String {
    isPlain(name.text) ? name.text : "`\(name.text)`"
  }

  /// A label: words of the grammar need no backticks there.
  static func spelling(ofLabel name: Name) -> String {
    Keyword(rawValue: name.text) == nil ? spelling(of: name) : name.text
  }

  package static func spelling(of path: Path) -> String {
    path.names.map { spelling(of: $0) }.joined(separator: ".")
  }

  private static func isPlain(_ text: String) -> Bool {
    let tokens = tokenize(Array(text.utf8))
    return tokens.count == 1 && tokens[0].kind == .name && text != "_"
  }

  /// A text between quotes, broken between words where it is long.
  static func layout(text value: String) -> Layout {
    var parts: [Layout] = []
    var word = "\""
    var previous: Unicode.Scalar?
    let scalars = Array(value.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == " ", let previous, let next, !isBlank(previous), !isBlank(next) {
        // Only a single blank between words: a line break with the blanks around it is read as just that.
        parts += [.text(word), .fill]
        word = ""
      } else {
        word += escaped(scalar)
      }
      previous = scalar
    }
    parts.append(.text(word + "\""))
    return .nested(.nested(.sequence(parts)))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case _ where scalar.value < 0x20: "\\u{\(String(scalar.value, radix: 16))}"
    default: String(Character(scalar))
    }
  }
}
