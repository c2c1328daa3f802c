/// The variables that an expression sees: parameters, and what quantifiers around it bind.
struct Frame {
  struct Variable {
    var name: String
    var slot: Int
    /// Nil where its type was reported: uses of it are not.
    var type: ValueType?
  }

  let scope: ScopeID
  /// In the order in which they came into sight.
  private(set) var inSight: [Variable] = []
  /// Where in `inSight` the variables of a name stand, the innermost last.
  private var positions: [String: [Int]] = [:]
  /// How many slots were given out.
  private(set) var size = 0

  init(scope: ScopeID) { self.scope = scope }

  mutating func newSlot() -> Int {
    defer { size += 1 }
    return size
  }

  /// Brings a variable into sight, in a slot of its own.
  @discardableResult
  mutating func bind(_ name: String, type: ValueType?) -> Int {
    let slot = newSlot()
    positions[name, default: []].append(inSight.count)
    inSight.append(Variable(name: name, slot: slot, type: type))
    return slot
  }

  /// Takes the latest variables out of sight again.
  mutating func release(_ count: Int) {
    for variable in inSight.suffix(count) { _ = positions[variable.name]?.popLast() }
    inSight.removeLast(min(count, inSight.count))
  }

  func variable(_ name: String) -> Variable? {
    guard let position = positions[name]?.last else { return nil }
    return inSight[position]
  }

  /// The names in sight, for suggestions.
  var variableNames: [String] { inSight.map { $0.name } }
}

/// What is known, before an expression is checked, of the type it should have.
enum Wanted {
  case type(ValueType)
  /// Nothing: a gap must not stand here.
  case anything
  /// Its type was reported: a gap may stand here.
  case reported

  init(_ type: ValueType?) {
    self = type.map { .type($0) } ?? .reported
  }

  var type: ValueType? { if case .type(let type) = self { type } else { nil } }
}

/// A checked expression with its type.
struct Typed {
  var id: ExpressionID
  var type: ValueType
}
