import CasusSemantics

/// What all completions of a question come to, in one view at one moment.
struct ReferenceFinding: Equatable {
  enum Result: Equatable {
    /// Nil: unknown.
    case truth(Bool?)
    case values([Value])
    case fault
  }
  var result: Result
  /// Whether some completion is circular.
  var isCircular: Bool
  /// Whether open numbers are combined with one another, so that the engine need not prove anything.
  var isCombined: Bool
  /// Whether a value depends on numbers without end, of which only samples were tried.
  var isSampled: Bool
  /// What was open, and where it was met.
  var unknowns: [ReferenceUnknown: [ReferenceChoice]]
  var completions: Int
}

/// Answers questions by trying every completion.
struct ReferenceAnswers {
  let program: Program
  let scenario: [CheckedStatement]
  private let components: ReferenceComponents
  static let maximumCompletions = 1_024

  init(_ program: Program, scenario: [CheckedStatement]) {
    self.program = program
    self.scenario = scenario
    components = ReferenceComponents(program)
  }

  /// Views that statements in sight name, in order of first appearance.
  var views: [EntityID] {
    (program.statements + scenario).flatMap { $0.views }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  func evaluator(view: EntityID?, moment: Moment) -> ReferenceEvaluator {
    ReferenceEvaluator(
      program, scenario: scenario, view: view, moment: moment, components: components,
      options: ReferenceOptions(program, scenario: scenario, today: moment))
  }

  /// Nil where there are too many completions.
  func finding(
    of expression: ExpressionID, frame: [Value], view: EntityID?, moment: Moment
  ) throws(ReferenceInterruption) -> ReferenceFinding? {
    var evaluator = evaluator(view: view, moment: moment)
    var search = ReferenceSearch()
    var outcomes = ReferenceOutcomes(isCondition: program[expression].type == .condition)
    repeat {
      evaluator.begin(search.completion)
      do {
        if outcomes.isCondition {
          outcomes.add(try evaluator.condition(expression, frame))
        } else {
          outcomes.add(try evaluator.value(expression, frame))
        }
        search.advance()
      } catch {
        guard case .needs(let unknown, let choices, let isSampled) = error else { throw error }
        outcomes.isSampled = outcomes.isSampled || isSampled
        search.branch(on: unknown, among: choices)
      }
      if outcomes.completions > ReferenceAnswers.maximumCompletions { return nil }
    } while !search.isFinished
    return outcomes.finding(isCombined: evaluator.combinesOpenNumbers, unknowns: search.met)
  }
}

/// Walks through the completions, each decided only as far as it was needed.
struct ReferenceSearch {
  private var path: [(unknown: ReferenceUnknown, choices: [ReferenceChoice], index: Int)] = []
  private(set) var completion: [ReferenceUnknown: ReferenceChoice] = [:]
  private(set) var met: [ReferenceUnknown: [ReferenceChoice]] = [:]
  private(set) var isFinished = false

  mutating func branch(on unknown: ReferenceUnknown, among choices: [ReferenceChoice]) {
    met[unknown] = choices
    guard let first = choices.first else { return advance() }
    path.append((unknown, choices, 0))
    completion[unknown] = first
  }

  mutating func advance() {
    while let last = path.indices.last {
      path[last].index += 1
      if path[last].index < path[last].choices.count {
        completion[path[last].unknown] = path[last].choices[path[last].index]
        return
      }
      completion[path[last].unknown] = nil
      path.removeLast()
    }
    isFinished = true
  }
}

/// Gathers what the completions come to.
struct ReferenceOutcomes {
  let isCondition: Bool
  var isSampled = false
  private(set) var completions = 0
  private var mayHold = false
  private var mayFail = false
  private var mayFault = false
  private var mayBeCircular = false
  private var isCombined = false
  private var values: Set<Value> = []

  init(isCondition: Bool) { self.isCondition = isCondition }

  mutating func add(_ truth: ReferenceTruth) {
    completions += 1
    mayFault = mayFault || truth.faults
    mayHold = mayHold || truth.certain
    mayFail = mayFail || !truth.possible
    mayBeCircular = mayBeCircular || (truth.possible && !truth.certain && !truth.faults)
  }

  mutating func add(_ value: ReferenceValue) {
    completions += 1
    mayFault = mayFault || value.faults
    mayBeCircular = mayBeCircular || value.possible.count > 1
    isCombined = isCombined || value.origin == .combined
    values.formUnion(value.possible)
  }

  func finding(isCombined compares: Bool, unknowns: [ReferenceUnknown: [ReferenceChoice]]) -> ReferenceFinding {
    var result = ReferenceFinding.Result.truth(nil)
    if mayFault {
      result = .fault
    } else if !isCondition {
      result = .values(values.sorted(by: ReferenceOrder.isLess))
    } else if !mayBeCircular && mayHold != mayFail {
      result = .truth(mayHold)
    }
    return ReferenceFinding(
      result: result, isCircular: mayBeCircular, isCombined: isCombined || compares, isSampled: isSampled,
      unknowns: unknowns, completions: completions)
  }
}
