/// Which source a span lies in: its position in a ``SourceMap``.
package struct SourceID: Equatable, Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  package static func < (left: SourceID, right: SourceID) -> Bool { left.index < right.index }
}

/// A stretch of bytes in one source: from `start`, up to and without `end`, both counted from its first byte.
package struct SourceSpan: Equatable, Hashable, Sendable {
  package var source: SourceID
  package var start: Int32
  package var end: Int32

  package init(source: SourceID, start: Int, end: Int) {
    self.source = source
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: max(start, end))
  }

  /// The stretch from the start of this one to the end of `other`, which lies in the same source.
  package func through(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(source: source, start: Int(start), end: Int(max(end, other.end)))
  }

  /// The empty stretch just behind this one: where something that is missing should stand.
  package var after: SourceSpan { SourceSpan(source: source, start: Int(end), end: Int(end)) }
}

/// A place as people count it: line and column from 1, the column in characters (grapheme clusters).
package struct SourcePosition: Equatable, Sendable {
  package var line: Int
  package var column: Int
}

/// One text that was read: a program file, a data file, or what was typed.
package struct SourceText: Sendable {
  /// How messages name it: the path as the user gave it, or a word such as `<input>`.
  package let name: String
  /// The number of its first line: a piece of a longer text says where it stood.
  package let firstLine: Int
  package let bytes: [UInt8]
  /// The offset at which each line starts; never empty.
  package let lineStarts: [Int32]

  /// - Parameters:
  ///   - name: how messages name this source.
  ///   - bytes: its text in UTF-8; at most 2 GiB, which whoever reads files makes sure of.
  package init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.firstLine = firstLine
    self.bytes = bytes
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(truncatingIfNeeded: offset + 1))
    }
    lineStarts = starts
  }

  package init(name: String, text: String, firstLine: Int = 1) {
    self.init(name: name, bytes: Array(text.utf8), firstLine: firstLine)
  }

  /// The line, counted from 0, in which the byte at `offset` stands.
  package func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line counted from 0, without its line break.
  package func line(_ index: Int) -> ArraySlice<UInt8> {
    guard index >= 0, index < lineStarts.count else { return [] }
    let start = Int(lineStarts[index])
    var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<max(start, end)]
  }

  /// The place of a byte as people count it.
  package func position(at offset: Int) -> SourcePosition {
    let index = lineIndex(at: offset)
    let start = Int(lineStarts[index])
    let prefix = bytes[start..<max(start, min(offset, bytes.count))]
    return SourcePosition(line: index + firstLine, column: String(decoding: prefix, as: UTF8.self).count + 1)
  }

  /// The text of a span of this source; bytes that are no UTF-8 are replaced.
  package func text(in span: SourceSpan) -> String {
    let start = max(0, min(Int(span.start), bytes.count))
    let end = max(start, min(Int(span.end), bytes.count))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// Every source of one program, by ``SourceID``.
package struct SourceMap: Sendable {
  package private(set) var sources: [SourceText] = []

  package init() {}

  package mutating func add(_ source: SourceText) -> SourceID {
    sources.append(source)
    return SourceID(sources.count - 1)
  }

  /// Takes away the source that was added last.
  package mutating func removeLast() { _ = sources.popLast() }

  /// The source, or nil for an id of another map.
  package subscript(_ id: SourceID) -> SourceText? {
    id.index >= 0 && Int(id.index) < sources.count ? sources[Int(id.index)] : nil
  }
}
