import CasusEngine
import CasusSemantics
import CasusSyntax

/// Values: what they are computed from.
extension Explainer {
  mutating func tellValue(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    guard case .expression(let expression, let frame) = derivation[part].subject else { return }
    switch program[expression].kind {
    case .call, .gap:
      for premise in derivation[part].premises { tell(premise, at: place, below: parent, as: role) }
    case .count:
      let number = add(node(for: part, expression, frame, at: place, as: role), below: parent)
      tellCount(part, at: place, below: number)
    default:
      let number = add(node(for: part, expression, frame, at: place, as: role), below: parent)
      for premise in derivation[part].premises { tell(premise, at: place, below: number, as: .given) }
    }
  }

  /// What a count counts, what it may count, and what it does not.
  private mutating func tellCount(_ part: Part, at place: Place, below parent: Int) {
    let premises = derivation[part].premises
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
    for item in derivation[part].premises {
      let standing = derivation.standing(of: item, at: place)
      for premise in derivation[item].premises {
        let isValue = derivation.isValue(premise)
        if isValue && standing == .fails { continue }
        let isSilent = !isValue && standing == .fails && !search.restsOnStatements(premise, at: place) && !showsAll
        if !isSilent { tell(premise, at: place, below: node, as: isValue ? .given : nil) }
      }
      if standing == .holds { return }
    }
  }
}
