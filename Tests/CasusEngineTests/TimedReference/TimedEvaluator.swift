import CasusSemantics
import CasusSyntax

/// Evaluates a program in one completion of a world with few moments: two-valued, moment by moment, by the words of the
/// definition of the language and by nothing of the engine.
struct TimedEvaluator {
  let program: Program
  let world: TimedWorld
  let asked: Int
  /// What counts for cases, moment by moment, in nobody's view.
  let told: [ReferenceTold]
  private var completion: [TimedUnknown: Int] = [:]
  /// Whether derived cases hold, at each moment.
  private var known: [TimedCase: Bool] = [:]
  private var depth = 0
  /// Whether a date was asked for that lies at the first moment, which stands for all time before; kept over completions.
  var hasMetTheBeginning = false
  /// How much has been looked at, over all completions: past the limit a question is skipped.
  private var steps = 0
  private static let maximumSteps = 15_000

  struct TimedCase: Hashable {
    var wanted: ReferenceCase
    var at: Int
  }

  init(_ program: Program, scenario: [CheckedStatement], world: TimedWorld, asked: Int) {
    self.program = program
    self.world = world
    self.asked = asked
    told = world.moments.map { ReferenceTold(program, scenario: scenario, view: nil, moment: $0) }
  }

  mutating func begin(_ completion: [TimedUnknown: Int]) {
    self.completion = completion
    known.removeAll(keepingCapacity: true)
    depth = 0
  }

  func decide(_ unknown: TimedUnknown, among choices: Int) throws(TimedInterruption) -> Int {
    if choices == 1 { return 0 }
    if let choice = completion[unknown] { return choice }
    throw .needs(unknown, choices: choices)
  }

  func decideTruth(_ unknown: TimedUnknown) throws(TimedInterruption) -> Bool {
    try decide(unknown, among: 2) == 0
  }

  // MARK: Cases

  mutating func holds(_ wanted: ReferenceCase, at: Int) throws(TimedInterruption) -> Bool {
    steps += 1
    guard steps < Self.maximumSteps else { throw .unsupported("too long") }
    switch program[wanted.declaration].kind {
    case .fact(let details):
      var counting = told[at].counting(wanted)
      if counting.isEmpty, let presumed = details.presumed { counting = [presumed] }
      if let truth = ReferenceTold.truth(counting) { return truth }
      return try decideTruth(.fact(wanted, at))
    case .event:
      for earlier in 0...at { if try occurs(wanted, at: earlier) { return true } }
      return false
    case .rule, .norm, .exception:
      if let known = known[TimedCase(wanted: wanted, at: at)] { return known }
      depth += 1
      guard depth < 4_000 else { throw .unsupported("nested too deeply") }
      let holds = try body(wanted, at: at)
      depth -= 1
      known[TimedCase(wanted: wanted, at: at)] = holds
      return holds
    case .definition: throw .unsupported("a definition as a condition")
    }
  }

  private mutating func body(_ wanted: ReferenceCase, at: Int) throws(TimedInterruption) -> Bool {
    let declaration = program[wanted.declaration]
    guard try isInForce(declaration.instrument, at: at) else { return false }
    switch declaration.kind {
    case .rule(let details):
      for alternative in details.alternatives {
        if try isMet(alternative.condition, wanted, at: at) {
          return try !isExcepted(wanted, by: details.exceptions, at: at)
        }
      }
      return false
    case .norm(let details):
      guard try isMet(details.condition, wanted, at: at) else { return false }
      if try isExcepted(wanted, by: details.exceptions, at: at) { return false }
      // Set aside while a norm that prevails is in effect for the same act.
      for winner in details.prevailedOverBy {
        guard program[winner].parameters.isEmpty else { throw .unsupported("a norm of many cases that prevails") }
        if try holds(ReferenceCase(declaration: winner, arguments: []), at: at) { return false }
      }
      return true
    case .exception(let details):
      guard try isMet(details.condition, wanted, at: at) else { return false }
      return try !isExcepted(wanted, by: details.exceptions, at: at)
    case .fact, .event, .definition: throw .unsupported("a body of this")
    }
  }

  private mutating func isExcepted(
    _ wanted: ReferenceCase, by exceptions: [DeclarationID], at: Int
  ) throws(TimedInterruption) -> Bool {
    for exception in exceptions {
      if try holds(ReferenceCase(declaration: exception, arguments: wanted.arguments), at: at) { return true }
    }
    return false
  }

  private mutating func isMet(
    _ condition: Condition, _ wanted: ReferenceCase, at: Int
  ) throws(TimedInterruption) -> Bool {
    let frame = wanted.arguments + Array(repeating: .number(.zero), count: condition.frameSize - wanted.arguments.count)
    let place = TimedPlace(at: at, isInside: true)
    if let when = condition.when, try !self.condition(when, frame, place) { return false }
    for unless in condition.unless { if try self.condition(unless, frame, place) { return false } }
    return true
  }

  private mutating func isInForce(_ instrument: InstrumentID?, at: Int) throws(TimedInterruption) -> Bool {
    guard let instrument else { return true }
    let moment = world.moments[at]
    for successor in program[instrument].replacedBy {
      if (program[successor].force?.from ?? .earliest) <= moment { return false }
    }
    guard let force = program[instrument].force else { return true }
    if let from = force.from, moment < from { return false }
    if let until = force.until, until <= moment { return false }
    let frame = [Value](repeating: .number(.zero), count: force.frameSize)
    for unless in force.unless {
      if try condition(unless, frame, TimedPlace(at: at, isInside: true)) { return false }
    }
    return true
  }
}
