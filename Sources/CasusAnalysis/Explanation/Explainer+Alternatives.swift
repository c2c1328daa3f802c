import CasusEngine
import CasusSemantics

/// Conditions with several parts of which one would do, or all are needed: rules with alternatives, `or`, `some`, `every`.
extension Explainer {
  /// Alternatives. While several are open, they stand below a step of their own.
  mutating func tellAlternatives(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    let premises = derivation.premises(of: part)
    let open = premises.filter { derivation.isOpen($0, at: place) && canTip($0, at: place) }
    guard derivation.isOpen(part, at: place), open.count > 1 else {
      return tellReasons(for: part, at: place, below: parent, as: role)
    }
    var node = self.node(for: part, at: place, as: role)
    node.kind = .any
    if case .alternatives = derivation.subject(of: part) { node.text = "one of \(premises.count) alternatives" }
    let number = add(node, below: parent)
    for premise in open {
      var alternative = self.node(for: premise, at: place, as: nil)
      alternative.kind = .all
      let step = add(alternative, below: number)
      tellNote(of: premise, in: step)
      tell(premise, at: place, below: step, as: nil)
      if nodes[step].because.count == 1, nodes[step].note == nil {
        replace(step, below: number, by: nodes[step].because[0])
      }
    }
    for premise in premises where !derivation.isOpen(premise, at: place) && bears(premise, on: part, at: place) {
      tell(premise, at: place, below: number, as: nil)
    }
  }

  /// A quantifier: one combination of what its variables stand for, or all below a step of their own.
  mutating func tellQuantified(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    let reasons = search.reasons(for: part, at: place)
    let shown = derivation.isOpen(part, at: place) ? openCombinations(of: part, reasons, at: place) : reasons
    guard shown.premises.count > 1 || shown.more > 0 && derivation.isOpen(part, at: place) else {
      tellMembers(of: part, at: place, below: parent)
      return tellReasons(for: part, at: place, below: parent, as: role)
    }
    let number = add(node(for: part, at: place, as: role), below: parent)
    for premise in shown.premises { tell(premise, at: place, below: number, as: nil) }
    tellMembers(of: part, at: place, below: number)
    mergeLeaves(below: number)
    change(number) { $0.more = shown.more }
  }

  /// The combinations that are open, of those that rest on the same statements the simplest alone; and those that are
  /// settled because somebody said so.
  private mutating func openCombinations(of part: Part, _ reasons: Reasons, at place: Place) -> Reasons {
    if showsAll { return reasons }
    var found: [(support: Set<Int32>, cost: Int, premise: Part)] = []
    var settled: [Part] = []
    var more = 0
    for premise in reasons.premises {
      guard derivation.isOpen(premise, at: place) else {
        if bears(premise, on: part, at: place) { settled.append(premise) }
        continue
      }
      guard canTip(premise, at: place) else { continue }
      let support = search.support(of: premise, at: place)
      let cost = 2 * search.cost(of: premise, at: place) + (isPeculiar(premise) ? 1 : 0)
      if let index = found.firstIndex(where: { $0.support == support }) {
        more += 1
        if cost < found[index].cost { found[index] = (support, cost, premise) }
      } else {
        found.append((support, cost, premise))
      }
    }
    return Reasons(premises: found.map { $0.premise }.sorted() + settled, more: more)
  }

  /// Who belongs to `Party` because somebody said so: what variables run over rests on that as well.
  mutating func tellMembers(of part: Part, at place: Place, below parent: Int) {
    guard case .expression(let expression, _) = derivation.subject(of: part),
      let binding = program[expression].kind.binding
    else { return }
    for variable in binding.variables {
      guard case .reference(.parties(let instrument)) = variable.domain, let fact = program[instrument].partyFact else {
        continue
      }
      for key in derivation.facts.partiesTold(by: fact) { tellCase(key, at: place, below: parent, as: .where) }
    }
  }

  /// Whether a variable stands for what another stands for as well: no good example of what is meant.
  private func isPeculiar(_ combination: Part) -> Bool {
    guard case .combination(let slots, let frame) = derivation.subject(of: combination) else { return false }
    return slots.contains { slot in
      frame.enumerated().contains { $0.offset < slot && $0.element == frame[slot] }
    }
  }

  // MARK: Leaves that say the same

  /// Puts facts together that one and the same statement tells, or one presumption.
  mutating func mergeLeaves(below parent: Int) {
    var kept: [Int] = []
    for child in nodes[parent].because {
      if let index = kept.firstIndex(where: { saySame($0, child) }) {
        merge(child, into: kept[index])
      } else {
        kept.append(child)
      }
    }
    change(parent) { $0.because = kept }
  }

  private func saySame(_ first: Int, _ second: Int) -> Bool {
    guard let (one, other) = leaves[first].flatMap({ one in leaves[second].map { (one, $0) } }) else { return false }
    let (left, right) = (nodes[first], nodes[second])
    return one.declaration == other.declaration && left.kind == right.kind && left.role == right.role
      && left.answer == right.answer && left.because.isEmpty && right.because.isEmpty
      && left.statements == right.statements
  }

  private mutating func merge(_ child: Int, into kept: Int) {
    guard var leaf = leaves[kept], let other = leaves[child] else { return }
    for (position, argument) in other.arguments.enumerated() where leaf.arguments[position] != argument {
      leaf.arguments[position] = nil
    }
    leaf.cases += other.cases
    leaves[kept] = leaf
    let words = wording
    let outcome = nodes[kept].answer
    change(kept) {
      $0.text = words.call(leaf.declaration, leaf.arguments)
      $0.sentence = words.sentence(leaf.declaration, leaf.arguments, outcome)
      $0.cases = leaf.cases.count
    }
  }
}

/// A fact or an event at the end of an argument.
struct ExplanationLeaf {
  var declaration: DeclarationID
  /// Nil where several cases that differ in it are told as one.
  var arguments: [Value?]
  var cases: [CaseKey]
}
