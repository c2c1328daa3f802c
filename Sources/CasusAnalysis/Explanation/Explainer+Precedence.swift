import CasusEngine
import CasusSemantics

/// What ranks two norms that contradict each other.
extension Explainer {
  /// The norms that prevail over a norm's case, or might, and what gives them their rank.
  mutating func tellSetAside(_ part: Part, at place: Place, below parent: Int) {
    let isSilent = derivation.standing(of: part, at: place) == .holds && !search.restsOnStatements(part, at: place)
    if isSilent && !showsAll { return }
    tellReasons(for: part, at: place, below: parent, as: .prevails)
    guard let loser = norm(setAsideBy: part) else { return }
    var told: Set<DeclarationID> = []
    for premise in search.reasons(for: part, at: place).premises {
      guard case .rival(let key) = derivation.subject(of: premise),
        derivation.standing(of: premise, at: place) != .fails || showsAll
      else { continue }
      let winner = DeclarationID(key.declaration)
      guard told.insert(winner).inserted else { continue }
      for precedence in program.precedences(from: winner, to: loser) { tell(precedence, below: parent) }
    }
  }

  private func norm(setAsideBy part: Part) -> DeclarationID? {
    for (key, instance) in derivation.record.instances where derivation.premises(of: instance).contains(part) {
      return DeclarationID(key.declaration)
    }
    return nil
  }

  private mutating func tell(_ precedence: WrittenPrecedence, below parent: Int) {
    let node = Node(
      kind: .precedence, role: nil, text: wording.written(precedence.span),
      sentence: name(precedence.winner, isFirst: true) + " prevails over " + name(precedence.loser, isFirst: false)
        + ".",
      answer: .truth(.true), citation: precedence.instrument.map { citation($0, precedence.article) },
      place: builder.position(of: precedence.span))
    _ = add(node, below: parent)
  }

  private func name(_ side: WrittenPrecedence.Side, isFirst: Bool) -> String {
    switch side {
    case .norm(let norm): program[norm].qualifiedName
    case .instrument(let instrument): wording.name(of: instrument, isFirst: isFirst)
    }
  }
}

extension Program {
  /// The fewest things written that let one norm prevail over another; empty where none do.
  fileprivate func precedences(from winner: DeclarationID, to loser: DeclarationID) -> [WrittenPrecedence] {
    let goal = sides(of: loser)
    var cameBy: [WrittenPrecedence.Side: Int] = [:]
    var seen = Set(sides(of: winner))
    var waiting = sides(of: winner)
    var position = 0
    while position < waiting.count {
      let side = waiting[position]
      position += 1
      for (number, precedence) in precedences.enumerated() where precedence.winner == side {
        for next in sides(of: precedence.loser) where seen.insert(next).inserted {
          cameBy[next] = number
          waiting.append(next)
        }
        if goal.contains(precedence.loser) { return path(to: number, cameBy) }
      }
    }
    return []
  }

  private func path(to last: Int, _ cameBy: [WrittenPrecedence.Side: Int]) -> [WrittenPrecedence] {
    var path = [precedences[last]]
    while let number = cameBy[path[0].winner], path.count <= precedences.count {
      path.insert(precedences[number], at: 0)
    }
    return path
  }

  /// A norm stands for itself and through its instrument.
  private func sides(of norm: DeclarationID) -> [WrittenPrecedence.Side] {
    [.norm(norm)] + (self[norm].instrument.map { [.instrument($0)] } ?? [])
  }

  private func sides(of side: WrittenPrecedence.Side) -> [WrittenPrecedence.Side] {
    if case .norm(let norm) = side { sides(of: norm) } else { [side] }
  }
}
