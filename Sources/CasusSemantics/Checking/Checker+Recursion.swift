import CasusDiagnostics
import CasusSyntax

/// What is recursive has finite parameters: else its cases would have no end.
extension Checker {
  mutating func reportInfiniteRecursion() {
    let graph = dependencies()
    for circle in graph.circles() {
      for node in circle where node < declarationSites.count { reportInfinite(DeclarationID(node)) }
    }
  }

  private mutating func reportInfinite(_ declaration: DeclarationID) {
    let syntax: [Parameter]
    switch declarationSites[declaration.index].syntax {
    case .rule(let alternatives): syntax = alternatives.first?.syntax.parameters ?? []
    case .definition(let definition): syntax = definition.parameters
    case .fact, .event, .exception, .norm, .party: return
    }
    for (parameter, checked) in zip(syntax, program[declaration].parameters) where !isFinite(checked.domain) {
      let name = program[declaration].qualifiedName
      return report(
        .infiniteRecursion,
        "`\(name)` is recursive, and `\(parameter.name.text)` has no finite type: `\(parameter.type.text)` has too many values",
        at: parameter.type.span, notes: ["give it a set, such as `set Count = 0..100`"])
    }
  }

  /// Declarations, then events as acts: each points to what it is read from. Instruments are left out: they have no
  /// parameters, so a circle through one comes back to the same few cases.
  private func dependencies() -> Graph {
    let count = declarationSites.count
    var graph = Graph(count: 2 * count)
    for (index, declaration) in program.declarations.enumerated() {
      for exception in declaration.kind.exceptions { graph.connect(index, to: exception.index) }
      if case .norm(let details) = declaration.kind { graph.connect(count + details.event.index, to: index) }
      for range in declarationSites[index].expressions { connect(index, to: range, &graph) }
    }
    return graph
  }

  private func connect(_ node: Int, to range: Range<Int>, _ graph: inout Graph) {
    for expression in program.expressions[range] {
      switch expression.kind {
      case .call(let declaration, _): graph.connect(node, to: declaration.index)
      case .status(_, let declaration, _):
        if program.isEvent(declaration) {
          graph.connect(node, to: declarationSites.count + declaration.index)
        } else {
          graph.connect(node, to: declaration.index)
        }
      default: break
      }
    }
  }
}

extension CheckedDeclaration.Kind {
  /// What excepts it.
  package var exceptions: [DeclarationID] {
    switch self {
    case .rule(let details): details.exceptions
    case .exception(let details): details.exceptions
    case .norm(let details): details.exceptions
    case .fact, .event, .definition: []
    }
  }
}
