internal import CasusSemantics

/// A length of time: of a fixed number of minutes, or by the calendar in months.
///
/// `48 hours` and `2 days` are equally long, yet a deadline in days runs to the end of its last day, and one in hours to
/// its minute; so a duration remembers how it was told.
///
/// ```swift
/// let notice = try CalendarDuration(6, .month)
/// ```
public struct CalendarDuration: Hashable, Sendable, CustomStringConvertible {
  /// In what a duration is told.
  public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    /// Of a fixed length, to the minute.
    case minute, hour
    /// Of a fixed length, in whole days.
    case day, week
    /// As long as the calendar makes them.
    case month, year
  }

  let duration: CasusSemantics.CalendarDuration

  init(_ duration: CasusSemantics.CalendarDuration) { self.duration = duration }

  /// So many units.
  ///
  /// - Throws: `impossibleValue` where the minutes, or months, do not fit in 64 bits.
  public init(_ count: Int, _ unit: Unit) throws(CasusError) {
    let known = CasusSemantics.CalendarDuration.Unit(name: unit.rawValue) ?? .minute
    do {
      duration = try CasusSemantics.CalendarDuration(Int64(count), known)
    } catch {
      throw CasusError(.impossibleValue, "\(count) \(unit.rawValue)s do not fit")
    }
  }

  /// The minutes; nil where the calendar decides how many there are.
  public var minutes: Int? { duration.isInMonths ? nil : Int(duration.amount) }
  /// The months; nil for what has a fixed length.
  public var months: Int? { duration.isInMonths ? Int(duration.amount) : nil }

  /// As the language writes it: `36 hours`, `2 days`, `1 year`.
  public var description: String { duration.description }
}
