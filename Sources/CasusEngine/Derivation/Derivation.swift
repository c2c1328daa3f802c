package import CasusDiagnostics
package import CasusSemantics

/// An answer together with everything that it was made from: what an explanation is told from.
///
/// Every truth here is one that the evaluation of the circuit found; nothing is worked out a second time.
package struct Derivation: Sendable {
  package let question: Question
  package let answer: Answer
  package let record: DerivationRecord
  /// Nil, or the view that the question names, comes first.
  package let views: [EntityID?]
  package let timeline: Timeline
  /// What the `any`s of each row stand for.
  package let rows: [[Value]]
  /// Texts by number, for printing values.
  package let texts: TextTable
  let circuit: Circuit
  /// What is told and follows; behind it, what is told and assumed in each case of something open that was looked at.
  var worlds: [World]
  /// Of each part, whether it is a case of which a statement in sight speaks.
  package let isSpokenOf: [Bool]

  package let program: Program

  package var facts: FactBase { worlds[0].facts }

  package subscript(_ id: DerivationPartID) -> DerivationPart { record[id] }

  // Asked so often that copying the whole part would show.
  package func subject(of id: DerivationPartID) -> DerivationPart.Subject { record.parts[id.index].subject }
  package func span(of id: DerivationPartID) -> SourceSpan { record.parts[id.index].span }
  package func premises(of id: DerivationPartID) -> [DerivationPartID] { record.parts[id.index].premises }
  package func join(of id: DerivationPartID) -> DerivationPart.Join { record.parts[id.index].join }

  /// The number of the moment asked about.
  package var now: Int { timeline.moments.count - 1 }

  package func lane(_ place: Place) -> Lane { Lane(view: views[place.view], moment: timeline.moments[place.moment]) }

  /// A view, a moment and a world, by their numbers: where a part is looked at.
  package struct Place: Hashable, Sendable {
    package var view: Int
    package var moment: Int
    /// 0: nothing is assumed.
    package var world = 0

    package init(view: Int, moment: Int) {
      self.view = view
      self.moment = moment
    }
  }

  /// Whether a part is a value, and no condition.
  package func isValue(_ id: DerivationPartID) -> Bool {
    switch record.parts[id.index].subject {
    case .expression(let expression, _): program.expressions[expression.index].type != .condition
    case .instance(let key): program.isValue(DeclarationID(key.declaration))
    case .told(let key): program.isValue(key.declaration)
    case .gap(let gap): program[gap].type != .condition
    case .outside(let declaration, _), .choice(let declaration, position: _): program.isValue(declaration)
    case .question: program[question.expression].type != .condition
    case .chosen: premises(of: id).last.map { isValue($0) } ?? false
    default: false
    }
  }

  // MARK: How parts stand

  package enum Standing: Hashable, Sendable {
    case holds, fails, open, faulty

    init(_ finding: Finding) {
      switch finding.result {
      case .truth(true): self = .holds
      case .truth(false): self = .fails
      case .truth(nil), .values: self = .open
      case .fault: self = .faulty
      }
    }
  }

  /// What the bounds say of a condition.
  package func standing(of id: DerivationPartID, at place: Place) -> Standing {
    standing(of: id, at: place, by: worlds[place.world].evaluation.bounds)
  }

  func standing(of id: DerivationPartID, at place: Place, by bounds: LaneBounds) -> Standing {
    bounds.standing(of: record.parts[id.index].node, view: place.view, moment: place.moment)
  }

  /// What exact reasoning says of a condition.
  package func exactStanding(of id: DerivationPartID, at place: Place) -> Standing {
    Standing(
      worlds[place.world].evaluation.finding(
        of: record[id].node, type: .condition, view: place.view, moment: place.moment))
  }

  /// What the bounds leave of a value; nil where it may fail to be computed.
  package func values(of id: DerivationPartID, at place: Place) -> ValueSet? {
    let finding = worlds[place.world].evaluation.bounds.finding(
      of: record[id].node, type: .decimal, view: place.view, moment: place.moment)
    if case .values(let set) = finding.result { return set }
    return nil
  }

  /// What the answer says of the question in a view; nil where it did not ask that view.
  package func finding(of view: Int) -> Finding {
    guard view > 0, let name = views[view] else { return answer.finding }
    return answer.views.first { $0.name == name }?.finding ?? answer.finding
  }
}
