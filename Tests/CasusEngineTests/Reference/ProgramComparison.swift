import CasusDiagnostics
import CasusEngine
import CasusSemantics
import CasusSyntax

/// Every question of a program, answered by the engine and by the reference.
struct ProgramComparison {
  struct Difference {
    var question: String
    var view: String?
    var sentence: String
  }

  let program: Program
  private(set) var asked = 0
  private(set) var skipped = 0
  private(set) var completions = 0
  private(set) var engineTime = Duration.zero
  private(set) var kinds: [String: Int] = [:]
  private(set) var differences: [Difference] = []

  /// The moment of questions that no date is given for.
  static let today = CalendarDate(year: 2002, month: 3, day: 1).map { Moment($0) } ?? .earliest

  private let limits: EngineLimits

  init(_ program: Program, limits: EngineLimits = EngineLimits()) {
    self.program = program
    self.limits = limits
  }

  /// - Parameter stopsEarly: whether one difference is enough.
  mutating func run(stopsEarly: Bool = false) {
    for scenario in program.scenarios {
      var told: [CheckedStatement] = []
      var answers = ReferenceAnswers(program, scenario: told)
      var facts = FactBase(program)
      var isStale = false
      for entry in scenario.entries {
        switch entry {
        case .told(let statement):
          told.append(statement)
          isStale = true
        case .question(let question):
          if isStale {
            answers = ReferenceAnswers(program, scenario: told)
            facts = FactBase(program, scenario: told)
            isStale = false
          }
          compare(question, facts, answers, at: question.asOf ?? scenario.asOf ?? Self.today)
          if stopsEarly && !differences.isEmpty { return }
        }
      }
    }
  }

  private mutating func compare(
    _ question: Question, _ facts: FactBase, _ answers: ReferenceAnswers, at moment: Moment
  ) {
    let answer: Answer
    let start = ContinuousClock.now
    do {
      answer = try QuestionRunner(facts, limits: limits).answer(question, asOf: moment)
      engineTime += ContinuousClock.now - start
    } catch {
      skipped += 1
      kinds["engine: \(error)".prefix(60).description, default: 0] += 1
      return
    }
    do {
      if question.expected == nil, case .quantified(.some, let binding, let body) = program[question.expression].kind,
        binding.isFromAny
      {
        try compareRows(answer, question, binding, body, answers, moment)
      } else {
        try compareSingle(answer, question, answers, moment)
      }
    } catch {
      skipped += 1
      kinds["reference: \(error)", default: 0] += 1
    }
  }

  private mutating func compareSingle(
    _ answer: Answer, _ question: Question, _ answers: ReferenceAnswers, _ moment: Moment
  ) throws(ReferenceInterruption) {
    let frame = [Value](repeating: .number(.zero), count: question.frameSize)
    let views = question.view.map { [Optional($0)] } ?? [nil] + answers.views.map { Optional($0) }
    var findings: [ReferenceFinding] = []
    for view in views {
      guard let finding = try answers.finding(of: question.expression, frame: frame, view: view, moment: moment) else {
        kinds["too many completions", default: 0] += 1
        skipped += 1
        return
      }
      completions += finding.completions
      findings.append(finding)
    }
    asked += 1
    let judge = Disagreement(program: program, texts: answer.texts)
    for (index, view) in views.enumerated() {
      // Views that do not bear on the question are answered as nobody's is.
      let found = index == 0 ? answer.finding : answer.views.first { $0.name == view }?.finding ?? answer.finding
      if let sentence = judge.between(found, findings[index]) { note(question, view, sentence) }
    }
    if findings.contains(where: { $0.isCombined && (!answer.isProved || $0.isSampled) }) { return }
    compareOutcome(answer, question, ReferenceOutcome(findings, in: program))
  }

  private mutating func compareOutcome(_ answer: Answer, _ question: Question, _ expected: ReferenceOutcome) {
    let found = ReferenceOutcome(answer.outcome)
    kinds[expected.rawValue, default: 0] += 1
    guard found != expected else { return }
    if differences.last?.question != question.text {
      note(question, nil, "over all views: engine \(found), reference \(expected)")
    }
  }

  /// A question with `any` is answered case by case; where one of them faults, the question does.
  private mutating func compareRows(
    _ answer: Answer, _ question: Question, _ binding: CheckedBinding, _ body: ExpressionID,
    _ answers: ReferenceAnswers, _ moment: Moment
  ) throws(ReferenceInterruption) {
    let start = [Value](repeating: .number(.zero), count: question.frameSize)
    let views = question.view.map { [Optional($0)] } ?? [nil] + answers.views.map { Optional($0) }
    var expected: [[Value]: ReferenceOutcome] = [:]
    for frame in try answers.evaluator(view: question.view, moment: moment).frames(of: binding, start) {
      var findings: [ReferenceFinding] = []
      for view in views {
        guard let finding = try answers.finding(of: body, frame: frame, view: view, moment: moment) else { return }
        if finding.isCombined { return }
        findings.append(finding)
      }
      let outcome = ReferenceOutcome(findings, in: program)
      if outcome != .false { expected[binding.variables.map { frame[$0.slot] }] = outcome }
    }
    asked += 1
    kinds["rows", default: 0] += 1
    let mayFault = expected.values.contains(.fault)
    guard case .rows(let rows) = answer.outcome else {
      if !mayFault { note(question, question.view, "engine \(answer.outcome), reference \(expected)") }
      return
    }
    let found = Dictionary(rows.map { ($0.values, ReferenceOutcome($0.outcome)) }) { first, _ in first }
    if mayFault || found != expected { note(question, question.view, "engine \(found), reference \(expected)") }
  }

  private mutating func note(_ question: Question, _ view: EntityID?, _ sentence: String) {
    differences.append(Difference(question: question.text, view: view.map { program[$0].name }, sentence: sentence))
  }
}

/// What kind of answer it is, over all views.
enum ReferenceOutcome: String {
  case `true`, `false`, unknown, contested, value, fault, rows

  init(_ outcome: Answer.Outcome) {
    switch outcome {
    case .truth(let truth): self = truth ? .true : .false
    case .unknown: self = .unknown
    case .contested: self = .contested
    case .value: self = .value
    case .fault: self = .fault
    case .rows: self = .rows
    }
  }

  /// The first finding is nobody's, or that of the view named.
  init(_ findings: [ReferenceFinding], in program: Program) {
    if findings.contains(where: { $0.result == .fault }) {
      self = .fault
      return
    }
    var truths: Set<Bool> = []
    var sets: [Set<Value>] = []
    for finding in findings {
      switch finding.result {
      case .truth(let truth): if let truth { truths.insert(truth) }
      case .values(let values): sets.append(Set(values))
      case .fault: break
      }
    }
    let isDisjoint = sets.indices.contains { first in
      sets[(first + 1)...].contains { $0.isDisjoint(with: sets[first]) }
    }
    if truths.count == 2 || isDisjoint {
      self = .contested
    } else if case .truth(let truth) = findings[0].result {
      self = truth.map { $0 ? .true : .false } ?? .unknown
    } else {
      self = .value
    }
  }
}
