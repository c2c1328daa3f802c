package import CasusSemantics

/// Any definite value as the engine holds it: one exact number, ordered as the language orders the type.
///
/// An entity is its position in its type, a date its minutes, a text its place in the table of texts of the question, a
/// duration its minutes or months. Types never mix, so that one representation serves all.
package struct Scalar: Hashable, Sendable {
  package var number: Rational
  /// Of a duration alone: what it counts in.
  package var measure: CalendarDuration.Measure?

  package init(_ number: Rational, measure: CalendarDuration.Measure? = nil) {
    self.number = number
    self.measure = measure
  }

  package init(_ integer: Int, measure: CalendarDuration.Measure? = nil) {
    self.init(Rational(Int64(integer)), measure: measure)
  }

  /// The number where it is whole: positions of entities, members of integer sets.
  package var integer: Int? { number.integer.flatMap { Int(exactly: $0) } }

  /// Whether this is a duration in months, which no duration in minutes compares with.
  package var isMonths: Bool { measure == .months }

  package var duration: CalendarDuration? {
    guard let measure, let amount = number.integer else { return nil }
    return CalendarDuration(amount: amount, measure: measure)
  }

  package var moment: Moment? {
    guard let minutes = number.integer else { return nil }
    return minutes == Moment.never.minutes ? .never : Moment(minutes: minutes)
  }
}

extension Scalar {
  /// Whether both are the same value to the language: two days are forty-eight hours, though deadlines tell them apart.
  package func means(_ other: Scalar) -> Bool { number == other.number && isMonths == other.isMonths }
}

/// Texts that a question meets, numbered in order of appearance.
package struct TextTable: Sendable {
  private var numbers: [String: Int] = [:]
  private var texts: [String] = []

  package init() {}

  package mutating func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  package func knownNumber(of text: String) -> Int? { numbers[text] }

  package func text(_ number: Int) -> String? { texts.indices.contains(number) ? texts[number] : nil }
}

extension Program {
  /// The engine's form of a value; a text that no table knows yet equals none of those it knows.
  package func scalar(of value: Value, texts: TextTable) -> Scalar {
    switch value {
    case .number(let number): Scalar(number)
    case .text(let text): Scalar(texts.knownNumber(of: text) ?? -1)
    case .date(let moment): Scalar(Rational(moment.minutes))
    case .entity(let entity): Scalar(self[entity].ordinal)
    case .duration(let duration): Scalar(Rational(duration.amount), measure: duration.measure)
    }
  }

  /// The value of a type that a scalar stands for; nil where there is none.
  package func value(of scalar: Scalar, type: ValueType, texts: TextTable) -> Value? {
    switch type {
    case .condition: return nil
    case .integer, .decimal: return .number(scalar.number)
    case .text: return scalar.integer.flatMap { texts.text($0) }.map { .text($0) }
    case .date: return scalar.moment.map { .date($0) }
    case .duration: return scalar.duration.map { .duration($0) }
    case .entity(let type):
      guard let ordinal = scalar.integer, ordinal >= 0, ordinal < memberCount(of: type) else { return nil }
      return .entity(self[type].members[ordinal])
    }
  }
}
