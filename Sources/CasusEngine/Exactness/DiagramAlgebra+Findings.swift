internal import CasusSemantics

extension DiagramAlgebra {
  /// Reads the answer off an exact truth.
  mutating func finding(of truth: Truth<Plane>, _ findsOpenInputs: Bool) throws(EvaluationStop) -> Finding {
    if truth.fault != .false { return Finding(.fault) }
    if truth.certain == .true { return Finding(.truth(true)) }
    if truth.possible == .false { return Finding(.truth(false)) }
    let between = try and(truth.possible, truth.certain.negated)
    let open = findsOpenInputs ? try openInputs(of: [truth.certain, truth.possible]) : []
    return Finding(
      .truth(nil), isProved: try isProved(truth), isCircular: between != .false, open: open)
  }

  /// Whether true and false both remain whatever becomes of what is not kept exactly.
  private mutating func isProved(_ truth: Truth<Plane>) throws(EvaluationStop) -> Bool {
    let support = Set(diagram.support(of: truth.certain)).union(diagram.support(of: truth.possible))
    var inexact: [Int] = []
    for number in support.sorted() {
      switch variables[number] {
      case .cut(let unknown, _): if !table.unknowns[unknown].isExact { inexact.append(number) }
      case .input: break
      }
    }
    if inexact.isEmpty { return true }
    do {
      let holds = try diagram.forAll(variables: inexact, in: truth.certain)
      let fails = try diagram.forAll(variables: inexact, in: truth.possible.negated)
      return holds != .false && fails != .false
    } catch { throw .diagramLimit }
  }

  /// Reads the values that remain off an exact value.
  mutating func finding(of value: PieceValue, _ findsOpenInputs: Bool) throws(EvaluationStop) -> Finding {
    var set: ValueSet?
    var isCircular = false
    var isProved = true
    var planes: [Plane] = []
    var inputs: [InputID] = []
    for piece in try definite(value).pieces where piece.holds != .false {
      planes.append(piece.holds)
      switch table.leaves[piece.leaf] {
      case .fault: return Finding(.fault)
      case .circular:
        isCircular = true
        set = .anything
      case .constant(let scalar): set = set.map { $0.hull(with: .oneOf([scalar])) } ?? .oneOf([scalar])
      case .affine(let unknown, _, _):
        let range = try self.range(of: table.leaves[piece.leaf], where: piece.holds)
        let remaining = ValueSet.range(range.low, range.high)
        set = set.map { $0.hull(with: remaining) } ?? remaining
        isProved = isProved && table.unknowns[unknown].isExact
        inputs.append(contentsOf: inputsBehind(unknown))
      }
    }
    guard findsOpenInputs else {
      return Finding(.values(set ?? .anything), isProved: isProved, isCircular: isCircular)
    }
    var open = try openInputs(of: planes)
    for input in inputs where !open.contains(where: { $0.input == input }) {
      open.append(OpenInput(input: input, weight: nil))
    }
    return Finding(.values(set ?? .anything), isProved: isProved, isCircular: isCircular, open: open)
  }

  /// The inputs that an unknown is, or is computed from.
  private func inputsBehind(_ unknown: Int) -> [InputID] {
    var found: [InputID] = []
    var waiting = [unknown]
    while let next = waiting.popLast() {
      switch table.unknowns[next].source {
      case .input(let input, _): if !found.contains(input) { found.append(input) }
      case .occurrence(let input, _): if !found.contains(input) { found.append(input) }
      case .inside: break
      case .distant(_, _, let leaf): if case .affine(let inner, _, _) = table.leaves[leaf] { waiting.append(inner) }
      case .arithmetic(_, _, let left, let right):
        for leaf in [left, right] { if case .affine(let inner, _, _) = table.leaves[leaf] { waiting.append(inner) } }
      }
    }
    return found
  }

  // MARK: What can tip it

  /// The inputs on which functions depend, the one most likely to decide first.
  private mutating func openInputs(of planes: [Plane]) throws(EvaluationStop) -> [OpenInput] {
    var order: [InputID] = []
    var decides: [InputID: [Int]] = [:]
    var support: Set<Int> = []
    for plane in planes { support.formUnion(diagram.support(of: plane)) }
    for variable in support.sorted() {
      let inputs: [InputID]
      switch variables[variable] {
      case .input(let input): inputs = [input]
      case .cut(let unknown, _): inputs = inputsBehind(unknown)
      }
      for input in inputs {
        if decides[input] == nil { order.append(input) }
        decides[input, default: []].append(variable)
      }
    }
    var open: [OpenInput] = []
    for input in order {
      var weight = 0.0
      for plane in planes { weight = max(weight, try tippingChance(of: decides[input] ?? [], in: plane)) }
      open.append(OpenInput(input: input, weight: weight))
    }
    return open.enumerated().sorted { left, right in
      let (first, second) = (left.element.weight ?? 0, right.element.weight ?? 0)
      return first == second ? left.offset < right.offset : first > second
    }.map { $0.element }
  }

  /// How likely it is that the others leave the function to these variables.
  private mutating func tippingChance(of variables: [Int], in plane: Plane) throws(EvaluationStop) -> Double {
    do {
      let may = try diagram.exists(variables: variables, in: plane)
      let must = try diagram.forAll(variables: variables, in: plane)
      return chance(of: try diagram.and(may, must.negated))
    } catch { throw .diagramLimit }
  }

  /// The probability of a function where each input is equally likely to be any of what the question tells apart.
  func chance(of plane: Plane) -> Double {
    if plane.isConstant { return plane == .true ? 1 : 0 }
    // By position of the node; the edge that negates it has the rest.
    var known: [Int: Double] = [Plane.true.position: 1]
    func chance(_ edge: Plane) -> Double? { known[edge.position].map { edge.isNegated ? 1 - $0 : $0 } }
    var stack = [plane]
    while let edge = stack.last {
      let node = edge.isNegated ? edge.negated : edge
      guard known[node.position] == nil, let (variable, low, high) = diagram.decision(of: node) else {
        stack.removeLast()
        continue
      }
      if let first = chance(low), let second = chance(high) {
        let share = chanceOfTruth(of: variable)
        known[node.position] = first * (1 - share) + second * share
        stack.removeLast()
      } else {
        if chance(low) == nil { stack.append(low) }
        if chance(high) == nil { stack.append(high) }
      }
    }
    return chance(plane) ?? 0
  }

  /// A chain of cuts leaves one part more than there are cuts; each is as likely as another.
  private func chanceOfTruth(of variable: Int) -> Double {
    guard case .cut(let unknown, let position) = variables[variable] else { return 0.5 }
    let parts = Double(table.unknowns[unknown].cuts.count + 1 - position)
    return (parts - 1) / parts
  }
}

extension ValueSet {
  /// The least set of its kind that holds both.
  package func hull(with other: ValueSet) -> ValueSet {
    if case .oneOf(let first) = self, case .oneOf(let second) = other {
      return .oneOf(Set(first).union(second).sorted { $0.number < $1.number })
    }
    let (low, high) = ends
    let (otherLow, otherHigh) = other.ends
    return .range(
      low.flatMap { low in otherLow.map { $0.number < low.number ? $0 : low } },
      high.flatMap { high in otherHigh.map { high.number < $0.number ? $0 : high } })
  }

  package var ends: (low: Scalar?, high: Scalar?) {
    switch self {
    case .range(let low, let high): (low, high)
    case .oneOf(let values): (values.first, values.last)
    }
  }
}
