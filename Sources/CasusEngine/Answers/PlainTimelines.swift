internal import CasusSemantics
internal import CasusSyntax

/// The timelines of conditions that look at nothing but the moment, all of them at once: what they rest on is grounded once,
/// its courses are put in order once, and each condition is then a few operations for each word of moments.
///
/// Bounds are exact there, but where something open pulls a condition both ways: such a question is left to those who
/// settle each moment by itself, and so is one that looks at anything else.
struct PlainTimelines {
  private let runner: TimelineRunner
  private let questions: [Question]
  private let start: Moment?
  private let end: Moment?
  private var code: PlainCode
  private var roots: [PlainCode.Root] = []
  /// Of each question: what its `any`s stand for, in the order of its roots; nil where it is not plain.
  private var rows: [[[Value]]?]
  private var texts = TextTable()

  init(_ runner: TimelineRunner, of questions: [Question], from start: Moment?, to end: Moment?) {
    self.runner = runner
    self.questions = questions
    self.start = start
    self.end = end
    code = PlainCode(view: questions.first?.view)
    rows = Array(repeating: nil, count: questions.count)
    if (start ?? .earliest) < (end ?? .latest) { ground() }
  }

  private mutating func ground() {
    guard let first = questions.first, first.view != nil || runner.facts.views.isEmpty else { return }
    let facts = runner.facts
    let asking = QuestionRunner(facts, limits: runner.limits)
    let lanes = [Lane(view: first.view, moment: end ?? .latest)]
    var grounder = Grounder(
      facts, lanes: lanes, limits: runner.limits, question: first.expression, looksBack: true)
    for (number, question) in questions.enumerated() where question.view == first.view && isPlain(question) {
      // Those that come after are asked by themselves, and so are all where the code has become too long.
      if grounder.circuit.nodes.count > PlainCode.mostRegisters { break }
      grounder.begin(question.expression)
      guard let found = try? asking.rows(of: question, &grounder) else {
        // What was begun is not there.
        code.beginCircuit()
        grounder = Grounder(facts, lanes: lanes, limits: runner.limits, question: question.expression, looksBack: true)
        continue
      }
      var own: [PlainCode.Root] = []
      for row in found {
        guard let root = code.root(row.node, in: grounder.circuit, facts) else { break }
        own.append(root)
      }
      guard own.count == found.count else { continue }
      roots += own
      rows[number] = found.map { $0.values }
    }
    texts = grounder.texts
  }

  /// Whether a question may be plain: it is a condition, and reads neither earlier moments nor what becomes of a norm.
  private func isPlain(_ question: Question) -> Bool {
    let program = runner.facts.program
    guard program[question.expression].type == .condition, !runner.facts.looksBack(from: question.expression) else {
      return false
    }
    var expression = question.expression
    if case .quantified(.some, let binding, let body) = program[expression].kind, binding.isFromAny {
      expression = body
    }
    if case .call(let id, _) = program[expression].kind, case .norm = program[id].kind { return false }
    return true
  }

  /// The answers to those questions that are plain.
  func answers() -> PlainAnswers {
    let (first, last) = ((start ?? .earliest).minutes, (end ?? .latest).minutes)
    var answers = PlainAnswers(texts: texts, rows: rows, start: start, end: end)
    guard !roots.isEmpty, code.registers.count <= PlainCode.mostRegisters,
      let table = ChangeTable(code.courses, from: first, until: last)
    else { return answers }
    let found = PlainOutcomes(code, roots: roots, table, shouldStop: runner.limits.shouldStop)
    answers.isCancelled = found == nil
    answers.turns = found?.turns ?? []
    answers.minutes = table.minutes
    return answers
  }
}

/// What was found of plain questions, of which answers are made when they are asked for.
struct PlainAnswers {
  fileprivate var texts: TextTable
  /// Of each question: where its roots begin, and what its `any`s stand for in each; nil where it is not plain.
  private var rows: [(firstRoot: Int, values: [[Value]])?] = []
  fileprivate var turns: [[PlainOutcomes.Turn]?] = []
  fileprivate var minutes: [Int64] = []
  fileprivate var isCancelled = false
  private let start: Moment?
  private let end: Moment?

  fileprivate init(texts: TextTable, rows: [[[Value]]?], start: Moment?, end: Moment?) {
    self.texts = texts
    self.start = start
    self.end = end
    var root = 0
    for values in rows {
      self.rows.append(values.map { (root, $0) })
      root += values?.count ?? 0
    }
  }

  /// The answer to a question by its number; nil where it is to be asked by itself.
  subscript(number: Int) -> Result<TimelineAnswer, EngineError>? {
    guard let (firstRoot, values) = rows[number] else { return nil }
    if isCancelled { return .failure(.cancelled) }
    guard firstRoot + values.count <= turns.count else { return nil }
    var answer = TimelineAnswer(rows: [], type: .condition, texts: texts)
    for (position, values) in values.enumerated() {
      guard let turns = turns[firstRoot + position] else { return nil }
      if !values.isEmpty, turns.allSatisfy({ $0.state == .fails }) { continue }
      let intervals = TimelineIntervals(turns, minutes, from: start, to: end)
      answer.rows.append(.init(values: values, intervals: intervals, events: []))
    }
    return .success(answer)
  }
}
