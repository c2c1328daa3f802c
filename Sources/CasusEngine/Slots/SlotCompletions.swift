internal import CasusSemantics

/// Tries completions of a case: where one makes the condition true and another makes it false, it is unknown, and no
/// exact reasoning has to show it.
struct SlotCompletions {
  /// How many completions are tried: the first two pull all one way, the others are drawn.
  static let attempts = 32

  /// The tests that read each input, by number.
  private let testsOfInput: [[Int]]

  init(_ program: SlotProgram) {
    var tests = [[Int]](repeating: [], count: program.inputs.count)
    for (number, test) in program.tests.enumerated() { for slot in test.slots { tests[Int(slot)].append(number) } }
    testsOfInput = tests
  }

  /// Whether two completions differ.
  func showOpen(_ program: SlotProgram, _ words: UnsafePointer<Int64>) -> Bool {
    let count = program.inputs.count
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { filled in
      guard let start = filled.baseAddress else { return false }
      var holds = false
      var fails = false
      for attempt in 0..<Self.attempts {
        for input in 0..<count { start[input] = words[input] }
        for input in 0..<count where words[input] == program.openWords[input] {
          start[input] = choice(program, for: input, attempt, UnsafePointer(start)) ?? words[input]
        }
        switch program.bounds(of: UnsafePointer(start)) {
        case .true: holds = true
        case .false: fails = true
        case .open, .unsuitable: break
        }
        if holds && fails { return true }
      }
      return false
    }
  }

  /// What an open input is in an attempt; nil where nothing that is surely possible was found.
  private func choice(
    _ program: SlotProgram, for input: Int, _ attempt: Int, _ words: UnsafePointer<Int64>
  ) -> Int64? {
    let drawn = Self.mixed(attempt, input)
    let isPulling = attempt == 0
    if program.inputs[input].type == .condition {
      let holds = attempt < 2 ? program.isRising[input] == isPulling : drawn & 1 == 0
      return holds ? SlotWord.true : SlotWord.false
    }
    if case .oneOf(let members) = program.inputs[input].values {
      return member(members, program, of: input, attempt, drawn)
    }
    let numbers = testsOfInput[input]
    guard !numbers.isEmpty else { return possible(0, program.inputs[input]) }
    let test = program.tests[numbers[attempt < 2 ? 0 : Int((drawn >> 8) % UInt64(numbers.count))]]
    let wanted = attempt < 2 ? isPulling : drawn & 1 == 0
    // An end of the test, or what lies beside it.
    let ends = test.ends(where: wanted)
    guard let offset = drawn & 2 == 0 ? ends.first ?? ends.second : ends.second ?? ends.first else { return nil }
    return possible(moved(offset, test, input, words), program.inputs[input])
  }

  /// The value of an input that gives a test's value.
  private func moved(_ value: Int64, _ test: SlotTest, _ input: Int, _ words: UnsafePointer<Int64>) -> Int64 {
    guard test.readsTwo else { return value }
    let isLeft = Int(test.left) == input
    let other = words[Int(isLeft ? test.right : test.left)]
    let base = other == SlotWord.unknownValue ? 0 : other
    return isLeft ? base &+ value : base &- value
  }

  private func member(
    _ members: [Scalar], _ program: SlotProgram, of input: Int, _ attempt: Int, _ drawn: UInt64
  ) -> Int64? {
    guard !members.isEmpty else { return nil }
    if attempt < 2, let number = testsOfInput[input].first {
      let test = program.tests[number]
      let fitting = members.first { member in
        member.number.integer.map { test.holds(of: $0) == (attempt == 0) } ?? false
      }
      if !test.readsTwo, let fitting { return fitting.number.integer }
    }
    return members[Int((drawn >> 8) % UInt64(members.count))].number.integer
  }

  /// The value, where the input can surely have it.
  private func possible(_ value: Int64, _ known: SlotInput) -> Int64? {
    guard value != SlotWord.unknownValue, known.values.contains(Scalar(Rational(value))) else { return nil }
    if known.type == .date, Moment(minutes: value) == nil { return nil }
    return value
  }

  private static func mixed(_ attempt: Int, _ input: Int) -> UInt64 {
    var mixed = UInt64(truncatingIfNeeded: attempt &* 1_000_003 &+ input) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }
}

extension SlotTest {
  /// Values at its ends for which it holds, or for which it does not; nil where the end is open.
  fileprivate func ends(where holds: Bool) -> (first: Int64?, second: Int64?) {
    if holds == isInside { return (isOpenBelow ? nil : low, isOpenAbove ? nil : high) }
    return (isOpenBelow ? nil : low &- 1, isOpenAbove ? nil : high &+ 1)
  }
}
