import CasusEngine
import CasusSemantics
import CasusSyntax

/// Statuses of norms and windows: what was so at other moments, and what happened.
extension Explainer {
  /// A condition that has held for a time: why it held throughout, or when it did not.
  mutating func tellWindow(
    _ part: Part, _ kind: Window.Kind, _ bound: ExpressionID, at place: Place, below parent: Int
  ) {
    let premises = derivation.premises(of: part)
    for premise in premises where derivation.isValue(premise) { tell(premise, at: place, below: parent, as: .given) }
    guard let subject = premises.last(where: { !derivation.isValue($0) }) else { return }
    guard kind == .for, isState(subject) else { return tell(subject, at: place, below: parent, as: nil) }
    let lanes = derivation.lanes(ofLast: duration(bound, in: premises, at: place), upTo: place)
    if derivation.standing(of: part, at: place) == .fails,
      let lane = lanes.last(where: { derivation.standing(of: subject, at: place.moved(to: $0)) == .fails })
    {
      return tell(subject, at: place.moved(to: lane), below: parent, as: nil)
    }
    tellThroughout(subject, Array(lanes), in: place, below: parent)
  }

  private func isState(_ part: Part) -> Bool {
    switch derivation.subject(of: part) {
    case .told: false
    case .status(let status, _): status != .fulfilled && status != .breached
    default: true
    }
  }

  private func duration(_ bound: ExpressionID, in premises: [Part], at place: Place) -> CalendarDuration? {
    if case .constant(.duration(let duration)) = program[bound].kind { return duration }
    guard let value = premises.first(where: { derivation.isValue($0) }),
      let set = derivation.values(of: value, at: place)
    else { return nil }
    return set.ends.high?.duration
  }

  // MARK: Statuses

  mutating func tellStatus(_ part: Part, _ status: StatusKind, _ includesNow: Bool, at place: Place, below parent: Int)
  {
    let performances = derivation.performances(below: part)
    if performances.isEmpty { return }
    guard status == .fulfilled || status == .breached else {
      return tellState(status, performances, at: place, below: parent)
    }
    let last = includesNow ? place.moment : place.moment - 1
    for wanted in [Derivation.Standing.holds, .open] {
      var found: [(performance: Part, lane: Int)] = []
      for performance in performances {
        let lane = stride(from: last, through: 0, by: -1).first {
          derivation.standing(of: performance, at: place.moved(to: $0)) == wanted
        }
        if let lane { found.append((performance, lane)) }
      }
      let latest = found.max { $0.lane < $1.lane }
      for one in wanted == .holds ? [latest].compactMap({ $0 }) : found {
        tellOccurrence(of: status, one.performance, at: place.moved(to: one.lane), below: parent)
      }
      if !found.isEmpty { return }
    }
    for performance in performances { tellAbsence(of: status, performance, upTo: last, in: place, below: parent) }
  }

  /// A status that holds for a time: owed, forbidden, permitted.
  private mutating func tellState(_ status: StatusKind, _ performances: [Part], at place: Place, below parent: Int) {
    let standings = performances.map { derivation.standing(of: $0, at: place) }
    let wanted: Derivation.Standing =
      standings.contains(.holds) ? .holds : standings.contains(.open) || standings.contains(.faulty) ? .open : .fails
    for (performance, standing) in zip(performances, standings) where standing == wanted {
      guard let life = derivation.life(of: performance) else { continue }
      if status == .owed {
        tellOwed(life, standing, at: place, below: parent)
      } else {
        tell(life.effect, at: place, below: parent, as: nil)
      }
      if wanted == .holds { return }
    }
  }

  private mutating func tellOwed(_ life: NormLife, _ standing: Derivation.Standing, at place: Place, below parent: Int)
  {
    if derivation.standing(of: life.effect, at: place) == .fails {
      return tell(life.effect, at: place, below: parent, as: nil)
    }
    let start = derivation.start(of: life.effect, at: place)
    let fulfilment = (start...place.moment).last {
      derivation.standing(of: life.fulfilled, at: place.moved(to: $0)) == .holds
    }
    if standing == .fails, let fulfilment {
      return tellOccurrence(of: .fulfilled, life, at: place.moved(to: fulfilment), below: parent)
    }
    tellEpisode(life, from: start, to: place, below: parent)
    tellAct(life, at: place, below: parent)
    tellDeadline(of: life, from: start, at: place, below: parent)
  }

  // MARK: What happened

  private mutating func tellOccurrence(of status: StatusKind, _ performance: Part, at place: Place, below parent: Int) {
    guard let life = derivation.life(of: performance) else { return }
    tellOccurrence(of: status, life, at: place, below: parent)
  }

  /// Why a norm was fulfilled or breached at a moment.
  private mutating func tellOccurrence(of status: StatusKind, _ life: NormLife, at place: Place, below parent: Int) {
    guard life.isDuty else {
      tell(life.effect, at: place, below: parent, as: nil)
      return tellAct(life, at: place, below: parent)
    }
    let start = derivation.start(of: life.effect, at: place)
    tellEpisode(life, from: start, to: place, below: parent)
    tellAct(life, at: place, below: parent)
    tellDeadline(of: life, from: start, at: place, below: parent)
  }

  /// Why a norm was neither fulfilled nor breached by a moment.
  private mutating func tellAbsence(
    of status: StatusKind, _ performance: Part, upTo last: Int, in place: Place, below parent: Int
  ) {
    guard let life = derivation.life(of: performance), last >= 0 else { return }
    let now = place.moved(to: last)
    let awaitsAct = status == .fulfilled || !life.isDuty
    let acted = (0...last).filter { derivation.standing(of: life.act, at: place.moved(to: $0)) != .fails }
    if awaitsAct && acted.isEmpty { return tellAct(life, at: now, below: parent) }
    tellThroughout(life.effect, awaitsAct ? acted : Array(0...last), in: place, below: parent)
    // When the act was done tells that it was done at no other time, when it would have counted.
    tellAct(life, at: now, below: parent)
    if !awaitsAct || acted.contains(where: { derivation.standing(of: life.effect, at: place.moved(to: $0)) != .fails })
    {
      tellDeadline(of: life, from: derivation.start(of: life.effect, at: now), at: now, below: parent)
    }
  }

  private mutating func tellAct(_ life: NormLife, at place: Place, below parent: Int) {
    for premise in derivation.premises(of: life.act) { tell(premise, at: place, below: parent, as: nil) }
  }

  // MARK: Episodes

  /// Why a norm was in effect without a break; and, where its deadline counts from the beginning, why not before.
  private mutating func tellEpisode(_ life: NormLife, from start: Int, to place: Place, below parent: Int) {
    tellThroughout(life.effect, Array(start...place.moment), in: place, below: parent)
    if life.overdue != nil, start > 0 { tell(life.effect, at: place.moved(to: start - 1), below: parent, as: .before) }
  }

  /// Why a condition is what it is at each of some moments, the last first; told anew where it rests on something else.
  private mutating func tellThroughout(_ part: Part, _ lanes: [Int], in place: Place, below parent: Int) {
    var told: [(standing: Derivation.Standing, support: Set<Int32>)] = []
    for lane in search.turns(of: part, among: lanes.suffix(Self.mostMoments).reversed(), in: place) {
      let moved = place.moved(to: lane)
      let standing = derivation.standing(of: part, at: moved)
      let support = search.support(of: part, at: moved)
      if told.contains(where: { $0.standing == standing && support.isSubset(of: $0.support) }) { continue }
      told.append((standing, support))
      tell(part, at: moved, below: parent, as: nil)
    }
  }

  /// At how many moments one condition is looked at.
  private static var mostMoments: Int { 1_000 }

  /// What the text says of the norms behind a status, where no moment by itself tells what became of them.
  mutating func tellNorms(behind part: Part, at place: Place, below parent: Int) {
    // What is written as a status has it as its one premise.
    let statuses = [part] + derivation.premises(of: part)
    for performance in statuses.flatMap({ derivation.performances(below: $0) }) {
      guard let life = derivation.life(of: performance) else { continue }
      let norm = add(node(for: life.effect, life.key, at: place), below: parent)
      guard let overdue = life.overdue, let words = wording.deadline(of: life.key) else { continue }
      let deadline = Node(
        kind: .deadline, role: .given, text: words, sentence: nil, answer: .truth(.unknown), citation: nil,
        place: builder.position(of: derivation.span(of: overdue)))
      _ = add(deadline, below: norm)
    }
  }

  private mutating func tellDeadline(of life: NormLife, from start: Int, at place: Place, below parent: Int) {
    guard let overdue = life.overdue, let words = wording.deadline(of: life.key) else { return }
    let begun = place.moved(to: start)
    var node = Node(
      kind: .deadline, role: .given, text: words, sentence: nil, answer: .truth(.unknown), citation: nil,
      place: builder.position(of: derivation.span(of: overdue)))
    if let due = derivation.dueDate(of: life, from: begun) {
      node.answer = .value(.single(builder.item(.date(due), type: .date)))
    }
    let number = add(node, below: parent)
    for premise in derivation.premises(of: overdue) { tell(premise, at: begun, below: number, as: .given) }
  }
}
