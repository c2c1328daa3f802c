internal import CLanes

/// What conditions come to over the lanes of a table of changes: the lanes in which each begins to stand otherwise.
struct PlainOutcomes: Sendable {
  struct Turn: Sendable {
    var lane: Int32
    var state: TruthCourse.State
  }

  /// Of each root: how it stands in the first lane, and where that changes; nil where something that pulls it both ways
  /// leaves it open, so that bounds do not tell.
  let turns: [[Turn]?]

  /// Nil where it was told to stop.
  init?(_ code: PlainCode, roots: [PlainCode.Root], _ table: ChangeTable, shouldStop: () -> Bool) {
    var turns = [[Turn]](repeating: [], count: roots.count)
    var areDoubtful = [Bool](repeating: false, count: roots.count)
    let isDone = PlainBlocks.withBlocks(code, table) { blocks in
      for number in 0...((table.minutes.count - 1) / PlainBlocks.blockLanes) {
        if shouldStop() { return false }
        blocks.run(number)
        for (index, root) in roots.enumerated() where !areDoubtful[index] {
          areDoubtful[index] = !blocks.read(root, into: &turns[index])
        }
      }
      return true
    }
    if !isDone { return nil }
    self.turns = zip(turns, areDoubtful).map { turns, isDoubtful in isDoubtful ? Optional.none : Optional.some(turns) }
  }
}

/// The planes of all registers, a block of lanes after the other.
private struct PlainBlocks {
  static let blockWords = Int(casus_block_words)
  static let blockLanes = blockWords * 64

  private let code: PlainCode
  private let table: ChangeTable
  private let memory: UnsafeMutablePointer<UInt64>
  /// Where the planes of each register are: certain, and beside it possible.
  private let places: UnsafeMutablePointer<UnsafePointer<UInt64>?>
  /// By course, the number of the next change, and the state before it.
  private var next: [Int]
  private var states: [TruthCourse.State]
  /// Which registers are the same in all lanes of the block at hand, and of the block before it.
  private var isSteady: [Bool]
  /// Which courses changed in the block before.
  private var hasChanged: [Bool]
  private var first = 0
  private var laneCount = 0

  /// Gives room for the planes to what is done with them; false where there is none.
  static func withBlocks(_ code: PlainCode, _ table: ChangeTable, _ body: (inout PlainBlocks) -> Bool) -> Bool {
    let count = max(1, code.registers.count * 2)
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count * blockWords) { memory in
      withUnsafeTemporaryAllocation(of: UnsafePointer<UInt64>?.self, capacity: count) { places in
        guard let memory = memory.baseAddress, let places = places.baseAddress else { return false }
        var blocks = PlainBlocks(code, table, memory: memory, places: places)
        return body(&blocks)
      }
    }
  }

  private init(
    _ code: PlainCode, _ table: ChangeTable, memory: UnsafeMutablePointer<UInt64>,
    places: UnsafeMutablePointer<UnsafePointer<UInt64>?>
  ) {
    self.code = code
    self.table = table
    self.memory = memory
    self.places = places
    next = Array(table.starts.dropLast())
    states = table.firstStates
    isSteady = Array(repeating: false, count: code.registers.count)
    hasChanged = Array(repeating: true, count: code.courses.count)
    for register in code.registers.indices {
      places[2 * register] = UnsafePointer(planes(of: register))
      places[2 * register + 1] = UnsafePointer(planes(of: register) + Self.blockWords)
    }
  }

  /// The planes of a register: certain, and behind it possible.
  private func planes(of register: Int) -> UnsafeMutablePointer<UInt64> { memory + register * 2 * Self.blockWords }

  mutating func run(_ number: Int) {
    first = number * Self.blockLanes
    laneCount = min(Self.blockLanes, table.minutes.count - first)
    code.operands.withUnsafeBufferPointer { operands in
      for (target, register) in code.registers.enumerated() {
        if register.isCourse {
          isSteady[target] = fill(Int(register.start), planes(of: target))
        } else {
          isSteady[target] = number > 0 && register.operands.allSatisfy { isSteady[Int(operands[$0])] }
          if isSteady[target] { continue }
          if let operands = operands.baseAddress {
            casus_conjunction(
              places, operands + Int(register.start), register.required, register.excluded, planes(of: target))
          } else {
            // Of nothing all holds.
            planes(of: target).update(repeating: .max, count: 2 * Self.blockWords)
          }
        }
      }
    }
  }

  /// Makes the planes of a course; returns whether they are those of the block before.
  private mutating func fill(_ course: Int, _ planes: UnsafeMutablePointer<UInt64>) -> Bool {
    let end = table.starts[course + 1]
    let blockEnd = first + Self.blockLanes
    var change = next[course]
    let changes = change < end && Int(table.lanes[change]) < blockEnd
    if !changes && !hasChanged[course] { return true }
    hasChanged[course] = changes
    planes.update(repeating: 0, count: 2 * Self.blockWords)
    var state = states[course]
    var lane = 0
    while change < end, Int(table.lanes[change]) < blockEnd {
      let upTo = Int(table.lanes[change]) - first
      Self.mark(state, from: lane, to: upTo, planes)
      lane = upTo
      state = table.states[change]
      change += 1
    }
    Self.mark(state, from: lane, to: Self.blockLanes, planes)
    next[course] = change
    states[course] = state
    return false
  }

  private static func mark(
    _ state: TruthCourse.State, from start: Int, to end: Int, _ planes: UnsafeMutablePointer<UInt64>
  ) {
    switch state {
    case .holds:
      set(planes, start, end)
      set(planes + blockWords, start, end)
    case .open: set(planes + blockWords, start, end)
    case .fails, .silent: break
    }
  }

  /// Sets the bits of lanes, up to another.
  private static func set(_ plane: UnsafeMutablePointer<UInt64>, _ start: Int, _ end: Int) {
    if start >= end { return }
    let (firstWord, lastWord) = (start &>> 6, (end &- 1) &>> 6)
    let head = UInt64.max &<< UInt64(truncatingIfNeeded: start & 63)
    let tail = UInt64.max &>> UInt64(truncatingIfNeeded: 63 &- (end &- 1) & 63)
    if firstWord == lastWord {
      plane[firstWord] |= head & tail
      return
    }
    plane[firstWord] |= head
    var word = firstWord &+ 1
    while word < lastWord {
      plane[word] = .max
      word &+= 1
    }
    plane[lastWord] |= tail
  }

  /// Notes where a root begins to stand otherwise in the block at hand; false where bounds do not tell.
  func read(_ root: PlainCode.Root, into turns: inout [PlainOutcomes.Turn]) -> Bool {
    let register = Int(root.literal.register)
    if isSteady[register] { return true }
    let own = planes(of: register)
    if isDoubtful(root, own) { return false }
    let flip: UInt64 = root.literal.isTurned ? .max : 0
    let certain = root.literal.isTurned ? own + Self.blockWords : own
    let possible = root.literal.isTurned ? own : own + Self.blockWords
    // Before the first lane of all, what stands there is noted whatever it is.
    let last = turns.last?.state
    var lastCertain: UInt64 = last == .holds ? 1 : 0
    var lastPossible: UInt64 = last == .fails || last == nil ? 0 : 1
    for word in 0..<((laneCount &+ 63) &>> 6) {
      let isCertain = certain[word] ^ flip
      let isPossible = possible[word] ^ flip
      var turning = (isCertain ^ (isCertain &<< 1 | lastCertain)) | (isPossible ^ (isPossible &<< 1 | lastPossible))
      lastCertain = isCertain &>> 63
      lastPossible = isPossible &>> 63
      if word == 0, last == nil { turning |= 1 }
      let rest = laneCount &- word &* 64
      if rest < 64 { turning &= 1 &<< UInt64(truncatingIfNeeded: rest) &- 1 }
      while turning != 0 {
        let bit = turning.trailingZeroBitCount
        turning &= turning &- 1
        let state: TruthCourse.State =
          isCertain &>> UInt64(bit) & 1 == 1 ? .holds : isPossible &>> UInt64(bit) & 1 == 1 ? .open : .fails
        turns.append(PlainOutcomes.Turn(lane: Int32(truncatingIfNeeded: first &+ word &* 64 &+ bit), state: state))
      }
    }
    return true
  }

  /// Whether a root is open in some lane together with what pulls it both ways.
  private func isDoubtful(_ root: PlainCode.Root, _ own: UnsafeMutablePointer<UInt64>) -> Bool {
    root.doubtful.contains { register in
      let input = planes(of: Int(register))
      for word in 0..<((laneCount &+ 63) &>> 6) {
        var open = own[Self.blockWords &+ word] & ~own[word] & input[Self.blockWords &+ word] & ~input[word]
        let rest = laneCount &- word &* 64
        if rest < 64 { open &= 1 &<< UInt64(truncatingIfNeeded: rest) &- 1 }
        if open != 0 { return true }
      }
      return false
    }
  }
}
