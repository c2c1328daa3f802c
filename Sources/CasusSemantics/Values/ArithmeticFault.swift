/// Why an operation on values has no result.
///
/// A fault is never turned into a wrapped, rounded or unknown value: whoever asked for the operation has to say what
/// becomes of it.
package enum ArithmeticFault: Error, Hashable, Sendable {
  /// The result is exact, but lies outside what a number, a date or a duration can hold.
  case overflow
  case divisionByZero
  /// Days were measured against months, whose length depends on where they are counted from.
  case incomparableDurations
  /// *Never* is no date, so nothing is a duration away from it.
  case distanceToNever
}
