internal import CasusSemantics
internal import CasusSyntax

/// Values as sums of slots, and comparisons of them as tests.
extension SlotCompiler {
  mutating func computedValue(_ node: NodeID) throws(Inexpressible) -> [Way] {
    switch circuit[node] {
    case .value(let index):
      let scalar = circuit.constants[Int(index)]
      if scalar.isMonths { throw Inexpressible() }
      var sum = SlotSum(scalar.number)
      sum.isDuration = scalar.measure != nil
      return [Way(condition: SlotFormulas.always, sum: sum)]
    case .today: return [Way(condition: SlotFormulas.always, sum: SlotSum(Rational(lane.moment.minutes)))]
    case .inputValue(let input):
      if circuit[input].type == .duration { throw Inexpressible() }
      return [Way(condition: SlotFormulas.always, sum: SlotSum(slot: Int(try slot(of: input))))]
    case .aliasValue(let body): return try value(circuit.bodies[Int(body)])
    case .select(let condition, let left, let right):
      let sides = try truth(condition)
      return try limited(ways(of: left, where: sides.holds) + ways(of: right, where: sides.fails))
    case .chooseValue(let selector, let range):
      var result: [Way] = []
      for (ordinal, node) in circuit.pairs(range) {
        result += try ways(
          of: node, where: isEqual(selector, to: ordinal, among: circuit.pairs(range).map { $0.ordinal }))
      }
      return try limited(result)
    case .arithmetic(let operation, let left, let right, let kinds):
      return try computed(operation, left, right, kinds)
    default: throw Inexpressible()
    }
  }

  private func limited(_ ways: [Way]) throws(Inexpressible) -> [Way] {
    let possible = ways.filter { $0.condition != SlotFormulas.never }
    if possible.isEmpty || possible.count > Self.maximumWays { throw Inexpressible() }
    return possible
  }

  private mutating func ways(of node: NodeID, where condition: FormulaID) throws(Inexpressible) -> [Way] {
    var result: [Way] = []
    for way in try value(node) {
      result.append(Way(condition: formulas.all([condition, way.condition]), sum: way.sum))
    }
    return result
  }

  /// Sums and differences of numbers, and the distance between dates. Everything else may fail in more ways.
  private mutating func computed(
    _ operation: ArithmeticOperator, _ left: NodeID, _ right: NodeID, _ kinds: ValueKinds
  ) throws(Inexpressible) -> [Way] {
    let isAllowed =
      switch (operation, kinds) {
      case (.add, .numbers), (.subtract, .numbers), (.subtract, .dates): true
      default: false
      }
    if !isAllowed { throw Inexpressible() }
    var result: [Way] = []
    for first in try value(left) {
      for second in try value(right) {
        let sum = operation == .add ? first.sum.adding(second.sum) : first.sum.subtracting(second.sum)
        guard var sum else { throw Inexpressible() }
        sum.isComputed = true
        sum.isDuration = kinds == .dates
        result.append(Way(condition: formulas.all([first.condition, second.condition]), sum: sum))
      }
    }
    return try limited(result)
  }

  // MARK: Comparisons

  mutating func compared(
    _ comparison: Comparison, _ left: NodeID, _ right: NodeID
  ) throws(Inexpressible) -> Sides {
    if case .count = circuit[left], let number = constant(right) { return try counted(left, comparison, number) }
    if case .count = circuit[right], let number = constant(left), comparison == .less {
      return try counted(moreThan: number, right)
    }
    var holds: [FormulaID] = []
    var fails: [FormulaID] = []
    for first in try value(left) {
      for second in try value(right) {
        let condition = formulas.all([first.condition, second.condition])
        let test = try test(comparison, first.sum, second.sum)
        holds.append(formulas.all([condition, test.holds]))
        fails.append(formulas.all([condition, test.fails]))
      }
    }
    if holds.count > Self.maximumWays { throw Inexpressible() }
    return Sides(holds: formulas.any(holds), fails: formulas.any(fails))
  }

  private mutating func test(
    _ comparison: Comparison, _ left: SlotSum, _ right: SlotSum
  ) throws(Inexpressible) -> Sides {
    guard let difference = left.subtracting(right) else { throw Inexpressible() }
    let (added, taken) = (difference.positive, difference.negative)
    if added < 0 && taken < 0 {
      let zero = Rational.zero
      let holds = comparison == .less ? difference.constant < zero : difference.constant == zero
      return holds
        ? Sides(holds: SlotFormulas.always, fails: SlotFormulas.never)
        : Sides(holds: SlotFormulas.never, fails: SlotFormulas.always)
    }
    if taken >= 0 && added >= 0, inputs[Int(added)].type == .text { throw Inexpressible() }
    // A difference and its opposite are one value.
    let isTurned = added < 0 || (taken >= 0 && taken < added)
    guard let point = isTurned ? difference.constant : try? difference.constant.negated() else { throw Inexpressible() }
    var test = SlotTest(
      left: isTurned ? taken : added, right: isTurned ? added : taken, low: .min, high: .max,
      isGuarded: difference.isComputed || (added >= 0 && taken >= 0))
    let limit: Int64 = test.isGuarded ? SlotTest.plainValues.upperBound : .max - 1
    guard let floor = point.roundedDown, floor < limit, -limit < floor else { throw Inexpressible() }
    switch comparison {
    case .less where isTurned: test.low = floor + 1
    case .less: test.high = point.isInteger ? floor - 1 : floor
    case .equal:
      test.low = point.isInteger ? floor : 1
      test.high = point.isInteger ? floor : 0
    }
    return Sides(holds: formulas.test(test), fails: formulas.test(test.negated))
  }

  // MARK: Choices and counts

  mutating func chosen(
    _ selector: NodeID, _ pairs: [(ordinal: Int, node: NodeID)]
  ) throws(Inexpressible) -> Sides {
    var holds: [FormulaID] = []
    var fails: [FormulaID] = []
    for (ordinal, node) in pairs {
      let condition = try isEqual(selector, to: ordinal, among: pairs.map { $0.ordinal })
      let sides = try truth(node)
      holds.append(formulas.all([condition, sides.holds]))
      fails.append(formulas.all([condition, sides.fails]))
    }
    return Sides(holds: formulas.any(holds), fails: formulas.any(fails))
  }

  /// That a selector is one of the values that stand for a choice; it can be no other.
  private mutating func isEqual(
    _ selector: NodeID, to ordinal: Int, among ordinals: [Int]
  ) throws(Inexpressible) -> FormulaID {
    var equal: [FormulaID] = []
    for way in try value(selector) {
      guard way.sum.negative < 0, !way.sum.isComputed else { throw Inexpressible() }
      if way.sum.positive >= 0 {
        guard case .oneOf(let members) = inputs[Int(way.sum.positive)].values,
          members.allSatisfy({ $0.integer.map { ordinals.contains($0) } ?? false })
        else { throw Inexpressible() }
      }
      let test = try test(.equal, way.sum, SlotSum(Rational(Int64(ordinal))))
      equal.append(formulas.all([way.condition, test.holds]))
    }
    return formulas.any(equal)
  }

  private func constant(_ node: NodeID) -> Rational? {
    if case .value(let index) = circuit[node] { circuit.constants[Int(index)].number } else { nil }
  }

  /// A count less than a number, or equal to it.
  private mutating func counted(
    _ count: NodeID, _ comparison: Comparison, _ number: Rational
  ) throws(Inexpressible) -> Sides {
    guard comparison == .less, let floor = number.roundedDown else { throw Inexpressible() }
    let sides = try atLeast(number.isInteger ? floor : floor + 1, count)
    return Sides(holds: sides.fails, fails: sides.holds)
  }

  private mutating func counted(moreThan number: Rational, _ count: NodeID) throws(Inexpressible) -> Sides {
    guard let floor = number.roundedDown else { throw Inexpressible() }
    return try atLeast(floor + 1, count)
  }

  private mutating func atLeast(_ wanted: Int64, _ count: NodeID) throws(Inexpressible) -> Sides {
    guard case .count(let range) = circuit[count] else { throw Inexpressible() }
    var parts: [Sides] = []
    for node in circuit[range] { parts.append(try truth(node)) }
    let wanted = Int(max(0, min(wanted, Int64(parts.count) + 1)))
    if wanted * parts.count > Self.maximumCountSize { throw Inexpressible() }
    let left = parts.count - wanted + 1
    return Sides(
      holds: formulas.atLeast(wanted, of: parts.map { $0.holds }),
      fails: formulas.atLeast(left, of: parts.map { $0.fails }))
  }
}

extension Rational {
  /// The greatest whole number that is not greater.
  fileprivate var roundedDown: Int64? {
    let quotient = numerator / denominator
    let (lower, overflow) = quotient.subtractingReportingOverflow(1)
    if numerator % denominator >= 0 { return quotient }
    return overflow ? nil : lower
  }
}
