internal import CasusSemantics

extension FactBase {
  /// Takes in statements, which stand at their positions already: all those of a file or of a scenario, or those behind.
  mutating func index(_ positions: Range<Int>) {
    let (told, entities) = (statements, program.entities)
    // In a table all statements tell of the same declaration.
    var declaration = -1
    var cases: CaseIndex?
    for position in positions {
      let number = Int32(truncatingIfNeeded: position)
      let own = told.declaration(of: number)
      if own.index != declaration {
        declaration = own.index
        cases = indexes[own.index]
      }
      if told.tellsValue(number) { texts.note(told.told(of: number)) }
      let ordinal: Int?
      if let cases {
        ordinal = cases.ordinal(of: told.arguments(of: number), entities)
      } else {
        ordinal = self.ordinal(of: told[position])
      }
      let pattern = ordinal == nil ? self.pattern(of: told[position]) : nil
      let (views, beginning) = (told.views(of: number), told.beginning(of: number))
      if position < fileCount {
        file.append(own, ordinal: ordinal, views: views, beginning: beginning, pattern)
      } else {
        scenario.append(own, ordinal: ordinal, views: views, beginning: beginning, pattern)
      }
    }
  }

  /// What a statement that says `any` wants of each argument; nil where it says none.
  private func pattern(of statement: CheckedStatement) -> [StatementPattern.Argument]? {
    guard statement.arguments.contains(nil) else { return nil }
    return statement.arguments.map { argument in
      guard let argument else { return .any }
      return program.scalar(of: argument, texts: texts).integer.map { .number($0) } ?? .none
    }
  }

  /// The case that a statement names of a declaration whose cases are not numbered; nil where it says `any`, or what is no
  /// case.
  private mutating func ordinal(of statement: CheckedStatement) -> Int? {
    guard case .rule = program[statement.declaration].kind else { return nil }
    let values = statement.arguments.compactMap { $0 }
    guard values.count == statement.arguments.count else { return nil }
    for case .text(let text) in values { _ = texts.number(of: text) }
    return named.number(of: statement.declaration, values.map { program.scalar(of: $0, texts: texts) }, values)
  }
}

extension ToldStatements {
  fileprivate func declaration(of position: Int32) -> DeclarationID { property(of: position) { $0.declaration } }
  fileprivate func arguments(of position: Int32) -> [Value?] { property(of: position) { $0.arguments } }

  /// Whether it tells of a value, not of a truth.
  fileprivate func tellsValue(_ position: Int32) -> Bool {
    property(of: position) { statement in
      switch statement.told {
      case .truth, .unknown: false
      case .value, .range, .oneOf: true
      }
    }
  }
}
