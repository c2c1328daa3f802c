/// Why a text is no date.
package enum MomentTextFault: Error, Hashable, Sendable {
  /// It is not written `2024-06-19`, `2024-06-19T05:30Z` or `2024-06-19T14:30+09:00`.
  case malformed
  /// Years go from 0001 to 9999.
  case noSuchYear
  case noSuchMonth
  /// The month has no such day.
  case noSuchDay
  case noSuchHour
  case noSuchMinute
  /// Offsets from UTC go up to 23:59.
  case noSuchOffset
  /// The offset moves it out of the years 0001 to 9999.
  case outOfRange
}

extension Moment {
  /// Reads a date or a date with a time; a date alone is its first minute in UTC.
  package init(text: String) throws(MomentTextFault) {
    let fields = FixedFields(text)
    guard
      let year = fields.number(at: 0, digits: 4), fields.has("-", at: 4),
      let month = fields.number(at: 5, digits: 2), fields.has("-", at: 7),
      let day = fields.number(at: 8, digits: 2)
    else { throw .malformed }
    let time = try TimeOfDay(fields)
    guard CalendarDate.years.contains(year) else { throw .noSuchYear }
    guard 1...12 ~= month else { throw .noSuchMonth }
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay }
    let minutes = try Moment(date).minutes + time.minutesAfterMidnight()
    guard let moment = Moment(minutes: minutes) else { throw .outOfRange }
    self = moment
  }
}

/// The part behind the `T`, as written.
private struct TimeOfDay {
  var hour = 0
  var minute = 0
  var offsetSign: Int64 = 0
  var offsetHours = 0
  var offsetMinutes = 0

  init(_ fields: FixedFields) throws(MomentTextFault) {
    if fields.count == 10 { return }
    guard
      fields.has("T", at: 10), let hour = fields.number(at: 11, digits: 2), fields.has(":", at: 13),
      let minute = fields.number(at: 14, digits: 2)
    else { throw .malformed }
    self.hour = hour
    self.minute = minute
    if fields.count == 17, fields.has("Z", at: 16) { return }
    guard
      fields.count == 22, fields.has("+", at: 16) || fields.has("-", at: 16),
      let offsetHours = fields.number(at: 17, digits: 2), fields.has(":", at: 19),
      let offsetMinutes = fields.number(at: 20, digits: 2)
    else { throw .malformed }
    offsetSign = fields.has("+", at: 16) ? 1 : -1
    self.offsetHours = offsetHours
    self.offsetMinutes = offsetMinutes
  }

  /// Minutes after the midnight, in UTC, with which the day written begins; negative where it is the day before.
  func minutesAfterMidnight() throws(MomentTextFault) -> Int64 {
    guard 0...23 ~= hour else { throw .noSuchHour }
    guard 0...59 ~= minute else { throw .noSuchMinute }
    guard 0...23 ~= offsetHours, 0...59 ~= offsetMinutes else { throw .noSuchOffset }
    return Int64(hour * 60 + minute) - offsetSign * Int64(offsetHours * 60 + offsetMinutes)
  }
}

/// A text whose parts stand at known places.
private struct FixedFields {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  var count: Int { bytes.count }

  func has(_ character: Unicode.Scalar, at index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  /// The number written with exactly so many digits, or nil where other characters stand.
  func number(at start: Int, digits: Int) -> Int? {
    guard start + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + digits] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601: `2024-06-19` for midnight in UTC, else `2024-06-19T05:30Z`; or `never`.
  package var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds its ``description`` to a text.
  package func write(to bytes: inout [UInt8]) {
    guard let date = calendarDate, let time = timeOfDay else { return bytes.append(contentsOf: "never".utf8) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 17) { text in
      text.initialize(repeating: UInt8(ascii: "-"))
      writeTwoDigits(date.year / 100, at: 0, of: text)
      writeTwoDigits(date.year % 100, at: 2, of: text)
      writeTwoDigits(date.month, at: 5, of: text)
      writeTwoDigits(date.day, at: 8, of: text)
      text[10] = UInt8(ascii: "T")
      writeTwoDigits(time.hour, at: 11, of: text)
      text[13] = UInt8(ascii: ":")
      writeTwoDigits(time.minute, at: 14, of: text)
      text[16] = UInt8(ascii: "Z")
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<(isMidnight ? 10 : 17)]))
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  package var description: String { Moment(self).description }
}

private func writeTwoDigits(_ number: Int, at position: Int, of text: UnsafeMutableBufferPointer<UInt8>) {
  text[position] = UInt8(truncatingIfNeeded: 48 + number / 10)
  text[position + 1] = UInt8(truncatingIfNeeded: 48 + number % 10)
}
