import CasusSemantics
import CasusSyntax

extension TimedEvaluator {
  mutating func condition(
    _ id: ExpressionID, _ frame: [Value], _ place: TimedPlace
  ) throws(TimedInterruption) -> Bool {
    switch program[id].kind {
    case .truth(let truth): return truth
    case .and(let parts):
      for part in parts { if try !condition(part, frame, place) { return false } }
      return true
    case .or(let parts):
      for part in parts { if try condition(part, frame, place) { return true } }
      return false
    case .not(let inner): return try !condition(inner, frame, place)
    case .call(let declaration, let arguments):
      return try holds(wanted(declaration, arguments, frame, place), at: place.at)
    case .comparison(let comparison, let left, let right):
      let (first, second) = (try value(left, frame, place), try value(right, frame, place))
      let truth = ReferenceOrder.compare(comparison, first, second)
      if truth.faults { throw .unsupported("a fault") }
      return truth.certain
    case .gap(let gap): return try decideTruth(.gap(gap, program[gap].variables.map { frame[$0] }))
    case .status(let status, let declaration, let arguments):
      return try has(status, wanted(declaration, arguments, frame, place), place)
    case .windowed(let subject, let kind, let bound):
      return try lies(subject, in: kind, value(bound, frame, place), frame, place)
    default: throw .unsupported("this kind of condition")
    }
  }

  mutating func wanted(
    _ declaration: DeclarationID, _ arguments: [ExpressionID], _ frame: [Value], _ place: TimedPlace
  ) throws(TimedInterruption) -> ReferenceCase {
    var values: [Value] = []
    for argument in arguments { values.append(try value(argument, frame, place)) }
    return ReferenceCase(declaration: declaration, arguments: values)
  }

  // MARK: Windows

  private mutating func lies(
    _ subject: ExpressionID, in kind: Window.Kind, _ bound: Value, _ frame: [Value], _ place: TimedPlace
  ) throws(TimedInterruption) -> Bool {
    if try !isEvent(subject) { return try hasHeld(subject, for: bound, frame, place) }
    let now = world.moments[place.at]
    for number in try occurrences(of: subject, frame, place) {
      let moment = world.moments[number]
      switch kind {
      case .since: if let date = bound.moment, date <= moment { return true }
      case .before: if let date = bound.moment, moment < date { return true }
      case .inLast: if let start = now.less(bound), start <= moment { return true }
      case .for: if let start = now.less(bound), moment <= start { return true }
      }
    }
    return false
  }

  /// Whether it has held at every moment of the duration that ends now.
  private mutating func hasHeld(
    _ subject: ExpressionID, for bound: Value, _ frame: [Value], _ place: TimedPlace
  ) throws(TimedInterruption) -> Bool {
    guard let start = world.moments[place.at].less(bound) else { throw .unsupported("a window without a start") }
    // What holds at the start has begun by then, at the last moment that is not later.
    for number in stride(from: place.at, through: world.lastNumber(upTo: start), by: -1) {
      if try !condition(subject, frame, TimedPlace(at: number, isInside: place.isInside)) { return false }
    }
    return true
  }

  /// Whether it happens at moments, rather than holding over time.
  private func isEvent(_ subject: ExpressionID) throws(TimedInterruption) -> Bool {
    switch program[subject].kind {
    case .call(let declaration, _): if case .event = program[declaration].kind { true } else { false }
    case .status(let status, _, _): status == .fulfilled || status == .breached
    default: throw .unsupported("a window on this")
    }
  }

  /// The numbers of the moments up to now at which something has happened; inside a declaration, a status before now.
  mutating func occurrences(
    of subject: ExpressionID, _ frame: [Value], _ place: TimedPlace
  ) throws(TimedInterruption) -> [Int] {
    var found: [Int] = []
    switch program[subject].kind {
    case .call(let declaration, let arguments):
      let wanted = try wanted(declaration, arguments, frame, place)
      for number in 0...place.at { if try occurs(wanted, at: number) { found.append(number) } }
    case .status(let status, let declaration, let arguments):
      let wanted = try wanted(declaration, arguments, frame, place)
      for number in 0..<(place.isInside ? place.at : place.at + 1) {
        if try comesAbout(status, wanted, at: number) { found.append(number) }
      }
    default: throw .unsupported("occurrences of this")
    }
    return found
  }
}

extension Value {
  var moment: Moment? { if case .date(let moment) = self { moment } else { nil } }
  var duration: CalendarDuration? { if case .duration(let duration) = self { duration } else { nil } }
}

extension Moment {
  /// So much earlier.
  func less(_ bound: Value) -> Moment? { bound.duration.flatMap { try? subtracting($0) } }
}
