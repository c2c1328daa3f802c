/// What a format counts columns in.
enum ColumnUnit {
  /// As people count: grapheme clusters.
  case characters
  /// As editors' protocols count: code units of UTF-16.
  case utf16
}

/// A place with line and column from 1.
struct LinePlace: Equatable {
  var line: Int
  var column: Int
}

/// Where a span starts and ends.
struct LineRange: Equatable {
  var start: LinePlace
  var end: LinePlace
}

/// Turns offsets into places, going on from the place before: a thousand diagnostics in one line of a megabyte would
/// otherwise read it a thousand times.
struct ColumnCounter {
  let unit: ColumnUnit
  private var source: SourceID?
  /// A place in the line whose column is known, with ASCII on both sides so that no character can straddle it.
  private var knownOffset = 0
  private var knownColumn = 1

  init(_ unit: ColumnUnit) { self.unit = unit }

  /// The places of a span, which may reach beyond its source; nil if there is no such source.
  mutating func range(of span: SourceSpan, in sources: SourceMap) -> LineRange? {
    guard let text = sources[span.source] else { return nil }
    let bounds = text.bounds(of: span)
    let start = place(of: bounds.lowerBound, in: text, span.source)
    // The end counts on from the start, but the next span may start before it.
    var ending = self
    return LineRange(start: start, end: ending.place(of: bounds.upperBound, in: text, span.source))
  }

  private mutating func place(of offset: Int, in text: SourceText, _ id: SourceID) -> LinePlace {
    let index = text.lineIndex(at: offset)
    let line = text.line(index)
    let offset = min(offset, line.endIndex)
    if source != id || knownOffset < line.startIndex || knownOffset > offset {
      source = id
      knownOffset = line.startIndex
      knownColumn = 1
    }
    let column = knownColumn + length(of: line[knownOffset..<offset])
    if offset > line.startIndex, offset < line.endIndex, line[offset - 1] < 0x80, line[offset] < 0x80 {
      knownOffset = offset
      knownColumn = column
    }
    return LinePlace(line: index + text.firstLine, column: column)
  }

  private func length(of bytes: ArraySlice<UInt8>) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) { return bytes.count }
    let text = String(decoding: bytes, as: UTF8.self)
    switch unit {
    case .characters: return text.count
    case .utf16: return text.utf16.count
    }
  }
}

extension SourceText {
  /// The bytes of a span, none beyond the source.
  func bounds(of span: SourceSpan) -> Range<Int> {
    let start = max(0, min(Int(span.start), bytes.count))
    return start..<max(start, min(Int(span.end), bytes.count))
  }
}
