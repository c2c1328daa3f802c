package import CasusSemantics

/// One case of a question: whose view (nil: without a view), at which moment.
package struct Lane: Hashable, Sendable {
  package var view: EntityID?
  package var moment: Moment
  /// Whether what is only presumed is left open: how an answer is found to rest on a presumption.
  package var withoutPresumptions = false

  package init(view: EntityID?, moment: Moment) {
    self.view = view
    self.moment = moment
  }
}

extension FactBase {
  /// A lane for what is told without a view, then one for each view; one that says nothing sees what the first sees.
  func lanesOfAllViews(at moment: Moment) -> [Lane] {
    [Lane(view: nil, moment: moment)] + views.map { Lane(view: $0, moment: moment) }
  }

  /// What is known of an input in a lane, by one who asks at its moment; nil where statements are silent about a rule's
  /// case.
  package func reading(_ input: Input, in lane: Lane) -> Reading? {
    guard case .told(let key) = input.source else { return Reading(assumedGaps[input.source] ?? .open) }
    return reading(key, among: statements(of: key), in: lane)
  }

  /// What is known of a case in a lane by the statements that speak of it.
  func reading(_ key: CaseKey, among positions: [Int32], in lane: Lane) -> Reading? {
    let reading: Reading?
    if program.isEvent(key.declaration) {
      let history = history(key, view: lane.view, asked: lane.moment)
      reading = Reading(history.state(at: lane.moment), isPresumed: history.isPresumed)
    } else {
      let told = told(among: positions, view: lane.view, at: lane.moment)
      reading = told ?? (program.isFact(key.declaration) ? untold(key) : nil)
    }
    if lane.withoutPresumptions, reading?.isPresumed == true { return Reading(.open) }
    return reading
  }

  /// The values that an input can have before anything is told.
  package func domain(of input: Input) -> ValueSet {
    let domain: DomainReference?
    switch input.source {
    case .told(let key):
      if case .fact(let details) = program[key.declaration].kind { domain = details.domain } else { domain = nil }
    case .gap(let gap, _): domain = program[gap].domain
    }
    guard let domain, let members = members(of: domain) else { return .anything }
    return .oneOf(members.sorted().map { Scalar($0) })
  }
}
