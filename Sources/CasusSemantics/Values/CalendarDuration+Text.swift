/// Why a text is no duration.
package enum DurationTextFault: Error, Hashable, Sendable {
  /// It is not an integer, a blank and a word.
  case malformed
  /// No unit of time has this name.
  case unknownUnit(String)
  case overflow
}

extension CalendarDuration {
  /// Reads `48 hours`, `1 year`, `1_000 days`, and what ``description`` prints, a leading minus included.
  package init(text: String) throws(DurationTextFault) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .malformed }
    let isNegative = parts[0].utf8.first == UInt8(ascii: "-")
    let count = try CalendarDuration.count(String(isNegative ? parts[0].dropFirst() : parts[0]))
    guard let unit = Unit(name: String(parts[1])) else { throw .unknownUnit(String(parts[1])) }
    do throws(ArithmeticFault) {
      try self.init(isNegative ? -count : count, unit)
    } catch {
      throw .overflow
    }
  }

  private static func count(_ digits: String) throws(DurationTextFault) -> Int64 {
    do throws(NumberTextFault) {
      guard !digits.utf8.contains(UInt8(ascii: ".")), let count = try Rational(literalText: digits).integer
      else { throw .malformed }
      return count
    } catch {
      throw error == .malformed ? .malformed : .overflow
    }
  }
}

extension CalendarDuration.Unit {
  /// The unit of this name, in the singular or the plural.
  package init?(name: String) {
    for unit in CalendarDuration.Unit.allCases where name == unit.name || name == unit.name + "s" {
      self = unit
      return
    }
    return nil
  }

  /// Its name in the singular.
  package var name: String {
    switch self {
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    }
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// In the largest unit that divides it: `36 hours`, `2 days`, `18 months`, `1 year`. What was told in hours stays in
  /// hours and what was told in days or weeks is printed in days, so that reading it again gives the same duration.
  package var description: String {
    let unit: Unit =
      switch measure {
      case .clock: amount % Unit.hour.size == 0 ? .hour : .minute
      case .days: .day
      case .months: amount % Unit.year.size == 0 && amount != 0 ? .year : .month
      }
    let count = amount / unit.size
    return String(count) + " " + unit.name + (count.magnitude == 1 ? "" : "s")
  }
}
