internal import CasusDiagnostics
package import CasusSemantics

extension ExactModel {
  /// The statements that leave just these options of some choices, in the model's view; nil where none can.
  ///
  /// Added to a scenario, they come before what files say, and among level statements add to what is told. Parts of the
  /// line of values must be neighbours. An event that is told to have occurred has not occurred otherwise, so that such
  /// a statement settles the other choices of its case as well.
  package func statements(for selections: [Selection]) -> [CheckedStatement]? {
    var tellings = Tellings()
    return statements(for: selections, &tellings)
  }

  /// - Parameter tellings: what was found for single selections of this model before.
  package func statements(for selections: [Selection], _ tellings: inout Tellings) -> [CheckedStatement]? {
    var statements: [CheckedStatement] = []
    statements.reserveCapacity(selections.count)
    var events: [(key: CaseKey, lanes: [EventLane])] = []
    for selection in selections {
      switch tellings[selection] ?? telling(selection, &tellings) {
      case .nothing: break
      case .impossible: return nil
      case .statements(let key, let own): for statement in own { append(statement, of: key, to: &statements) }
      case .event(let key, let told):
        if let index = events.firstIndex(where: { $0.key == key }) {
          events[index].lanes.append(told)
        } else {
          events.append((key, [told]))
        }
      }
    }
    for (key, lanes) in events {
      for statement in occurrences(key, lanes) { append(statement, of: key, to: &statements) }
    }
    return statements
  }

  /// How single selections are told, so that many sets with the same ones look for that once.
  package struct Tellings {
    /// By choice: the options of those that were looked for.
    private var known: [[(options: [Int], telling: Telling)]] = []

    package init() {}

    fileprivate subscript(selection: Selection) -> Telling? {
      guard selection.choice < known.count else { return nil }
      for place in known[selection.choice].indices where known[selection.choice][place].options == selection.options {
        return known[selection.choice][place].telling
      }
      return nil
    }

    fileprivate mutating func note(_ telling: Telling, for selection: Selection) {
      while known.count <= selection.choice { known.append([]) }
      known[selection.choice].append((selection.options, telling))
    }
  }

  fileprivate enum Telling {
    case nothing
    case impossible
    case statements(CaseKey, [CheckedStatement])
    /// Told together with all else that a set says of the event.
    case event(CaseKey, EventLane)
  }

  private func telling(_ selection: Selection, _ tellings: inout Tellings) -> Telling {
    let telling = telling(selection)
    tellings.note(telling, for: selection)
    return telling
  }

  private func telling(_ selection: Selection) -> Telling {
    let choice = choices[selection.choice]
    if selection.options.count == choice.optionCount { return .nothing }
    guard case .told(let key)? = choice.subject, !selection.options.isEmpty else { return .impossible }
    let holds = selection.options == [1]
    switch choice.options {
    case .derived: return .impossible
    case .truth(let stretch):
      let lanes = timeline.stretches.indices.filter { timeline.stretches[$0] == stretch }
      return .statements(key, periods(of: key, lanes).map { statement(key, .truth(holds), $0) })
    case .value(let parts, let origin):
      guard let told = told(parts, selection.options, choice.type) else { return .impossible }
      return .statements(key, periods(of: key, lanes(of: choice.inputs[0], origin)).map { statement(key, told, $0) })
    case .occasion(let parts, let position):
      guard let denials = denials(key, position, parts, selection.options) else { return .impossible }
      return .statements(key, denials)
    case .occurrence(let lane):
      return .event(key, EventLane(lane: lane, occurs: holds, isToldUnknown: choice.isToldUnknown))
    }
  }

  /// What an option, or several that are neighbours, says of a value; nil where no statement can.
  package func told(_ parts: [ValuePart], _ options: [Int], _ type: ValueType) -> Told? {
    ValuePart.told(options.map { parts[$0] }, type: type) { facts.program.value(of: $0, type: type, texts: texts) }
  }

  func statement(_ key: CaseKey, _ told: Told, _ time: CheckedStatement.Time) -> CheckedStatement {
    CheckedStatement(
      declaration: key.declaration, arguments: facts.arguments(of: key).map { Optional($0) }, told: told, time: time,
      views: view.map { [$0] } ?? [], span: circuit.spans[0])
  }

  // MARK: Periods

  /// The lanes in which an input has one and the same value.
  private func lanes(of input: InputID, _ origin: ValueOrigin) -> [Int] {
    timeline.moments.indices.filter { lane in
      switch origin {
      case .gap: false
      case .stretch(let stretch): timeline.stretches[lane] == stretch
      case .statement(let position):
        facts.reading(circuit[input], in: Lane(view: view, moment: timeline.moments[lane]))?.origin == position
      }
    }
  }

  /// The periods of lanes, neighbours taken together. Where only one moment is looked at, a statement speaks for as
  /// long as those that it adds to.
  private func periods(of key: CaseKey, _ lanes: [Int]) -> [CheckedStatement.Time] {
    guard timeline.moments.count > 1 else {
      let level = facts.counting(key, view: view, at: timeline.asked)
      return [level.first.map { facts.statements.time(of: $0) } ?? .period(from: nil, until: nil)]
    }
    var periods: [CheckedStatement.Time] = []
    var first = lanes.first
    for (position, lane) in lanes.enumerated() {
      guard position + 1 == lanes.count || lanes[position + 1] != lane + 1 else { continue }
      if let first { periods.append(.period(from: beginning(of: first), until: end(of: lane))) }
      first = position + 1 < lanes.count ? lanes[position + 1] : nil
    }
    return periods
  }

  /// When a lane begins; nil for the first, which stands for all time before.
  func beginning(of lane: Int) -> Moment? { lane == 0 ? nil : timeline.moments[lane] }

  /// When a lane is over; nil for the last.
  func end(of lane: Int) -> Moment? { lane + 1 < timeline.moments.count ? timeline.moments[lane + 1] : nil }

  /// Adds a statement; two that say one thing for neighbouring periods become one.
  private func append(_ statement: CheckedStatement, of key: CaseKey, to statements: inout [CheckedStatement]) {
    // Only what ends can be followed by its like.
    if case .period(_, let until?)? = statements.last?.time, let last = statements.last,
      let both = last.joined(with: statement), !beginnings(of: key).contains(until)
    {
      statements[statements.count - 1] = both
    } else {
      statements.append(statement)
    }
  }

  /// When statements about a case begin: one that began earlier would not come before them.
  func beginnings(of key: CaseKey) -> Set<Moment> {
    var beginnings: Set<Moment> = []
    for position in facts.statements(of: key) {
      if case .period(let from?, _) = facts.statements.time(of: position) { beginnings.insert(from) }
    }
    return beginnings
  }
}

extension CheckedStatement {
  /// Both in one, where the other says the same of the time right behind. A range has one value a statement, so that
  /// ranges stay apart.
  fileprivate func joined(with next: CheckedStatement) -> CheckedStatement? {
    guard declaration == next.declaration, arguments == next.arguments, told == next.told, told.isDefinite,
      case .period(let from, let until?) = time, case .period(until, let end) = next.time
    else { return nil }
    var both = self
    both.time = .period(from: from, until: end)
    return both
  }
}

extension Told {
  fileprivate var isDefinite: Bool {
    switch self {
    case .truth, .value: true
    case .unknown, .range, .oneOf: false
    }
  }
}
