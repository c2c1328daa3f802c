/// What level statements together leave possible, and which of them narrowed it.
struct PossibleValues {
  private var truth: Bool?
  private var candidates: Set<Value>?
  private var lowest: Value?
  private var highest: Value?
  /// The statements that narrowed it, the latest last: what a contradiction is with.
  private var narrowedBy: [Int] = []

  /// Takes in what another statement tells. Where nothing would be left it is not taken in: the statements that stand
  /// against it are given back.
  mutating func narrow(to told: Told, by statement: Int) -> [Int]? {
    var narrowed = self
    guard narrowed.take(told) else { return narrowedBy }
    if narrowed.differs(from: self) {
      if narrowedBy.count == PossibleValues.shown { narrowed.narrowedBy.removeFirst() }
      narrowed.narrowedBy.append(statement)
    }
    self = narrowed
    return nil
  }

  /// How many of the statements that a contradiction is with are shown.
  private static var shown: Int { 8 }

  private mutating func take(_ told: Told) -> Bool {
    switch told {
    case .unknown: return true
    case .truth(let value):
      defer { truth = value }
      return truth == nil || truth == value
    case .value(let value): return take([value])
    case .oneOf(let values): return take(values)
    case .range(let low, let high):
      lowest = PossibleValues.tighter(lowest, low) { $0.precedes($1) }
      highest = PossibleValues.tighter(highest, high) { $1.precedes($0) }
      return filter()
    }
  }

  private mutating func take(_ values: [Value]) -> Bool {
    let values = Set(values.map { $0.canonical })
    candidates = candidates?.intersection(values) ?? values
    return filter()
  }

  /// Drops candidates outside the range; tells whether anything is left. What has no order is left alone.
  private mutating func filter() -> Bool {
    let (low, high) = (lowest, highest)
    candidates = candidates?.filter { value in
      let isAbove = low.map { $0.precedes(value) ?? true } ?? true
      return isAbove && (high.map { value.precedes($0) ?? true } ?? true)
    }
    if let candidates { return !candidates.isEmpty }
    guard let low, let high else { return true }
    return low.precedes(high) ?? true
  }

  /// The bound that leaves less: the second where the first comes before it in the order of narrowing.
  private static func tighter(_ known: Value?, _ new: Value?, _ isWider: (Value, Value) -> Bool?) -> Value? {
    guard let known else { return new }
    guard let new else { return known }
    return isWider(known, new) ?? false ? new : known
  }

  private func differs(from other: PossibleValues) -> Bool {
    truth != other.truth || candidates != other.candidates || lowest != other.lowest || highest != other.highest
  }
}
