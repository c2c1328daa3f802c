internal import CasusSemantics

extension LaneAlgebra {
  package mutating func advance() {
    guard var moments else { return }
    moments.first += lanes.count
    let all = moments.timeline.moments
    let end = min(moments.first + 64, all.count)
    lanes = moments.first < end ? all[moments.first..<end].map { Lane(view: moments.view, moment: $0) } : []
    self.moments = moments
  }

  // MARK: Conditions

  package func previous(_ child: Truth<UInt64>, before: Truth<UInt64>?) -> Truth<UInt64> {
    func shifted(_ plane: PlaneName) -> UInt64 { (child[plane] << 1 | (before?[plane] ?? 0) >> 63) & all }
    return Truth(certain: shifted(.certain), possible: shifted(.possible), fault: shifted(.fault))
  }

  package func once(_ child: Truth<UInt64>, before: Truth<UInt64>?) -> Truth<UInt64> {
    func spread(_ plane: PlaneName) -> UInt64 {
      run(trigger: child[plane] | (before?[plane] ?? 0) >> 63, holding: all)
    }
    let certain = spread(.certain)
    return Truth(certain: certain, possible: spread(.possible), fault: spread(.fault) & ~certain)
  }

  package func since(_ trigger: Truth<UInt64>, _ holding: Truth<UInt64>, before: Truth<UInt64>?) -> Truth<UInt64> {
    func run(_ plane: PlaneName) -> UInt64 {
      self.run(trigger: trigger[plane] | (before?[plane] ?? 0) >> 63, holding: holding[plane])
    }
    let certain = run(.certain)
    let possible = run(.possible)
    let failing = trigger.fault | holding.fault | (before?.fault ?? 0) >> 63
    return Truth(certain: certain, possible: possible, fault: self.run(trigger: failing, holding: possible) & ~certain)
  }

  /// Where something has held without a break since a lane in which it was triggered: each step of the loop joins
  /// stretches of twice the length.
  private func run(trigger: UInt64, holding: UInt64) -> UInt64 {
    var reached = trigger & holding
    var unbroken = holding
    for distance in [1, 2, 4, 8, 16, 32] as [UInt64] {
      reached |= unbroken & reached << distance
      unbroken &= unbroken << distance
    }
    return reached
  }

  package mutating func occurs(_ input: InputID) -> Truth<UInt64> {
    let table = events(of: input)
    let bounds = lanes.indices.map { minutes(of: $0) }
    let certain = plane { table.certainlyOccurs(from: bounds[$0].first, to: bounds[$0].last) }
    let possible = plane { table.mayOccur(from: bounds[$0].first, to: bounds[$0].last) }
    return Truth(certain: certain, possible: possible | certain, fault: 0)
  }

  package mutating func eventWindow(_ test: WindowTest, _ input: InputID, _ bound: [LaneValue]) -> Truth<UInt64> {
    let table = events(of: input)
    let fault = plane { bound[$0].mayFault }
    let certain = plane { table.certainly(test, bound[$0].range, by: lanes[$0].moment.minutes) } & ~fault
    let possible = plane { table.possibly(test, bound[$0].range, by: lanes[$0].moment.minutes) }
    return Truth(certain: certain, possible: possible | fault | certain, fault: fault)
  }

  /// The first minute of a lane and the last; all before the second lane is in the first. Lane -1 is the last of the
  /// block before.
  func minutes(of lane: Int) -> (first: Int64, last: Int64) {
    guard let moments else { return (lanes[lane].moment.minutes, lanes[lane].moment.minutes) }
    let number = moments.first + lane
    let first = number == 0 ? .min : moments.timeline.moments[number].minutes
    return (first, moments.timeline.lastMinute(of: number).minutes)
  }
}
