internal import CasusEngine
internal import CasusSemantics
internal import CasusSyntax

/// Conditions as functions of what they read, of whatever cases: what is true of them here is true for any entities, at
/// any moment and whatever is told.
///
/// What a condition reads is an *atom*: a fact, an event, a status, a comparison. It is one and the same where it looks
/// the same; of how atoms hang together only that is known which follows from comparing one thing with constants. So
/// what is found never to hold never does. What is found to hold sometimes need not, unless all atoms are free.
struct ConditionDiagram: ~Copyable {
  typealias Function = DecisionDiagram.Edge

  let conditions: ConditionReader
  var diagram = DecisionDiagram(
    limits: DecisionDiagram.Limits(maximumNodes: 20_000, maximumOperations: 200_000))
  private var variables: [String: Function] = [:]
  /// By variable of the diagram, what it stands for.
  private(set) var atoms: [ConditionAtom] = []
  /// By the key of what is compared, the constants that it is compared with.
  var comparisons: [String: [ComparedConstant]] = [:]
  /// By key, the functions of rules that were read before.
  private var rules: [String: Function] = [:]

  /// Rules are read through as deep as this; what lies deeper is an atom.
  private static var maximumCalls: Int { 16 }

  init(_ conditions: ConditionReader) {
    self.conditions = conditions
  }

  // MARK: Functions

  mutating func and(_ functions: [Function]) throws(DecisionDiagramError) -> Function {
    try diagram.conjunction(functions)
  }

  mutating func or(_ functions: [Function]) throws(DecisionDiagramError) -> Function {
    try diagram.disjunction(functions)
  }

  func support(of function: Function) -> [Int] { diagram.support(of: function) }

  /// True or false where a function is that in every case that can be; else nil.
  mutating func truth(of function: Function) throws(DecisionDiagramError) -> Bool? {
    if function.isConstant { return function == .true }
    let possible = try possibleCases()
    if try diagram.and(function, possible) == .false { return false }
    return try diagram.and(function.negated, possible) == .false ? true : nil
  }

  /// What the atoms are in one case in which a function holds.
  mutating func example(of function: Function) throws(DecisionDiagramError) -> [(atom: ConditionAtom, holds: Bool)]? {
    let cases = try diagram.and(function, possibleCases())
    return diagram.oneSatisfyingAssignment(of: cases)?.map { (atoms[$0.variable], $0.value) }
  }

  // MARK: Reading

  /// The function of a condition in the frame that it stands in.
  mutating func function(
    of id: ExpressionID, in frame: ConditionFrame = ConditionFrame()
  ) throws(DecisionDiagramError) -> Function {
    let expression = conditions.program[id]
    switch expression.kind {
    case .and(let operands): return try diagram.conjunction(functions(of: operands, in: frame))
    case .or(let operands): return try diagram.disjunction(functions(of: operands, in: frame))
    case .not(let operand): return try function(of: operand, in: frame).negated
    case .comparison(let comparison, let left, let right):
      guard let left = conditions.term(of: left, in: frame), let right = conditions.term(of: right, in: frame) else {
        return try atom(nil, .other)
      }
      return try compare(comparison, left, right)
    case .membership(let element, .list(let members), let isNegated):
      var alternatives: [Function] = []
      for member in members {
        guard let left = conditions.term(of: element, in: frame), let right = conditions.term(of: member, in: frame)
        else { return try atom(nil, .other) }
        alternatives.append(try compare(.equal, left, right))
      }
      let isMember = try diagram.disjunction(alternatives)
      return isNegated ? isMember.negated : isMember
    case .call(let declaration, let arguments): return try call(declaration, arguments, id, in: frame)
    default: return try atom(conditions.key(of: id, in: frame), .other)
    }
  }

  private mutating func functions(
    of operands: [ExpressionID], in frame: ConditionFrame
  ) throws(DecisionDiagramError) -> [Function] {
    var functions: [Function] = []
    for operand in operands { functions.append(try function(of: operand, in: frame)) }
    return functions
  }

  private mutating func call(
    _ declaration: DeclarationID, _ arguments: [ExpressionID], _ id: ExpressionID, in frame: ConditionFrame
  ) throws(DecisionDiagramError) -> Function {
    guard let key = conditions.key(of: id, in: frame) else { return try atom(nil, .other) }
    switch conditions.program[declaration].kind {
    case .fact, .event: return try atom(key, .told(declaration, id))
    case .rule(let details) where conditions.canReadThrough(declaration) && frame.calls < Self.maximumCalls:
      if let known = rules[key] { return known }
      let terms = arguments.compactMap { conditions.term(of: $0, in: frame) }
      guard terms.count == arguments.count else { return try atom(key, .other) }
      let result = try rule(declaration, details, ConditionFrame(calling: terms, name: key, calls: frame.calls + 1))
      rules[key] = result
      return result
    default: return try atom(key, .other)
    }
  }

  /// A rule for some arguments: it speaks of its domains alone, and while it is in force.
  private mutating func rule(
    _ declaration: DeclarationID, _ details: RuleDetails, _ frame: ConditionFrame
  ) throws(DecisionDiagramError) -> Function {
    var alternatives: [Function] = []
    for alternative in details.alternatives {
      let condition = try function(of: alternative.condition, in: frame)
      alternatives.append(try diagram.and(condition, force(nil, alternative.article)))
    }
    let any = try diagram.disjunction(alternatives)
    let exceptions = try functions(ofExceptions: details.exceptions, in: frame)
    let domains = try conditions.domainKeys(of: declaration, in: frame).map { (key) throws(DecisionDiagramError) in
      try atom(key, .other)
    }
    return try diagram.conjunction(
      [any, force(conditions.program[declaration].instrument, nil)] + domains + exceptions.map { $0.negated })
  }

  /// Where what must hold does, and nothing that must not.
  mutating func function(
    when required: ExpressionID?, unless excluded: [ExpressionID], in frame: ConditionFrame = ConditionFrame()
  ) throws(DecisionDiagramError) -> Function {
    let excluded = try functions(of: excluded, in: frame).map { $0.negated }
    guard let required else { return try diagram.conjunction(excluded) }
    return try diagram.and(function(of: required, in: frame), diagram.conjunction(excluded))
  }

  mutating func function(
    of condition: Condition, in frame: ConditionFrame
  ) throws(DecisionDiagramError) -> Function {
    try function(when: condition.when, unless: condition.unless, in: frame)
  }

  /// Where each exception takes away what it speaks of.
  mutating func functions(
    ofExceptions exceptions: [DeclarationID], in frame: ConditionFrame = ConditionFrame()
  ) throws(DecisionDiagramError) -> [Function] {
    var functions: [Function] = []
    for exception in exceptions {
      let declaration = conditions.program[exception]
      guard case .exception(let details) = declaration.kind, conditions.canReadThrough(exception),
        frame.calls < Self.maximumCalls
      else {
        functions.append(try atom(nil, .other))
        continue
      }
      let own = frame.within("exception \(exception.index)", parameters: declaration.parameters.count)
      let condition = try function(of: details.condition, in: own)
      let nested = try self.functions(ofExceptions: details.exceptions, in: own)
      functions.append(
        try diagram.conjunction(
          [condition, force(declaration.instrument, declaration.article)] + nested.map { $0.negated }))
    }
    return functions
  }

  /// Whether an instrument and an article are in force.
  private mutating func force(
    _ instrument: InstrumentID?, _ article: ArticleID?
  ) throws(DecisionDiagramError) -> Function {
    var forces: [Function] = []
    if let instrument, conditions.program[instrument].force != nil {
      forces.append(try atom("force of instrument \(instrument.index)", .other))
    }
    if let article, conditions.program[article].force != nil {
      forces.append(try atom("force of article \(article.index)", .other))
    }
    return try diagram.conjunction(forces)
  }

  // MARK: Atoms

  /// - Parameter key: nil for what must not be taken for the same as anything else.
  mutating func atom(_ key: String?, _ meaning: ConditionAtom) throws(DecisionDiagramError) -> Function {
    if let key, let known = variables[key] { return known }
    let variable = try diagram.variable(atoms.count)
    atoms.append(meaning)
    if let key { variables[key] = variable }
    return variable
  }
}

/// What a variable of conditions stands for.
enum ConditionAtom {
  /// A fact or an event, in the case that the call names.
  case told(DeclarationID, ExpressionID)
  case other
}
