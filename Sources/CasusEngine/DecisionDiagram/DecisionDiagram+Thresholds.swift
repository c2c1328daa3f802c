extension DecisionDiagram {
  /// A function that counts for so much where it holds.
  package struct Weighted: Sendable {
    package var function: Edge
    /// Above zero.
    package var weight: Int

    package init(_ function: Edge, weight: Int) {
      self.function = function
      self.weight = weight
    }
  }

  /// Where at least so many of the functions hold; one that is named twice counts twice.
  ///
  /// For n variables the result has at most n × `threshold` decisions, where a disjunction of all sufficient sets would
  /// have more terms than anybody could write.
  package mutating func atLeast(
    _ threshold: Int, of functions: [Edge]
  ) throws(DecisionDiagramError) -> Edge {
    try atLeast(threshold, of: functions.map { Weighted($0, weight: 1) })
  }

  /// Where the functions that hold weigh at least so much together. Sums of the weights must not overflow.
  ///
  /// Functions are decided one after the other, and of each only the sums that are still wanted are worked out: from
  /// the last that is decided down, which sums matter; then up again, where they are reached.
  package mutating func atLeast(
    _ threshold: Int, of items: [Weighted]
  ) throws(DecisionDiagramError) -> Edge {
    let items = inJoiningOrder(items)
    var greatest = [0]
    for item in items { greatest.append(greatest[greatest.count - 1] + item.weight) }
    func settled(_ sum: Int, ofFirst count: Int) -> Edge? {
      sum <= 0 ? .true : sum > greatest[count] ? .false : nil
    }
    var wanted = Array(repeating: Set<Int>(), count: items.count + 1)
    wanted[items.count] = [threshold]
    var stateCount = 0
    for count in items.indices.reversed() {
      for sum in wanted[count + 1] where settled(sum, ofFirst: count + 1) == nil {
        wanted[count].formUnion([sum, sum - items[count].weight])
      }
      stateCount += wanted[count].count
      if stateCount > limits.maximumOperations - operationCount || limits.shouldStop() { throw .operationLimit }
    }
    // By sum: where the first few reach it.
    var reached: [Int: Edge] = [:]
    for count in wanted.indices {
      var next: [Int: Edge] = [:]
      for sum in wanted[count].sorted() {
        if let edge = settled(sum, ofFirst: count) {
          next[sum] = edge
        } else if count > 0, let with = reached[sum - items[count - 1].weight], let without = reached[sum] {
          next[sum] = try ifThenElse(items[count - 1].function, with, without)
        }
      }
      reached = next
    }
    return reached[threshold] ?? .false
  }

  /// For each sum that the functions can weigh together, where they weigh just that; ascending. Nil for too many sums.
  package mutating func distribution(
    of items: [Weighted], maximumCount: Int
  ) throws(DecisionDiagramError) -> [(sum: Int, holds: Edge)]? {
    var exactly: [Int: Edge] = [0: .true]
    for item in inJoiningOrder(items) {
      var next: [Int: Edge] = [:]
      for sum in Set(exactly.keys).union(exactly.keys.map { $0 + item.weight }).sorted() {
        let (with, without) = (exactly[sum - item.weight] ?? .false, exactly[sum] ?? .false)
        let edge = try ifThenElse(item.function, with, without)
        if edge != .false { next[sum] = edge }
      }
      if next.count > maximumCount { return nil }
      exactly = next
    }
    return exactly.keys.sorted().compactMap { sum in exactly[sum].map { (sum, $0) } }
  }

  private func inJoiningOrder(_ items: [Weighted]) -> [Weighted] {
    items.sorted { left, right in
      let (first, second) = (level(of: left.function), level(of: right.function))
      // Among those decided together the heavy ones last, so that they are decided first and settle most.
      return first == second ? left.weight < right.weight : first > second
    }
  }
}
