extension PreparedQuestion {
  /// The answers of some blocks of a table's rows.
  ///
  /// - Parameter known: answers of the engine by case, so that each case is asked of it once.
  package func answers(
    of table: SlotTable, blocks: Range<Int>, _ known: inout [SlotCase: SlotAnswer], keepsPlanes: Bool = true
  ) throws(SlotError) -> SlotPlanes {
    var work = TableWork(question: self, table: table, keepsPlanes: keepsPlanes, known: known)
    defer { known = work.known }
    if isFlat {
      program.forEachBlock(table, blocks) { number, block in work.take(block, number) }
    } else {
      for number in blocks where !work.takeAll(number) { break }
    }
    if let error = work.error { throw error }
    return work.planes
  }
}

/// What was found of a table so far.
private struct TableWork {
  let question: PreparedQuestion
  let table: SlotTable
  let keepsPlanes: Bool
  var known: [SlotCase: SlotAnswer]
  var planes = SlotPlanes()
  var error: SlotError?

  init(question: PreparedQuestion, table: SlotTable, keepsPlanes: Bool, known: [SlotCase: SlotAnswer]) {
    self.question = question
    self.table = table
    self.keepsPlanes = keepsPlanes
    self.known = known
  }

  /// Takes what the bounds say of a block, with each row in doubt looked at by itself; false where that fails.
  mutating func take(_ block: SlotProgram.Block, _ number: Int) -> Bool {
    if number & 0x3F == 0, question.limits.shouldStop() {
      error = .engine(.cancelled)
      return false
    }
    let firstRow = number * SlotProgram.blockRows
    for row in table.irregular.keys where row >= firstRow && row < firstRow + SlotProgram.blockRows {
      block.doubt[(row - firstRow) / 64] |= 1 << UInt64((row - firstRow) % 64)
    }
    if isSettled(block) { return add(block, firstRow) }
    for word in 0..<SlotProgram.blockWords where block.doubt[word] != 0 {
      var left = block.doubt[word]
      while left != 0 {
        let bit = UInt64(left.trailingZeroBitCount)
        left &= left &- 1
        let row = firstRow + word * 64 + Int(bit)
        guard let answer = answer(ofRow: row) else { return false }
        set(answer, row, bit, &block.certain[word], &block.possible[word])
      }
    }
    return add(block, firstRow)
  }

  /// Whether no row of a block is in doubt.
  private func isSettled(_ block: SlotProgram.Block) -> Bool {
    var doubt: UInt64 = 0
    for word in 0..<SlotProgram.blockWords { doubt |= block.doubt[word] }
    return doubt == 0
  }

  /// Asks the engine of every row of a block.
  mutating func takeAll(_ number: Int) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * SlotProgram.blockWords) { memory in
      guard let start = memory.baseAddress else { return false }
      start.initialize(repeating: 0, count: 3 * SlotProgram.blockWords)
      let block = SlotProgram.Block(
        certain: start, possible: start + SlotProgram.blockWords, doubt: start + 2 * SlotProgram.blockWords)
      let rows = min(SlotProgram.blockRows, table.rowCount - number * SlotProgram.blockRows)
      for row in 0..<rows { block.doubt[row / 64] |= 1 << UInt64(row % 64) }
      return take(block, number)
    }
  }

  private mutating func set(
    _ answer: SlotAnswer, _ row: Int, _ bit: UInt64, _ certain: inout UInt64, _ possible: inout UInt64
  ) {
    let mask: UInt64 = 1 << bit
    certain &= ~mask
    possible &= ~mask
    if answer.outcome == .true { certain |= mask }
    if answer.outcome != .false { possible |= mask }
    if answer.outcome == .contested { planes.contested.append(row) }
    if !answer.isProved { planes.unproved.append(row) }
  }

  private mutating func add(_ block: SlotProgram.Block, _ firstRow: Int) -> Bool {
    let rows = min(SlotProgram.blockRows, table.rowCount - firstRow)
    let certain = SlotKernels.count(UnsafePointer(block.certain))
    let possible = SlotKernels.count(UnsafePointer(block.possible))
    planes.trueCount += certain
    planes.unknownCount += possible - certain
    planes.falseCount += rows - possible
    guard keepsPlanes else { return true }
    let words = (rows + 63) / 64
    planes.certain.append(contentsOf: UnsafeBufferPointer(start: block.certain, count: words))
    planes.possible.append(contentsOf: UnsafeBufferPointer(start: block.possible, count: words))
    return true
  }

  private mutating func answer(ofRow row: Int) -> SlotAnswer? {
    let slotCase = table.slotCase(row, question.openCase)
    if let settled = question.settledAnswer(of: slotCase) { return settled }
    if let found = known[slotCase] { return found }
    do throws(SlotError) {
      let found = try question.engineAnswer(of: slotCase)
      known[slotCase] = found
      return found
    } catch {
      self.error = error
      return nil
    }
  }
}

extension SlotTable {
  /// The case of a row.
  package func slotCase(_ row: Int, _ open: SlotCase) -> SlotCase {
    if let irregular = irregular[row] { return irregular }
    var result = open
    for slot in columns.indices {
      if case .open = columns[slot] { continue }
      result.words[slot] = word(slot, row)
    }
    return result
  }
}
