import Casus
import Foundation

/// Pacts between states: who is drawn into a war, and who reaches whom, by a search written by hand and by Casus.
struct Relations {
  private var pairs: [Int32]
  private var gates: [Int32]
  private var attacked: [Int32]
  private let stateCount: Int

  /// - Parameter folder: a folder `relations-N` that `Benchmarks/Workloads/inputs.py` has written.
  private init(folder: String) {
    pairs = numbers(inFile: folder + "/pacts.csv")
    gates = numbers(inFile: folder + "/gates.csv")
    attacked = numbers(inFile: folder + "/attacked.csv")
    stateCount = Int((pairs + gates + attacked).max() ?? -1) + 1
  }

  /// All pairs are asked up to ten thousand pacts.
  static func run(_ folder: String, rounds: Int) throws {
    for size in [1_000, 4_000, 10_000, 100_000, 1_000_000] {
      let path = "\(folder)/relations-\(size)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      if size != 4_000 { try runCascade(path, size, rounds) }
      if size <= 10_000 { try runClosure(path, size, rounds) }
    }
  }

  private static func runCascade(_ path: String, _ size: Int, _ rounds: Int) throws {
    let relations = Relations(folder: path)
    let query = try program(path).query("count(state in State where at_war(state))")
    var contest = Contest("who is drawn in, \(size) pacts", case: "W3 cascade-\(size)", units: 1)
    contest.add("swift-search") { "\(relations.cascade())" }
    contest.add("casus") { try text(query.answer(limits: limits)) }
    try contest.run(rounds: rounds)
    contest = Contest("the same with reading the tables", case: "W3 cascade-read-\(size)", units: 1)
    contest.add("swift-search") { "\(Relations(folder: path).cascade())" }
    contest.add("casus") {
      try text(try program(path).query("count(state in State where at_war(state))").answer(limits: limits))
    }
    try contest.run(rounds: min(rounds, 3))
  }

  private static func runClosure(_ path: String, _ size: Int, _ rounds: Int) throws {
    let relations = Relations(folder: path)
    let query = try program(path).query("count(state in State, other in State where reaches(state, other))")
    var contest = Contest("who reaches whom, \(size) pacts", case: "W3 closure-\(size)", units: 1)
    contest.add("swift-search") { "\(relations.closure())" }
    contest.add("casus") { try text(query.answer(limits: limits)) }
    try contest.run(rounds: rounds)
  }

  private static func program(_ path: String) throws -> Program {
    try Program(contentsOf: URL(filePath: path + "/program.casus"))
  }

  /// Six million pairs are more than a question may cost by itself.
  private static let limits: Limits = {
    var limits = Limits()
    limits.maximumSteps = 1_000_000_000
    return limits
  }()

  private static func text(_ answer: Answer) throws -> String { answer.value?.description ?? "\(answer.outcome)" }

  // MARK: By hand

  /// The second states of all pairs, those of each first state together.
  private func neighbours(from: Int) -> (starts: [Int32], states: [Int32]) {
    var starts = [Int32](repeating: 0, count: stateCount + 1)
    for pair in stride(from: 0, to: pairs.count, by: 2) { starts[Int(pairs[pair + from]) + 1] += 1 }
    for state in 0..<stateCount { starts[state + 1] += starts[state] }
    var next = starts
    var states = [Int32](repeating: 0, count: pairs.count / 2)
    for pair in stride(from: 0, to: pairs.count, by: 2) {
      let state = Int(pairs[pair + from])
      states[Int(next[state])] = pairs[pair + 1 - from]
      next[state] += 1
    }
    return (starts, states)
  }

  @inline(never)
  private func cascade() -> Int {
    let (starts, states) = neighbours(from: 1)
    var isOpen = [Bool](repeating: false, count: stateCount)
    var isAtWar = isOpen
    for state in gates { isOpen[Int(state)] = true }
    var queue: [Int32] = []
    queue.reserveCapacity(stateCount)
    for state in attacked where !isAtWar[Int(state)] {
      isAtWar[Int(state)] = true
      queue.append(state)
    }
    var head = 0
    while head < queue.count {
      let state = Int(queue[head])
      head += 1
      for place in Int(starts[state])..<Int(starts[state + 1]) {
        let bound = Int(states[place])
        if isOpen[bound] && !isAtWar[bound] {
          isAtWar[bound] = true
          queue.append(states[place])
        }
      }
    }
    return queue.count
  }

  @inline(never)
  private func closure() -> Int {
    let (starts, states) = neighbours(from: 0)
    var lastSeen = [Int32](repeating: -1, count: stateCount)
    var queue = [Int32](repeating: 0, count: stateCount)
    var pairCount = 0
    for first in 0..<Int32(stateCount) {
      var (head, tail) = (0, 0)
      var state = Int(first)
      while true {
        for place in Int(starts[state])..<Int(starts[state + 1]) where lastSeen[Int(states[place])] != first {
          lastSeen[Int(states[place])] = first
          queue[tail] = states[place]
          tail += 1
        }
        if head == tail { break }
        state = Int(queue[head])
        head += 1
      }
      pairCount += tail
    }
    return pairCount
  }
}

/// All numbers in a file, one behind the other; what stands between them does not matter.
func numbers(inFile path: String) -> [Int32] {
  var numbers: [Int32] = []
  var number: Int32?
  for byte in readFile(path) ?? [] {
    if byte >= 48, byte <= 57 {
      number = (number ?? 0) &* 10 &+ Int32(byte &- 48)
    } else if let complete = number {
      numbers.append(complete)
      number = nil
    }
  }
  return number.map { numbers + [$0] } ?? numbers
}
