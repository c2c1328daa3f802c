internal import CasusSemantics

extension ValuePart {
  /// What a statement says where just some parts remain; nil where none can. Parts of the line must be neighbours.
  ///
  /// - Parameter value: the value of a scalar.
  static func told(_ parts: [ValuePart], type: ValueType, value: (Scalar) -> Value?) -> Told? {
    let members = parts.compactMap { if case .member(let scalar) = $0 { value(scalar) } else { nil } }
    if !members.isEmpty {
      guard members.count == parts.count else { return nil }
      return members.count == 1 ? .value(members[0]) : .oneOf(members)
    }
    if type == .text {
      // Between the texts that are named lie those that are not.
      let texts = parts.compactMap { $0.onlyNumber.flatMap { value(Scalar($0)) } }
      guard texts.count == parts.count, let first = texts.first else { return nil }
      return texts.count == 1 ? .value(first) : .oneOf(texts)
    }
    guard case .interval(let low, _)? = parts.first, case .interval(_, let high)? = parts.last,
      areNeighbours(parts)
    else { return nil }
    return range(low, high, type, value)
  }

  private static func areNeighbours(_ parts: [ValuePart]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy { part, next in
      guard case .interval(_, let high?) = part, case .interval(let low?, _) = next else { return false }
      if high.at == low.at { return high.isIncluded != low.isIncluded }
      // The next whole number.
      return high.isIncluded && low.isIncluded && (try? high.at.adding(Rational(1))) == low.at
    }
  }

  private static func range(_ low: Bound?, _ high: Bound?, _ type: ValueType, _ value: (Scalar) -> Value?) -> Told? {
    let ends: (low: Rational?, high: Rational?)
    switch type {
    case .integer, .date:
      guard low?.isIncluded != false, high?.isIncluded != false else { return nil }
      ends = (low?.at, high?.at)
    case .decimal:
      let first = low.map { $0.decimal(upwards: true, before: high?.at) }
      let last = high.map { $0.decimal(upwards: false, before: low?.at) }
      if first == .some(nil) || last == .some(nil) { return nil }
      ends = (first ?? nil, last ?? nil)
    case .condition, .text, .duration, .entity: return nil
    }
    let first = ends.low.flatMap { value(Scalar($0)) }
    let last = ends.high.flatMap { value(Scalar($0)) }
    if (first == nil) != (ends.low == nil) || (last == nil) != (ends.high == nil) { return nil }
    if let first, first == last { return .value(first) }
    return .range(first, last)
  }

  /// The number of an interval that has one alone.
  private var onlyNumber: Rational? {
    guard case .interval(let low?, let high?) = self, low.at == high.at else { return nil }
    return low.at
  }
}

extension ValuePart.Bound {
  private static var mostPlaces: Int { 18 }

  /// The bound as a number that a statement can write and that lies in the part: itself, or the nearest within it that
  /// has one decimal place more. Nil where there is none so short.
  fileprivate func decimal(upwards: Bool, before other: Rational?) -> Rational? {
    let places = at.decimalPlaces
    if isIncluded, places != nil { return at }
    for places in stride(from: (places ?? 0) + 1, through: Self.mostPlaces, by: 1) {
      guard let near = at.decimal(places: places, upwards: upwards) else { return nil }
      guard let other else { return near }
      if upwards ? near < other : other < near { return near }
    }
    return nil
  }
}

extension Rational {
  /// How many decimal places it has; nil where the decimal does not end within 18.
  fileprivate var decimalPlaces: Int? {
    var power: Int64 = 1
    for places in 0...18 {
      if power % denominator == 0 { return places }
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      power = next
    }
    return nil
  }

  /// The nearest decimal of so many places that is greater, or less; nil where it cannot be computed.
  fileprivate func decimal(places: Int, upwards: Bool) -> Rational? {
    var power: Int64 = 1
    for _ in 0..<places { power *= 10 }
    guard let scaled = try? multiplied(by: Rational(power)) else { return nil }
    var floor = scaled.numerator / scaled.denominator
    if scaled.numerator < 0, !scaled.isInteger { floor -= 1 }
    let (near, overflow) =
      upwards
      ? floor.addingReportingOverflow(1) : floor.subtractingReportingOverflow(scaled.isInteger ? 1 : 0)
    return overflow ? nil : try? Rational(near, over: power)
  }
}
