import CasusFormatting
import Testing

/// Differences of random texts: that they lead from one text to the other, and are as short as can be.
@Suite struct LineDifferenceTests {
  private static func split(_ text: String) -> [Substring] { text.map { Substring(String($0)) } }

  @Test func differencesAreWhatChanged() {
    func difference(_ left: String, _ right: String) -> [DifferenceLine] {
      lineDifference(Self.split(left), Self.split(right))
    }
    #expect(difference("", "") == [])
    #expect(difference("a", "a") == [.common(0, 0)])
    #expect(difference("", "a") == [.added(0)])
    #expect(difference("a", "") == [.removed(0)])
    #expect(difference("abc", "axc") == [.common(0, 0), .removed(1), .added(1), .common(2, 2)])
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func differencesLeadFromOneTextToTheOther(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    func text() -> [Substring] { (0..<random.below(14)).map { _ in random.pick(["a", "b", "c", "d"]) } }
    let (left, right) = (text(), text())
    let difference = lineDifference(left, right)
    var positions = (left: 0, right: 0)
    for line in difference {
      switch line {
      case .common(let first, let second):
        #expect(first == positions.left && second == positions.right && left[first] == right[second])
        positions = (positions.left + 1, positions.right + 1)
      case .removed(let first):
        #expect(first == positions.left)
        positions.left += 1
      case .added(let second):
        #expect(second == positions.right)
        positions.right += 1
      }
    }
    #expect(positions == (left.count, right.count))
    let changes = difference.filter { if case .common = $0 { false } else { true } }.count
    #expect(changes == left.count + right.count - 2 * Self.longestCommonPart(left, right), "\(left) \(right)")
    let coarse = lineDifference(left, right, limit: 0)
    #expect(
      coarse.count >= difference.count
        && coarse.filter { if case .removed = $0 { true } else { false } }.count <= left.count)
  }

  /// By the definition, table and all.
  private static func longestCommonPart(_ left: [Substring], _ right: [Substring]) -> Int {
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for (row, one) in left.enumerated() {
      for (column, two) in right.enumerated() {
        lengths[row + 1][column + 1] =
          one == two ? lengths[row][column] + 1 : max(lengths[row][column + 1], lengths[row + 1][column])
      }
    }
    return lengths[left.count][right.count]
  }

  @Test func textsThatDifferALotAreExchanged() {
    let left = (0..<5000).map { Substring("l\($0)") }
    let right = (0..<5000).map { Substring("r\($0)") }
    #expect(lineDifference(["a"] + left + ["z"], ["a"] + right + ["z"]).count == 10_002)
  }
}
