internal import CLanes

/// A program as one case of at most 64 inputs and registers runs through it. Each of them is a bit of two masks, what is
/// certain and what is possible, so that a gate is a few operations, however much it reads.
///
/// All of it stands in one list, read through one pointer, and what deciding takes is copied in a few words: counting
/// references and copying the question would take longer.
package struct SlotMaskCode: Sendable {
  /// Of each test five words: its slot; the slot taken off it, or a mask that is set where great values are left to the
  /// engine; the lower end; how far the upper end lies above it; and 1 where it holds outside of them. Of each gate two: the
  /// bits that have to hold, and those that must not.
  private var code: [Int64] = []
  private let inputCount: Int
  /// Tests of differences come first.
  private let differenceCount: Int
  private let testCount: Int
  private let gateCount: Int
  private let isResultTurned: Bool
  /// Whether the bounds of an open answer need not be exact.
  private let isDoubtful: Bool
  /// Whether the program is small enough; else nothing here is of meaning.
  let isUsable: Bool

  init(_ emitter: SlotEmitter, isDoubtful: Bool) {
    self.isDoubtful = isDoubtful
    inputCount = emitter.inputCount
    testCount = emitter.tests.count
    gateCount = emitter.gates.count
    isResultTurned = emitter.gates.last?.isTurned ?? false
    isUsable = inputCount + testCount + gateCount <= UInt64.bitWidth
    let differences = emitter.tests.indices.filter { emitter.tests[$0].readsTwo }
    differenceCount = differences.count
    guard isUsable else { return }
    var bits = Array(0..<inputCount + testCount + gateCount)
    let order = differences + emitter.tests.indices.filter { !emitter.tests[$0].readsTwo }
    for (place, number) in order.enumerated() {
      write(emitter.tests[number])
      bits[inputCount + number] = inputCount + place
    }
    func mask(_ registers: ArraySlice<Int32>) -> Int64 { registers.reduce(0) { $0 | 1 << Int64(bits[Int($1)]) } }
    for gate in emitter.gates {
      code += [mask(emitter.operands[gate.requiredRange]), mask(emitter.operands[gate.excludedRange])]
    }
  }

  private mutating func write(_ test: SlotTest) {
    code += [Int64(test.left), test.readsTwo ? Int64(test.right) : test.isGuarded ? -1 : 0]
    // Outside of all numbers lies what lies inside of none.
    if test.isEmpty {
      code += [.min, Int64(bitPattern: UInt64.max), test.isInside ? 1 : 0]
    } else {
      code += [test.low, test.high &- test.low, test.isInside ? 0 : 1]
    }
  }

  /// The truth of a case as a word of ``SlotWord``, where the bounds settle all there is to say; else -1.
  package func settledWord(of slotCase: SlotCase) -> Int64 {
    guard isUsable, slotCase.irregularCount == 0, slotCase.words.count == inputCount else { return -1 }
    return slotCase.words.withUnsafeBufferPointer { words in
      guard let start = words.baseAddress else { return -1 }
      let word = word(of: start)
      return isDoubtful && word == SlotWord.unknownTruth ? -1 : word
    }
  }

  /// What the bounds say as a word of ``SlotWord``; -1 where values are too great.
  ///
  /// Without branches on what a case tells, since nobody can foresee that.
  @inline(__always)
  func word(of words: UnsafePointer<Int64>) -> Int64 {
    code.withUnsafeBufferPointer { code in
      guard var next = code.baseAddress else { return SlotWord.unknownTruth }
      var masks = SlotMasks(words, count: inputCount)
      for _ in 0..<differenceCount {
        masks.addDifference(next, words)
        next += 5
      }
      for _ in differenceCount..<testCount {
        masks.addTest(next, words)
        next += 5
      }
      for _ in 0..<gateCount {
        masks.addGate(UInt64(bitPattern: next[0]), UInt64(bitPattern: next[1]))
        next += 2
      }
      return masks.result(isTurned: isResultTurned)
    }
  }

  /// Set in the bits above the lowest 60 where a value is so great that sums of such values may fail.
  @inline(__always)
  static func greatness(_ value: Int64) -> Int64 { value ^ (value &>> 63) }
}

/// What is certain and what is possible so far, a bit for each register.
private struct SlotMasks {
  private var certain: UInt64 = 0
  private var possible: UInt64 = 0
  /// The next bit.
  private var number: UInt64
  /// Of all values that are computed with.
  private var greatness: Int64 = 0
  private var isCertain: UInt64 = 0
  private var isPossible: UInt64 = 0

  /// The bits of inputs that are values are of no meaning, and read by no gate.
  @inline(__always)
  init(_ words: UnsafePointer<Int64>, count: Int) {
    casus_gather_truths(words, Int64(count), &certain, &possible)
    number = UInt64(truncatingIfNeeded: count)
  }

  @inline(__always)
  mutating func addDifference(_ test: UnsafePointer<Int64>, _ words: UnsafePointer<Int64>) {
    let value = words[Int(truncatingIfNeeded: test[0])]
    let other = words[Int(truncatingIfNeeded: test[1])]
    let isOpen: Int64 = value == SlotWord.unknownValue ? 1 : 0
    let isOtherOpen: Int64 = other == SlotWord.unknownValue ? 1 : 0
    greatness |= SlotMaskCode.greatness(value) & (isOpen &- 1) | SlotMaskCode.greatness(other) & (isOtherOpen &- 1)
    add(test, value &- other, isOpen: UInt64(bitPattern: isOpen | isOtherOpen))
  }

  @inline(__always)
  mutating func addTest(_ test: UnsafePointer<Int64>, _ words: UnsafePointer<Int64>) {
    let value = words[Int(truncatingIfNeeded: test[0])]
    let isOpen: Int64 = value == SlotWord.unknownValue ? 1 : 0
    greatness |= SlotMaskCode.greatness(value) & test[1] & (isOpen &- 1)
    add(test, value, isOpen: UInt64(bitPattern: isOpen))
  }

  @inline(__always)
  private mutating func add(_ test: UnsafePointer<Int64>, _ value: Int64, isOpen: UInt64) {
    let isInside: UInt64 = UInt64(bitPattern: value &- test[2]) <= UInt64(bitPattern: test[3]) ? 1 : 0
    let holds = isInside ^ UInt64(bitPattern: test[4])
    certain |= (holds & ~isOpen) &<< number
    possible |= (holds | isOpen) &<< number
    number &+= 1
  }

  @inline(__always)
  mutating func addGate(_ required: UInt64, _ excluded: UInt64) {
    isCertain = (~certain & required) | (possible & excluded) == 0 ? 1 : 0
    isPossible = (~possible & required) | (certain & excluded) == 0 ? 1 : 0
    certain |= isCertain &<< number
    possible |= isPossible &<< number
    number &+= 1
  }

  @inline(__always)
  func result(isTurned: Bool) -> Int64 {
    if greatness &>> 60 != 0 { return SlotProgram.unsuitable }
    let word = isCertain &+ isCertain &+ isPossible
    let turned = 3 &- (isPossible &+ isPossible &+ isCertain)
    return Int64(bitPattern: isTurned ? turned : word)
  }
}
