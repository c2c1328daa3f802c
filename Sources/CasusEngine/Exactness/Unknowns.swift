internal import CasusSemantics
internal import CasusSyntax

/// A value that may still be several things, told apart no more finely than the question asks.
///
/// Values are compared with fixed ones alone: each comparison cuts the line of values at a point, and between
/// neighbouring cuts all values are alike. A value so cut is a chain of decisions "does it lie behind the next cut,
/// too?", of which every combination is possible, so that no combination has to be ruled out afterwards.
struct Unknown: Sendable {
  var source: UnknownSource
  var range: ValueRange
  /// Whether only whole numbers are possible: counts, minutes, positions.
  var isDiscrete: Bool
  /// False for what is computed from several unknowns: their connection is lost, and answers that turn on it unproved.
  var isExact: Bool
  /// What it is compared as, where it is not told apart by comparisons.
  var standsFor: Rational?
  /// What it is one of, in ascending order, where that is a list.
  var members: [Scalar]?
  var cuts: [Cut] = []
}

/// A point between values: everything from `at` on, or everything behind it, lies beyond.
struct Cut: Hashable, Comparable, Sendable {
  var at: Rational
  var isBehind: Bool

  static func < (left: Cut, right: Cut) -> Bool {
    left.at == right.at ? !left.isBehind && right.isBehind : left.at < right.at
  }
}

/// What is unknown: an input as one telling leaves it, or what follows from unknowns in a way that is not kept exactly.
enum UnknownSource: Hashable, Sendable {
  case input(InputID, origin: ValueOrigin)
  /// The moment of an occurrence that a statement tells as a range.
  case occurrence(InputID, statement: Int32)
  /// When within a lane something comes about.
  case inside(lane: Int)
  /// What lies a duration that is not definite from a lane.
  case distant(DurationEnd, lane: Int, leaf: Int)
  case arithmetic(ArithmeticOperator, ValueKinds, Int, Int)
}

/// What a duration leads to.
enum DurationEnd: Hashable, Sendable {
  case end, due, windowStart
}

/// For how long an input has one and the same value.
package enum ValueOrigin: Hashable, Sendable {
  case statement(Int32)
  case stretch(Int)
  case gap
}

/// One thing that a value can be, in some of the cases.
enum Leaf: Hashable, Sendable {
  case constant(Scalar)
  /// `scale × unknown + offset`, with a scale other than zero.
  case affine(unknown: Int, scale: Rational, offset: Rational)
  case fault
  /// One of several leaves, by number and ascending: which of them, depends on itself.
  case circularChoice([Int])
  /// Depends on itself, and might be anything.
  case circular
}

/// Unknowns and leaves by number. It outlives one evaluation: cuts that one finds missing are there for the next.
struct UnknownTable: Sendable {
  private(set) var unknowns: [Unknown] = []
  private(set) var leaves: [Leaf] = []
  private var unknownNumbers: [UnknownSource: Int] = [:]
  private var leafNumbers: [Leaf: Int] = [:]
  /// Whether a cut was added since this was last set to false.
  var hasGrown = false
  mutating func leaf(_ leaf: Leaf) -> Int {
    if let number = leafNumbers[leaf] { return number }
    leafNumbers[leaf] = leaves.count
    leaves.append(leaf)
    return leaves.count - 1
  }

  mutating func unknown(
    _ source: UnknownSource, range: ValueRange, isDiscrete: Bool, isExact: Bool, standsFor: Rational? = nil,
    members: [Scalar]? = nil
  ) -> Int {
    if let number = unknownNumbers[source] { return number }
    unknownNumbers[source] = unknowns.count
    unknowns.append(
      Unknown(
        source: source, range: range, isDiscrete: isDiscrete, isExact: isExact, standsFor: standsFor, members: members,
        cuts: (members ?? []).dropFirst().map { Cut(at: $0.number, isBehind: false) }))
    return unknowns.count - 1
  }

  /// The position of a cut; nil where it was not there, in which case it is from now on.
  mutating func position(of cut: Cut, in unknown: Int) -> Int? {
    let cuts = unknowns[unknown].cuts
    let position = cuts.firstIndex { !($0 < cut) } ?? cuts.count
    if position < cuts.count, cuts[position] == cut { return position }
    unknowns[unknown].cuts.insert(cut, at: position)
    hasGrown = true
    return nil
  }
}
