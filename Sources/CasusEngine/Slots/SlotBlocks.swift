internal import CLanes
internal import CasusSemantics

extension SlotProgram {
  /// Words of a block: its planes fit the nearest cache.
  package static let blockWords = Int(casus_block_words)
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
    let memorySize = (registerCount * 2 + 1) * Self.blockWords
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: memorySize) { memory in
      withUnsafeTemporaryAllocation(of: UnsafePointer<UInt64>?.self, capacity: registerCount * 2) { places in
        guard let memory = memory.baseAddress, let places = places.baseAddress else { return }
        withCode { code in
          table.withRows { rows in
            rows.withUnsafeBufferPointer { rows in
              let work = SlotBlockWork(code: code, table: table, rows: rows, memory: memory, places: places)
              for number in blocks where !body(number, work.run(number)) { return }
            }
          }
        }
      }
    }
  }
}

/// The making of one block after the other. Every register has two planes, but for inputs that are values.
private struct SlotBlockWork {
  let code: SlotCode
  let table: SlotTable
  /// Of the first columns.
  let rows: UnsafeBufferPointer<SlotRows>
  let memory: UnsafeMutablePointer<UInt64>
  /// Where the planes of each register are: certain, and beside it possible.
  let places: UnsafeMutablePointer<UnsafePointer<UInt64>?>

  private var doubt: UnsafeMutablePointer<UInt64> { memory + code.registerCount * 2 * SlotProgram.blockWords }
  /// The own planes of a register: certain, and behind it possible.
  private func own(_ number: Int) -> UnsafeMutablePointer<UInt64> { memory + number * 2 * SlotProgram.blockWords }

  func run(_ number: Int) -> SlotProgram.Block {
    let firstWord = number * SlotProgram.blockWords
    doubt.update(repeating: 0, count: SlotProgram.blockWords)
    for input in 0..<code.inputCount { place(input, firstWord) }
    for register in code.inputCount..<code.registerCount { placeOwn(register) }
    for number in code.tests.indices {
      runTest(code.tests[number], own(code.inputCount + number), firstWord)
    }
    let result = own(code.registerCount - 1)
    runGates(first: code.inputCount + code.tests.count)
    if code.isResultTurned { SlotKernels.turn(result) }
    noteDoubt(result, firstWord)
    return SlotProgram.Block(certain: result, possible: result + SlotProgram.blockWords, doubt: doubt)
  }

  private func runGates(first: Int) {
    var target = first
    for gate in code.gates {
      if let operands = code.operands.baseAddress {
        SlotKernels.run(gate, places, operands + Int(gate.start), own(target))
      } else {
        // Of nothing all holds.
        own(target).update(repeating: .max, count: 2 * SlotProgram.blockWords)
      }
      target += 1
    }
  }

  private func placeOwn(_ number: Int) {
    places[2 * number] = UnsafePointer(own(number))
    places[2 * number + 1] = UnsafePointer(own(number) + SlotProgram.blockWords)
  }

  /// Finds the planes of a condition, or makes them.
  private func place(_ input: Int, _ firstWord: Int) {
    placeOwn(input)
    guard code.areConditions[input] else { return }
    let certain = own(input)
    let possible = certain + SlotProgram.blockWords
    switch input < rows.count ? rows[input] : .open {
    case .planes(let isCertain, let isPossible):
      places[2 * input] = isCertain + firstWord
      places[2 * input + 1] = isPossible + firstWord
    case .truths(let rows): SlotKernels.packTruths(rows, firstWord * 64, certain, possible)
    default:
      certain.update(repeating: 0, count: SlotProgram.blockWords)
      possible.update(repeating: .max, count: SlotProgram.blockWords)
      if input >= rows.count, input < table.columns.count { packRows(of: input, firstWord * 64, certain, possible) }
    }
  }

  /// A condition whose column is not lent, row by row.
  private func packRows(
    of input: Int, _ first: Int, _ certain: UnsafeMutablePointer<UInt64>, _ possible: UnsafeMutablePointer<UInt64>
  ) {
    for row in first..<max(first, min(first + SlotProgram.blockRows, table.rowCount)) {
      let word = table.word(input, row)
      let bit: UInt64 = 1 << UInt64(row % 64)
      if word == SlotWord.true { certain[(row - first) / 64] |= bit }
      if word == SlotWord.false { possible[(row - first) / 64] &= ~bit }
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
    for input in code.doubtful {
      for word in 0..<SlotProgram.blockWords {
        let open = possible[word] & ~result[word]
        if open != 0 { doubt[word] |= open & openRows(Int(input), firstWord, word) }
      }
    }
  }

  /// The rows of a word in which an input is open.
  private func openRows(_ input: Int, _ firstWord: Int, _ word: Int) -> UInt64 {
    if code.areConditions[input] {
      guard let certain = places[2 * input], let possible = places[2 * input + 1] else { return .max }
      return possible[word] & ~certain[word]
    }
    guard input < table.columns.count else { return .max }
    var open: UInt64 = 0
    let first = (firstWord + word) * 64
    for row in first..<min(first + 64, table.rowCount) where value(Int32(input), row) == SlotWord.unknownValue {
      open |= 1 << UInt64(row - first)
    }
    return open
  }

  // MARK: Tests

  private func runTest(_ test: SlotTest, _ target: UnsafeMutablePointer<UInt64>, _ firstWord: Int) {
    if SlotKernels.run(test, rows, firstWord * 64, rowCount: table.rowCount, target) { return }
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
      var value = self.value(test.left, row)
      var isOpen = value == SlotWord.unknownValue
      var isPlain = !test.isGuarded || isOpen || SlotTest.plainValues.contains(value)
      if test.readsTwo {
        let other = self.value(test.right, row)
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

  private func value(_ input: Int32, _ row: Int) -> Int64 {
    if Int(input) < rows.count { return rows[Int(input)].word(row) }
    return Int(input) < table.columns.count ? table.word(Int(input), row) : SlotWord.unknownValue
  }
}
