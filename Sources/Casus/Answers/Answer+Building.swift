internal import CasusAnalysis
internal import CasusEngine
internal import CasusSemantics
internal import CasusSyntax

extension Answer {
  /// - Throws: `fault`, where the engine found that computing fails.
  init(
    _ answer: CasusEngine.Answer, _ norm: NormReport?, to query: Query, _ facts: FactBase, showsDates: Bool
  ) throws(CasusError) {
    if case .fault(let fault) = answer.outcome {
      throw CasusError(.fault, fault.message, at: Diagnostic.Place(fault.span, in: query.sources))
    }
    let program = facts.program
    let builder = ReportBuilder(
      program: program, sources: query.sources, showsDates: showsDates || query.storage.dependsOnDates)
    let report = builder.report(of: answer, norm, to: query.question, in: nil)
    let reader = OutcomeReader(program: program, answer: answer, report: report)
    outcome = reader.outcome
    self.query = report.query
    asOf = report.asOf == nil ? nil : Moment(answer.asOf)
    isProved = report.isProved
    isCircular = report.isCircular
    views = answer.views.map { view in
      View(name: program[view.name].name, outcome: reader.outcome(view.finding.result))
    }
    openFacts = report.openFacts.map { OpenFact($0) }
    gaps = report.gaps.map { Gap(reason: $0.reason, citation: $0.citation) }
    presumptions = report.presumptions
    conflicts = report.conflicts.map {
      NormConflict(
        norm: $0.norm, citation: $0.citation, other: $0.other, otherCitation: $0.otherCitation,
        isCertain: $0.isCertain)
    }
    status = norm.map { NormStatus($0) }
    dueDate = norm?.dueDate.map { set in
      ValueBounds(ValueExtent(set, type: .date, in: program, texts: answer.texts), in: program)
    }
    document = report.json
  }
}

extension OpenFact {
  init(_ report: OpenFactReport) {
    fact = FactCase(report.fact)
    decidedBy = report.decidedBy
    question = report.asks
    weight = report.weight
  }
}

/// Reads what an answer comes to as the library says it.
private struct OutcomeReader {
  let program: CasusSemantics.Program
  let answer: CasusEngine.Answer
  let report: AnswerReport

  var outcome: Answer.Outcome {
    switch answer.outcome {
    case .truth(let truth): .truth(truth ? .true : .false)
    case .contested: .truth(.contested)
    case .unknown, .fault: .truth(.unknown)
    case .value(let set): .value(bounds(set))
    case .rows(let rows): .rows(zip(rows, rowNames).map { row($0, $1) })
    }
  }

  func outcome(_ result: Finding.Result) -> Answer.Outcome {
    switch result {
    case .truth(let truth?): .truth(truth ? .true : .false)
    case .truth(nil), .fault: .truth(.unknown)
    case .values(let set): .value(bounds(set))
    }
  }

  private func bounds(_ set: ValueSet) -> ValueBounds {
    ValueBounds(ValueExtent(set, type: answer.type, in: program, texts: answer.texts), in: program)
  }

  /// What each `any` of each row is called.
  private var rowNames: [[String]] {
    guard case .rows(let rows) = report.outcome else { return [] }
    return rows.map { row in row.bindings.map { $0.name } }
  }

  private func row(_ row: CasusEngine.Answer.Row, _ names: [String]) -> Answer.Row {
    let truth: Truth =
      switch row.outcome {
      case .truth(let truth): truth ? .true : .false
      case .contested: .contested
      default: .unknown
      }
    let bindings = zip(names, row.values).map { Answer.Binding(name: $0, value: Value($1, in: program)) }
    return Answer.Row(bindings: bindings, truth: truth, isProved: row.isProved)
  }
}

extension NormStatus {
  init(_ report: NormReport) {
    func truth(_ kind: StatusKind) -> Truth? {
      guard let finding = report.statuses.first(where: { $0.status == kind })?.finding else { return nil }
      if case .truth(let truth?) = finding.result { return truth ? .true : .false }
      return .unknown
    }
    owed = truth(.owed)
    fulfilled = truth(.fulfilled)
    breached = truth(.breached)
    forbidden = truth(.forbidden)
    permitted = truth(.permitted)
  }
}
