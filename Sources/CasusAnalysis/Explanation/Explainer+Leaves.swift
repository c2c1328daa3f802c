import CasusEngine
import CasusSemantics

/// Where an argument ends: what is told, presumed or open.
extension Explainer {
  mutating func tellCase(_ key: CaseKey, at place: Place, below parent: Int, as role: Node.Role?) {
    if let instrument = program.instrument(ofParties: key.declaration), role == nil,
      derivation.reading(of: key, at: place).state == .truth(true)
    {
      if !isNew(.party(instrument, key.ordinal), at: place) { return }
    }
    let declaration = program[key.declaration]
    let arguments = derivation.arguments(of: key)
    let optional = arguments.map { Optional($0) }
    let outcome = outcome(of: key, at: place)
    var node = Node(
      kind: .fact, role: role, text: program.sourceForm(of: key.declaration, arguments),
      sentence: wording.sentence(key.declaration, optional, outcome), answer: outcome, at: derivation.date(of: place),
      citation: citation(declaration), place: builder.position(of: declaration.span))
    switch declaration.kind {
    case .event: node.kind = .event
    case .rule: node.kind = .finding
    default: break
    }
    let positions = derivation.statements(behind: key, at: place)
    node.statements = positions.filter { !derivation.isAssumed($0) }.map { statement($0) }
    if positions.contains(where: { derivation.isAssumed($0) }) {
      node.kind = .assumption
    } else if outcome == .truth(.unknown) {
      node.decidedBy = builder.decider(of: key.declaration, arguments)
      node.weight =
        derivation.answer.openFacts.first {
          $0.declaration == key.declaration && $0.arguments == arguments
        }?.weight
    } else if node.statements.isEmpty {
      node.kind = .presumption
    }
    if node.statements.isEmpty { node.note = wording.note(above: declaration.span) }
    let number = add(node, below: parent)
    leaves[number] = ExplanationLeaf(declaration: key.declaration, arguments: optional, cases: [key])
  }

  private func outcome(of key: CaseKey, at place: Place) -> AnswerReport.Outcome {
    switch derivation.reading(of: key, at: place).state {
    case .truth(let truth): return .truth(truth ? .true : .false)
    case .values(let set):
      guard case .fact(let details) = program[key.declaration].kind else { return .truth(.unknown) }
      return .value(builder.value(set, type: details.type, derivation.texts))
    case .open: return .truth(.unknown)
    }
  }

  func statement(_ position: Int32) -> Node.Statement {
    let told = derivation.statement(position)
    var statement = Node.Statement(
      position: Int(position), accordingTo: told.views.map { program[$0].name }, source: told.source,
      isOfHeading: told.isOfHeading, place: builder.position(of: told.span))
    switch told.time {
    case .period(let from, let until):
      statement.from = from?.description
      statement.until = until?.description
    case .occurrence(let first?, let last):
      statement.on = last.map { $0 == first ? first.description : "\(first)..\($0)" } ?? first.description
    case .occurrence: break
    }
    return statement
  }

  /// What statements say of a rule's case, which its conditions then do not matter for.
  mutating func tellFinding(_ part: Part, at place: Place, in node: Int) {
    let positions = derivation.statements(behind: part, at: place)
    let statements = positions.filter { !derivation.isAssumed($0) }.map { statement($0) }
    change(node) {
      $0.kind = .finding
      $0.statements = statements
    }
  }

  mutating func tellGap(_ gap: GapID, _ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    let passage = program.passage(of: program[gap].span)
    let answer = outcome(of: part, type: program[gap].type, at: place)
    let node = Node(
      kind: answer == .truth(.unknown) || program[gap].type != .condition ? .gap : .assumption, role: role,
      text: program[gap].reason, sentence: nil, answer: answer,
      citation: passage.map { citation($0.instrument, $0.article) },
      place: builder.position(of: program[gap].span))
    _ = add(node, below: parent)
  }

  // MARK: Force

  /// The force of an instrument or an article. That it has force is told once.
  mutating func tellForce(
    _ part: Part, _ owner: DerivationPart.ForceOwner, at place: Place, below parent: Int, as role: Node.Role?
  ) {
    if derivation.standing(of: part, at: place) == .holds, !isNew(.force(owner), at: place) { return }
    var node = self.node(for: part, at: place, as: role)
    node.kind = .force
    node.text = forceText(owner)
    node.sentence = forceSentence(part, owner, at: place)
    let number = add(node, below: parent)
    tellReasons(for: part, at: place, below: number)
  }

  private func forceText(_ owner: DerivationPart.ForceOwner) -> String {
    switch owner {
    case .instrument(let id):
      return program[id].name + " " + (program[id].force.map { wording.written($0.span) } ?? "in force")
    case .article(let id):
      let article = program[id]
      let force = article.force.map { wording.written($0.span) } ?? "in force"
      return program[article.instrument].name + " " + article.number + " " + force
    }
  }

  /// The force of an instrument in plain words; nil where an article, or what it depends on, says more.
  private func forceSentence(_ part: Part, _ owner: DerivationPart.ForceOwner, at place: Place) -> String? {
    guard case .instrument(let id) = owner else { return nil }
    let name = wording.name(of: id)
    let force = program[id].force
    let now = derivation.lane(place).moment
    switch derivation.standing(of: part, at: place) {
    case .holds:
      return name + (force?.from.map { " has been in force since \($0)" } ?? " is in force")
        + (force?.until.map { ", and is until \($0)." } ?? ".")
    case .fails:
      if let from = force?.from, now < from { return name + " is in force from \(from) only." }
      if let until = force?.until, until <= now { return name + " was in force until \(until)." }
      for replacement in program[id].replacedBy {
        guard let from = program[replacement].force?.from else { continue }
        if from <= now { return name + " was replaced on \(from) by " + wording.name(of: replacement) + "." }
      }
      return name + " is not in force."
    case .open, .faulty: return "Whether " + name + " is in force is not known."
    }
  }
}

extension Program {
  /// The instrument whose parties a fact names.
  func instrument(ofParties fact: DeclarationID) -> InstrumentID? {
    instruments.firstIndex { $0.partyFact == fact }.map { InstrumentID($0) }
  }
}
