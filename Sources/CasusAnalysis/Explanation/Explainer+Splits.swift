import CasusEngine
import CasusSemantics
import CasusSyntax

/// What no reason settles by itself, and exact reasoning does: it is so in each case of something open.
extension Explainer {
  /// How deep cases are told within cases, and how many parts of a condition are asked whether they are settled alone.
  private static var mostSteps: Int { 40 }
  private static var mostQuestions: Int { 16 }

  /// Tells why a condition holds, or fails, that the bounds leave open.
  mutating func tellExactly(
    _ part: Part, _ wanted: Bool, at place: Place, below parent: Int, as role: Node.Role?, depth: Int = 0
  ) {
    guard derivation.isOpen(part, at: place), depth < Self.mostSteps else {
      return tell(part, at: place, below: parent, as: role)
    }
    let number = stepForExactness(part, wanted, at: place, below: parent, as: role)
    let premises = derivation.premises(of: part).filter { !derivation.isValue($0) }
    for value in derivation.premises(of: part) where derivation.isValue(value) && !premises.isEmpty {
      tell(value, at: place, below: number, as: .given)
    }
    let join = derivation.join(of: part)
    switch (join, wanted) {
    case (.all, true), (.any, false), (.none, true):
      for premise in premises {
        tellExactly(premise, join == .all, at: place, below: number, as: self.role(below: part, role), depth: depth + 1)
      }
    case (.all, false), (.any, true), (.none, false):
      let needed: Derivation.Standing = join == .all ? .fails : .holds
      let open = premises.filter { derivation.isOpen($0, at: place) }.prefix(Self.mostQuestions)
      guard let settled = open.first(where: { derivation.exactStanding(of: $0, at: place) == needed }) else {
        return tellSplit(part, wanted, at: place, below: number, depth: depth)
      }
      tellExactly(
        settled, needed == .holds, at: place, below: number, as: self.role(below: part, role), depth: depth + 1)
    case (.own, _), (.implication, _): tellSplit(part, wanted, at: place, below: number, depth: depth)
    }
  }

  /// Whether something that leaves a part open can still tip the answer.
  func canTip(_ part: Part, at place: Place) -> Bool {
    guard place == Place(view: 0, moment: derivation.now), let tipping else { return true }
    return tipping.isBelow[part.index]
  }

  /// A part that is open by the bounds, of which nothing can tip the answer: told where it is settled after all.
  mutating func tellSettled(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    switch derivation.exactStanding(of: part, at: place) {
    case .holds: tellExactly(part, true, at: place, below: parent, as: role)
    case .fails: tellExactly(part, false, at: place, below: parent, as: role)
    case .open, .faulty: break
    }
  }

  /// A step for a part that has one; else the step it belongs to.
  private mutating func stepForExactness(
    _ part: Part, _ wanted: Bool, at place: Place, below parent: Int, as role: Node.Role?
  ) -> Int {
    var node: Node
    switch derivation.subject(of: part) {
    case .instance(let key): node = self.node(for: part, key, at: place)
    case .expression(let expression, let frame):
      switch program[expression].kind {
      case .and, .or, .not, .call, .gap: return parent
      default: node = self.node(for: part, expression, frame, at: place, as: role)
      }
    default: return parent
    }
    node.role = role
    node.answer = .truth(wanted ? .true : .false)
    return add(node, below: parent)
  }

  private func role(below part: Part, _ role: Node.Role?) -> Node.Role? {
    switch derivation.subject(of: part) {
    case .unless: .unless
    case .exceptions: .exception
    case .setAside: .prevails
    case .expression(let expression, _): if case .not = program[expression].kind { .not } else { role }
    case .instance: nil
    default: role
    }
  }

  /// The cases of something open, and what follows in each.
  private mutating func tellSplit(_ part: Part, _ wanted: Bool, at place: Place, below parent: Int, depth: Int) {
    var node = self.node(for: part, at: place, as: nil)
    node.kind = .split
    node.answer = .truth(wanted ? .true : .false)
    let number = add(node, below: parent)
    guard depth < Self.mostSteps, let assumptions = search.derivation.split(part, at: place) else {
      return tellExhaustion(part, at: place, below: number)
    }
    if case .told(let key)? = assumptions.first?.subject, !derivation.statements(behind: key, at: place).isEmpty {
      tellCase(key, at: place, below: number, as: .given)
    }
    for assumption in assumptions {
      var step = node
      step.kind = .case
      step.text = wording.text(of: assumption, in: derivation)
      step.place = nodes[number].place
      var inside = place
      inside.world = assumption.world
      tellExactly(part, wanted, at: inside, below: add(step, below: number), as: nil, depth: depth + 8)
    }
  }

  /// Too many cases to tell apart: what is told and open in them.
  private mutating func tellExhaustion(_ part: Part, at place: Place, below number: Int) {
    tellNorms(behind: part, at: place, below: number)
    var told: [Part: Set<[Int32]>] = [:]
    for leaf in search.leaves(below: part, at: place) {
      for moment in stride(from: place.moment, through: 0, by: -1) {
        let then = place.moved(to: moment)
        guard moment == place.moment || derivation.isTold(leaf, at: then), !derivation.isPresumed(leaf, at: then) else {
          continue
        }
        guard told[leaf, default: []].insert(derivation.statements(behind: leaf, at: then)).inserted else { continue }
        tell(leaf, at: then, below: number, as: nil)
      }
    }
    mergeLeaves(below: number)
  }
}

extension ReasonSearch {
  /// The facts, events, gaps and findings below a part.
  func leaves(below part: Part, at place: Place) -> [Part] {
    var found: [Part] = []
    var visited: Set<Part> = []
    var waiting = [part]
    while let next = waiting.popLast() {
      guard visited.insert(next).inserted else { continue }
      if derivation.isLeaf(next, at: place) {
        found.append(next)
      } else {
        waiting += derivation.premises(of: next).reversed()
      }
    }
    return found
  }
}

extension Derivation {
  /// Whether nobody tells of a case, and something is presumed.
  func isPresumed(_ leaf: DerivationPartID, at place: Place) -> Bool {
    if case .told(let key) = subject(of: leaf) { reading(of: key, at: place).isPresumed } else { false }
  }
}
