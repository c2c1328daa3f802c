import CasusEngine
import CasusSemantics

/// Finds which premises of a part are worth telling: one sufficient reason, the shortest first.
///
/// A part that holds needs a reason that does not run back to itself; of recursive parts each is given a rank, and a
/// reason for one uses those of lower rank alone. What fails may fail because it only supports itself: there parts of
/// one rank may lean on one another.
struct ReasonSearch {
  typealias Part = DerivationPartID
  typealias Place = Derivation.Place
  typealias Standing = Derivation.Standing

  var derivation: Derivation
  /// Of each part, whether it is a value.
  let isValue: [Bool]
  let groups: PartGroups
  private var tables: [Place: Table] = [:]

  /// What the parts cost and rank at one place, and the reasons to tell of them.
  private struct Table {
    var costs: [Int]
    /// Zero where no rank is needed.
    var ranks: [Int]
    /// Whether somebody had to tell something for it.
    var rests: [Bool]
    var reasons: [Reasons]

    init(count: Int) {
      costs = Array(repeating: 1, count: count)
      ranks = Array(repeating: 0, count: count)
      rests = Array(repeating: false, count: count)
      reasons = Array(repeating: Reasons(premises: []), count: count)
    }

    mutating func note(_ part: Part, _ choice: Reasons?, _ derivation: Derivation, at place: Place) {
      var cost = derivation.ownCost(of: part)
      var rest = derivation.isTold(part, at: place)
      for premise in choice?.premises ?? [] {
        cost = min(cost + costs[premise.index], Int(Int32.max))
        rest = rest || rests[premise.index]
      }
      costs[part.index] = cost
      rests[part.index] = rest
    }
  }

  init(_ derivation: Derivation) {
    self.derivation = derivation
    isValue = derivation.record.parts.indices.map { derivation.isValue(Part($0)) }
    groups = PartGroups(derivation.record)
  }

  /// The premises to tell of a part, and how many others would do instead.
  mutating func reasons(for part: Part, at place: Place) -> Reasons { table(at: place).reasons[part.index] }

  mutating func cost(of part: Part, at place: Place) -> Int { table(at: place).costs[part.index] }

  /// Whether what makes a part what it is was told by somebody, and is not just the text or a presumption.
  mutating func restsOnStatements(_ part: Part, at place: Place) -> Bool { table(at: place).rests[part.index] }

  /// The statements that make a part what it is.
  mutating func support(of part: Part, at place: Place) -> Set<Int32> {
    let reasons = table(at: place).reasons
    var found: Set<Int32> = []
    var isVisited = [Bool](repeating: false, count: isValue.count)
    var waiting = [part]
    while let next = waiting.popLast() {
      if isVisited[next.index] { continue }
      isVisited[next.index] = true
      found.formUnion(derivation.statements(behind: next, at: place))
      waiting += reasons[next.index].premises
    }
    return found
  }

  private mutating func table(at place: Place) -> Table {
    if let known = tables[place] { return known }
    var table = Table(count: derivation.record.parts.count)
    for group in groups.indices {
      if groups.isRecursive(group) {
        rank(Array(groups[group]), at: place, &table)
        for part in groups[group] {
          note(choice(for: part, at: place, table.costs, .ranked(table.ranks)), for: part, in: &table)
        }
      } else if let part = groups[group].first {
        let choice = choice(for: part, at: place, table.costs, .any)
        note(choice, for: part, in: &table)
        table.note(part, choice, derivation, at: place)
      }
    }
    tables[place] = table
    return table
  }

  private func note(_ choice: Reasons?, for part: Part, in table: inout Table) {
    if let choice {
      table.reasons[part.index] = choice
    } else {
      table.reasons[part.index] = Reasons(premises: derivation.premises(of: part))
    }
  }

  // MARK: Recursion

  /// Which premises a choice may take. It is no closure: each would copy the whole search, for every part.
  enum Allowance {
    case any
    /// Of parts that depend on one another those that come first.
    case ranked([Int])
    /// Those that have a rank.
    case known([Int])
    /// Those that have a rank, and those in a set.
    case knownOrAmong([Int], Set<Part>)
  }

  func isAllowed(_ premise: Part, for part: Part, at place: Place, _ allowance: Allowance) -> Bool {
    switch allowance {
    case .any: true
    case .ranked(let ranks): comesFirst(premise, for: part, at: place, ranks)
    case .known(let ranks): ranks[premise.index] < Int.max
    case .knownOrAmong(let ranks, let parts): ranks[premise.index] < Int.max || parts.contains(premise)
    }
  }

  private func comesFirst(_ premise: Part, for part: Part, at place: Place, _ ranks: [Int]) -> Bool {
    let group = groups.group[part.index]
    guard groups.group[premise.index] == group, groups.isRecursive(group) else { return true }
    let (own, other) = (ranks[part.index], ranks[premise.index])
    switch derivation.standing(of: part, at: place) {
    case .holds: return other < own
    case .fails: return derivation.standing(of: premise, at: place) == .fails ? other <= own : other < own
    case .open, .faulty: return true
    }
  }

  /// Ranks parts that depend on one another, as the well-founded semantics settles them: what holds grows from what is
  /// settled; then everything fails together that nothing but itself supports; and so on.
  private func rank(_ parts: [Part], at place: Place, _ table: inout Table) {
    for part in parts { table.ranks[part.index] = Int.max }
    var last = 0
    var isGrowing = true
    while isGrowing {
      let before = last
      growTruth(of: parts, at: place, &table, &last)
      failTogether(parts, at: place, &table, &last)
      isGrowing = last > before
    }
    for part in parts.reversed() where table.ranks[part.index] == Int.max {
      table.note(part, choice(for: part, at: place, table.costs, .any), derivation, at: place)
    }
  }

  private func growTruth(of parts: [Part], at place: Place, _ table: inout Table, _ last: inout Int) {
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for part in parts.reversed() where table.ranks[part.index] == Int.max {
        guard derivation.standing(of: part, at: place) == .holds,
          let choice = choice(for: part, at: place, table.costs, .known(table.ranks))
        else { continue }
        table.note(part, choice, derivation, at: place)
        last += 1
        table.ranks[part.index] = last
        isGrowing = true
      }
    }
  }

  private func failTogether(_ parts: [Part], at place: Place, _ table: inout Table, _ last: inout Int) {
    var failing = Set(
      parts.filter { table.ranks[$0.index] == Int.max && derivation.standing(of: $0, at: place) == .fails })
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      for part in parts where failing.contains(part) {
        if choice(for: part, at: place, table.costs, .knownOrAmong(table.ranks, failing)) == nil {
          failing.remove(part)
          isShrinking = true
        }
      }
    }
    guard !failing.isEmpty else { return }
    last += 1
    for part in failing { table.ranks[part.index] = last }
    for part in parts.reversed() where failing.contains(part) {
      table.note(part, choice(for: part, at: place, table.costs, .known(table.ranks)), derivation, at: place)
    }
  }
}
