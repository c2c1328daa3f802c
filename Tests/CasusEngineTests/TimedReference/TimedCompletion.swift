import CasusSemantics

/// Something that a completion decides, at one moment of the world or for all time.
enum TimedUnknown: Hashable {
  /// Whether a fact holds at the moment of that number.
  case fact(ReferenceCase, Int)
  /// What a fact's value is, for as long as the statement of that number tells of it.
  case value(ReferenceCase, statement: Int)
  /// At which moment an occurrence lies that the statement of that number tells.
  case moment(ReferenceCase, statement: Int)
  /// Whether an event occurs at the moment of that number, of which nobody tells.
  case occurs(ReferenceCase, Int)
  case gap(GapID, [Value])
}

/// Why evaluating one completion stops.
enum TimedInterruption: Error {
  /// The completion does not decide this yet; so many choices there are.
  case needs(TimedUnknown, choices: Int)
  /// Not covered by the reference.
  case unsupported(String)
}

/// Walks through the completions, each decided only as far as it was needed: a choice is its number.
struct TimedSearch {
  private var path: [(unknown: TimedUnknown, choices: Int, choice: Int)] = []
  private(set) var completion: [TimedUnknown: Int] = [:]
  private(set) var isFinished = false

  mutating func branch(on unknown: TimedUnknown, choices: Int) {
    path.append((unknown, choices, 0))
    completion[unknown] = 0
  }

  mutating func advance() {
    while let last = path.indices.last {
      path[last].choice += 1
      if path[last].choice < path[last].choices {
        completion[path[last].unknown] = path[last].choice
        return
      }
      completion[path[last].unknown] = nil
      path.removeLast()
    }
    isFinished = true
  }
}

/// What all completions of a question come to at one moment.
struct TimedFinding: Equatable {
  var mayHold = false
  var mayFail = false
  var values: Set<Value> = []
  /// Whether values rest on a date that might lie anywhere before the first moment.
  var isFromTheBeginning = false
  var completions = 0

  /// Nil: unknown.
  var truth: Bool? { mayHold && mayFail ? nil : mayHold }
}

/// Answers questions by trying every completion, minute by minute.
struct TimedAnswers {
  let program: Program
  let scenario: [CheckedStatement]
  let world: TimedWorld
  static let maximumCompletions = 1_000

  /// Nil where there are too many completions, or the reference does not cover the question.
  func finding(of question: Question, asOf moment: Moment) -> TimedFinding? {
    guard let asked = world.number(of: moment) else { return nil }
    var evaluator = TimedEvaluator(program, scenario: scenario, world: world, asked: asked)
    var search = TimedSearch()
    var finding = TimedFinding()
    let frame = [Value](repeating: .number(.zero), count: question.frameSize)
    let isCondition = program[question.expression].type == .condition
    while !search.isFinished {
      evaluator.begin(search.completion)
      do {
        if isCondition {
          let holds = try evaluator.condition(question.expression, frame, TimedPlace(at: asked, isInside: false))
          finding.mayHold = finding.mayHold || holds
          finding.mayFail = finding.mayFail || !holds
        } else {
          finding.values.insert(
            try evaluator.value(question.expression, frame, TimedPlace(at: asked, isInside: false)))
        }
        finding.isFromTheBeginning = evaluator.hasMetTheBeginning
        finding.completions += 1
        search.advance()
      } catch {
        guard case .needs(let unknown, let choices) = error else { return nil }
        search.branch(on: unknown, choices: choices)
      }
      if finding.mayHold && finding.mayFail { return finding }
      if finding.completions > Self.maximumCompletions { return nil }
    }
    return finding
  }
}
