package import CasusSemantics

/// Statements as a program would write them.
extension Program {
  package func sourceForm(of statement: CheckedStatement) -> String {
    let isDenied = statement.told == .truth(false)
    var text = (isDenied ? "deny " : "assert ") + sourceForm(of: statement.declaration, statement.arguments)
    switch statement.told {
    case .truth: break
    case .unknown: text += " is unknown"
    case .value(let value): text += " is " + sourceForm(of: value)
    case .range(let low, let high): text += " is " + rangeForm(low, high)
    case .oneOf(let values): text += " in {" + values.map { sourceForm(of: $0) }.joined(separator: ", ") + "}"
    }
    text += sourceForm(of: statement.time)
    if !statement.views.isEmpty {
      text += " according to " + statement.views.map { sourceForm(of: .entity($0)) }.joined(separator: ", ")
    }
    if let source = statement.source { text += " source " + quoted(source) }
    return text
  }

  /// With a blank before it; empty where the statement is for all time, or names no moment.
  private func sourceForm(of time: CheckedStatement.Time) -> String {
    switch time {
    case .period(let from, let until):
      (from.map { " from " + $0.description } ?? "") + (until.map { " until " + $0.description } ?? "")
    case .occurrence(nil, nil): ""
    case .occurrence(let first?, let last) where first == last: " on " + first.description
    case .occurrence(let first, let last):
      " on " + (first ?? .earliest).description + ".." + (last ?? .latest).description
    }
  }
}
