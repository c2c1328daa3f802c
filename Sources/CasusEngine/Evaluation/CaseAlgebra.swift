package import CasusSyntax

/// Why an evaluation ended early.
package enum EvaluationStop: Error, Sendable, Equatable {
  /// The decision diagram reached its limit: the answer stays unproved.
  case diagramLimit
  case steps
}

/// The truth of one condition over many cases: three planes, in each of which a case has a place.
///
/// A case is true where it is certain, false where it is not possible, and open between the two. Where it is of fault,
/// computing it may fail. The planes are words of bits (a bit a case) or functions of the unknowns; the formulas are the
/// same.
package struct Truth<Plane: Equatable & Sendable>: Equatable, Sendable {
  package var certain: Plane
  package var possible: Plane
  package var fault: Plane

  package init(certain: Plane, possible: Plane, fault: Plane) {
    self.certain = certain
    self.possible = possible
    self.fault = fault
  }
}

/// The planes of a truth, by name.
package enum PlaneName: Sendable {
  case certain, possible, fault
}

extension Truth {
  package subscript(_ name: PlaneName) -> Plane {
    get {
      switch name {
      case .certain: certain
      case .possible: possible
      case .fault: fault
      }
    }
    set {
      switch name {
      case .certain: certain = newValue
      case .possible: possible = newValue
      case .fault: fault = newValue
      }
    }
  }
}

/// What an evaluation computes with: the one place in which bounds over lanes and exact functions differ.
package protocol CaseAlgebra: ~Copyable {
  associatedtype Plane: Equatable & Sendable
  associatedtype Values: Equatable & Sendable

  /// Whether a block holds one lane, so that no lane of it is earlier than another.
  var isOneLane: Bool { get }

  /// Whether joining many operands takes more or less work by the order in which they are joined.
  var joinsInOrder: Bool { get }
  /// What has a lower rank is to be joined first.
  func joiningRank(of truth: Truth<Plane>) -> Int

  /// The planes of which a value is made.
  func planes(of value: Values) -> [Plane]
  /// Frees what only planes no longer in use needed; false where that is no help. What was computed stays as it is.
  ///
  /// - Parameter attempts: how often this was asked for the same node before.
  mutating func makeRoom(keeping planes: [Plane], attempts: Int) -> Bool

  /// In no case, and in every case.
  var none: Plane { get }
  var all: Plane { get }

  mutating func and(_ left: Plane, _ right: Plane) throws(EvaluationStop) -> Plane
  mutating func or(_ left: Plane, _ right: Plane) throws(EvaluationStop) -> Plane
  func not(_ plane: Plane) -> Plane

  mutating func input(_ input: InputID) throws(EvaluationStop) -> Truth<Plane>
  /// Where statements speak of a rule's case, and what they say there.
  mutating func told(_ input: InputID) throws(EvaluationStop) -> (speaks: Plane, truth: Truth<Plane>)
  func during(_ period: CircuitPeriod) -> Plane

  mutating func constant(_ scalar: Scalar) -> Values
  mutating func inputValue(_ input: InputID) throws(EvaluationStop) -> Values
  mutating func today() -> Values
  mutating func startOfToday() -> Values
  mutating func faultyValue() -> Values
  /// Stands for a value that depends on itself.
  mutating func circularValue() -> Values
  mutating func select(
    _ condition: Truth<Plane>, _ left: Values, _ right: Values
  ) throws(EvaluationStop) -> Values
  mutating func arithmetic(
    _ operation: ArithmeticOperator, _ left: Values, _ right: Values, _ kinds: ValueKinds
  ) throws(EvaluationStop) -> Values
  mutating func negative(_ value: Values) throws(EvaluationStop) -> Values
  mutating func extremum(
    _ extremum: Extremum, _ left: Values, _ right: Values
  ) throws(EvaluationStop) -> Values
  mutating func count(_ conditions: [Truth<Plane>]) throws(EvaluationStop) -> Values
  mutating func compare(
    _ comparison: Comparison, _ left: Values, _ right: Values
  ) throws(EvaluationStop) -> Truth<Plane>
  mutating func choose(
    _ selector: Values, _ pairs: [(ordinal: Int, truth: Truth<Plane>)]
  ) throws(EvaluationStop) -> Truth<Plane>
  mutating func chooseValue(
    _ selector: Values, _ pairs: [(ordinal: Int, values: Values)]
  ) throws(EvaluationStop) -> Values

  // MARK: Time

  // Lanes stand in the order of time, and blocks of lanes one behind the other. What looks back reads the lane before;
  // of the first lane of a block, that is the last of the block before, which the evaluator hands over.

  func previous(_ child: Truth<Plane>, before: Truth<Plane>?) -> Truth<Plane>
  mutating func previousValue(_ child: Values, before: Values?) -> Values
  /// - Parameter before: what it was itself.
  mutating func once(_ child: Truth<Plane>, before: Truth<Plane>?) throws(EvaluationStop) -> Truth<Plane>
  mutating func since(
    _ trigger: Truth<Plane>, _ holding: Truth<Plane>, before: Truth<Plane>?
  ) throws(EvaluationStop) -> Truth<Plane>
  mutating func atStart(
    _ holding: Truth<Plane>, _ value: Values, before: Looked<Plane, Values>?
  ) throws(EvaluationStop) -> Values
  mutating func latest(_ child: Truth<Plane>, before: Looked<Plane, Values>?) throws(EvaluationStop) -> Values
  mutating func earliest(_ child: Truth<Plane>, before: Looked<Plane, Values>?) throws(EvaluationStop) -> Values
  mutating func deadlineEnd(_ duration: Values) throws(EvaluationStop) -> Values
  mutating func dueDate(_ duration: Values) throws(EvaluationStop) -> Values
  mutating func windowStart(_ duration: Values) throws(EvaluationStop) -> Values

  mutating func occurs(_ input: InputID) throws(EvaluationStop) -> Truth<Plane>
  mutating func eventWindow(
    _ test: WindowTest, _ input: InputID, _ bound: Values
  ) throws(EvaluationStop) -> Truth<Plane>
  mutating func eventDate(_ input: InputID) throws(EvaluationStop) -> Values
  /// Goes on to the next lanes.
  mutating func advance()
}

/// What a value that looks back over a condition found in the block before: what the condition was, and what it was
/// itself.
package struct Looked<Plane: Equatable & Sendable, Values: Sendable>: Sendable {
  package var condition: Truth<Plane>
  package var result: Values
}

/// Planes of a fixed size need no room, and are joined as they come.
extension CaseAlgebra where Self: ~Copyable {
  package var joinsInOrder: Bool { false }
  package func joiningRank(of truth: Truth<Plane>) -> Int { 0 }
  package func planes(of value: Values) -> [Plane] { [] }
  package mutating func makeRoom(keeping planes: [Plane], attempts: Int) -> Bool { false }
}

extension CaseAlgebra where Self: ~Copyable {
  func constant(_ truth: Bool) -> Truth<Plane> { definite(truth ? all : none) }

  /// A truth that each case has for certain.
  func definite(_ plane: Plane) -> Truth<Plane> { Truth(certain: plane, possible: plane, fault: none) }

  var faulty: Truth<Plane> { Truth(certain: none, possible: all, fault: all) }

  func not(_ truth: Truth<Plane>) -> Truth<Plane> {
    Truth(certain: not(truth.possible), possible: not(truth.certain), fault: truth.fault)
  }

  /// False where one side is, whatever becomes of the other.
  mutating func and(_ left: Truth<Plane>, _ right: Truth<Plane>) throws(EvaluationStop) -> Truth<Plane> {
    let certain = try and(left.certain, right.certain)
    let possible =
      left.certain == left.possible && right.certain == right.possible
      ? certain : try and(left.possible, right.possible)
    if left.fault == none && right.fault == none { return Truth(certain: certain, possible: possible, fault: none) }
    return Truth(certain: certain, possible: possible, fault: try and(possible, or(left.fault, right.fault)))
  }

  mutating func or(_ left: Truth<Plane>, _ right: Truth<Plane>) throws(EvaluationStop) -> Truth<Plane> {
    let certain = try or(left.certain, right.certain)
    let possible =
      left.certain == left.possible && right.certain == right.possible
      ? certain : try or(left.possible, right.possible)
    if left.fault == none && right.fault == none { return Truth(certain: certain, possible: possible, fault: none) }
    return Truth(certain: certain, possible: possible, fault: try and(not(certain), or(left.fault, right.fault)))
  }
}
