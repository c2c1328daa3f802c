/// Something wrong in a data file. The row it stands in is not read.
package struct DataProblem: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case invalidUTF8
    /// More than so many problems: what follows was not read.
    case tooManyProblems(limit: Int)

    // Of delimited files.
    case missingHeading
    case emptyHeading
    case duplicateHeading(String)
    case cellCount(found: Int, expected: Int)
    case unterminatedQuote
    case textAfterQuote
    case quoteInsideCell

    // Of JSON.
    case unexpectedCharacter(expected: JSONExpectation)
    case unexpectedEnd(expected: JSONExpectation)
    case unterminatedText
    case controlCharacterInText
    case invalidEscape
    case loneSurrogate
    case malformedNumber
    case tooDeep(limit: Int)
    case duplicateKey(String)
    case notAnObject
    case tooManyColumns(limit: Int)
  }
  package var kind: Kind
  /// The bytes of the file at fault.
  package var start: Int
  package var end: Int
  /// The line, counted from 1, on which they start.
  package var line: Int

  package init(_ kind: Kind, start: Int, end: Int, line: Int) {
    self.kind = kind
    self.start = start
    self.end = end
    self.line = line
  }
}

/// What JSON could have had at a place.
package enum JSONExpectation: Equatable, Sendable {
  case value
  case key
  case colon
  case commaOrBracket
  case commaOrBrace
  case end

  /// As a message names it.
  package var description: String {
    switch self {
    case .value: "a value"
    case .key: "a key in quotes"
    case .colon: "`:`"
    case .commaOrBracket: "`,` or `]`"
    case .commaOrBrace: "`,` or `}`"
    case .end: "nothing more"
    }
  }
}

extension DataProblem {
  package var message: String { kind.message }
}

extension DataProblem.Kind {
  /// One line in lower case without a full stop, as diagnostics want it.
  package var message: String {
    switch self {
    case .invalidUTF8: "these bytes are not UTF-8"
    case .tooManyProblems(let limit): "more than \(limit) problems: the rest of the file is not read"
    case .missingHeading: "the file is empty: its first row has to name the columns"
    case .emptyHeading: "a column without a name"
    case .duplicateHeading(let name): "two columns are named `\(name)`"
    case .cellCount(let found, let expected): "this row has \(found) cells, the heading has \(expected)"
    case .unterminatedQuote: "the closing quote is missing"
    case .textAfterQuote: "text behind the closing quote; a quote inside a quoted cell is written twice"
    case .quoteInsideCell: "a quote in a cell that does not begin with one; quote the whole cell and double the quote"
    case .unexpectedCharacter(let expected): "expected \(expected.description)"
    case .unexpectedEnd(let expected): "expected \(expected.description), and the text ends"
    case .unterminatedText: "the closing quote is missing"
    case .controlCharacterInText: "a control character in a text has to be escaped"
    case .invalidEscape: "no such escape"
    case .loneSurrogate: "half of a surrogate pair stands alone"
    case .malformedNumber: "this is not a number of JSON"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    case .duplicateKey(let key): "the key `\(key)` stands twice in one object"
    case .notAnObject: "every line has to be an object"
    case .tooManyColumns(let limit): "the rows have more than \(limit) different keys"
    }
  }
}
