internal import CasusSemantics

extension SlotProgram {
  /// Words of a block: its planes fit the nearest cache.
  package static let blockWords = 64
  package static let blockRows = blockWords * 64

  /// What the bounds say of the rows of one block, as planes.
  struct Block {
    var certain: UnsafeMutablePointer<UInt64>
    var possible: UnsafeMutablePointer<UInt64>
    /// Rows of which the bounds need not be exact, or values are unsuitable.
    var doubt: UnsafeMutablePointer<UInt64>
  }

  /// Decides blocks of rows, one after the other.
  ///
  /// - Parameters:
  ///   - blocks: their numbers.
  ///   - body: gets the number of a block, and what was found; false ends the work.
  func forEachBlock(_ table: SlotTable, _ blocks: Range<Int>, _ body: (_ number: Int, Block) -> Bool) {
    let planeCount = inputs.count + registerCount
    let memorySize = (planeCount * 2 + 1) * Self.blockWords
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: memorySize) { memory in
      withUnsafeTemporaryAllocation(of: UnsafePointer<UInt64>.self, capacity: planeCount * 2) { places in
        table.planes.withUnsafeBufferPointer { planes in
          guard let memory = memory.baseAddress, let places = places.baseAddress else { return }
          let work = SlotBlockWork(
            program: self, table: table, memory: memory, places: places, planes: planes.baseAddress)
          for number in blocks where !body(number, work.run(number)) { return }
        }
      }
    }
  }
}

/// The making of one block after the other. Every input that is a condition has two planes, and every register.
private struct SlotBlockWork {
  let program: SlotProgram
  let table: SlotTable
  let memory: UnsafeMutablePointer<UInt64>
  /// Where the planes of each input and register are: certain, and beside it possible.
  let places: UnsafeMutablePointer<UnsafePointer<UInt64>>
  let planes: UnsafePointer<UInt64>?

  private var planeCount: Int { program.inputs.count + program.registerCount }
  private var doubt: UnsafeMutablePointer<UInt64> { memory + planeCount * 2 * SlotProgram.blockWords }
  /// The own planes of an input or a register: certain, and behind it possible.
  private func own(_ number: Int) -> UnsafeMutablePointer<UInt64> { memory + number * 2 * SlotProgram.blockWords }

  func run(_ number: Int) -> SlotProgram.Block {
    let firstWord = number * SlotProgram.blockWords
    doubt.update(repeating: 0, count: SlotProgram.blockWords)
    for input in program.inputs.indices { place(input, firstWord) }
    for register in 0..<program.registerCount { placeOwn(program.inputs.count + register) }
    for number in program.tests.indices {
      runTest(program.tests[number], own(program.inputs.count + number), firstWord)
    }
    program.operands.withUnsafeBufferPointer { operands in
      guard let operands = operands.baseAddress else { return }
      var target = program.inputs.count + program.tests.count
      for gate in program.gates {
        runGate(gate, operands + Int(gate.start), own(target))
        target += 1
      }
    }
    let result = own(planeCount - 1)
    noteDoubt(result, firstWord)
    return SlotProgram.Block(certain: result, possible: result + SlotProgram.blockWords, doubt: doubt)
  }

  private func placeOwn(_ number: Int) {
    places[2 * number] = UnsafePointer(own(number))
    places[2 * number + 1] = UnsafePointer(own(number) + SlotProgram.blockWords)
  }

  /// Finds the planes of a condition, or makes them.
  private func place(_ input: Int, _ firstWord: Int) {
    placeOwn(input)
    guard program.inputs[input].type == .condition else { return }
    let certain = own(input)
    let possible = certain + SlotProgram.blockWords
    switch input < table.columns.count ? table.columns[input] : .open {
    case .planes(let start):
      guard let planes else { return }
      places[2 * input] = planes + start + firstWord
      places[2 * input + 1] = planes + start + table.planeStride + firstWord
    case .truths(let rows):
      rows.withUnsafeBufferPointer { SlotKernels.packTruths($0, firstWord * 64, certain, possible) }
    default:
      certain.update(repeating: 0, count: SlotProgram.blockWords)
      possible.update(repeating: .max, count: SlotProgram.blockWords)
    }
  }

  // MARK: Gates

  /// Eight words of both planes at a time, which stay in registers while all operands are read.
  private func runGate(_ gate: SlotGate, _ operands: UnsafePointer<Int32>, _ target: UnsafeMutablePointer<UInt64>) {
    if gate.isConjunction {
      runGate(gate, operands, target, turn: 0)
    } else {
      runGate(gate, operands, target, turn: .max)
    }
  }

  @inline(__always)
  private func runGate(
    _ gate: SlotGate, _ operands: UnsafePointer<Int32>, _ target: UnsafeMutablePointer<UInt64>, turn: UInt64
  ) {
    typealias Vector = SIMD8<UInt64>
    let turned = Vector(repeating: turn)
    let (slots, negated, registers) = (Int(gate.slots), Int(gate.negatedSlots), Int(gate.registers))
    for part in stride(from: 0, to: SlotProgram.blockWords, by: 8) {
      var certain = Vector(repeating: .max)
      var possible = certain
      func load(_ place: Int) -> Vector { UnsafeRawPointer(places[place] + part).loadUnaligned(as: Vector.self) }
      for operand in 0..<slots {
        let number = Int(operands[operand])
        certain &= load(2 &* number) ^ turned
        possible &= load(2 &* number &+ 1) ^ turned
      }
      // What is certain of a negation is what is not possible.
      for operand in slots..<slots &+ negated {
        let number = Int(operands[operand])
        certain &= ~(load(2 &* number &+ 1) ^ turned)
        possible &= ~(load(2 &* number) ^ turned)
      }
      for operand in slots &+ negated..<slots &+ negated &+ registers {
        let number = Int(operands[operand]) &+ program.inputs.count
        certain &= load(2 &* number) ^ turned
        possible &= load(2 &* number &+ 1) ^ turned
      }
      UnsafeMutableRawPointer(target + part).storeBytes(of: certain ^ turned, as: Vector.self)
      UnsafeMutableRawPointer(target + SlotProgram.blockWords + part)
        .storeBytes(of: possible ^ turned, as: Vector.self)
    }
  }

  // MARK: Doubt

  /// Marks what is open where an input that pulls both ways is open, and clears what lies behind the last row.
  private func noteDoubt(_ result: UnsafeMutablePointer<UInt64>, _ firstWord: Int) {
    let possible = result + SlotProgram.blockWords
    let rowsLeft = table.rowCount - firstWord * 64
    for word in max(0, rowsLeft / 64)..<max(rowsLeft / 64, SlotProgram.blockWords) {
      let rows = max(0, rowsLeft - word * 64)
      let mask: UInt64 = (1 << UInt64(rows)) &- 1
      result[word] &= mask
      possible[word] &= mask
      doubt[word] &= mask
    }
    for input in program.doubtful {
      for word in 0..<SlotProgram.blockWords {
        let open = possible[word] & ~result[word]
        if open != 0 { doubt[word] |= open & openRows(Int(input), firstWord, word) }
      }
    }
  }

  /// The rows of a word in which an input is open.
  private func openRows(_ input: Int, _ firstWord: Int, _ word: Int) -> UInt64 {
    if program.inputs[input].type == .condition { return places[2 * input + 1][word] & ~places[2 * input][word] }
    guard input < table.columns.count else { return .max }
    var open: UInt64 = 0
    let first = (firstWord + word) * 64
    for row in first..<min(first + 64, table.rowCount) where table.word(input, row) == SlotWord.unknownValue {
      open |= 1 << UInt64(row - first)
    }
    return open
  }

  // MARK: Tests

  private func runTest(_ test: SlotTest, _ target: UnsafeMutablePointer<UInt64>, _ firstWord: Int) {
    if SlotKernels.run(test, table, firstWord, target) { return }
    let possible = target + SlotProgram.blockWords
    for word in 0..<SlotProgram.blockWords {
      let planes = slowTest(test, (firstWord + word) * 64, &doubt[word])
      target[word] = planes.certain
      possible[word] = planes.possible
    }
  }

  /// A test of 64 rows of any columns, one by one.
  private func slowTest(
    _ test: SlotTest, _ first: Int, _ doubt: inout UInt64
  ) -> (certain: UInt64, possible: UInt64) {
    var inside: UInt64 = 0
    var open: UInt64 = 0
    for row in first..<max(first, min(first + 64, table.rowCount)) {
      let bit: UInt64 = 1 << UInt64(row - first)
      var value = word(test.left, row)
      var isOpen = value == SlotWord.unknownValue
      var isPlain = !test.isGuarded || isOpen || SlotTest.plainValues.contains(value)
      if test.readsTwo {
        let other = word(test.right, row)
        let isOtherOpen = other == SlotWord.unknownValue
        isPlain = isPlain && (isOtherOpen || SlotTest.plainValues.contains(other))
        isOpen = isOpen || isOtherOpen
        value &-= other
      }
      if isOpen { open |= bit }
      if test.low <= value && value <= test.high { inside |= bit }
      if !isPlain { doubt |= bit }
    }
    return SlotKernels.planes(inside, open: open, test.isInside)
  }

  private func word(_ input: Int32, _ row: Int) -> Int64 {
    Int(input) < table.columns.count ? table.word(Int(input), row) : SlotWord.unknownValue
  }
}
