import CasusDiagnostics
import CasusSyntax

/// Both orders, and who is reached from whom in them.
struct Precedence {
  private let norms: Graph
  private let instruments: Graph
  private var normsBelow: [Int: Set<Int>] = [:]
  private var instrumentsBelow: [Int: Set<Int>] = [:]
  /// How many steps through the orders were taken.
  private(set) var steps = 0

  init(norms: Graph, instruments: Graph) {
    self.norms = norms
    self.instruments = instruments
  }

  mutating func norm(_ first: Int, prevailsOver second: Int) -> Bool {
    if norms.successors[first].isEmpty { return false }
    let below = normsBelow[first] ?? reach(first, in: norms)
    normsBelow[first] = below
    return below.contains(second)
  }

  mutating func instrument(_ first: InstrumentID?, prevailsOver second: InstrumentID?) -> Bool {
    guard let first = first?.index, let second = second?.index, !instruments.successors[first].isEmpty else {
      return false
    }
    let below = instrumentsBelow[first] ?? reach(first, in: instruments)
    instrumentsBelow[first] = below
    return below.contains(second)
  }

  private mutating func reach(_ start: Int, in graph: Graph) -> Set<Int> {
    var reached: Set<Int> = []
    var open = [start]
    while let node = open.popLast() {
      for next in graph.successors[node] {
        steps += 1
        if reached.insert(next).inserted { open.append(next) }
      }
    }
    return reached
  }
}

/// Norms over one event: those that forbid it, and those that demand or allow it.
private struct NormsOverAct {
  var forbidding: [Int] = []
  var others: [Int] = []
}

extension Checker {
  /// Tells each norm which norms of the opposite modality over the same act prevail over it, and which nothing ranks.
  mutating func compare(_ precedence: Precedence) {
    var precedence = precedence
    var losers: [[DeclarationID]] = Array(repeating: [], count: program.declarations.count)
    var unranked = losers
    var pairs = 0
    for group in normsByAct() {
      for forbidding in group.forbidding {
        for other in group.others {
          pairs += 1
          guard pairs + precedence.steps <= limits.maximumRankings else {
            return report(
              .tooManyRankings, "too many norms over one act must be ranked; raise `--max-steps`",
              at: program.declarations[other].span)
          }
          switch rank(forbidding, other, &precedence) {
          case .first: losers[other].append(DeclarationID(forbidding))
          case .second: losers[forbidding].append(DeclarationID(other))
          case .neither:
            unranked[forbidding].append(DeclarationID(other))
            unranked[other].append(DeclarationID(forbidding))
          }
        }
      }
    }
    for index in program.declarations.indices {
      guard case .norm(var details) = program.declarations[index].kind else { continue }
      details.prevailedOverBy = losers[index]
      details.unrankedAgainst = unranked[index]
      program.declarations[index].kind = .norm(details)
    }
  }

  private func normsByAct() -> [NormsOverAct] {
    var groups: [NormsOverAct] = []
    var groupOfEvent: [DeclarationID: Int] = [:]
    for (index, declaration) in program.declarations.enumerated() {
      guard case .norm(let details) = declaration.kind else { continue }
      let group = groupOfEvent[details.event] ?? groups.count
      if group == groups.count { groups.append(NormsOverAct()) }
      groupOfEvent[details.event] = group
      if details.modality == .mustNot {
        groups[group].forbidding.append(index)
      } else {
        groups[group].others.append(index)
      }
    }
    return groups
  }

  private enum Rank { case first, second, neither }

  /// A norm's own order comes before its instrument's.
  private func rank(_ first: Int, _ second: Int, _ precedence: inout Precedence) -> Rank {
    if precedence.norm(first, prevailsOver: second) { return .first }
    if precedence.norm(second, prevailsOver: first) { return .second }
    let (one, other) = (program.declarations[first].instrument, program.declarations[second].instrument)
    if precedence.instrument(one, prevailsOver: other) { return .first }
    if precedence.instrument(other, prevailsOver: one) { return .second }
    return .neither
  }
}
