import CasusDiagnostics
import CasusSyntax

/// What exceptions except, and so what their parameters are.
extension Checker {
  mutating func resolveExceptions() {
    var excepted: [DeclarationID?] = Array(repeating: nil, count: declarationSites.count)
    for index in declarationSites.indices {
      guard case .exception(let syntax) = declarationSites[index].syntax else { continue }
      excepted[index] = target(of: syntax, in: declarationSites[index].context.scope)
      if excepted[index] == nil { declarationSites[index].isBroken = true }
    }
    reportCircles(of: excepted)
    var isSettled = declarationSites.map { site in if case .exception = site.syntax { false } else { true } }
    for index in declarationSites.indices { settle(DeclarationID(index), excepted, &isSettled) }
    var exceptions: [[DeclarationID]] = Array(repeating: [], count: declarationSites.count)
    for (index, target) in excepted.enumerated() {
      if let target { exceptions[target.index].append(DeclarationID(index)) }
    }
    for index in declarationSites.indices {
      link(DeclarationID(index), to: excepted[index], exceptions: exceptions[index])
    }
  }

  private mutating func target(of syntax: ExceptionDeclaration, in scope: ScopeID) -> DeclarationID? {
    guard let symbol = resolve(syntax.excepted, in: scope, as: .excepted) else { return nil }
    if case .declaration(let declaration) = symbol {
      switch program[declaration].kind {
      case .rule, .norm, .exception: return declaration
      case .fact, .event, .definition: break
      }
    }
    report(
      .notExcepted, "`\(syntax.excepted.text)` is \(describe(symbol)); rules, norms and exceptions have exceptions",
      at: syntax.excepted.span)
    return nil
  }

  private mutating func reportCircles(of excepted: [DeclarationID?]) {
    var graph = Graph(count: excepted.count)
    for (index, target) in excepted.enumerated() {
      if let target { graph.connect(index, to: target.index) }
    }
    for circle in graph.circles() {
      guard let last = circle.last else { continue }
      report(.circularOrder, "these exceptions except one another in a circle", at: declarationSites[last].span)
      for index in circle { declarationSites[index].isBroken = true }
    }
  }

  /// Gives an exception, and those on the way to what all of them except, the parameters found there.
  private mutating func settle(_ declaration: DeclarationID, _ excepted: [DeclarationID?], _ isSettled: inout [Bool]) {
    var path: [DeclarationID] = []
    var current = declaration
    while !isSettled[current.index] {
      isSettled[current.index] = true
      path.append(current)
      guard let next = excepted[current.index] else { break }
      current = next
    }
    for exception in path.reversed() {
      guard let target = excepted[exception.index] else { continue }
      let site = declarationSites[target.index]
      program.declarations[exception.index].parameters = program[target].parameters
      declarationSites[exception.index].parameterTypes = site.parameterTypes
      if site.isBroken { declarationSites[exception.index].isBroken = true }
    }
  }

  /// Writes down what a declaration excepts, and what excepts it.
  private mutating func link(
    _ declaration: DeclarationID, to target: DeclarationID?, exceptions: [DeclarationID]
  ) {
    switch program.declarations[declaration.index].kind {
    case .rule(var details):
      details.exceptions = exceptions
      program.declarations[declaration.index].kind = .rule(details)
    case .norm(var details):
      details.exceptions = exceptions
      program.declarations[declaration.index].kind = .norm(details)
    case .exception(var details):
      details.excepted = target ?? details.excepted
      details.exceptions = exceptions
      program.declarations[declaration.index].kind = .exception(details)
    case .fact, .event, .definition: break
    }
  }
}
