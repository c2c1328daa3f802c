import CasusEngine
import CasusSemantics
import Testing

/// The exact model against answers: whatever its choices take, told as statements, gives the answer that it says.
@Suite struct ExactModelTests {
  @Test func everyAssignmentOfChoicesIsWhatTheAnswerSaysOnceItIsTold() async {
    await PropertyRun.check { program, _ in
      for asked in AskedQuestion.all(of: program) {
        if let failure = ModelComparison(asked, program).failure() { return failure }
      }
      return nil
    }
  }

  @Test(arguments: ModelSamples.all)
  func samplesAgreeToo(_ sample: ModelSample) throws {
    let program = try #require(CompiledText(sample.text).program)
    for asked in AskedQuestion.all(of: program) {
      let comparison = ModelComparison(asked, program)
      #expect(comparison.failure() == nil)
      #expect(comparison.told > 0, "nothing could be told: \(asked.question.text)")
    }
  }

  /// Two questions in one diagram: what implies what is read off their edges.
  @Test func twoQuestionsShareOneDiagram() throws {
    let text = """
      type State entity Alba, Brabant: State
      fact at_war(_ state: State)
      fact troops -> Int
      scenario "s" {
        ask at_war(Alba) and troops > 3
        ask troops >= 4 and at_war(Alba)
        ask troops > 3 or at_war(Brabant)
        ask at_war(Alba) for 3 days and at_war(Alba)
      }
      """
    let program = try #require(CompiledText(text).program)
    let questions = AskedQuestion.all(of: program).map { $0.question }
    var model = try ExactModel(
      of: questions[0], and: Array(questions[1...]), facts: FactBase(program), asOf: .latest, view: nil)
    let certain = model.functions.compactMap { if case .truth(let truth) = $0 { truth.certain } else { nil } }
    try #require(certain.count == 4)
    #expect(certain[0] == certain[1])
    #expect(certain[0] != certain[2])
    #expect(try model.diagram.and(certain[0], certain[2].negated) == .false)
    // What has held for days holds now.
    #expect(try model.diagram.and(certain[3], certain[0]) != certain[3])
    #expect(try model.diagram.or(certain[3], certain[0]) != certain[0])
  }
}

/// One question in one view, its model, and what is told of its choices.
final class ModelComparison {
  private let asked: AskedQuestion
  private var question: Question
  private let program: Program
  private let facts: FactBase
  private(set) var told = 0
  private static let mostAssignments = 64

  init(_ asked: AskedQuestion, _ program: Program) {
    self.asked = asked
    self.program = program
    facts = FactBase(program, scenario: asked.told)
    // As a condition, where a call with `any` would be answered by rows.
    question = asked.question
    question.expected = .unknown
  }

  /// The first assignment that is answered otherwise than the model says.
  func failure() -> String? {
    for view in [asked.question.view] + facts.views {
      question.view = view
      guard
        var model = try? ExactModel(of: question, facts: facts, asOf: asked.moment, view: view)
      else { continue }
      let counts = model.choices.map { $0.optionCount }
      let total = counts.reduce(1) { $0 > Self.mostAssignments ? $0 : $0 * $1 }
      // All assignments, or as many at random.
      var random = RandomSource(seed: UInt64(counts.count))
      for number in 0..<min(total, Self.mostAssignments) {
        let options = total > Self.mostAssignments ? counts.map { random.below($0) } : options(number, counts)
        if let failure = failure(of: options, &model) { return failure }
      }
    }
    return nil
  }

  private func options(_ number: Int, _ counts: [Int]) -> [Int] {
    var rest = number
    return counts.map { count in
      defer { rest /= count }
      return rest % count
    }
  }

  private func failure(of options: [Int], _ model: inout ExactModel) -> String? {
    let selections = options.enumerated().filter { !model.choices[$0.offset].isBeyondStatements }
      .map { Selection(choice: $0.offset, options: [$0.element]) }
    guard let statements = model.statements(for: selections) else { return nil }
    let isWhole = model.choices.allSatisfy { $0.isExact } && model.timeline.isComplete
    guard let expected = expected(selections, &model) else { return "the diagram passes its limits" }
    var after = asked
    after.question = question
    after.told += statements
    guard let answer = after.answer(program) else { return "no answer" }
    told += 1
    if agrees(expected, answer.finding, isWhole) { return nil }
    return "`\(question.text)` in view \(question.view.map { program[$0].name } ?? "nobody's") is "
      + "\(Essence.text(answer.finding)) and not \(expected) once it is told that "
      + statements.map { "\(program[$0.declaration].qualifiedName)\($0.arguments) \($0.told) \($0.time)" }
      .joined(separator: "; ")
  }

  private enum Expected {
    case truth(Bool)
    case open
    case fault
    case value(ValueSet)
  }

  private func expected(_ selections: [Selection], _ model: inout ExactModel) -> Expected? {
    var literals: [Int: Bool] = [:]
    for selection in selections {
      for literal in model.choices[selection.choice].literals(of: selection.options[0]) {
        literals[literal.variable] = literal.value
      }
    }
    func restricted(_ edge: DecisionDiagram.Edge, _ model: inout ExactModel) -> DecisionDiagram.Edge? {
      var edge = edge
      for (variable, value) in literals.sorted(by: { $0.key < $1.key }) {
        guard let next = try? model.diagram.restrict(edge, variable, to: value) else { return nil }
        edge = next
      }
      return edge
    }
    switch model.functions[0] {
    case .truth(let truth):
      guard let certain = restricted(truth.certain, &model), let possible = restricted(truth.possible, &model),
        let fault = restricted(truth.fault, &model)
      else { return nil }
      if fault != .false { return .fault }
      return certain == .true ? .truth(true) : possible == .false ? .truth(false) : .open
    case .value(let pieces):
      // One that may fault has failed, whatever else remains.
      var expected = Expected.open
      for piece in pieces where restricted(piece.holds, &model) != .false {
        let set: ValueSet?
        do { set = try model.values(of: piece) } catch { return nil }
        guard let set else { return .fault }
        if restricted(piece.holds, &model) == .true { expected = .value(set) }
      }
      return expected
    }
  }

  private func agrees(_ expected: Expected, _ finding: Finding, _ isWhole: Bool) -> Bool {
    switch (expected, finding.result) {
    case (.truth(let truth), .truth(let found)): truth == found
    case (.fault, .fault): true
    case (.open, .truth(nil)), (.open, .values): true
    // What is not kept exactly may be settled by what is told, and what may fault may not.
    case (.open, _), (.fault, .truth): !isWhole
    case (.value(let set), .values(let found)): set.intersection(found) == found
    default: false
    }
  }
}
