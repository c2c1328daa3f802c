/// The moments at which one of many courses changes, and what each of these is between them: a lane for each moment, which
/// goes up to the next.
struct ChangeTable: Sendable {
  /// In minutes, in order: where the time looked at begins, and each change behind that.
  private(set) var minutes: [Int64]
  /// What each course is in the first lane.
  private(set) var firstStates: [TruthCourse.State] = []
  /// In which lanes courses change, and to what: of course `c` from `starts[c]` up to `starts[c + 1]`, in order.
  private(set) var starts: [Int] = [0]
  private(set) var lanes: [Int32] = []
  private(set) var states: [TruthCourse.State] = []

  /// How many changes a table has at most, and how far one lies behind its beginning: both stand in one word while they are
  /// put in order.
  private static let positionBits: UInt64 = 30
  private static let digitBits: UInt64 = 12

  /// - Parameters:
  ///   - start: the first minute that is looked at; what changes at it has changed.
  ///   - end: the first minute that is looked at no longer.
  /// Nil where there are too many changes.
  init?(_ courses: [TruthCourse], from start: Int64, until end: Int64) {
    minutes = [start]
    var keys: [UInt64] = []
    for course in courses {
      var first = course.first
      for change in course.changes where change.minutes < end {
        if change.minutes <= start {
          first = change.state
        } else {
          let distance = UInt64(bitPattern: change.minutes &- start)
          keys.append(distance << Self.positionBits | UInt64(truncatingIfNeeded: states.count))
          states.append(change.state)
        }
      }
      firstStates.append(first)
      starts.append(states.count)
    }
    let (span, overflow) = end.subtractingReportingOverflow(start)
    guard !overflow, span >= 0, span < 1 << 34, states.count < 1 << Self.positionBits else { return nil }
    Self.sort(&keys, upTo: UInt64(bitPattern: span) << Self.positionBits)
    lanes = Array(repeating: 0, count: keys.count)
    var last = start
    for key in keys {
      let minute = start &+ Int64(bitPattern: key >> Self.positionBits)
      if minute != last { minutes.append(minute) }
      last = minute
      let position = Int(truncatingIfNeeded: key & (1 << Self.positionBits - 1))
      lanes[position] = Int32(truncatingIfNeeded: minutes.count - 1)
    }
  }

  /// Puts keys in the order of their moments, digit by digit.
  private static func sort(_ keys: inout [UInt64], upTo greatest: UInt64) {
    var other = keys
    var shift = positionBits
    while greatest >> shift != 0 {
      keys.withUnsafeBufferPointer { keys in
        other.withUnsafeMutableBufferPointer { other in distribute(keys, by: shift, to: other) }
      }
      swap(&keys, &other)
      shift += digitBits
    }
  }

  /// Puts keys in the order of one digit; those in which it is the same stay as they are.
  private static func distribute(
    _ keys: UnsafeBufferPointer<UInt64>, by shift: UInt64, to other: UnsafeMutableBufferPointer<UInt64>
  ) {
    let mask: UInt64 = 1 << digitBits - 1
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1 << Int(digitBits)) { places in
      places.initialize(repeating: 0)
      for key in keys { places[Int(truncatingIfNeeded: key &>> shift & mask)] &+= 1 }
      var place: Int32 = 0
      for digit in places.indices {
        let count = places[digit]
        places[digit] = place
        place &+= count
      }
      for key in keys {
        let digit = Int(truncatingIfNeeded: key &>> shift & mask)
        other[Int(places[digit])] = key
        places[digit] &+= 1
      }
    }
  }
}
