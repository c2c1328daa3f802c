import CasusSemantics
import Testing

/// A table of positions against a dictionary that keeps what stands there.
@Suite struct PositionTableTests {
  /// Few different hashes, so that searches run into one another.
  private static func hash(_ element: Int) -> Int { element % 7 &* 0x9E37_79B9 }

  @Test(arguments: 1...60)
  func positionsAreFoundAsInADictionary(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var elements: [Int] = []
    var table = PositionTable()
    var first: [Int: Int32] = [:]
    func check() {
      for element in 0..<80 {
        let found = table.position(Self.hash(element)) { elements[Int($0)] == element }
        #expect(found == first[element])
      }
    }
    for _ in 0..<200 {
      let element = Int.random(in: 0..<80, using: &random)
      let position = Int32(elements.count)
      elements.append(element)
      if seed.isMultiple(of: 2) {
        let known = table.put(position, hash: Self.hash(element)) { [elements] in elements[Int($0)] == element }
        #expect(known == first[element])
      } else if let known = first[element] {
        table.replace(known, by: position, hash: Self.hash(element))
      } else {
        table.insert(position, hash: Self.hash(element))
      }
      first[element] = position
    }
    check()
  }

  @Test(arguments: 1...60)
  func whatWasPutInLastIsTakenOutAgain(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let elements = (0..<60).map { $0 }.shuffled(using: &random)
    var table = PositionTable()
    for position in 0..<30 { table.insert(Int32(position), hash: Self.hash(elements[position])) }
    table.reserve(30)
    for position in 30..<60 { table.insert(Int32(position), hash: Self.hash(elements[position])) }
    for position in (30..<60).reversed() { table.removeLast(Int32(position), hash: Self.hash(elements[position])) }
    for (position, element) in elements.enumerated() {
      let found = table.position(Self.hash(element)) { elements[Int($0)] == element }
      #expect(found == (position < 30 ? Int32(position) : nil))
    }
  }
}
