internal import CasusEngine

extension SetFamilies {
  /// The sets of a family, those with fewest elements first, so many at most; of one size, those with lesser elements.
  func smallest(of family: Family, maximumCount: Int) -> [[Int]] {
    var search = Enumeration()
    search.add(family, behind: -1, size: 0, in: self)
    var found: [[Int]] = []
    while found.count < maximumCount, let start = search.next() {
      if let (element, without, with) = split(start.family) {
        search.add(without, behind: start.prefix, size: start.size, in: self)
        let prefix = search.prefix(element, behind: start.prefix)
        search.add(with, behind: prefix, size: start.size + 1, in: self)
      } else {
        found.append(search.elements(of: start))
      }
    }
    return found
  }

  /// How many sets a family has.
  func count(of family: Family) -> BigNatural {
    // Every family has a greater number than those that it is made of.
    var counts: [BigNatural] = [0, 1]
    while counts.count <= family.number {
      guard let (_, without, with) = split(Family(number: Int32(truncatingIfNeeded: counts.count))) else { break }
      counts.append(counts[Int(without.number)] + counts[Int(with.number)])
    }
    return counts[Int(family.number)]
  }
}

/// A search that always goes on from where the smallest set can still be found. Every start leads to a set: no family
/// but none is empty, and none is never added.
private struct Enumeration {
  struct Start {
    var family: SetFamilies.Family
    /// The elements so far, as the number of a link; -1: none.
    var prefix: Int
    var size: Int
    /// The start that leads to a set as small and was added before, by number; -1: none.
    var next = -1
  }
  private var starts: [Start] = []
  /// By the size of the smallest set that each leads to, the start added last.
  private var waiting: [Int] = []
  private var size = 0
  private var links: [(element: Int, before: Int)] = []

  mutating func add(_ family: SetFamilies.Family, behind prefix: Int, size: Int, in families: borrowing SetFamilies) {
    if family == .none { return }
    let least = size + families.leastSize(of: family)
    while waiting.count <= least { waiting.append(-1) }
    starts.append(Start(family: family, prefix: prefix, size: size, next: waiting[least]))
    waiting[least] = starts.count - 1
  }

  mutating func next() -> Start? {
    while size < waiting.count {
      if waiting[size] >= 0 {
        let start = starts[waiting[size]]
        waiting[size] = start.next
        return start
      }
      size += 1
    }
    return nil
  }

  mutating func prefix(_ element: Int, behind prefix: Int) -> Int {
    links.append((element, prefix))
    return links.count - 1
  }

  func elements(of start: Start) -> [Int] {
    var elements = Array(repeating: 0, count: start.size)
    var link = start.prefix
    for place in elements.indices.reversed() where link >= 0 {
      elements[place] = links[link].element
      link = links[link].before
    }
    return elements
  }
}
