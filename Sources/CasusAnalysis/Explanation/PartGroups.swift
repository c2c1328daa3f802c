import CasusEngine
import CasusSemantics

/// The parts of a derivation in groups: those that depend on one another together, premises before what rests on them.
struct PartGroups {
  /// For each part, its group.
  let group: [Int]
  private let parts: [DerivationPartID]
  /// For each group, where its parts begin; and behind the last one, where they end.
  private let starts: [Int]
  private var isInCircle: [Bool]

  init(_ record: DerivationRecord) {
    group = Graph(record.parts.map { $0.premises.map { $0.index } }).components()
    var starts = [Int](repeating: 0, count: (group.max() ?? -1) + 2)
    for group in group { starts[group + 1] += 1 }
    for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
    var next = starts
    var parts = [DerivationPartID](repeating: DerivationPartID(0), count: group.count)
    for (number, group) in group.enumerated() {
      parts[next[group]] = DerivationPartID(number)
      next[group] += 1
    }
    self.parts = parts
    self.starts = starts
    isInCircle = zip(starts, starts.dropFirst()).map { $1 - $0 > 1 }
    for number in record.parts.indices where record.parts[number].premises.contains(DerivationPartID(number)) {
      isInCircle[group[number]] = true
    }
  }

  var indices: Range<Int> { 0..<isInCircle.count }

  /// The parts of a group, in ascending order.
  subscript(_ group: Int) -> ArraySlice<DerivationPartID> { parts[starts[group]..<starts[group + 1]] }

  /// Whether the parts of a group depend on one another, or its one part on itself.
  func isRecursive(_ group: Int) -> Bool { isInCircle[group] }
}
