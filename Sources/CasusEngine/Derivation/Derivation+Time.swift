package import CasusSemantics
internal import CasusSyntax

/// The parts of what becomes of a norm's case over time.
package struct NormLife: Sendable {
  package var key: InstanceKey
  /// Whether it says `must`.
  package var isDuty: Bool
  package var effect: DerivationPartID
  package var act: DerivationPartID
  /// Nil where it has no deadline.
  package var overdue: DerivationPartID?
  package var fulfilled: DerivationPartID
  package var breached: DerivationPartID
}

/// What was so at other moments than the one asked about.
extension Derivation {
  /// What the norms below a status contribute to it.
  package func performances(below status: DerivationPartID) -> [DerivationPartID] {
    var found: [DerivationPartID] = []
    for premise in record[status].premises {
      switch record[premise].subject {
      case .performance: found.append(premise)
      case .rival: found += performances(below: premise)
      default: break
      }
    }
    return found
  }

  package func life(of performance: DerivationPartID) -> NormLife? {
    guard let part = record[performance].premises.first, case .life(let key) = record[part].subject,
      case .norm(let details) = program.declarations[key.declaration].kind
    else { return nil }
    var effect: DerivationPartID?
    var act: DerivationPartID?
    var overdue: DerivationPartID?
    var fulfilled: DerivationPartID?
    var breached: DerivationPartID?
    for premise in record[part].premises {
      switch record[premise].subject {
      case .instance: effect = premise
      case .act: act = premise
      case .overdue: overdue = premise
      case .occurrence(.fulfilled): fulfilled = premise
      case .occurrence: breached = premise
      default: break
      }
    }
    guard let effect, let act, let fulfilled, let breached else { return nil }
    return NormLife(
      key: key, isDuty: details.modality == .must, effect: effect, act: act, overdue: overdue, fulfilled: fulfilled,
      breached: breached)
  }

  /// The number of the moment since which a condition has not failed, up to a place at which it does not.
  package func start(of part: DerivationPartID, at place: Place) -> Int {
    var start = place.moment
    while start > 0, standing(of: part, at: Place(view: place.view, moment: start - 1)) != .fails { start -= 1 }
    return start
  }

  /// For each moment, whether one of some parts stands otherwise at it than at the moment before, in the view and the
  /// world of a place.
  package func turns(of parts: [DerivationPartID], in place: Place) -> [Bool] {
    let bounds = worlds[place.world].evaluation.bounds
    guard !bounds.viewsAreLanes else { return timeline.moments.map { _ in true } }
    let turns = bounds.tables[place.view].turns(of: Set(parts.map { record[$0].node }))
    return timeline.moments.indices.map { turns[$0 / 64] & (1 << UInt64($0 % 64)) != 0 }
  }

  /// The numbers of the moments in the time of some length that ends at a place; nil: in all time.
  package func lanes(ofLast duration: CalendarDuration?, upTo place: Place) -> ClosedRange<Int> {
    guard let duration else { return 0...place.moment }
    let first = timeline.lane(of: timeline.moments[place.moment].goingBack(duration))
    return min(first, place.moment)...place.moment
  }

  /// When a duty that begins at a place falls due, where that is known.
  package func dueDate(of life: NormLife, from start: Place) -> Moment? {
    guard case .norm(let details) = program.declarations[life.key.declaration].kind, let deadline = details.deadline,
      let overdue = life.overdue
    else { return nil }
    let expression: ExpressionID
    switch deadline {
    case .within(let duration): expression = duration
    case .by(let date): expression = date
    }
    guard let value = value(of: expression, computedBy: record[overdue].premises.first, at: start) else { return nil }
    switch value {
    case .date(let date): return date.isNever ? nil : date
    case .duration(let duration) where start.moment > 0:
      return Moment(minutes: Deadline(duration, from: timeline.moments[start.moment]).due)
    default: return nil
    }
  }

  private func value(of expression: ExpressionID, computedBy part: DerivationPartID?, at place: Place) -> Value? {
    if case .constant(let value) = program[expression].kind { return value }
    guard let part, let set = values(of: part, at: place), case .oneOf(let scalars) = set, scalars.count == 1 else {
      return nil
    }
    return program.value(of: scalars[0], type: program[expression].type, texts: texts)
  }

  /// When a place is, where that is not the moment asked about.
  package func date(of place: Place) -> String? {
    if place.moment == now { return nil }
    if timeline.isEarly(place.moment) { return "before " + timeline.moments[timeline.earlyCount].description }
    return timeline.moments[place.moment].description
  }
}

extension Derivation.Place {
  package func moved(to moment: Int) -> Self {
    var place = self
    place.moment = moment
    return place
  }
}
