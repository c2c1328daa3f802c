internal import CasusSemantics
internal import CasusSyntax

/// What stands in a slot, or is compared: two with the same key are the same.
struct ConditionTerm {
  var key: String
  /// Nil for what is no constant.
  var constant: Value?
}

/// What the variables in sight stand for.
struct ConditionFrame {
  private var terms: [Int: ConditionTerm] = [:]
  /// Tells the variables of one frame from those of others.
  private var name = ""
  /// How many calls lead here.
  private(set) var calls = 0
  /// How many variables are bound around what is named.
  private(set) var depth = 0

  /// That of what is looked at itself: its variables are whatever they are.
  init() {}

  init(calling arguments: [ConditionTerm], name: String, calls: Int) {
    for (slot, argument) in arguments.enumerated() { terms[slot] = argument }
    self.name = name
    self.calls = calls
  }

  /// That of something with the same parameters, and variables of its own.
  func within(_ name: String, parameters: Int) -> ConditionFrame {
    ConditionFrame(calling: (0..<parameters).map { self[$0] }, name: name + " of " + self.name, calls: calls + 1)
  }

  /// With variables bound, which are told apart by how deep they stand.
  func binding(_ variables: [CheckedBinding.Variable]) -> ConditionFrame {
    var inner = self
    for variable in variables {
      inner.terms[variable.slot] = ConditionTerm(key: "bound \(inner.depth)", constant: nil)
      inner.depth += 1
    }
    return inner
  }

  subscript(slot: Int) -> ConditionTerm { terms[slot] ?? ConditionTerm(key: "\(slot) \(name)", constant: nil) }
}

/// Names what conditions read, so that what is the same has the same name.
struct ConditionReader {
  let program: Program
  private let isCircular: [Bool]
  private let isTold: [Bool]

  init(_ analysed: AnalysedProgram) {
    program = analysed.program
    var isCircular = Array(repeating: false, count: program.declarations.count)
    for group in analysed.readings.circles(throughForce: true) {
      for node in group {
        if let declaration = analysed.readings.declaration(at: node) { isCircular[declaration.index] = true }
      }
    }
    var isTold = Array(repeating: false, count: program.declarations.count)
    for statement in analysed.statements { isTold[statement.declaration.index] = true }
    self.isCircular = isCircular
    self.isTold = isTold
  }

  /// Whether a rule or an exception is what its conditions say: what is told of it may be otherwise, and what depends on
  /// itself may be neither.
  func canReadThrough(_ declaration: DeclarationID) -> Bool {
    !isCircular[declaration.index] && !isTold[declaration.index]
  }

  /// Names for: the arguments are among those that the parameters range over. Of a whole type that is sure.
  func domainKeys(of declaration: DeclarationID, in frame: ConditionFrame) -> [String] {
    program[declaration].parameters.enumerated().compactMap { slot, parameter in
      if case .type = parameter.domain { return nil }
      return "\(parameter.domain) has \(frame[slot].key)"
    }
  }

  /// Nil for what may not be the same twice.
  func term(of id: ExpressionID, in frame: ConditionFrame) -> ConditionTerm? {
    switch program[id].kind {
    case .variable(let slot): frame[slot]
    case .constant(let value): ConditionTerm(key: "\(value.canonical)", constant: value)
    default: key(of: id, in: frame).map { ConditionTerm(key: $0, constant: nil) }
    }
  }

  /// Nil for what may not be the same twice: what depends on itself, what may fail, and what is written as true or false
  /// by whoever means it so. Expressions nest no deeper than the parser allows, so neither does this.
  func key(of id: ExpressionID, in frame: ConditionFrame) -> String? {
    switch program[id].kind {
    case .truth: return nil
    case .constant(let value): return "\(value.canonical)"
    case .variable(let slot): return frame[slot].key
    case .call(let declaration, let arguments):
      return isCircular[declaration.index] ? nil : key("call \(declaration.index)", arguments, in: frame)
    case .status(let status, let declaration, let arguments):
      return isCircular[declaration.index] ? nil : key("\(status) \(declaration.index)", arguments, in: frame)
    case .and(let operands): return key("and", operands, in: frame)
    case .or(let operands): return key("or", operands, in: frame)
    case .not(let operand): return key("not", [operand], in: frame)
    case .comparison(let comparison, let left, let right): return key("\(comparison)", [left, right], in: frame)
    case .membership(let element, let domain, let isNegated):
      return key(isNegated ? "not in" : "in", [element], domain, in: frame)
    case .negative(let operand): return key("minus", [operand], in: frame)
    case .arithmetic(let first, let operands):
      if operands.contains(where: { $0.operator == .divide }) { return nil }
      let operators = operands.map { "\($0.operator)" }.joined(separator: " ")
      return key(operators, [first] + operands.map { $0.expression }, in: frame)
    case .quantified(let quantifier, let binding, let body): return key("\(quantifier)", binding, body, in: frame)
    case .count(let binding): return key("count", binding, nil, in: frame)
    case .sum(let term, let binding): return key("sum", binding, term, in: frame)
    case .extremum(let extremum, let operands): return key("\(extremum)", operands, in: frame)
    case .today: return "today"
    case .gap(let gap):
      return "gap \(gap.index) " + program[gap].variables.map { frame[$0].key }.joined(separator: ", ")
    case .windowed(let subject, let window, let bound): return key("\(window)", [subject, bound], in: frame)
    case .dateOf(let subject): return key("date of", [subject], in: frame)
    }
  }

  private func key(
    _ word: String, _ operands: [ExpressionID], _ domain: CheckedDomain? = nil, in frame: ConditionFrame
  ) -> String? {
    var keys: [String] = []
    for operand in operands {
      guard let key = key(of: operand, in: frame) else { return nil }
      keys.append(key)
    }
    guard let domain else { return word + "(" + keys.joined(separator: ", ") + ")" }
    return key(of: domain, in: frame).map { word + "(" + (keys + [$0]).joined(separator: ", ") + ")" }
  }

  private func key(of domain: CheckedDomain, in frame: ConditionFrame) -> String? {
    switch domain {
    case .reference(let reference): "\(reference)"
    case .list(let members): key("list", members, in: frame)
    case .range(let low, let high): key("range", [low, high], in: frame)
    }
  }

  private func key(
    _ word: String, _ binding: CheckedBinding, _ body: ExpressionID?, in frame: ConditionFrame
  ) -> String? {
    var keys: [String] = []
    for variable in binding.variables {
      guard let key = key(of: variable.domain, in: frame) else { return nil }
      keys.append(key)
    }
    let inner = frame.binding(binding.variables)
    let names = [binding.condition, body].map { $0.map { key(of: $0, in: inner) } ?? "" }
    guard let condition = names[0], let rest = names[1] else { return nil }
    return word + "(" + keys.joined(separator: ", ") + "; " + condition + "; " + rest + ")"
  }
}
