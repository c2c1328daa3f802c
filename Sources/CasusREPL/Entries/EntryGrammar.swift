import CasusDiagnostics
package import CasusSyntax

/// How a line begins, and what that says about the entry it belongs to.
enum LineStart: Equatable {
  /// Blanks and comments.
  case nothing
  /// `///`, which belongs to the declaration behind it, or a comment that goes on.
  case comment
  /// A colon and a letter.
  case command
  /// A word with which a declaration or a statement begins.
  case item
  /// What can begin nothing: `unless`, `and`, a comma.
  case continuation
  case other

  init(_ line: [UInt8]) {
    let tokens = tokenize(line)
    var offset = 0
    var isKept = false
    for token in tokens {
      if !token.kind.isTrivia {
        self = LineStart(token.kind, behind: offset + Int(token.length), in: line)
        return
      }
      isKept = isKept || token.kind == .documentationComment || token.kind == .unterminatedBlockComment
      offset += Int(token.length)
    }
    self = isKept ? .comment : .nothing
  }

  private init(_ kind: TokenKind, behind offset: Int, in line: [UInt8]) {
    switch kind {
    case .colon:
      let next = offset < line.count ? line[offset] : 0
      self = next > 0x20 ? .command : .continuation
    case .keyword(let keyword) where keyword.beginsItem: self = .item
    case .keyword(let keyword): self = keyword.beginsExpression ? .other : .continuation
    case .rightParenthesis, .rightBrace, .comma, .period, .range, .arrow, .bar, .equals, .plus, .times, .divide, .less,
      .lessOrEqual, .greater, .greaterOrEqual:
      self = .continuation
    default: self = .other
    }
  }
}

extension Keyword {
  /// Whether a condition or a value can begin with this word.
  fileprivate var beginsExpression: Bool {
    switch self {
    case .not, .true, .false, .some, .every, .count, .sum, .min, .max, .today, .date, .gap, .owed, .fulfilled,
      .breached,
      .forbidden, .permitted:
      true
    default: false
    }
  }

  /// Whether an entry can end with this word.
  fileprivate var mayEnd: Bool {
    switch self {
    case .true, .false, .unknown, .contested, .today, .otherwise: true
    default: isInstrumentKind
    }
  }
}

extension TokenKind {
  /// Whether something must follow, whatever stood before.
  var demandsMore: Bool {
    switch self {
    case .keyword(let keyword): !keyword.mayEnd
    case .comma, .colon, .period, .range, .arrow, .bar, .equals, .plus, .minus, .times, .divide, .less, .lessOrEqual,
      .greater, .greaterOrEqual:
      true
    default: false
    }
  }
}

/// What entries are, by their first words.
package enum EntryGrammar {
  /// Whether an entry declares or states something, or asks with `ask` or `expect`; else it is a bare query.
  package static func isItem(_ bytes: [UInt8]) -> Bool {
    let kinds = significantKinds(bytes, atMost: 64)
    switch kinds.first {
    case .keyword(let keyword)?: return keyword.beginsItem
    case .name?, .quotedName?:
      // `Charter prevails over any treaty`
      var index = 1
      while index + 1 < kinds.count, kinds[index] == .period { index += 2 }
      return index < kinds.count && kinds[index] == .keyword(.prevails)
    default: return false
    }
  }

  /// Whether a word comes first in an entry.
  package static func begins(_ bytes: [UInt8], with keyword: Keyword) -> Bool {
    significantKinds(bytes, atMost: 1).first == .keyword(keyword)
  }

  /// Whether an entry asks something.
  package static func isQuestion(_ bytes: [UInt8]) -> Bool {
    switch significantKinds(bytes, atMost: 1).first {
    case .keyword(.ask)?, .keyword(.expect)?: true
    default: !isItem(bytes)
    }
  }

  /// The items of an entry that has several, each as an entry; an entry with one item, or with an error, as it is.
  package static func items(of entry: Entry) -> [Entry] {
    guard entry.kind == .text, mayHaveSeveralItems(entry.bytes) else { return [entry] }
    let parsed = parse(SourceText(name: "", bytes: entry.bytes), id: SourceID(0))
    guard !parsed.hasErrors, parsed.tree.items.count > 1 else { return [entry] }
    var entries: [Entry] = []
    var start = 0
    var line = entry.firstLine
    for item in parsed.tree.items {
      let end = entries.count == parsed.tree.items.count - 1 ? entry.bytes.count : Int(item.span.end)
      // What documents an item stands before it.
      var first = start
      while first < end, entry.bytes[first] <= 0x20 { first += 1 }
      line += entry.bytes[start..<first].count { $0 == UInt8(ascii: "\n") }
      entries.append(Entry(.text, Array(entry.bytes[first..<end]), firstLine: line))
      line += entry.bytes[first..<end].count { $0 == UInt8(ascii: "\n") }
      start = end
    }
    return entries
  }

  private static func mayHaveSeveralItems(_ bytes: [UInt8]) -> Bool {
    var count = 0
    for token in tokenize(bytes) {
      if case .keyword(let keyword) = token.kind, keyword.beginsItem || keyword == .prevails { count += 1 }
    }
    return count > 1
  }

  /// Whether the grammar needs no more.
  static func isComplete(_ bytes: [UInt8]) -> Bool {
    let source = SourceText(name: "", bytes: bytes)
    return isItem(bytes)
      ? !parse(source, id: SourceID(0)).endsTooSoon : !parseQuery(source, id: SourceID(0)).endsTooSoon
  }

  /// Whether there is anything but blanks and comments.
  static func hasWords(_ bytes: [UInt8]) -> Bool { !significantKinds(bytes, atMost: 1).isEmpty }

  private static func significantKinds(_ bytes: [UInt8], atMost count: Int) -> [TokenKind] {
    Array(tokenize(bytes).lazy.filter { !$0.kind.isTrivia }.prefix(count).map { $0.kind })
  }
}
