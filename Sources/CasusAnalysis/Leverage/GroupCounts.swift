internal import CasusEngine

/// How many groups of each size a function of groups holds for, from each of its decisions on.
struct GroupCounts {
  let list: DecisionList
  /// How many variables there are: those of the list are numbered below this, in the order in which it asks them.
  let playerCount: Int
  /// For each decision, by size: groups among its player and those behind.
  private(set) var counts: [[BigNatural]]

  init(_ list: DecisionList, playerCount: Int) {
    self.list = list
    self.playerCount = playerCount
    counts = Array(repeating: [], count: list.decisions.count)
    for number in list.decisions.indices.reversed() {
      let decision = list.decisions[number]
      let without = sizes(of: decision.low, from: decision.variable + 1)
      let with = sizes(of: decision.high, from: decision.variable + 1)
      counts[number] = (0...without.count).map { size in
        (size < without.count ? without[size] : 0) + (size > 0 ? with[size - 1] : 0)
      }
    }
  }

  /// By size, the groups among the players from a rank on for which the function holds where an edge leads.
  func sizes(of target: DecisionList.Target, from rank: Int) -> [BigNatural] {
    var sizes: [BigNatural]
    var first = playerCount
    switch target {
    case .constant(let truth): sizes = [truth ? 1 : 0]
    case .decision(let number):
      sizes = counts[number]
      first = list.decisions[number].variable
    }
    // Whoever is not asked may join or not.
    for _ in rank..<max(rank, first) {
      sizes = (0...sizes.count).map { size in
        (size < sizes.count ? sizes[size] : 0) + (size > 0 ? sizes[size - 1] : 0)
      }
    }
    return sizes
  }

  /// Whether there is a group of a size, where ``sizes(of:from:)`` tells how many.
  func has(groupOf size: Int, behind target: DecisionList.Target, from rank: Int) -> Bool {
    switch target {
    case .constant(let truth): return truth && 0...playerCount - rank ~= size
    case .decision(let number):
      // Those who are not asked make up for what is missing.
      let free = list.decisions[number].variable - rank
      let (least, greatest) = (max(0, size - free), min(size, counts[number].count - 1))
      return least <= greatest && (least...greatest).contains { !counts[number][$0].isZero }
    }
  }
}
