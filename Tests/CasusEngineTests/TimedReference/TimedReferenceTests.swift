import CasusSemantics
import Testing

@testable import CasusEngine

/// Random programs about time, answered by the engine and by a slow evaluator that tries every completion at every
/// moment there is.
@Suite struct TimedReferenceTests {
  @Test func theEngineAnswersAsTheReferenceDoes() async {
    let totals = await PropertyRun.overSeeds { seed, totals in
      let text = TimedGenerator.program(seed: seed)
      guard let program = Self.compiled(text) else {
        totals.kinds["contradicts itself", default: 0] += 1
        return
      }
      var comparison = TimedComparison(program)
      comparison.run(&totals)
      totals.programs += 1
      if let difference = comparison.differences.first { Self.report(difference, text, seed: seed) }
    }
    totals.tell()
  }

  /// Nil where statements leave an occurrence no moment, or a period none: the generator does not rule that out.
  private static func compiled(_ text: String) -> Program? {
    switch CompiledText(text) {
    case .program(let program): return program
    case .errors(let errors):
      if !errors.allSatisfy({ $0.hasPrefix("C0601") || $0.hasPrefix("C0509") }) { Issue.record("\(errors)\n\(text)") }
      return nil
    }
  }

  private static func report(_ difference: String, _ text: String, seed: UInt64) {
    func first(_ text: String) -> String? {
      guard let program = CompiledText(text).program else { return nil }
      var comparison = TimedComparison(program)
      var totals = PropertyTotals()
      comparison.run(&totals)
      return comparison.differences.first
    }
    // A smaller program must show the same kind of difference, not another.
    let kind = difference.prefix { $0 != ":" }
    var minimiser = Minimiser { first($0)?.hasPrefix(kind) ?? false }
    let small = minimiser.minimise(text)
    Issue.record("seed \(seed): \(first(small) ?? difference)\n\(small)")
  }
}

/// Every question of a program about time, answered by the engine and by the reference.
struct TimedComparison {
  let program: Program
  private(set) var differences: [String] = []

  init(_ program: Program) { self.program = program }

  mutating func run(_ totals: inout PropertyTotals) {
    guard let world = world() else { return }
    for asked in AskedQuestion.all(of: program) {
      let answers = TimedAnswers(program: program, scenario: asked.told, world: world)
      guard let expected = answers.finding(of: asked.question, asOf: asked.moment) else {
        totals.skipped += 1
        continue
      }
      totals.asked += 1
      totals.completions += expected.completions
      guard let answer = asked.answer(program) else {
        differences.append("no answer: `\(asked.question.text)`")
        continue
      }
      compare(answer.finding, expected, asked, world, &totals)
    }
  }

  /// Minutes where the durations of the program are, else days; from long before the first date to behind the last.
  private func world() -> TimedWorld? {
    var dates: [Moment] = []
    var isOfMinutes = false
    for expression in program.expressions {
      guard case .constant(let value) = expression.kind else { continue }
      if let moment = value.moment { dates.append(moment) }
      if let duration = value.duration, duration.amount < 10 { isOfMinutes = true }
    }
    for statement in program.statements {
      switch statement.time {
      case .period(let from, let until): dates += [from, until].compactMap { $0 }
      case .occurrence(let first, let last): dates += [first, last].compactMap { $0 }
      }
      switch statement.told {
      case .value(.date(let moment)): dates.append(moment)
      case .range(.date(let low)?, .date(let high)?): dates += [low, high]
      default: break
      }
    }
    dates += program.instruments.flatMap { [$0.force?.from, $0.force?.until].compactMap { $0 } }
    dates += AskedQuestion.all(of: program).map { $0.moment }
    let unit: Int64 = isOfMinutes ? 1 : 1_440
    // Programs that a smaller one was made of may lack their dates.
    guard let first = dates.min(), let last = dates.max(), last.minutes - first.minutes < 16 * unit,
      let start = Moment(minutes: first.minutes - 9 * unit)
    else { return nil }
    return isOfMinutes ? TimedWorld(from: start, to: last) : TimedWorld(days: start, to: last)
  }

  private mutating func compare(
    _ finding: Finding, _ expected: TimedFinding, _ asked: AskedQuestion, _ world: TimedWorld,
    _ totals: inout PropertyTotals
  ) {
    func note(_ kind: String, _ detail: String) {
      differences.append("\(kind): `\(asked.question.text)` as of \(asked.moment): \(detail)")
    }
    switch finding.result {
    case .truth(let found):
      totals.kinds["\(found.map { "\($0)" } ?? "unknown")\(finding.isProved ? "" : ", unproved")", default: 0] += 1
      if found == expected.truth { return }
      if found != nil {
        note("settled wrongly", "engine \(Essence.text(finding)), reference \(expected)")
      } else if finding.isProved {
        note("not settled", "engine \(Essence.text(finding)), reference \(expected)")
      } else {
        totals.kinds["unproved, though settled", default: 0] += 1
      }
    case .values(let set):
      totals.kinds["dates", default: 0] += 1
      let missing = expected.values.filter { value in
        value.moment.map { !set.contains(Scalar($0)) } ?? false
      }
      // The world of the reference begins somewhere; what is so from its beginning lies before all dates.
      if expected.isFromTheBeginning, set.ends.low?.moment.map({ $0.isEarly }) ?? true { return }
      if !missing.isEmpty { note("a date is missing", "engine \(Essence.text(set)), reference \(expected.values)") }
      if set.isSingle != (expected.values.count == 1), finding.isProved, !expected.isFromTheBeginning {
        note("dates differ", "engine \(Essence.text(set)), reference \(expected.values)")
      }
    case .fault: note("a fault", "reference \(expected)")
    }
  }
}
