import Foundation

/// How many random programs the properties try: few in an ordinary test run, many where the environment says so.
enum PropertySettings {
  static var count: Int { number("CASUS_PROPERTY_COUNT") ?? 150 }
  static var firstSeed: UInt64 { UInt64(number("CASUS_PROPERTY_SEED") ?? 1) }
  static var seeds: Range<UInt64> { firstSeed..<(firstSeed + UInt64(count)) }
  /// Whether to say how many questions were asked, and of what kind.
  static var isTalkative: Bool { number("CASUS_PROPERTY_COUNT") != nil }

  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }
}
