internal import CasusEngine
package import CasusSemantics

/// What would settle a question, with all names resolved.
package struct SettlingReport: Sendable, Equatable {
  package var aim: SettlingAim
  /// As written.
  package var query: String
  package var file: String
  package var scenario: String?
  package var accordingTo: String?
  package var asOf: String?
  /// The smallest first. One that is empty: it is settled so already.
  package var sets: [[StatementReport]]
  package var isComplete: Bool
  /// How many sets there are, where that is known.
  package var count: String?
  /// Whether nothing that is not kept exactly has a part in it.
  package var isExact: Bool
  /// What it turns on and no statement fills.
  package var gaps: [GapReport]
  /// What it turns on and no statement tells.
  package var untold: [String]
}

/// A statement that could be told.
package struct StatementReport: Sendable, Equatable {
  /// As it is pasted into a scenario.
  package var statement: String
  /// The case that it speaks of.
  package var fact: String
  package var told: ToldReport
}

/// What a statement says.
package enum ToldReport: Sendable, Equatable {
  case truth(Bool)
  case unknown
  case value(ValueReport)
}

extension ReportBuilder {
  package func report(
    of settling: SettlingSets, as aim: SettlingAim, for question: Question, asOf moment: Moment, in scenario: Scenario?
  ) -> SettlingReport {
    // A thousand sets are made of few statements.
    let statements = settling.statements.map { statement($0) }
    return SettlingReport(
      aim: aim, query: question.text, file: place(of: question.span).file, scenario: scenario?.title,
      accordingTo: question.view.map { program[$0].name }, asOf: showsDates ? moment.description : nil,
      sets: settling.sets.map { set in set.map { statements[$0] } }, isComplete: settling.isComplete,
      count: settling.count?.description, isExact: settling.isExact, gaps: settling.gaps.map { gap($0) },
      untold: settling.untold.map { program.sourceForm(of: $0.declaration, $0.arguments) })
  }

  package func statement(_ statement: CheckedStatement) -> StatementReport {
    StatementReport(
      statement: program.sourceForm(of: statement),
      fact: program.sourceForm(of: statement.declaration, statement.arguments), told: told(statement))
  }

  private func told(_ statement: CheckedStatement) -> ToldReport {
    var type = ValueType.condition
    if case .fact(let details) = program[statement.declaration].kind { type = details.type }
    switch statement.told {
    case .truth(let truth): return .truth(truth)
    case .unknown: return .unknown
    case .value(let value): return .value(.single(item(value, type: type)))
    case .range(let low, let high):
      return .value(.range(low.map { item($0, type: type) }, high.map { item($0, type: type) }))
    case .oneOf(let values): return .value(.oneOf(values.map { item($0, type: type) }))
    }
  }
}
