import CasusDiagnostics

/// Literals, and the values that statements tell.
extension Parser {
  /// literal = amount | DECIMAL | DATE | TEXT | "true" | "false" ;
  mutating func parseOptionalLiteral() -> Literal? {
    let span = currentSpan
    switch current {
    case .integer: return parseAmount()
    case .decimal:
      let text = currentText
      advance()
      if let unit = unit(at: position) {
        report(
          .malformedDuration, "a duration counts whole \(unit.unit)s", at: span.through(currentSpan), always: true)
        advance()
      }
      return Literal(.decimal, text, at: span)
    case .date: return parseOptionalDate()
    case .text, .unterminatedText:
      guard let text = parseOptionalText() else { return nil }
      return Literal(.text, text.value, at: text.span)
    case .keyword(.true), .keyword(.false):
      let text = currentText
      advance()
      return Literal(.truth, text, at: span)
    default: return nil
    }
  }

  /// amount = INTEGER [ UNIT ] ;
  private mutating func parseAmount() -> Literal {
    let start = position
    let digits = currentText
    advance()
    guard let (unit, isExact) = unit(at: position) else { return Literal(.integer, digits, at: span(from: start)) }
    var word = currentText
    if !isExact {
      report(
        .malformedDuration, "`\(word)` is no unit of time; did you mean `\(unit)s`?",
        notes: ["the units are minutes, hours, days, weeks, months and years"],
        fixes: [Fix(title: "write `\(unit)s`", span: currentSpan, replacement: "\(unit)s")])
      word = "\(unit)s"
    }
    advance()
    return Literal(.duration, "\(digits) \(word)", at: span(from: start))
  }

  /// The unit in the singular that the name at `index` is, or nearly is, unless that name begins an item.
  private func unit(at index: Int) -> (unit: String, isExact: Bool)? {
    guard !isPanicking, kind(at: index) == .name else { return nil }
    if kind(at: index + 1) == .keyword(.prevails) || kind(at: index + 1) == .period { return nil }
    let word = text(at: index)
    if let unit = DurationUnit.allCases.first(where: { word == $0.singular || word == $0.plural }) {
      return (unit.singular, true)
    }
    guard diagnostics.count < limits.maximumErrors, let near = nearest(to: word, among: DurationUnit.spellings) else {
      return nil
    }
    let unit = DurationUnit.allCases.first { near == $0.singular || near == $0.plural }
    return unit.map { ($0.singular, false) }
  }

  /// A date, if one comes next.
  mutating func parseOptionalDate() -> Literal? {
    guard current == .date else { return nil }
    let span = currentSpan
    let text = currentText
    if !Self.hasDateShape(Array(text.utf8)) {
      report(
        .malformedDate, "`\(text)` is no date", at: span,
        notes: ["a time of day is written with its zone, as in `2024-06-19T05:30Z` or `2024-06-19T14:30+09:00`"],
        always: true)
    }
    advance()
    return Literal(.date, text, at: span)
  }

  private static func hasDateShape(_ letters: [UInt8]) -> Bool {
    let shapes = ["0000-00-00", "0000-00-00T00:00Z", "0000-00-00T00:00±00:00"]
    return shapes.contains { shape in
      let scalars = Array(shape.unicodeScalars)
      guard scalars.count == letters.count else { return false }
      return zip(scalars, letters).allSatisfy { scalar, letter in
        switch scalar {
        case "0": letter >= UInt8(ascii: "0") && letter <= UInt8(ascii: "9")
        case "±": letter == UInt8(ascii: "+") || letter == UInt8(ascii: "-")
        default: scalar == Unicode.Scalar(letter)
        }
      }
    }
  }

  /// A date, where one must stand. A word too many before it is reported and passed over.
  mutating func parseDate(_ expected: String) -> Literal {
    if let date = parseOptionalDate() { return date }
    if peek() == .date, !beginsItem(at: position) {
      report(.unexpectedWord, "expected \(expected), found \(describeCurrent())")
      advance()
      if let date = parseOptionalDate() { return date }
    }
    failExpecting(expected, notes: ["a date is written `2024-06-19`, or with a time of day `2024-06-19T05:30Z`"])
    return Literal(.date, "", at: endOfPrevious)
  }

  /// value = literal | "-" ( amount | DECIMAL ) | path ;
  mutating func parseValue(_ expected: String = "a value") -> Expression {
    let start = position
    if consume(.minus) {
      guard current == .integer || current == .decimal, let literal = parseOptionalLiteral() else {
        failExpecting("a number after `-`")
        return Expression(.missing, at: span(from: start))
      }
      let number = Expression(.literal(literal), at: literal.span)
      return Expression(.negative(number), at: span(from: start))
    }
    if let literal = parseOptionalLiteral() { return Expression(.literal(literal), at: literal.span) }
    let path = parsePath(expected)
    if path.isMissing { return Expression(.missing, at: path.span) }
    return Expression(.call(Call(path, arguments: nil, at: path.span)), at: path.span)
  }

  /// Whether a value, or a word that would be one if it were in backticks, comes next.
  var isAtValue: Bool {
    switch current {
    case .integer, .decimal, .date, .text, .unterminatedText, .keyword(.true), .keyword(.false), .minus: true
    default: isAtName
    }
  }

  /// values = "{" value { "," value } "}" ;
  mutating func parseValues() -> [Expression] {
    let opening = position
    expectLeniently(.leftBrace, "{")
    var values = [parseValue()]
    while consumeComma(beforeElement: { $0.isAtValue }) { values.append(parseValue()) }
    expectClosing(.rightBrace, "}", opening: opening)
    return values
  }

  /// told-value = value [ ".." [ value ] ] | ".." value | "unknown" ;
  mutating func parseToldValue() -> ToldValue {
    let start = position
    if consume(Keyword.unknown) { return ToldValue(.unknown, at: span(from: start)) }
    let low: Expression? = current == .range ? nil : parseValue("a value, a range or `unknown`")
    var kind = low.map { ToldValue.Kind.value($0) }
    if consume(.range) {
      let isOpen = low != nil && !isAtEndOfRange
      kind = .range(low, isOpen ? nil : parseValue("the end of the range"))
    }
    let place = span(from: start)
    failComputedValue()
    return ToldValue(kind ?? .unknown, at: place)
  }

  /// Whether a value comes next; no word of the grammar, which would begin what follows a range that is open.
  private var isAtEndOfRange: Bool {
    if case .keyword(let word) = current { word == .true || word == .false } else { isAtValue }
  }

  /// Reports arithmetic and calls where a value stands as it is.
  private mutating func failComputedValue() {
    switch current {
    case .plus, .minus, .times, .divide, .leftParenthesis:
      fail(
        .unexpectedWord, "what is told or expected is a literal or a name, and nothing computed",
        notes: ["compare what is computed in brackets: `expect (… is …) is true`"])
    default: break
    }
  }
}

/// The units in which durations are written.
package enum DurationUnit: Sendable, Equatable, CaseIterable {
  case minute, hour, day, week, month, year

  package var singular: String {
    switch self {
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    }
  }

  package var plural: String { singular + "s" }

  /// Every way to write one.
  static let spellings: [String] = allCases.flatMap { [$0.singular, $0.plural] }
}
