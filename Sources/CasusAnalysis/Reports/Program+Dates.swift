package import CasusSemantics

extension Program {
  /// Whether the moment of asking can matter: something told, in force or computed depends on time.
  package var dependsOnDates: Bool {
    statements.contains { $0.time.isDated }
      || scenarios.contains { $0.isDated }
      || instruments.contains { $0.force?.isDated == true || !$0.replacedBy.isEmpty }
      || articles.contains { $0.force?.isDated == true }
      || readsTime(behind: 0)
  }

  /// Whether an expression depends on time, of those behind the first few.
  package func readsTime(behind count: Int) -> Bool { expressions.dropFirst(count).contains { $0.kind.readsTime } }
}

extension Scenario {
  fileprivate var isDated: Bool {
    entries.contains { entry in
      if case .told(let statement) = entry { statement.time.isDated } else { false }
    }
  }
}

extension Force {
  fileprivate var isDated: Bool { from != nil || until != nil }
}

extension CheckedExpression.Kind {
  fileprivate var readsTime: Bool {
    switch self {
    case .today, .status, .windowed, .dateOf: true
    default: false
    }
  }
}
