import AllocationCount

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a piece of work took in processor time, and what came of it.
struct Measured {
  var seconds: Double
  var allocations: Int
  var result: String

  init(_ body: () throws -> String) rethrows {
    let (before, start) = (allocation_count(), Self.processorTime())
    result = try body()
    seconds = Self.processorTime() - start
    allocations = allocation_count() - before
  }

  /// The median of some runs behind one that warms up; all must come to the same.
  static func median(of rounds: Int, _ run: () throws -> Measured) rethrows -> Measured {
    var median = try run()
    var seconds: [Double] = []
    for _ in 0..<rounds {
      let next = try run()
      precondition(next.result == median.result, "\(next.result), before \(median.result)")
      median.allocations = next.allocations
      seconds.append(next.seconds)
    }
    if !seconds.isEmpty { median.seconds = seconds.sorted()[seconds.count / 2] }
    return median
  }

  static func row(_ name: String, _ facts: Int, _ measured: Measured) -> String {
    let microseconds = Int((measured.seconds * 1e6).rounded())
    let fraction = String(1_000 + microseconds % 1_000).dropFirst()
    let result = measured.result.prefix(60)
    return "| \(name) | \(facts) | \(microseconds / 1_000).\(fraction) | \(measured.allocations) | \(result) |"
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
