package import CasusSemantics

/// An answer together with everything that it was made from: what an explanation is told from.
///
/// Every truth here is one that the evaluation of the circuit found; nothing is worked out a second time.
package struct Derivation: Sendable {
  package let question: Question
  package let answer: Answer
  package let record: DerivationRecord
  package let facts: FactBase
  /// Nil, or the view that the question names, comes first.
  package let views: [EntityID?]
  package let timeline: Timeline
  let evaluation: LaneEvaluation
  let circuit: Circuit
  /// What the `any`s of each row stand for.
  package let rows: [[Value]]
  /// Texts by number, for printing values.
  package let texts: TextTable

  package var program: Program { facts.program }

  package subscript(_ id: DerivationPartID) -> DerivationPart { record[id] }

  /// Whether a part is a value, and no condition.
  package func isValue(_ id: DerivationPartID) -> Bool {
    switch record[id].subject {
    case .expression(let expression, _): program[expression].type != .condition
    case .instance(let key): program.declarations[key.declaration].isValue
    case .told(let key): program[key.declaration].isValue
    case .gap(let gap): program[gap].type != .condition
    case .outside(let declaration, _), .choice(let declaration, position: _): program[declaration].isValue
    case .question: program[question.expression].type != .condition
    case .chosen: record[id].premises.last.map { isValue($0) } ?? false
    default: false
    }
  }

  /// The number of the moment asked about.
  package var now: Int { timeline.moments.count - 1 }

  package func lane(_ place: Place) -> Lane { Lane(view: views[place.view], moment: timeline.moments[place.moment]) }

  /// A view and a moment, by their numbers: where a part is looked at.
  package struct Place: Hashable, Sendable {
    package var view: Int
    package var moment: Int

    package init(view: Int, moment: Int) {
      self.view = view
      self.moment = moment
    }
  }

  /// What the bounds say of a part.
  package enum Standing: Hashable, Sendable {
    case holds, fails, open, faulty
  }

  package func standing(of id: DerivationPartID, at place: Place) -> Standing {
    standing(of: record[id].node, at: place)
  }

  func standing(of node: NodeID, at place: Place) -> Standing {
    switch evaluation.bounds(of: node, type: .condition, view: place.view, moment: place.moment).result {
    case .truth(true): .holds
    case .truth(false): .fails
    case .truth(nil), .values: .open
    case .fault: .faulty
    }
  }

  /// What the bounds leave of a value; nil where it may fail to be computed.
  package func values(of id: DerivationPartID, at place: Place) -> ValueSet? {
    let finding = evaluation.bounds(of: record[id].node, type: .decimal, view: place.view, moment: place.moment)
    if case .values(let set) = finding.result { return set }
    return nil
  }

  /// What exact reasoning says of a condition.
  package func exactStanding(of id: DerivationPartID, at place: Place) -> Standing {
    let finding = evaluation.finding(
      of: record[id].node, type: .condition, view: place.view, moment: place.moment)
    switch finding.result {
    case .truth(true): return .holds
    case .truth(false): return .fails
    case .truth(nil), .values: return .open
    case .fault: return .faulty
    }
  }

  /// Whether statements settle a rule's case, whatever its conditions say.
  package func speaks(of id: DerivationPartID, at place: Place) -> Bool {
    guard case .instance(let key) = record[id].subject, let told = facts.key(of: key) else { return false }
    let lane = lane(place)
    return facts.told(told, view: lane.view, at: lane.moment) != nil
  }
}

/// What is told of cases.
extension Derivation {
  package func arguments(of key: CaseKey) -> [Value] { facts.arguments(of: key) }

  package func reading(of key: CaseKey, at place: Place) -> Reading {
    facts.reading(Input(source: .told(key), type: .condition), in: lane(place))
      ?? Reading(.open)
  }

  /// The statements that make a case what it is, in the order in which they are written.
  package func statements(behind key: CaseKey, at place: Place) -> [Int32] {
    let lane = lane(place)
    guard case .event = program[key.declaration].kind else {
      return facts.counting(key, view: lane.view, at: lane.moment).sorted()
    }
    return facts.statements(of: key).filter { facts.sees(facts.statements[Int($0)], lane.view) != nil }.sorted()
  }

  /// The arguments of the event that a norm's case is about; nil where one is not definite.
  package func act(of details: NormDetails, _ key: InstanceKey) -> [Value]? {
    var values: [Value] = []
    for (expression, parameter) in zip(details.act, program[details.event].parameters) {
      switch program[expression].kind {
      case .constant(let value): values.append(value)
      case .variable(let slot):
        guard key.arguments.indices.contains(slot), let scalar = key.arguments[slot].scalar,
          let value = program.value(of: scalar, type: program.type(of: parameter.domain), texts: texts)
        else { return nil }
        values.append(value)
      default: return nil
      }
    }
    return values
  }
}
