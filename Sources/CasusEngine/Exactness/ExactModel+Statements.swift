internal import CasusDiagnostics
package import CasusSemantics

extension ExactModel {
  /// The statements that leave just these options of some choices, in the model's view; nil where none can.
  ///
  /// Added to a scenario, they come before what files say, and among level statements add to what is told. Parts of the
  /// line of values must be neighbours. An event that is told to have occurred has not occurred otherwise, so that such
  /// a statement settles the other choices of its case as well.
  package func statements(for selections: [Selection]) -> [CheckedStatement]? {
    var tellings = Tellings(of: selections)
    return places(ofStatementsFor: Array(selections.indices), in: &tellings)?.map { tellings.statements[$0] }
  }

  /// The same for some of the selections of a table, as places among its statements; those that it has not are added.
  package func places(ofStatementsFor selections: [Int], in tellings: inout Tellings) -> [Int]? {
    var places: [Int] = []
    places.reserveCapacity(selections.count)
    var events: [(key: CaseKey, lanes: [EventLane])] = []
    for selection in selections {
      switch tellings.known[selection] ?? telling(selection, &tellings) {
      case .nothing: break
      case .impossible: return nil
      case .statement(let key, let place): append(place, of: key, to: &places, in: &tellings)
      case .statements(let key, let own): for place in own { append(place, of: key, to: &places, in: &tellings) }
      case .event(let key, let told):
        if let index = events.firstIndex(where: { $0.key == key }) {
          events[index].lanes.append(told)
        } else {
          events.append((key, [told]))
        }
      }
    }
    for (key, lanes) in events {
      for statement in occurrences(key, lanes) {
        append(tellings.place(of: statement), of: key, to: &places, in: &tellings)
      }
    }
    return places
  }

  /// How selections of a model are told, so that many sets with the same ones look for that once.
  package struct Tellings {
    fileprivate let selections: [Selection]
    /// By selection; nil where that was not looked for.
    fileprivate var known: [Telling?]
    /// Every statement, once.
    package private(set) var statements: [CheckedStatement] = []
    private var places: [StatementContent: Int] = [:]

    package init(of selections: [Selection]) {
      self.selections = selections
      known = Array(repeating: nil, count: selections.count)
    }

    /// The place of a statement, which is added if it is not there.
    package mutating func place(of statement: CheckedStatement) -> Int {
      let content = StatementContent(statement)
      if let place = places[content] { return place }
      statements.append(statement)
      places[content] = statements.count - 1
      return statements.count - 1
    }

    fileprivate mutating func telling(_ key: CaseKey, _ told: [CheckedStatement]) -> Telling {
      let places = told.map { place(of: $0) }
      return places.count == 1 ? .statement(key, places[0]) : .statements(key, places)
    }
  }

  fileprivate enum Telling {
    case nothing
    case impossible
    /// The place of a statement in the table; of any others.
    case statement(CaseKey, Int)
    case statements(CaseKey, [Int])
    /// Told together with all else that a set says of the event.
    case event(CaseKey, EventLane)
  }

  private func telling(_ selection: Int, _ tellings: inout Tellings) -> Telling {
    let telling = telling(tellings.selections[selection], &tellings)
    tellings.known[selection] = telling
    return telling
  }

  private func telling(_ selection: Selection, _ tellings: inout Tellings) -> Telling {
    let choice = choices[selection.choice]
    if selection.options.count == choice.optionCount { return .nothing }
    guard case .told(let key)? = choice.subject, !selection.options.isEmpty else { return .impossible }
    let holds = selection.options == [1]
    switch choice.options {
    case .derived: return .impossible
    case .truth(let stretch):
      let lanes = timeline.stretches.indices.filter { timeline.stretches[$0] == stretch }
      return tellings.telling(key, periods(of: key, lanes).map { statement(key, .truth(holds), $0) })
    case .value(let parts, let origin):
      guard let told = told(parts, selection.options, choice.type) else { return .impossible }
      let periods = periods(of: key, lanes(of: choice.inputs[0], origin))
      return tellings.telling(key, periods.map { statement(key, told, $0) })
    case .occasion(let parts, let position):
      guard let denials = denials(key, position, parts, selection.options) else { return .impossible }
      return tellings.telling(key, denials)
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
  private func append(_ place: Int, of key: CaseKey, to places: inout [Int], in tellings: inout Tellings) {
    // Only what ends can be followed by its like.
    if let last = places.last, case .period(_, let until?) = tellings.statements[last].time,
      let both = tellings.statements[last].joined(with: tellings.statements[place]),
      !beginnings(of: key).contains(until)
    {
      places[places.count - 1] = tellings.place(of: both)
    } else {
      places.append(place)
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

/// All that a statement of a model says.
private struct StatementContent: Hashable {
  var declaration: DeclarationID
  var arguments: [Value?]
  var told: Told
  var time: CheckedStatement.Time
  var views: [EntityID]

  init(_ statement: CheckedStatement) {
    declaration = statement.declaration
    arguments = statement.arguments
    told = statement.told
    time = statement.time
    views = statement.views
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
