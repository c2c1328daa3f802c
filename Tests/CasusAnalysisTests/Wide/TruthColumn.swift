/// A condition as the list of the cases in which it holds: bit `v` of a case's number is the value of variable `v`.
struct TruthColumn: Equatable {
  let variableCount: Int
  private var words: [UInt64]

  /// Of one bit per case: which of the 64 cases of a word have variable `v` false.
  private static let falseBits: [UInt64] = (0..<6).map { variable in
    (0..<64).reduce(0) { $1 >> variable & 1 == 0 ? $0 | 1 << UInt64($1) : $0 }
  }

  init(variables: Int, always value: Bool) {
    variableCount = variables
    words = Array(repeating: value ? .max : 0, count: max(1, 1 << (variables - 6)))
  }

  /// A variable by itself.
  init(variable: Int, of variables: Int) {
    self.init(variables: variables, always: false)
    for index in words.indices {
      words[index] = variable < 6 ? ~Self.falseBits[variable] : index >> (variable - 6) & 1 == 1 ? .max : 0
    }
  }

  /// Those that hold in at least so many of some columns' cases.
  static func atLeast(_ threshold: Int, of columns: [TruthColumn], variables: Int) -> TruthColumn {
    var reached = [TruthColumn(variables: variables, always: true)]
    reached += (0..<threshold).map { _ in TruthColumn(variables: variables, always: false) }
    for column in columns {
      for count in stride(from: threshold, to: 0, by: -1) {
        reached[count] = reached[count].or(reached[count - 1].and(column))
      }
    }
    return reached[threshold]
  }

  private func combined(_ other: TruthColumn, _ combine: (UInt64, UInt64) -> UInt64) -> TruthColumn {
    var result = self
    for index in words.indices { result.words[index] = combine(words[index], other.words[index]) }
    return result
  }

  func and(_ other: TruthColumn) -> TruthColumn { combined(other, &) }
  func or(_ other: TruthColumn) -> TruthColumn { combined(other, |) }
  var negated: TruthColumn { combined(self) { word, _ in ~word } }

  var isNever: Bool { words.allSatisfy { $0 == 0 } }
  var isAlways: Bool { words.allSatisfy { $0 == .max } }
  var caseCount: Int { 1 << variableCount }

  subscript(number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }

  /// The same with a variable turned around.
  func flipped(_ variable: Int) -> TruthColumn {
    var result = self
    for index in words.indices {
      guard variable < 6 else {
        result.words[index] = words[index ^ (1 << (variable - 6))]
        continue
      }
      let (mask, shift) = (Self.falseBits[variable], UInt64(1 << variable))
      result.words[index] = (words[index] & mask) << shift | words[index] >> shift & mask
    }
    return result
  }

  /// In how many of all cases it holds.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Where it holds whatever a variable is.
  func whatever(_ variable: Int) -> TruthColumn { and(flipped(variable)) }

  /// The shortest ways to make it hold: what each variable has to be, of those that must be anything; none can be left out.
  func primeImplicants() -> [[Int: Bool]] {
    var found: [[Int: Bool]] = []
    collect(free: [], from: 0, &found)
    return found
  }

  /// Those in which, of the variables before the next, just some are free; this column holds whatever those are.
  private func collect(free: [Int], from next: Int, _ found: inout [[Int: Bool]]) {
    if isNever { return }
    if next < variableCount {
      whatever(next).collect(free: free + [next], from: next + 1, &found)
      return collect(free: free, from: next + 1, &found)
    }
    let fixed = (0..<variableCount).filter { !free.contains($0) }
    var prime = self
    for variable in fixed { prime = prime.and(whatever(variable).negated) }
    for variable in free { prime = prime.and(TruthColumn(variable: variable, of: variableCount).negated) }
    if prime.isNever { return }
    for number in 0..<caseCount where prime[number] {
      found.append(Dictionary(uniqueKeysWithValues: fixed.map { ($0, number >> $0 & 1 == 1) }))
    }
  }
}
