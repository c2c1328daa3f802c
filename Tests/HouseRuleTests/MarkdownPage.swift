/// A page of documentation, taken apart into prose and blocks of code.
struct MarkdownPage {
  struct Block: Sendable, CustomStringConvertible {
    var page: String
    /// The line on which its code begins.
    var line: Int
    /// What stands behind the fence: `casus`, `casus error`, `csv ships.csv`.
    var words: [String]
    var code: String

    var description: String { "\(page):\(line)" }
  }

  private(set) var prose = ""
  private(set) var blocks: [Block] = []

  init(_ file: RepositoryFile) {
    var open: Block?
    for (index, line) in file.lines.enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          let words = line.dropFirst(3).split(separator: " ").map(String.init)
          open = Block(page: file.path, line: index + 2, words: words, code: "")
        }
      } else if open != nil {
        open?.code += line + "\n"
      } else {
        prose += line + "\n"
      }
    }
  }

  /// The names under which headings can be linked to.
  var anchors: Set<String> {
    var found: Set<String> = []
    for line in prose.split(separator: "\n") where line.hasPrefix("#") {
      let title = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
      found.insert(
        String(title.compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : nil }))
    }
    return found
  }
}
