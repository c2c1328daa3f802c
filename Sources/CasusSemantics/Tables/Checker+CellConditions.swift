import CasusDiagnostics
import CasusSyntax

/// Conditions that pick rows: comparisons of columns with constants and with one another, joined by words.
extension Checker {
  mutating func cellCondition(_ expression: Expression, _ columns: Columns, _ scope: ScopeID) -> CellCondition? {
    switch expression.kind {
    case .missing: return nil
    case .literal(let literal) where literal.kind == .truth: return .truth(literal.text == "true")
    case .logical(let word, let operands):
      let checked = operands.map { cellCondition($0, columns, scope) }
      let conditions = checked.compactMap { $0 }
      guard conditions.count == operands.count else { return nil }
      return word == .and ? .and(conditions) : .or(conditions)
    case .not(let operand): return cellCondition(operand, columns, scope).map { .not($0) }
    case .comparison(let word, let left, let right):
      let first = cellOperand(left, columns, scope)
      let second = cellOperand(right, columns, scope)
      guard let first, let second, compare(first, second, word, at: expression.span) else { return nil }
      return .comparison(word, first, second)
    case .membership(let element, let domain, let negated):
      return membership(element, domain, columns, scope).map { negated ? .not($0) : $0 }
    default:
      if let name = expression.bareName {
        if let column = columns[name.text] { return .column(column) }
        reportUnknownColumn(name, columns)
        return nil
      }
      report(
        .conditionWanted, "rows are picked by comparing columns with values, joined by `and`, `or` and `not`",
        at: expression.span)
      return nil
    }
  }

  private mutating func membership(
    _ element: Expression, _ domain: Domain, _ columns: Columns, _ scope: ScopeID
  ) -> CellCondition? {
    let operand = cellOperand(element, columns, scope)
    switch domain.kind {
    case .list(let elements):
      let checked = elements.map { cellOperand($0, columns, scope) }
      let values = checked.compactMap { $0 }
      guard let operand, values.count == elements.count else { return nil }
      guard values.allSatisfy({ compare(operand, $0, .equal, at: domain.span) }) else { return nil }
      return .list(operand, values)
    case .range(let low, let high):
      let lowest = cellOperand(low, columns, scope)
      let highest = cellOperand(high, columns, scope)
      guard let operand, let lowest, let highest else { return nil }
      guard compare(operand, lowest, .less, at: domain.span), compare(operand, highest, .less, at: domain.span) else {
        return nil
      }
      return .range(operand, lowest, highest)
    case .named(let name):
      guard operand != nil else { return nil }
      report(.wrongType, "rows are picked by lists `{…}` and ranges `low..high`", at: name.span)
      return nil
    }
  }

  private mutating func cellOperand(
    _ expression: Expression, _ columns: Columns, _ scope: ScopeID
  ) -> CellOperand? {
    if let name = expression.bareName {
      if let column = columns[name.text] { return .column(column) }
      guard names.entry(name.text, from: scope) != nil else {
        reportUnknownColumn(name, columns)
        return nil
      }
    }
    if case .literal(let literal) = expression.kind, literal.kind == .truth {
      report(.conditionCompared, "a column of truths stands by itself", at: expression.span)
      return nil
    }
    return constant(expression, in: scope).map { .constant($0.0, $0.1) }
  }

  /// Whether two operands can be compared; of columns this shows in the rows.
  private mutating func compare(
    _ left: CellOperand, _ right: CellOperand, _ word: ComparisonOperator, at span: SourceSpan
  ) -> Bool {
    if case .constant(_, let first) = left, case .constant(_, let second) = right {
      guard compares(first, second) else {
        report(.unlikeTypes, "\(describe(first)) and \(describe(second)) do not compare", at: span)
        return false
      }
    }
    guard word != .equal, word != .notEqual else { return true }
    for operand in [left, right] {
      if case .constant(_, let type) = operand, !isOrdered(type) {
        report(.unordered, "\(describe(type)) has no order", at: span)
        return false
      }
    }
    return true
  }
}
