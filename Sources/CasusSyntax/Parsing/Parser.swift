import CasusDiagnostics

/// Reads tokens into a tree by recursive descent: one function for each production of `Grammar/Casus.ebnf`, named for it
/// and with the production above it.
///
/// The verbs tell the contract. `parseX` always yields a node; `parseOptionalX` may yield nil; `expect` consumes what must
/// stand here or reports that it is missing; `consume` consumes what may stand here.
///
/// There are two kinds of error: `report` says what is wrong, and reading goes on as if it were right; `fail` gives the
/// item up, and from then on the parser sees nothing but the end of the file, until `recover` has skipped to where reading
/// can go on. So no production needs to know about errors in those it is made of.
struct Parser {
  let source: SourceText
  let id: SourceID
  let limits: ParserLimits
  /// Every token of the source, trivia included.
  let rawTokens: [Token]
  /// The tokens that the grammar speaks of; the last is the end of the file.
  let tokens: [SignificantToken]

  /// The token that is read next.
  var position = 0
  /// Whether the item in hand was given up.
  var isPanicking = false
  /// Whether an error was met in the item in hand, outside the items inside it.
  var isDamaged = false
  /// The position of the latest syntax error; what goes wrong right behind it has the same cause.
  var latestErrorPosition: Int?
  var diagnostics: [Diagnostic] = []
  /// Whether a text or a comment has no end, and whether anything else is wrong.
  var lacksEnd = false
  var hasOtherErrors = false
  /// Whether the first other thing that was wrong is that the text was over.
  var isCutShort = false
  var hasReportedDepth = false
  /// How deep the construct in hand stands in others.
  var depth = 0

  /// Items that stood where they may not; they move behind the block they were found in, so that their names are known.
  var misplacedItems: [Item] = []
  /// Whether the block in hand was already found to hold what it may not.
  var blockHoldsMisplacedItem = false
  /// Whether a `}` is known to be missing, so that its absence at the end of the file is no news.
  var lacksClosingBrace = false
  /// How many `}` too many are expected, because of what was reported or skipped before.
  var excusedClosingBraces = 0

  init(_ source: SourceText, id: SourceID, limits: ParserLimits) {
    self.source = source
    self.id = id
    self.limits = limits
    rawTokens = tokenize(source.bytes)
    var significant: [SignificantToken] = []
    significant.reserveCapacity(rawTokens.count / 2 + 1)
    var offset: Int32 = 0
    var followsUnknown = false
    for (index, token) in rawTokens.enumerated() {
      if token.kind == .unknown {
        followsUnknown = true
      } else if !token.kind.isTrivia {
        significant.append(SignificantToken(token.kind, at: offset, rawIndex: index, followsUnknown))
        followsUnknown = false
      }
      offset = offset &+ token.length
    }
    significant.append(SignificantToken(.endOfFile, at: offset, rawIndex: rawTokens.count, followsUnknown))
    tokens = significant
    reportLexicalFaults()
  }

  /// The finished tree, with the diagnostics in the order of their places.
  func finish(with items: [Item]) -> ParsedSource {
    ParsedSource(
      tree: SyntaxTree(source: id, items: items, tokens: rawTokens),
      diagnostics: diagnostics.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) },
      endsTooSoon: endsTooSoon)
  }

  /// Whether more text could still make it right: nothing is wrong before its end.
  var endsTooSoon: Bool { isCutShort || lacksEnd && !hasOtherErrors }
}

/// A token that the grammar speaks of, with its place.
struct SignificantToken {
  let kind: TokenKind
  /// Whether a character that begins no token stands before it.
  let followsUnknown: Bool
  let start: Int32
  /// Its position among all tokens.
  let rawIndex: Int32

  init(_ kind: TokenKind, at start: Int32, rawIndex: Int, _ followsUnknown: Bool) {
    self.kind = kind
    self.followsUnknown = followsUnknown
    self.start = start
    self.rawIndex = Int32(truncatingIfNeeded: rawIndex)
  }
}
