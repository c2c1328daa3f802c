package import CasusSemantics

/// What is told of cases.
extension Derivation {
  package func arguments(of key: CaseKey) -> [Value] { facts.arguments(of: key) }

  package func reading(of key: CaseKey, at place: Place) -> Reading {
    worlds[place.world].facts.reading(Input(source: .told(key), type: .condition), in: lane(place)) ?? Reading(.open)
  }

  /// Whether statements settle a rule's case, whatever its conditions say.
  package func speaks(of id: DerivationPartID, at place: Place) -> Bool {
    guard isSpokenOf[id.index] || place.world > 0, case .instance(let key) = record.parts[id.index].subject,
      let told = self.key(of: key)
    else { return false }
    let lane = lane(place)
    return worlds[place.world].facts.told(told, view: lane.view, at: lane.moment) != nil
  }

  /// The statements that make a case what it is, in the order in which they are written.
  package func statements(behind key: CaseKey, at place: Place) -> [Int32] {
    let lane = lane(place)
    guard program.isEvent(key.declaration) else {
      return worlds[place.world].facts.counting(key, view: lane.view, at: lane.moment).sorted()
    }
    var seen: [Int32] = []
    for position in worlds[place.world].facts.statements(of: key)
    where worlds[place.world].facts.sees(position, lane.view) != nil {
      seen.append(position)
    }
    return seen.sorted()
  }

  // Read where the facts stand: a copy of them for every question would show.
  package func key(of instance: InstanceKey) -> CaseKey? { worlds[0].facts.key(of: instance) }
  package func isOfHeading(_ position: Int32) -> Bool { worlds[0].facts.statements[Int(position)].isOfHeading }
  package func statement(_ position: Int32) -> CheckedStatement { worlds[0].facts.statements[Int(position)] }

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
