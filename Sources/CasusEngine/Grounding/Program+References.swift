package import CasusSemantics

/// What the declarations of a program read, directly and through one another.
package struct DeclarationReadings: Sendable {
  /// The declarations that lie on a circle: each of their cases is told apart from its body, because what a case says of
  /// itself through `not` depends on where one case ends and the next begins.
  package private(set) var recursive: Set<DeclarationID>
  /// The declarations that rest on windows, dates of events or statuses.
  private var lookingBack: Set<DeclarationID> = []
  /// Those of the recursive that are searches.
  private(set) var searches: [DeclarationID: LinearRecursion] = [:]

  package init(of program: Program) {
    var graph = Graph(count: program.declarations.count)
    var readsPast: [Bool] = []
    for number in program.declarations.indices {
      var references = References(program: program)
      references.visit(DeclarationID(number))
      for target in references.declarations { graph.connect(number, to: target.index) }
      readsPast.append(references.looksBack)
    }
    let circles = graph.circles()
    recursive = Set(circles.joined().map { DeclarationID($0) })
    lookingBack = Set(graph.leading(to: readsPast).map { DeclarationID($0) })
    findSearches(among: circles, graph, in: program)
  }

  /// What goes on a circle through others is no search. Neither is what rests on norms: which of them a question meets is
  /// told, so that none may be passed over.
  private mutating func findSearches(among circles: [[Int]], _ graph: Graph, in program: Program) {
    let alone = circles.filter { $0.count == 1 }.joined().map { DeclarationID($0) }
    if alone.isEmpty { return }
    let isNorm = program.declarations.map { if case .norm = $0.kind { true } else { false } }
    let meetingNorms = Set(graph.leading(to: isNorm))
    for rule in alone where !meetingNorms.contains(rule.index) {
      searches[rule] = LinearRecursion(of: rule, in: program)
    }
  }

  /// Whether an expression, or anything it rests on, reads windows, dates of events or statuses.
  package func looksBack(from expression: ExpressionID, in program: Program) -> Bool {
    var references = References(program: program)
    references.visit([expression])
    return references.looksBack || !references.declarations.isDisjoint(with: lookingBack)
  }
}

/// What expressions and declarations read directly.
private struct References {
  let program: Program
  private(set) var looksBack = false
  var declarations: Set<DeclarationID> = []
  private var acts: Set<DeclarationID> = []
  /// Expressions may be shared, so that without it the same ones would be read over and over.
  private var seen: Set<ExpressionID> = []

  init(program: Program) { self.program = program }

  /// Expressions nest no deeper than the parser allows, but a work list costs nothing.
  mutating func visit(_ expressions: [ExpressionID]) {
    var waiting = expressions
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      switch program[next].kind {
      case .status(_, let declaration, let arguments):
        looksBack = true
        waiting += arguments
        readStatus(of: declaration)
      case .windowed(let subject, _, let bound):
        looksBack = true
        waiting += [subject, bound]
      case .dateOf(let subject):
        looksBack = true
        waiting.append(subject)
      case .call(let declaration, let arguments):
        waiting += arguments
        declarations.insert(declaration)
      default: waiting += program[next].children
      }
    }
  }

  /// The status of an act is that of any norm over it.
  private mutating func readStatus(of declaration: DeclarationID) {
    guard program.isEvent(declaration) else {
      declarations.insert(declaration)
      return
    }
    guard acts.insert(declaration).inserted else { return }
    for (number, other) in program.declarations.enumerated() {
      if case .norm(let details) = other.kind, details.event == declaration {
        declarations.insert(DeclarationID(number))
      }
    }
  }

  mutating func visit(_ id: DeclarationID) {
    let declaration = program[id]
    switch declaration.kind {
    // What is only named inside an instrument holds whether or not it has force.
    case .fact, .event, .definition: break
    case .rule, .exception, .norm:
      visit(declaration.instrument.flatMap { program[$0].force })
      visit(declaration.article.flatMap { program[$0].force })
    }
    switch declaration.kind {
    case .fact, .event: break
    case .rule(let details):
      for alternative in details.alternatives {
        visit(alternative.condition)
        visit(alternative.article.flatMap { program[$0].force })
      }
    case .definition(let details): visit(details.cases.flatMap { [$0.value, $0.when].compactMap { $0 } })
    case .exception(let details): visit(details.condition)
    case .norm(let details):
      visit(details.condition)
      visit(details.act)
      declarations.formUnion(details.prevailedOverBy)
      switch details.deadline {
      case .within(let bound)?, .by(let bound)?: visit([bound])
      case nil: break
      }
    }
    declarations.formUnion(declaration.kind.exceptions)
  }

  private mutating func visit(_ condition: Condition) {
    visit([condition.when].compactMap { $0 } + condition.unless)
  }

  private mutating func visit(_ force: Force?) {
    if let force { visit(force.unless) }
  }
}

extension CheckedExpression {
  /// The expressions that stand directly inside this one.
  var children: [ExpressionID] {
    switch kind {
    case .truth, .constant, .variable, .today, .gap: []
    case .and(let operands), .or(let operands), .extremum(_, let operands): operands
    case .not(let operand), .negative(let operand): [operand]
    case .comparison(_, let left, let right): [left, right]
    case .membership(let element, let domain, negated: _): [element] + domain.children
    case .arithmetic(let first, let operands): [first] + operands.map { $0.expression }
    case .quantified(_, let binding, satisfies: let body): binding.children + [body]
    case .count(let binding): binding.children
    case .sum(let term, over: let binding): binding.children + [term]
    case .call(_, let arguments), .status(_, _, let arguments): arguments
    case .windowed(let subject, _, let bound): [subject, bound]
    case .dateOf(let subject): [subject]
    }
  }
}

extension CheckedDomain {
  fileprivate var children: [ExpressionID] {
    switch self {
    case .reference: []
    case .list(let values): values
    case .range(let low, let high): [low, high]
    }
  }
}

extension CheckedBinding {
  fileprivate var children: [ExpressionID] {
    variables.flatMap { $0.domain.children } + [condition].compactMap { $0 }
  }
}
