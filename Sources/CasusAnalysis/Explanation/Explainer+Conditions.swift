import CasusEngine
import CasusSemantics
import CasusSyntax

/// Conditions: which of their parts become steps, and which are passed over on the way to what they rest on.
extension Explainer {
  /// Adds what there is to tell of a part below a step.
  /// - Parameter role: what the part is to that step.
  mutating func tellAtOnce(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    switch derivation.subject(of: part) {
    case .alternative:
      if derivation.standing(of: part, at: place) != .fails { tellNote(of: part, in: parent) }
      tellReasons(for: part, at: place, below: parent, as: role)
    case .question, .combination, .chosen, .choice, .rival:
      tellReasons(for: part, at: place, below: parent, as: role)
    case .restriction: tellReasons(for: part, at: place, below: parent, as: role ?? .where)
    case .alternatives: tellAlternatives(part, at: place, below: parent, as: role)
    case .unless: tellReasons(for: part, at: place, below: parent, as: .unless)
    case .exceptions: tellExceptions(part, at: place, below: parent, as: .exception)
    case .setAside: tellSetAside(part, at: place, below: parent)
    case .force(let owner): tellForce(part, owner, at: place, below: parent, as: role)
    case .status(let status, let includesNow):
      tellStatus(part, status, includesNow, at: place, below: parent)
    case .period, .replacement, .definitionCase, .performance, .life, .act, .overdue, .occurrence: break
    case .told(let key): tellCase(key, at: place, below: parent, as: role)
    case .finding(let key):
      if derivation.standing(of: part, at: place) != .fails { tellCase(key, at: place, below: parent, as: role) }
    case .gap(let gap): tellGap(gap, part, at: place, below: parent, as: role)
    case .outside, .sameAct: tellLeaf(part, at: place, below: parent, as: role)
    case .instance(let key): tellInstance(part, key, at: place, below: parent, as: role)
    case .expression(let expression, let frame):
      if derivation.isValue(part) {
        tellValue(part, at: place, below: parent, as: role ?? .given)
      } else {
        tellExpression(part, expression, frame, at: place, below: parent, as: role)
      }
    }
  }

  /// Tells the premises that make a part what it is, as reasons of the step itself.
  mutating func tellReasons(for part: Part, at place: Place, below parent: Int, as role: Node.Role? = nil) {
    let reasons = search.reasons(for: part, at: place)
    guard derivation.isOpen(part, at: place) else {
      for premise in reasons.premises { tell(premise, at: place, below: parent, as: role) }
      return change(parent) { $0.more += reasons.more }
    }
    for premise in reasons.premises where derivation.isOpen(premise, at: place) {
      if canTip(premise, at: place) {
        tell(premise, at: place, below: parent, as: role)
      } else {
        tellSettled(premise, at: place, below: parent, as: role)
      }
    }
    for premise in reasons.premises where !derivation.isOpen(premise, at: place) && bears(premise, on: part, at: place)
    {
      tell(premise, at: place, below: parent, as: role)
    }
  }

  /// Whether a settled premise of something open is worth a word: what is needed as well as what is open, and what is
  /// ruled out because somebody said so.
  mutating func bears(_ premise: Part, on part: Part, at place: Place) -> Bool {
    if derivation.isValue(premise) || search.restsOnStatements(premise, at: place) { return true }
    let standing = derivation.standing(of: premise, at: place)
    switch derivation.join(of: part) {
    case .all, .own: return standing == .holds
    case .any, .none, .implication: return false
    }
  }

  // MARK: Expressions

  private mutating func tellExpression(
    _ part: Part, _ expression: ExpressionID, _ frame: Frame, at place: Place, below parent: Int, as role: Node.Role?
  ) {
    switch program[expression].kind {
    case .and, .call, .gap: tellReasons(for: part, at: place, below: parent, as: role)
    case .or: tellAlternatives(part, at: place, below: parent, as: role)
    case .not:
      // What is denied within a denial is told as it is written.
      guard role != nil else { return tellReasons(for: part, at: place, below: parent, as: .not) }
      let node = add(self.node(for: part, expression, frame, at: place, as: role), below: parent)
      tellReasons(for: part, at: place, below: node, as: .not)
    case .quantified: tellQuantified(part, at: place, below: parent, as: role)
    default: tellLeaf(part, at: place, below: parent, as: role)
    }
  }

  /// A condition that is told as it is written. What is plain from the words alone is told only where all turns on it.
  private mutating func tellLeaf(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    let isPlain = derivation.premises(of: part).isEmpty && derivation.standing(of: part, at: place) == .holds
    if isPlain && role == nil && !showsAll && parent > 0 { return }
    let number = add(node(for: part, at: place, as: role), below: parent)
    if case .expression(let expression, _) = derivation.subject(of: part),
      case .windowed(_, let kind, let bound) = program[expression].kind
    {
      return tellWindow(part, kind, bound, at: place, below: number)
    }
    for premise in derivation.premises(of: part) { tell(premise, at: place, below: number, as: .given) }
  }

  /// What would take away, and does not, goes without saying, but where somebody had to say so.
  private mutating func tellExceptions(_ part: Part, at place: Place, below parent: Int, as role: Node.Role) {
    let isSilent = derivation.standing(of: part, at: place) == .holds && !search.restsOnStatements(part, at: place)
    if isSilent && !showsAll { return }
    tellReasons(for: part, at: place, below: parent, as: role)
  }
}

extension Derivation {
  /// Whether a condition is neither certain nor ruled out.
  func isOpen(_ part: DerivationPartID, at place: Place) -> Bool {
    if isValue(part) { return false }
    let standing = standing(of: part, at: place)
    return standing == .open || standing == .faulty
  }
}
