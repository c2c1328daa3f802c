import CasusEngine
import Testing

@testable import CasusAnalysis

/// Families of sets against sets of sets, in numbers that make their tables grow.
@Suite struct SetFamiliesTests {
  private struct Twin {
    var family: SetFamilies.Family
    var sets: Set<Set<Int>>
  }

  @Test(arguments: 0..<4)
  func operationsAreThoseOfSets(_ seed: Int) throws {
    var random = SplitMix(seed: seed)
    func pick(_ bound: Int) -> Int { Int(random.next(upperBound: UInt64(bound))) }
    var families = SetFamilies(maximumNodes: 100_000)
    var twins = [Twin(family: .none, sets: []), Twin(family: .unit, sets: [[]])]
    for _ in 0..<30 {
      let sets = Set((0..<60).map { _ in Set((0..<1 + pick(5)).map { _ in pick(12) }) })
      twins.append(Twin(family: try family(of: sets, in: &families), sets: sets))
    }
    for _ in 0..<120 {
      let (left, right) = (twins[pick(twins.count)], twins[pick(twins.count)])
      let union = try families.union(left.family, right.family)
      let difference = try families.difference(left.family, right.family)
      // Equal families are equal numbers.
      let expectedUnion = try family(of: left.sets.union(right.sets), in: &families)
      let expectedDifference = try family(of: left.sets.subtracting(right.sets), in: &families)
      #expect(union == expectedUnion && difference == expectedDifference)
      twins.append(Twin(family: union, sets: left.sets.union(right.sets)))
      twins.append(Twin(family: difference, sets: left.sets.subtracting(right.sets)))
    }
    let nodeCount = families.nodeCount
    #expect(nodeCount > 1_000)
    for twin in twins { check(twin, in: families) }
  }

  private func check(_ twin: Twin, in families: borrowing SetFamilies) {
    let count = families.count(of: twin.family)
    #expect(count == BigNatural(UInt64(twin.sets.count)))
    let listed = families.smallest(of: twin.family, maximumCount: .max)
    #expect(listed.allSatisfy { zip($0, $0.dropFirst()).allSatisfy { $0 < $1 } })
    #expect(listed.map { $0.count } == listed.map { $0.count }.sorted())
    #expect(listed.count == twin.sets.count && Set(listed.map { Set($0) }) == twin.sets)
    let first = families.smallest(of: twin.family, maximumCount: 3)
    #expect(first == Array(listed.prefix(3)))
  }

  /// The family built from its first element down, by no operation.
  private func family(of sets: Set<Set<Int>>, in families: inout SetFamilies) throws -> SetFamilies.Family {
    guard let first = sets.compactMap({ $0.min() }).min() else { return sets.isEmpty ? .none : .unit }
    let with = try family(of: Set(sets.filter { $0.contains(first) }.map { $0.subtracting([first]) }), in: &families)
    let without = try family(of: sets.filter { !$0.contains(first) }, in: &families)
    return try families.family(first, without: without, with: with)
  }
}
