internal import CasusSemantics

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A point in time, to the minute, in UTC; or *never*, which is later than every date.
///
/// ```swift
/// try Moment.day(2024, 6, 19)                 // its first minute
/// try Moment("2024-06-19T14:30+09:00")        // 05:30 in UTC
/// try Moment(.now)                            // seconds are cut off
/// ```
public struct Moment: Hashable, Comparable, Sendable {
  let moment: CasusSemantics.Moment

  init(_ moment: CasusSemantics.Moment) { self.moment = moment }

  /// Reads `2024-06-19`, `2024-06-19T05:30Z` or `2024-06-19T14:30+09:00`.
  ///
  /// - Throws: `impossibleValue` where no calendar or clock has it.
  public init(_ text: String) throws(CasusError) {
    do {
      moment = try CasusSemantics.Moment(text: text)
    } catch {
      throw CasusError(.impossibleValue, "`\(text)` is no date: write 2024-06-19 or 2024-06-19T05:30Z")
    }
  }

  /// The minute in which a date of Foundation lies.
  ///
  /// - Throws: `impossibleValue` before the year 1 and after the year 9999.
  public init(_ date: Date) throws(CasusError) {
    let minutes = (date.timeIntervalSince1970 / 60).rounded(.down)
    guard let whole = Int64(exactly: minutes), let moment = CasusSemantics.Moment(minutes: whole) else {
      throw CasusError(.impossibleValue, "dates go from the year 1 to the year 9999")
    }
    self.moment = moment
  }

  /// The first minute of a day in UTC.
  ///
  /// - Throws: `impossibleValue` where no calendar has the day; years go from 1 to 9999.
  public static func day(_ year: Int, _ month: Int, _ day: Int) throws(CasusError) -> Moment {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw CasusError(.impossibleValue, "no calendar has the day \(year)-\(month)-\(day)")
    }
    return Moment(CasusSemantics.Moment(date))
  }

  /// Later than every date: when something happens that never does.
  public static var never: Moment { Moment(.never) }

  /// Whether it is *never*.
  public var isNever: Bool { moment.isNever }

  /// As a date of Foundation; nil for *never*.
  public var date: Date? {
    isNever ? nil : Date(timeIntervalSince1970: Double(moment.minutes) * 60)
  }

  /// Whether it is earlier.
  public static func < (left: Moment, right: Moment) -> Bool { left.moment < right.moment }
}

/// In texts and in JSON a moment is written in ISO 8601: `2024-06-19` for midnight in UTC, else `2024-06-19T05:30Z`, or
/// `never`.
extension Moment: CustomStringConvertible, Codable {
  /// In ISO 8601, or `never`.
  public var description: String { moment.description }

  /// Reads what ``description`` writes.
  ///
  /// - Throws: `DecodingError` where it is no date.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text == "never" || (try? Moment(text)) != nil else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is no date")
    }
    self = text == "never" ? .never : try Moment(text)
  }

  /// Writes ``description``.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
