import CasusSemantics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The only reading of the clock.
enum Clock {
  /// The first minute of this day, in UTC.
  static var today: Moment { (Moment(minutes: Int64(time(nil)) / 60) ?? .latest).startOfDay }
}
