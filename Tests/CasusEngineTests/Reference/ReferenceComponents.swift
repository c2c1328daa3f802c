import CasusSemantics
import CasusSyntax

/// Which declarations call themselves, through whatever others.
struct ReferenceComponents {
  private var components: [Int?]

  /// The component of a declaration that calls itself; nil of any other.
  func recursive(_ declaration: DeclarationID) -> Int? { components[declaration.index] }

  init(_ program: Program) {
    let uses = program.declarations.indices.map { ReferenceComponents.uses(of: $0, in: program) }
    let reached = uses.indices.map { start in
      var seen: Set<Int> = []
      var waiting = uses[start]
      while let next = waiting.popFirst() {
        if seen.insert(next).inserted { waiting.formUnion(uses[next]) }
      }
      return seen
    }
    components = reached.indices.map { index in
      guard reached[index].contains(index) else { return nil }
      return reached.indices.first { reached[$0].contains(index) && reached[index].contains($0) }
    }
  }

  /// The declarations that deciding one looks at.
  private static func uses(of index: Int, in program: Program) -> Set<Int> {
    let declaration = program.declarations[index]
    var roots: [ExpressionID] = []
    var uses: [DeclarationID] = []
    func add(_ condition: Condition) { roots += (condition.when.map { [$0] } ?? []) + condition.unless }
    switch declaration.kind {
    case .fact, .event: return []
    case .rule(let details):
      for alternative in details.alternatives { add(alternative.condition) }
      uses += details.exceptions
      for case let article? in details.alternatives.map({ $0.article }) {
        roots += program[article].force?.unless ?? []
      }
    case .exception(let details):
      add(details.condition)
      uses += details.exceptions
    case .norm(let details):
      add(details.condition)
      uses += details.exceptions + details.prevailedOverBy
      roots += details.act
    case .definition(let details):
      for item in details.cases { roots += [item.value] + (item.when.map { [$0] } ?? []) }
    }
    if let instrument = declaration.instrument { roots += program[instrument].force?.unless ?? [] }
    if let article = declaration.article { roots += program[article].force?.unless ?? [] }
    var found = Set(uses.map { $0.index })
    for root in roots { collect(root, in: program, into: &found) }
    return found
  }

  private static func collect(_ id: ExpressionID, in program: Program, into found: inout Set<Int>) {
    switch program[id].kind {
    case .call(let declaration, _): found.insert(declaration.index)
    case .status(_, let event, _):
      for (index, declaration) in program.declarations.enumerated() {
        if case .norm(let details) = declaration.kind, details.event == event || index == event.index {
          found.insert(index)
        }
      }
    default: break
    }
    for child in children(of: program[id].kind) { collect(child, in: program, into: &found) }
  }

  private static func children(of kind: CheckedExpression.Kind) -> [ExpressionID] {
    switch kind {
    case .truth, .constant, .variable, .today, .gap: []
    case .call(_, let arguments), .status(_, _, let arguments): arguments
    case .and(let parts), .or(let parts), .extremum(_, let parts): parts
    case .not(let inner), .negative(let inner), .dateOf(let inner): [inner]
    case .comparison(_, let left, let right): [left, right]
    case .membership(let inner, let domain, _): [inner] + children(of: domain)
    case .arithmetic(let first, let rest): [first] + rest.map { $0.expression }
    case .quantified(_, let binding, let body): [body] + children(of: binding)
    case .count(let binding): children(of: binding)
    case .sum(let summand, let binding): [summand] + children(of: binding)
    case .windowed(let inner, _, let bound): [inner, bound]
    }
  }

  private static func children(of binding: CheckedBinding) -> [ExpressionID] {
    (binding.condition.map { [$0] } ?? []) + binding.variables.flatMap { children(of: $0.domain) }
  }

  private static func children(of domain: CheckedDomain) -> [ExpressionID] {
    switch domain {
    case .reference: []
    case .list(let values): values
    case .range(let low, let high): [low, high]
    }
  }
}
