import CasusSemantics
import CasusSyntax

/// The values that something open is tried with.
///
/// Numbers without end are tried with every constant of the program, its neighbours, and far beyond both ends: what is
/// compared with constants alone can tell no other values apart.
struct ReferenceOptions {
  let program: Program
  private var numbers: Set<Rational> = [.zero]
  private var moments: Set<Moment> = []
  private var durations: Set<CalendarDuration> = []
  private var texts: Set<String> = []
  private var integers: [Value] = []
  private var decimals: [Value] = []

  static let beyond: Int64 = 1_000
  /// Before and after all dates that programs name, and not so far that adding a year leaves the calendar.
  private static let distantDates = [1_000, 3_000].compactMap { year in
    CalendarDate(year: year, month: 1, day: 1).map { Moment($0) }
  }

  /// - Parameter today: the moment that a question is asked of.
  init(_ program: Program, scenario: [CheckedStatement], today: Moment) {
    self.program = program
    moments = [today]
    for expression in program.expressions {
      if case .constant(let value) = expression.kind { note(value) }
    }
    for declaration in program.declarations {
      if case .fact(let details) = declaration.kind, let presumed = details.presumed { note(presumed) }
    }
    for statement in program.statements + scenario { note(statement.told) }
    noteWhatArithmeticTurnsOn()
    integers = integersToTry
    decimals = decimalsToTry
  }

  /// What is negated, divided by a constant or multiplied with one is compared with others: so much more or less counts
  /// as well.
  private mutating func noteWhatArithmeticTurnsOn() {
    let constants = numbers
    for expression in program.expressions {
      if case .negative = expression.kind { numbers.formUnion(constants.compactMap { try? $0.negated() }) }
      guard case .arithmetic(let first, let rest) = expression.kind else { continue }
      for operand in rest {
        for case .constant(.number(let factor)) in [program[operand.expression].kind, program[first].kind] {
          guard factor != .zero else { continue }
          switch operand.operator {
          case .divide: numbers.formUnion(constants.compactMap { try? $0.multiplied(by: factor) })
          case .multiply: numbers.formUnion(constants.compactMap { try? $0.divided(by: factor) })
          default: break
          }
        }
      }
    }
  }

  private mutating func note(_ told: Told) {
    switch told {
    case .value(let value): note(value)
    case .range(let low, let high): for case let end? in [low, high] { note(end) }
    case .oneOf(let values): for value in values { note(value) }
    case .truth, .unknown: break
    }
  }

  private mutating func note(_ value: Value) {
    switch value {
    case .number(let number): numbers.insert(number)
    case .date(let moment): moments.insert(moment)
    case .text(let text): texts.insert(text)
    case .duration(let duration): durations.insert(duration)
    default: break
    }
  }

  struct Options {
    var values: [Value]
    /// Whether there are more than these.
    var isSampled: Bool
  }

  /// What is left of a domain by what is told.
  func options(for type: ValueType, in domain: [Value]?, told: [Told]) -> Options {
    var options: Options
    let listed = told.lazy.compactMap { told -> [Value]? in
      switch told {
      case .value(let value): [value]
      case .oneOf(let values): values
      default: nil
      }
    }.first
    if let listed {
      options = Options(values: listed, isSampled: false)
    } else if let domain {
      options = Options(values: domain, isSampled: false)
    } else {
      options = open(type, told: told)
    }
    options.values.removeAll { value in !told.allSatisfy { allows($0, value) } }
    return options
  }

  private func allows(_ told: Told, _ value: Value) -> Bool {
    switch told {
    case .truth, .unknown: true
    case .value(let only): ReferenceOrder.isEqual(only, value)
    case .oneOf(let values): values.contains { ReferenceOrder.isEqual($0, value) }
    case .range(let low, let high):
      !(low.map { ReferenceOrder.isLess(value, $0) } ?? false)
        && !(high.map { ReferenceOrder.isLess($0, value) } ?? false)
    }
  }

  private func open(_ type: ValueType, told: [Told]) -> Options {
    for case .range(.number(let low)?, .number(let high)?) in told where type == .integer {
      if let low = low.integer, let high = high.integer, low <= high, high - low < 64 {
        return Options(values: (low...high).map { .number(Rational($0)) }, isSampled: false)
      }
    }
    switch type {
    case .integer: return Options(values: integers, isSampled: true)
    case .decimal: return Options(values: decimals, isSampled: true)
    case .date:
      let shifted = moments.flatMap { moment in
        durations.flatMap { [try? moment.adding($0), try? moment.subtracting($0)].compactMap { $0 } }
      }
      let near = Set((moments + shifted).flatMap { [$0.previous, $0, $0.next] } + Self.distantDates)
      return Options(values: near.sorted().map { .date($0) }, isSampled: true)
    case .entity(let type): return Options(values: program[type].members.map { .entity($0) }, isSampled: false)
    case .text: return Options(values: (texts.sorted() + ["another"]).map { .text($0) }, isSampled: true)
    case .duration, .condition: return Options(values: [], isSampled: true)
    }
  }

  private var integersToTry: [Value] {
    let near = numbers.flatMap { number -> [Int64] in
      let floor = Int64((Double(number.numerator) / Double(number.denominator)).rounded(.down))
      return [floor - 1, floor, floor + 1]
    }
    return Set(near + [-ReferenceOptions.beyond, ReferenceOptions.beyond]).sorted().map { .number(Rational($0)) }
  }

  /// The constants, a value between each two, and beyond both ends.
  private var decimalsToTry: [Value] {
    let sorted = (numbers + [Rational(-ReferenceOptions.beyond), Rational(ReferenceOptions.beyond)]).sorted { $0 < $1 }
    let between = zip(sorted, sorted.dropFirst()).compactMap { low, high in
      try? low.adding(high).divided(by: Rational(2))
    }
    return (sorted + between).sorted { $0 < $1 }.map { .number($0) }
  }
}
