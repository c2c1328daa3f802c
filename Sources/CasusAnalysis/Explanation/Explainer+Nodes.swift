import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Steps before their reasons are told.
extension Explainer {
  func node(for part: Part, _ key: InstanceKey, at place: Place) -> Node {
    let declaration = program.declarations[key.declaration]
    var node = Node(
      kind: kind(of: declaration), role: nil, text: wording.call(key), sentence: nil,
      answer: outcome(of: part, type: declaration.valueType, at: place), at: derivation.date(of: place),
      citation: citation(declaration),
      place: builder.position(of: declaration.span))
    if case .norm(let details) = declaration.kind, let act = derivation.act(of: details, key) {
      node.sentence = wording.duty(details, act)
    }
    if !wording.tellsAlternativesApart(declaration) { node.note = wording.note(above: declaration.span) }
    return node
  }

  /// What is written above an alternative of a rule, where others have notes too, is said of the step below which that
  /// one is told.
  mutating func tellNote(of alternative: Part, in step: Int) {
    guard case .alternative(let id, let position) = derivation.subject(of: alternative),
      case .rule(let details) = program[id].kind, wording.tellsAlternativesApart(program[id])
    else { return }
    let note = wording.note(above: details.alternatives[position].span)
    change(step) { $0.note = note }
  }

  func node(
    for part: Part, _ expression: ExpressionID, _ frame: Frame, at place: Place, as role: Node.Role?
  ) -> Node {
    let type = program[expression].type
    let text = wording.text(of: expression, frame)
    var sentence: String?
    if case .quantified = program[expression].kind { sentence = wording.sentence(ofQuantifier: text) }
    return Node(
      kind: type == .condition ? .condition : .value, role: role, text: text, sentence: sentence,
      answer: outcome(of: part, type: type, at: place), at: derivation.date(of: place), citation: nil,
      place: builder.position(of: program[expression].span))
  }

  /// A part as it is written.
  func node(for part: Part, at place: Place, as role: Node.Role?) -> Node {
    if case .expression(let expression, let frame) = derivation.subject(of: part) {
      return node(for: part, expression, frame, at: place, as: role)
    }
    return Node(
      kind: .condition, role: role, text: wording.written(derivation.span(of: part)), sentence: nil,
      answer: outcome(of: part, type: derivation.isValue(part) ? .decimal : .condition, at: place),
      at: derivation.date(of: place), citation: nil, place: builder.position(of: derivation.span(of: part)))
  }

  private func kind(of declaration: CheckedDeclaration) -> Node.Kind {
    switch declaration.kind {
    case .rule, .fact, .event: .rule
    case .definition: .definition
    case .exception: .exception
    case .norm: .norm
    }
  }

  func outcome(of part: Part, type: ValueType, at place: Place) -> AnswerReport.Outcome {
    if type != .condition {
      guard let set = derivation.values(of: part, at: place) else { return fault }
      return .value(report(of: set, type: type))
    }
    switch derivation.standing(of: part, at: place) {
    case .holds: return .truth(.true)
    case .fails: return .truth(.false)
    case .open: return .truth(.unknown)
    case .faulty: return fault
    }
  }

  /// Of what cannot be computed; that only where the whole answer fails for it.
  private var fault: AnswerReport.Outcome {
    guard case .fault(let fault) = derivation.answer.outcome else { return .truth(.unknown) }
    let place = builder.place(of: fault.span)
    return .fault(FaultReport(message: fault.message, file: place.file, line: place.line))
  }

  /// A few numbers are told one by one: their bounds would say less.
  func report(of set: ValueSet, type: ValueType) -> ValueReport {
    guard case .oneOf(let scalars) = set, 2...5 ~= scalars.count else {
      return builder.value(set, type: type, derivation.texts)
    }
    return .oneOf(
      scalars.compactMap { scalar in
        program.value(of: scalar, type: type, texts: derivation.texts).map { builder.item($0, type: type) }
      })
  }

  func citation(_ declaration: CheckedDeclaration) -> Node.Citation? {
    guard let instrument = declaration.instrument else { return nil }
    return citation(instrument, declaration.article)
  }

  func citation(_ instrument: InstrumentID, _ article: ArticleID?) -> Node.Citation {
    Node.Citation(
      instrument: program[instrument].name, title: program[instrument].title,
      article: article.map { program[$0].number }, words: article.flatMap { program[$0].words })
  }
}

extension CheckedDeclaration {
  fileprivate var valueType: ValueType {
    if case .definition(let details) = kind { details.type } else { .condition }
  }
}
