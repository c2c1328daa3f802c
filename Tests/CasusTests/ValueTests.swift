import Casus
import Foundation
import Testing

/// Numbers, dates and durations as a host makes them.
@Suite struct ValueTests {
  @Test func fractionsAreExact() throws {
    #expect(try Fraction("0.1").denominator == 10)
    #expect(try Fraction(4, over: -6) == Fraction("-2/3"))
    #expect(try Fraction(2, over: 3).description == "2/3" && Fraction(5).integer == 5)
    #expect(try Fraction(1, over: 3) < Fraction("0.334"))
    for text in ["", "x", "1/0", "1e400", "9223372036854775808", "1/2/3"] {
      #expect(throws: CasusError.self, "\(text)") { try Fraction(text) }
    }
    #expect(throws: CasusError.self) { try Fraction(.min, over: -1) }
    let coded = try JSONDecoder().decode([Fraction].self, from: Data(#"[3, "2/3", "0.5"]"#.utf8))
    #expect(coded.map { $0.description } == ["3", "2/3", "0.5"])
    #expect(try JSONDecoder().decode([Fraction].self, from: JSONEncoder().encode(coded)) == coded)
  }

  @Test func momentsAreMinutesInUTC() throws {
    #expect(try Moment("2024-06-19T14:30+09:00") == Moment("2024-06-19T05:30Z"))
    #expect(try Moment.day(2024, 6, 19).description == "2024-06-19")
    #expect(try Moment(Date(timeIntervalSince1970: 119)) == Moment("1970-01-01T00:01Z"))
    #expect(try Moment(Date(timeIntervalSince1970: -1)) == Moment("1969-12-31T23:59Z"))
    #expect(try Moment.day(1970, 1, 2).date == Date(timeIntervalSince1970: 86_400))
    #expect(try Moment.day(9999, 12, 31) < Moment.never && Moment.never.date == nil && Moment.never.isNever)
    for wrong in [(0, 1, 1), (2023, 2, 29), (2024, 13, 1), (2024, 1, 0), (.max, .max, .max)] {
      #expect(throws: CasusError.self) { try Moment.day(wrong.0, wrong.1, wrong.2) }
    }
    for date in [Date.distantFuture.addingTimeInterval(1e14), Date(timeIntervalSince1970: .nan)] {
      #expect(throws: CasusError.self) { try Moment(date) }
    }
    let moments = [try Moment("2024-06-19T05:30Z"), .never]
    #expect(try JSONDecoder().decode([Moment].self, from: JSONEncoder().encode(moments)) == moments)
    #expect(throws: (any Error).self) { try JSONDecoder().decode(Moment.self, from: Data(#""soon""#.utf8)) }
  }

  @Test func durationsRememberHowTheyWereTold() throws {
    let days = try CalendarDuration(2, .day)
    let hours = try CalendarDuration(48, .hour)
    #expect(days.minutes == hours.minutes && days != hours && days.months == nil)
    #expect(try CalendarDuration(1, .year).months == 12 && CalendarDuration(1, .year).description == "1 year")
    #expect(throws: CasusError.self) { try CalendarDuration(.max, .week) }
  }
}
