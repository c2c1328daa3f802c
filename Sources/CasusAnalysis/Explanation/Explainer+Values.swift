import CasusEngine
import CasusSemantics
import CasusSyntax

/// Values: what they are computed from.
extension Explainer {
  mutating func tellValue(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    guard case .expression(let expression, let frame) = derivation.subject(of: part) else { return }
    switch program[expression].kind {
    case .call, .gap:
      for premise in derivation.premises(of: part) { tell(premise, at: place, below: parent, as: role) }
    case .count:
      let number = add(node(for: part, expression, frame, at: place, as: role), below: parent)
      tellCount(part, at: place, below: number)
    default:
      let number = add(node(for: part, expression, frame, at: place, as: role), below: parent)
      for premise in derivation.premises(of: part) { tell(premise, at: place, below: number, as: .given) }
    }
  }

  /// What a count counts, what it may count, and what it does not.
  private mutating func tellCount(_ part: Part, at place: Place, below parent: Int) {
    let premises = derivation.premises(of: part)
    for standing in [Derivation.Standing.holds, .open, .faulty, .fails] {
      for premise in premises where derivation.standing(of: premise, at: place) == standing {
        let isSilent = standing == .fails && !search.restsOnStatements(premise, at: place) && !showsAll
        if !isSilent { tell(premise, at: place, below: parent, as: nil) }
      }
    }
    tellMembers(of: part, at: place, below: parent)
    mergeLeaves(below: parent)
  }

  /// The cases of a definition up to the one that decides; while some are open, all that remain.
  mutating func tellDefinition(_ part: Part, at place: Place, below node: Int) {
    for item in derivation.premises(of: part) {
      let standing = derivation.standing(of: item, at: place)
      for premise in derivation.premises(of: item) {
        let isValue = derivation.isValue(premise)
        if isValue && standing == .fails { continue }
        let isSilent = !isValue && standing == .fails && !search.restsOnStatements(premise, at: place) && !showsAll
        if isSilent { continue }
        if !isValue && standing == .fails {
          tellInapplicable(item, premise, at: place, below: node)
        } else {
          tell(premise, at: place, below: node, as: isValue ? .given : nil)
        }
      }
      if standing == .holds { return }
    }
  }

  /// A case of a definition that comes before the one that decides, and why it does not apply.
  private mutating func tellInapplicable(_ item: Part, _ condition: Part, at place: Place, below parent: Int) {
    guard case .expression(let expression, let frame) = derivation.subject(of: condition) else {
      return tell(condition, at: place, below: parent, as: nil)
    }
    let node = Node(
      kind: .inapplicable, role: nil,
      text: wording.written(derivation.span(of: item)) + " when " + wording.text(of: expression, frame), sentence: nil,
      answer: .truth(.false), at: derivation.date(of: place), citation: nil,
      place: builder.position(of: derivation.span(of: item)))
    tellObstacles(to: condition, at: place, below: add(node, below: parent))
  }

  /// What rules a condition out. What is denied in it is told as it is: that it holds is the reason.
  private mutating func tellObstacles(to condition: Part, at place: Place, below parent: Int) {
    var waiting = [condition]
    while let part = waiting.popLast() {
      guard case .expression(let expression, _) = derivation.subject(of: part) else {
        tell(part, at: place, below: parent, as: nil)
        continue
      }
      let reasons = search.reasons(for: part, at: place)
      switch program[expression].kind {
      case .and, .or:
        waiting += reasons.premises.reversed()
        change(parent) { $0.more += reasons.more }
      case .not: for premise in reasons.premises { tell(premise, at: place, below: parent, as: nil) }
      default: tell(part, at: place, below: parent, as: nil)
      }
    }
  }
}
