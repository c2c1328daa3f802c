import CasusDiagnostics
import Testing

@Suite struct EditDistanceTests {
  static let distances: [(left: String, right: String, distance: Int)] = [
    ("", "", 0), ("a", "", 1), ("treaty", "treaty", 0), ("treaty", "trety", 1), ("treaty", "traety", 1),
    ("treaty", "entreaty", 2), ("kitten", "sitting", 3), ("ab", "ba", 1), ("로씨야", "로시야", 1),
  ]

  @Test(arguments: distances.indices)
  func distanceIsThatOfTheFewestChanges(_ index: Int) {
    let (left, right, distance) = Self.distances[index]
    for limit in 0...5 {
      let expected = distance <= limit ? distance : nil
      #expect(editDistance(Array(left), Array(right), limit: limit) == expected)
      #expect(editDistance(Array(right), Array(left), limit: limit) == expected)
    }
  }

  @Test func nearestIsWhatWasMeantOrNothing() {
    let words = ["treaty", "entity", "event", "fact", "rule", "a"]
    #expect(nearest(to: "trety", among: words) == "treaty")
    #expect(nearest(to: "entiyt", among: words) == "entity")
    #expect(nearest(to: "evnet", among: words) == "event")
    #expect(nearest(to: "fcat", among: words) == "fact")
    #expect(nearest(to: "rule", among: words) == nil, "a word is not its own suggestion")
    #expect(nearest(to: "something", among: words) == nil)
    #expect(nearest(to: "b", among: words) == nil, "of single letters any is like any other")
    #expect(nearest(to: "facx", among: ["fact", "face"]) == "fact", "of equals the first")
    #expect(nearest(to: String(repeating: "x", count: 1_000_000), among: words) == nil)
    #expect(nearest(to: "", among: words) == nil)
  }
}
