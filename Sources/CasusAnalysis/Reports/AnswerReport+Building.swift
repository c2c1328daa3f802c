package import CasusDiagnostics
package import CasusEngine
package import CasusSemantics
import CasusSyntax

/// Resolves the ids of an answer to words.
package struct ReportBuilder {
  package let program: Program
  package let sources: SourceMap
  /// Whether the program knows dates, or the command line gave one.
  package let showsDates: Bool

  package init(program: Program, sources: SourceMap, showsDates: Bool) {
    self.program = program
    self.sources = sources
    self.showsDates = showsDates
  }

  package func report(
    of answer: Answer, _ norm: NormReport?, to question: Question, in scenario: Scenario?
  ) -> AnswerReport {
    let place = self.place(of: question.span)
    var report = AnswerReport(
      kind: kind(of: question, answer), query: question.text, file: place.file, line: place.line,
      scenario: scenario?.title, accordingTo: question.view.map { program[$0].name }, asOf: nil,
      outcome: outcome(answer.outcome, of: answer, to: question))
    if showsDates || question.asOf != nil || scenario?.asOf != nil { report.asOf = answer.asOf.description }
    report.isProved = answer.isProved
    if case .fault = report.outcome { return report }
    report.isCircular = answer.isCircular
    report.views = answer.views.map { view in
      AnswerReport.View(name: program[view.name].name, outcome: outcome(view.finding.result, of: answer))
    }
    report.openFacts = answer.openFacts.map { openFact($0) }
    report.gaps = answer.gaps.map { gap($0) }
    report.presumptions = answer.presumptions.map { presumption($0) }
    report.conflicts = answer.conflicts.map { conflict($0) }
    if let norm { add(norm, of: answer, to: &report) }
    return report
  }

  func gap(_ gap: GapID) -> GapReport {
    GapReport(reason: program[gap].reason, citation: program.citation(of: program[gap].span))
  }

  private func presumption(_ fact: OpenFact) -> String {
    let form = program.sourceForm(of: fact.declaration, fact.arguments)
    switch program[fact.declaration].kind {
    case .fact(let details), .event(let details):
      switch details.presumed {
      case .truth(let truth)?: return form + " is \(truth)"
      case .value(let value)?: return form + " is " + program.displayForm(of: value)
      default: return form
      }
    default: return form
    }
  }

  private func conflict(_ conflict: NormConflict) -> ConflictReport {
    ConflictReport(
      norm: program.sourceForm(of: conflict.norm, conflict.arguments),
      citation: program.citation(of: program[conflict.norm].span),
      other: program.sourceForm(of: conflict.other, conflict.otherArguments),
      otherCitation: program.citation(of: program[conflict.other].span), isCertain: conflict.isCertain)
  }

  private func add(_ norm: NormReport, of answer: Answer, to report: inout AnswerReport) {
    report.statuses = norm.statuses.map { status, finding in
      let word: TruthWord
      switch finding.result {
      case .truth(let truth?): word = truth ? .true : .false
      default: word = .unknown
      }
      return StatusReport(name: status.word, answer: word)
    }
    report.dueDate = norm.dueDate.map { value($0, type: .date, answer.texts) }
    report.inEffectSince = norm.inEffectSince?.description
  }

  private func kind(of question: Question, _ answer: Answer) -> AnswerReport.Kind {
    guard let expected = question.expected else { return .ask }
    return .expect(expected: program.sourceForm(of: expected), holds: expected.holds(for: answer, in: program))
  }

  package func place(of span: SourceSpan) -> (file: String, line: Int) {
    guard let source = sources[span.source] else { return ("", 0) }
    return (source.name, source.position(at: Int(span.start)).line)
  }

  // MARK: Outcomes

  private func outcome(
    _ outcome: Answer.Outcome, of answer: Answer, to question: Question
  ) -> AnswerReport.Outcome {
    switch outcome {
    case .truth(let truth): return .truth(truth ? .true : .false)
    case .unknown: return .truth(.unknown)
    case .contested: return .truth(.contested)
    case .value(let set): return .value(value(set, of: answer))
    case .rows(let rows):
      let names = program.namesOfRows(of: question)
      return .rows(rows.map { row($0, names) })
    case .fault(let fault):
      let place = self.place(of: fault.span)
      return .fault(FaultReport(message: fault.message, file: place.file, line: place.line))
    }
  }

  private func outcome(_ result: Finding.Result, of answer: Answer) -> AnswerReport.Outcome {
    switch result {
    case .truth(let truth?): .truth(truth ? .true : .false)
    case .truth(nil): .truth(.unknown)
    case .values(let set): .value(value(set, of: answer))
    case .fault: .fault(FaultReport(message: "", file: "", line: 0))
    }
  }

  private func row(_ row: Answer.Row, _ names: [String]) -> AnswerReport.Row {
    let bindings = row.values.enumerated().map { position, value in
      let name = names.indices.contains(position) ? names[position] : "any\(position + 1)"
      return AnswerReport.Binding(name: name, value: item(value, type: nil))
    }
    let word: TruthWord =
      switch row.outcome {
      case .truth(let truth): truth ? .true : .false
      case .contested: .contested
      default: .unknown
      }
    return AnswerReport.Row(bindings: bindings, answer: word, isProved: row.isProved)
  }

  // MARK: Values

  private func value(_ set: ValueSet, of answer: Answer) -> ValueReport {
    value(set, type: answer.type, answer.texts)
  }

  func value(_ set: ValueSet, type: ValueType, _ texts: TextTable) -> ValueReport {
    switch ValueExtent(set, type: type, in: program, texts: texts) {
    case .single(let value): .single(item(value, type: type))
    case .range(let low, let high): .range(low.map { item($0, type: type) }, high.map { item($0, type: type) })
    case .oneOf(let values): .oneOf(values.map { item($0, type: type) })
    }
  }

  func item(_ value: Value, type: ValueType?) -> ItemReport {
    let isWhole: Bool
    if case .number(let number) = value { isWhole = type != .decimal && number.isInteger } else { isWhole = false }
    return ItemReport(text: program.displayForm(of: value), isNumber: isWhole)
  }
}

extension Program {
  /// The parameters that the `any`s of a question fill: by label, else by name.
  func namesOfRows(of question: Question) -> [String] {
    guard case .quantified(.some, let binding, let body) = self[question.expression].kind else { return [] }
    var called = body
    while case .windowed(let inner, _, _) = self[called].kind { called = inner }
    let declaration: DeclarationID
    let arguments: [ExpressionID]
    switch self[called].kind {
    case .call(let id, let written), .status(_, let id, let written): (declaration, arguments) = (id, written)
    default: return []
    }
    return binding.variables.enumerated().map { position, variable in
      for (parameter, argument) in zip(self[declaration].parameters, arguments) {
        if case .variable(variable.slot) = self[argument].kind { return parameter.label ?? parameter.name }
      }
      return "any\(position + 1)"
    }
  }
}
