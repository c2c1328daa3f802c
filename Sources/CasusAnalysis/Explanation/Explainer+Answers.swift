import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Where an argument begins: what was asked, over all views.
extension Explainer {
  mutating func tellAnswer(_ report: AnswerReport) {
    let question = derivation.question
    let root = add(
      Node(
        kind: .question, role: nil, text: report.query, sentence: nil, answer: report.outcome, citation: nil,
        place: builder.position(of: question.span)),
      below: nil)
    if case .fault = derivation.answer.outcome { change(root) { $0.kind = .fault } }
    switch derivation.answer.outcome {
    case .rows(let rows): tellRows(rows, report, below: root)
    default:
      guard let part = derivation.record.roots.first else { return }
      tellViews(of: part, isContested: derivation.answer.outcome == .contested, below: root)
    }
  }

  /// A step for each case of a call with `any` that holds, or may.
  private mutating func tellRows(_ rows: [Answer.Row], _ report: AnswerReport, below parent: Int) {
    guard case .rows(let told) = report.outcome else { return }
    if rows.isEmpty { return tellNoRow(below: parent) }
    for (row, words) in zip(rows, told) {
      guard let index = derivation.rows.firstIndex(of: row.values) else { continue }
      let bindings = words.bindings.map { $0.name + ": " + $0.value.text }.joined(separator: ", ")
      let node = Node(
        kind: .row, role: nil, text: bindings, sentence: nil, answer: .truth(words.answer), citation: nil,
        place: nodes[parent].place)
      let number = add(node, below: parent)
      tellViews(of: derivation.record.roots[index], isContested: row.outcome == .contested, below: number)
    }
  }

  /// No case holds: each fails for its own reason.
  private mutating func tellNoRow(below parent: Int) {
    for root in derivation.record.roots { tell(root, at: now(view: 0), below: parent, as: nil) }
    mergeLeaves(below: parent)
  }

  // MARK: Views

  /// What makes a condition or a value what it is; where views contradict each other, one argument for each answer.
  private mutating func tellViews(of root: Part, isContested: Bool, below parent: Int) {
    guard isContested else { return tell(root, asView: 0, below: parent) }
    let type = derivation.isValue(root) ? program[derivation.question.expression].type : .condition
    var sides: [(outcome: AnswerReport.Outcome, views: [Int])] = []
    for view in derivation.views.indices {
      let outcome = outcome(of: root, type: type, asView: view)
      if outcome == .truth(.unknown) { continue }
      if let index = sides.firstIndex(where: { $0.outcome == outcome }) {
        sides[index].views.append(view)
      } else {
        sides.append((outcome, [view]))
      }
    }
    for side in sides.sorted(by: { $0.outcome == .truth(.true) && $1.outcome == .truth(.false) }) {
      let names = side.views.compactMap { derivation.views[$0].map { program[$0].name } }
      let words = names.isEmpty ? "without a view" : "according to " + names.joined(separator: ", ")
      var node = Node(
        kind: .view, role: nil, text: words, sentence: nil, answer: side.outcome, citation: nil,
        place: nodes[parent].place)
      node.accordingTo = names
      let number = add(node, below: parent)
      tell(root, asView: side.views[0], below: number)
    }
  }
}

extension Explainer {
  /// What a view finds: by the bounds, or else exactly.
  private func outcome(of root: Part, type: ValueType, asView view: Int) -> AnswerReport.Outcome {
    let outcome = outcome(of: root, type: type, at: now(view: view))
    guard outcome == .truth(.unknown), let truth = exactTruth(of: root, asView: view) else { return outcome }
    return .truth(truth ? .true : .false)
  }

  /// What exact reasoning found where the bounds leave a condition open.
  private func exactTruth(of root: Part, asView view: Int) -> Bool? {
    let place = now(view: view)
    guard derivation.isOpen(root, at: place) else { return nil }
    if derivation.record.roots.count == 1 {
      if case .truth(let truth) = derivation.finding(of: view).result { return truth }
      return nil
    }
    switch derivation.exactStanding(of: root, at: place) {
    case .holds: return true
    case .fails: return false
    case .open, .faulty: return nil
    }
  }

  private mutating func tell(_ root: Part, asView view: Int, below parent: Int) {
    if let truth = exactTruth(of: root, asView: view) {
      tellExactly(root, truth, at: now(view: view), below: parent, as: nil)
    } else {
      tell(root, at: now(view: view), below: parent, as: nil)
    }
  }

  private func now(view: Int) -> Place { Place(view: view, moment: derivation.now) }
}

extension ReportBuilder {
  func position(of span: SourceSpan) -> ExplanationNode.Place {
    guard let source = sources[span.source] else { return .init(file: "", line: 0, column: 0) }
    let position = source.position(at: Int(span.start))
    return .init(file: source.name, line: position.line, column: position.column)
  }
}
