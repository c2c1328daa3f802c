import CasusDiagnostics
import CasusREPL

/// Entries that came to the program together, as one source: what one `:undo` takes back.
struct TypedBlock {
  let source: SourceText
  /// Its source among those of the program.
  var id = SourceID(-1)
  /// The title of the scenario that its statements belong to; nil for the program itself.
  let scenario: String?
  /// Where each entry begins.
  private var starts: [Int32]
  /// How many statements it has, if it has nothing else; else nil.
  var statementCount: Int?

  /// - Parameter entries: not empty, in their order; lines that lie between them are left blank.
  init(_ entries: [Entry], named name: String, scenario: String?) {
    var bytes: [UInt8] = []
    var starts: [Int32] = []
    var line = entries.first?.firstLine ?? 1
    for entry in entries {
      let breaks = entry.firstLine - line
      if breaks > 0 { bytes += [UInt8](repeating: UInt8(ascii: "\n"), count: breaks) }
      if breaks <= 0, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      starts.append(Int32(truncatingIfNeeded: bytes.count))
      bytes += entry.bytes
      line = max(line, entry.firstLine) + entry.lineCount - 1
    }
    source = SourceText(name: name, bytes: bytes, firstLine: entries.first?.firstLine ?? 1)
    self.starts = starts
    self.scenario = scenario
  }

  /// Which of its entries a place lies in, by position.
  func entry(at offset: Int32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Its entries, each by itself.
  var entries: [Entry] {
    starts.indices.map { index in
      let start = Int(starts[index])
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : source.bytes.count
      var bytes = source.bytes[start..<end]
      while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: " ") { bytes.removeLast() }
      return Entry(.text, Array(bytes), firstLine: source.firstLine + source.lineIndex(at: start))
    }
  }
}
