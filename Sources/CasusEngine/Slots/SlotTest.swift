internal import CasusSemantics

/// A test of the values of slots: whether one, or the difference of two, lies between two whole numbers.
package struct SlotTest: Hashable, Sendable {
  /// The slot whose value is tested.
  var left: Int32
  /// The slot whose value is taken off it; -1: none.
  var right: Int32
  /// The ends, both included. An end that is the least or the greatest number is open.
  var low: Int64
  var high: Int64
  /// Whether the test holds between the ends, and not outside of them.
  var isInside = true
  /// Whether values so great that arithmetic might fail have to be left to the engine.
  var isGuarded: Bool

  /// Values whose sums and differences are all within bounds.
  static let plainValues: ClosedRange<Int64> = -(1 << 60)...(1 << 60) - 1

  var readsTwo: Bool { right >= 0 }
  var slots: [Int32] { readsTwo ? [left, right] : [left] }
  var isOpenBelow: Bool { low == .min }
  var isOpenAbove: Bool { high == .max }
  var isHalfLine: Bool { isOpenBelow != isOpenAbove }
  var isEmpty: Bool { high < low }

  /// The same where it fails.
  var negated: SlotTest {
    var test = self
    test.isInside.toggle()
    return test.normal
  }

  /// Half lines are tests of what lies inside.
  var normal: SlotTest {
    guard !isInside, isHalfLine else { return self }
    var test = self
    test.isInside = true
    if isOpenBelow {
      test.low = high + 1
      test.high = .max
    } else {
      test.high = low - 1
      test.low = .min
    }
    return test
  }

  /// Half lines as what lies outside of the other half.
  var outside: SlotTest {
    guard isInside, isHalfLine else { return self }
    var test = negated
    test.isInside = false
    return test
  }

  /// The test that both hold, of two inside; that either does, of two outside. Nil where they are of other values.
  func joined(with other: SlotTest) -> SlotTest? {
    guard left == other.left, right == other.right, isInside == other.isInside else { return nil }
    var test = self
    test.low = max(low, other.low)
    test.high = min(high, other.high)
    test.isGuarded = isGuarded || other.isGuarded
    return test
  }

  /// Whether it holds of a value.
  func holds(of value: Int64) -> Bool { (low <= value && value <= high) == isInside }
}

/// A value as a sum: a slot's, less another's, and a number.
struct SlotSum: Hashable {
  var positive: Int32 = -1
  var negative: Int32 = -1
  var constant: Rational
  /// Whether something is computed, which might pass the bounds of numbers.
  var isComputed = false
  /// Whether it is a length of time, which does not compare with months.
  var isDuration = false

  init(_ constant: Rational) { self.constant = constant }

  init(slot: Int) {
    positive = Int32(truncatingIfNeeded: slot)
    constant = .zero
  }

  /// The difference, where it is that of two slots at most.
  func subtracting(_ other: SlotSum) -> SlotSum? {
    guard let constant = try? constant.subtracting(other.constant) else { return nil }
    var result = SlotSum(constant)
    let slots = SlotSum.cancelled([positive, other.negative], [negative, other.positive])
    // What is computed from a value that falls out of the sum might still fail.
    if slots.isCancelled && (isComputed || other.isComputed) { return nil }
    guard slots.added.count <= 1, slots.taken.count <= 1 else { return nil }
    result.positive = slots.added.first ?? -1
    result.negative = slots.taken.first ?? -1
    result.isComputed = isComputed || other.isComputed
    return result
  }

  func adding(_ other: SlotSum) -> SlotSum? {
    var turned = SlotSum(.zero)
    guard let constant = try? Rational.zero.subtracting(other.constant) else { return nil }
    turned.constant = constant
    turned.positive = other.negative
    turned.negative = other.positive
    turned.isComputed = other.isComputed
    return subtracting(turned)
  }

  private static func cancelled(
    _ added: [Int32], _ taken: [Int32]
  ) -> (added: [Int32], taken: [Int32], isCancelled: Bool) {
    var added = added.filter { $0 >= 0 }
    var rest: [Int32] = []
    var isCancelled = false
    for slot in taken where slot >= 0 {
      if let same = added.firstIndex(of: slot) {
        added.remove(at: same)
        isCancelled = true
      } else {
        rest.append(slot)
      }
    }
    return (added, rest, isCancelled)
  }
}
