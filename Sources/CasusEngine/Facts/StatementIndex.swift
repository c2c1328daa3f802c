internal import CasusSemantics

/// Finds statements of the files, or of one scenario, by the case they speak of.
///
/// Positions count the statements of the files first and then the scenario's, so that one number finds either.
struct StatementIndex: Sendable {
  /// The position of the first statement.
  let start: Int
  /// Each view with the first statement that is of it, in their order.
  private(set) var firstOfViews: [(view: EntityID, position: Int)] = []
  private var knownViews: Set<EntityID> = []
  /// The last statement of each case that names all its arguments.
  private var latest = PositionTable()
  /// The statements, in order.
  private var entries: [Entry] = []
  /// Of each statement the one before that names the same case; -1: none. By themselves, so that going from one to the next
  /// stays within what a processor keeps at hand.
  private var previous: [Int32] = []
  /// Of each statement what it says from when on; silent where it ends, or is somebody's.
  private var beginnings: [TruthCourse.Change] = []
  /// The same by case, while no statement is added.
  private var beginningsByCase: BeginningTable?
  /// How many statements speak of each declaration; those of which none does may be missing at the end.
  private var counts: [Int] = []
  /// The statements that say `any`, by the number of their declaration; empty as long as there are none.
  private var patterns: [[StatementPattern]] = []
  /// The statements about who is a party, by the fact that tells it.
  private var partyStatements: [DeclarationID: [Int32]] = [:]

  private struct Entry {
    /// The case that it speaks of; the ordinal is -1 where it names none.
    var ordinal: Int
    var declaration: Int32

    func speaks(of key: CaseKey) -> Bool { ordinal == key.ordinal && Int(declaration) == key.declaration.index }
  }

  init(from start: Int, in program: Program) {
    self.start = start
    for fact in program.instruments.compactMap({ $0.partyFact }) { partyStatements[fact] = [] }
  }

  mutating func reserve(_ count: Int) {
    latest.reserve(count)
    entries.reserveCapacity(count)
    previous.reserveCapacity(count)
    beginnings.reserveCapacity(count)
  }

  /// Puts what statements say together by case, where some of it begins at a date, so that timelines may be asked.
  mutating func gatherBeginnings() {
    guard beginnings.contains(where: { $0.minutes != .min && $0.state != .silent }) else { return }
    beginningsByCase = BeginningTable(beginnings, previous: previous, from: start)
  }

  /// Takes in the next statement.
  ///
  /// - Parameters:
  ///   - ordinal: which case it names; nil where it names none.
  ///   - beginning: what it says from when on, where it is nobody's and does not end.
  ///   - pattern: what it wants of each argument, where it says `any`.
  mutating func append(
    _ declaration: DeclarationID, ordinal: Int?, views: [EntityID], beginning: TruthCourse.Change?,
    _ pattern: [StatementPattern.Argument]?
  ) {
    let position = start + entries.count
    let number = Int32(truncatingIfNeeded: position)
    while counts.count <= declaration.index { counts.append(0) }
    counts[declaration.index] += 1
    for view in views where knownViews.insert(view).inserted { firstOfViews.append((view, position)) }
    if !partyStatements.isEmpty { partyStatements[declaration]?.append(number) }
    if let pattern { append(StatementPattern(position: number, arguments: pattern), of: declaration) }
    var before: Int32?
    if let ordinal {
      let key = CaseKey(declaration, ordinal: ordinal)
      before = latest.put(number, hash: key.tableHash) { [entries, start] position in
        entries[Int(position) - start].speaks(of: key)
      }
    }
    beginningsByCase = nil
    entries.append(Entry(ordinal: ordinal ?? -1, declaration: Int32(truncatingIfNeeded: declaration.index)))
    previous.append(before ?? -1)
    beginnings.append(beginning ?? TruthCourse.Change(minutes: 0, state: .silent))
  }

  private func latest(of key: CaseKey) -> Int32? {
    latest.position(key.tableHash) { entries[Int($0) - start].speaks(of: key) }
  }

  private mutating func append(_ pattern: StatementPattern, of declaration: DeclarationID) {
    while patterns.count <= declaration.index { patterns.append([]) }
    patterns[declaration.index].append(pattern)
  }

  /// Adds the statements that name a case and stand before a position, the latest first.
  func add(naming key: CaseKey, before end: Int, to found: inout [Int32]) {
    guard var position = latest(of: key) else { return }
    while position >= 0 {
      if position < end { found.append(position) }
      position = previous[Int(position) - start]
    }
  }

  /// What the statements that name a case and stand before a position say from their beginnings on, for good, in the order
  /// in which they are written; nil where one ends, or is somebody's.
  func beginnings(of key: CaseKey, before end: Int) -> [TruthCourse.Change]? {
    guard var position = latest(of: key) else { return [] }
    if let beginningsByCase, end >= start + entries.count {
      let found = beginningsByCase.beginnings(ofCaseNamedBy: Int(position) - start)
      return found.contains { $0.state == .silent } ? nil : Array(found)
    }
    // Those that stand behind come first.
    while position >= end { position = previous[Int(position) - start] }
    var count = 0
    var next = position
    while next >= 0 {
      if beginnings[Int(next) - start].state == .silent { return nil }
      count += 1
      next = previous[Int(next) - start]
    }
    return Array(unsafeUninitializedCapacity: count) { found, foundCount in
      foundCount = count
      next = position
      while next >= 0 {
        count -= 1
        found.initializeElement(at: count, to: beginnings[Int(next) - start])
        next = previous[Int(next) - start]
      }
    }
  }

  /// Whether a statement that names a case, stands before a position and is as is asked.
  func names(_ key: CaseKey, before end: Int, where isWanted: (Int32) -> Bool) -> Bool {
    guard var position = latest(of: key) else { return false }
    while position >= 0 {
      if position < end, isWanted(position) { return true }
      position = previous[Int(position) - start]
    }
    return false
  }

  /// How many statements speak of a declaration.
  func count(of declaration: DeclarationID) -> Int {
    declaration.index < counts.count ? counts[declaration.index] : 0
  }

  /// The cases that statements name, each once, by the number of their declaration, of those that are wanted; with the
  /// statement, where it is the only one.
  func cases(where isWanted: [Bool]) -> [[(ordinal: Int, only: Int32?)]] {
    var found: [[(ordinal: Int, only: Int32?)]] = Array(repeating: [], count: isWanted.count)
    guard isWanted.contains(true) else { return found }
    var isFollowed = [Bool](repeating: false, count: entries.count)
    for position in previous where position >= 0 { isFollowed[Int(position) - start] = true }
    for (index, entry) in entries.enumerated() where entry.ordinal >= 0 && !isFollowed[index] {
      let declaration = Int(entry.declaration)
      guard declaration < isWanted.count, isWanted[declaration] else { continue }
      found[declaration].append((entry.ordinal, previous[index] < 0 ? Int32(truncatingIfNeeded: start + index) : nil))
    }
    return found
  }

  /// Whether a statement says `any` of a declaration.
  func hasPatterns(of declaration: DeclarationID) -> Bool {
    declaration.index < patterns.count && !patterns[declaration.index].isEmpty
  }

  /// Adds the statements that say `any`, that mean a case too, by its arguments, and that stand before a position.
  func add(
    fitting arguments: [Int], of declaration: DeclarationID, before end: Int, to found: inout [Int32]
  ) {
    guard declaration.index < patterns.count else { return }
    for pattern in patterns[declaration.index] where pattern.position < end && pattern.fits(arguments) {
      found.append(pattern.position)
    }
  }

  /// The statements about who is a party to an instrument, each with the case that it names.
  func parties(by fact: DeclarationID) -> [(position: Int32, ordinal: Int)] {
    (partyStatements[fact] ?? []).compactMap { position in
      let ordinal = entries[Int(position) - start].ordinal
      return ordinal < 0 ? nil : (position, ordinal)
    }
  }
}

/// A statement that says `any`.
struct StatementPattern: Sendable {
  /// What it wants of an argument.
  enum Argument: Sendable {
    case any
    case number(Int)
    /// What no case has.
    case none
  }
  var position: Int32
  var arguments: [Argument]

  func fits(_ numbers: [Int]) -> Bool {
    zip(arguments, numbers).allSatisfy { argument, number in
      switch argument {
      case .any: true
      case .number(let wanted): wanted == number
      case .none: false
      }
    }
  }
}

extension CaseIndex {
  /// The case that a statement with these arguments names; nil where it says `any`, or what is no case.
  func ordinal(of arguments: [Value?], _ entities: [Entity]) -> Int? {
    var result = 0
    for position in arguments.indices {
      let scalar: Int?
      switch arguments[position] {
      case .entity(let entity): scalar = entities[entity.index].ordinal
      case .number(let number): scalar = number.integer.flatMap { Int(exactly: $0) }
      default: scalar = nil
      }
      guard let scalar, let next = ordinal(of: scalar, at: position, behind: result) else { return nil }
      result = next
    }
    return result
  }
}
