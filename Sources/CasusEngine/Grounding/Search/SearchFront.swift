/// The members that a search has reached, and those from which it still has to go on.
///
/// Those that certainly hold go first: so each is gone on from once, with all that it will be.
///
/// It owns its memory: a member is reached so often that even to ask whether an array is one's own would show. Members are
/// below ``count``, which whoever makes a ``SearchPlan`` sees to.
struct SearchFront: ~Copyable {
  let count: Int
  private let reached: UnsafeMutablePointer<Strength>
  /// Of those that certainly hold, each once, those that are to be gone on from.
  private let held: UnsafeMutablePointer<Int32>
  private var heldCount = 0
  private var open: [Int32] = []
  private(set) var hasOpen = false

  init(count: Int) {
    self.count = count
    reached = .allocate(capacity: max(1, count))
    reached.initialize(repeating: .fails, count: count)
    held = .allocate(capacity: max(1, count))
  }

  deinit {
    reached.deallocate()
    held.deallocate()
  }

  /// How far each member was reached.
  var strengths: UnsafeBufferPointer<Strength> { UnsafeBufferPointer(start: reached, count: count) }

  subscript(member: Int) -> Strength { reached[member] }

  @inline(__always)
  mutating func reach(_ member: Int, _ strength: Strength) {
    guard strength > reached[member] else { return }
    reached[member] = strength
    if strength == .holds {
      held[heldCount] = Int32(truncatingIfNeeded: member)
      heldCount &+= 1
    } else {
      open.append(Int32(truncatingIfNeeded: member))
    }
  }

  /// Goes on along steps without conditions to be grounded until nothing more is reached; returns at how many cases of facts
  /// it looked.
  mutating func follow(_ steps: [SearchPlan.Step]) -> Int {
    if steps.count == 1 { return follow(steps[0]) }
    var looked = 0
    while let (member, strength) = next() {
      for step in steps {
        looked += step.withCases { cases in follow(cases, step.rows.range(of: member), from: member, strength) }
      }
    }
    return looked
  }

  /// The same along one step: what a loop reads over and over is not fetched from it each time.
  private mutating func follow(_ step: SearchPlan.Step) -> Int {
    step.withCases { cases in
      var looked = 0
      while let (member, strength) = next() {
        looked += follow(cases, step.rows.range(of: member), from: member, strength)
      }
      return looked
    }
  }

  @inline(__always)
  private mutating func follow(
    _ cases: SearchPlan.Step.Cases, _ range: Range<Int>, from member: Int, _ strength: Strength
  ) -> Int {
    let most = cases.middleLimits.isEmpty ? strength : min(strength, cases.middleLimits[member])
    for place in range {
      let other = Int(cases.others[place])
      // Most are reached already.
      if most <= self[other] { continue }
      let limit = cases.limits.isEmpty ? Strength.holds : cases.limits[other]
      reach(other, min(most, min(limit, Strength(cases.states[place]))))
    }
    return range.count + 1
  }

  @inline(__always)
  mutating func next() -> (member: Int, strength: Strength)? {
    if heldCount > 0 {
      heldCount &-= 1
      return (Int(held[heldCount]), .holds)
    }
    while let member = open.popLast() {
      if self[Int(member)] == .open {
        hasOpen = true
        return (Int(member), .open)
      }
    }
    return nil
  }
}

extension SearchPlan.Step {
  /// What a search reads at every case of the fact; limits are empty where there are none.
  struct Cases {
    let others: UnsafeBufferPointer<Int32>
    let states: UnsafeBufferPointer<FactRelation.State>
    let limits: UnsafeBufferPointer<Strength>
    let middleLimits: UnsafeBufferPointer<Strength>
  }

  fileprivate func withCases(_ body: (Cases) -> Int) -> Int {
    rows.others.withUnsafeBufferPointer { others in
      rows.states.withUnsafeBufferPointer { states in
        (limits ?? []).withUnsafeBufferPointer { limits in
          (middleLimits ?? []).withUnsafeBufferPointer { middleLimits in
            body(Cases(others: others, states: states, limits: limits, middleLimits: middleLimits))
          }
        }
      }
    }
  }
}
