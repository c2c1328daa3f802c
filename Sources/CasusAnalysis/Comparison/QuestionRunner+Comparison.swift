package import CasusEngine
package import CasusSemantics

extension QuestionRunner {
  /// How two conditions relate, both in the view of the first or in none.
  ///
  /// - Parameters:
  ///   - program: the one whose presumptions hold where a situation says nothing. Where they are open in the facts
  ///     (``CasusSemantics/Program/withPresumptionsOpen``), the two are compared over what contradicts them as well.
  ///   - settlingLimits: how far the search for situations goes.
  package func comparison(
    of left: Question, with right: Question, presumingAs program: Program, asOf moment: Moment,
    limits settlingLimits: SettlingLimits
  ) throws(EngineError) -> QuestionComparison {
    var model = try ExactModel(
      of: left, and: [right], facts: facts, asOf: moment, view: left.view, limits: limits)
    model.diagram.limits = limits.diagramLimits(beyond: model.diagram.operationCount)
    do {
      return try model.comparison(presumingAs: program, settlingLimits, limits)
    } catch {
      try limits.checkCancellation()
      throw .limit(.diagram(limits.maximumDiagramNodes))
    }
  }
}

extension ExactModel {
  /// How the first two questions relate, which are conditions.
  mutating func comparison(
    presumingAs program: Program, _ limits: SettlingLimits, _ engineLimits: EngineLimits
  ) throws(DecisionDiagramError) -> QuestionComparison {
    var result = QuestionComparison(
      relation: .equivalent, isProved: timeline.isComplete, situations: [], isComplete: true, gaps: [],
      declarations: subjects, asOf: timeline.asked)
    guard functions.count == 2, case .truth(let left) = functions[0], case .truth(let right) = functions[1] else {
      return result
    }
    try relate(left, right, &result)
    guard result.relation != .equivalent else { return result }
    let beyond = untellable(left, right, &result)
    let sides = [try side(left, beyond), try side(right, beyond)]
    let presumed = presumedOptions(as: program)
    var regions: [DecisionDiagram.Edge] = []
    for (first, second) in Self.parting {
      regions.append(try diagram.and(sides[0][first.rawValue], sides[1][second.rawValue]))
    }
    for (region, (first, second)) in zip(regions, Self.parting) where region != .false {
      var search = SettlingSearch(choices, presumed: presumed, diagram, limits, shouldStop: engineLimits.shouldStop)
      let found = search.selections(of: region, in: &diagram)
      // One search leaves nothing behind that another would have to pay for.
      diagram.collectGarbage(keeping: regions)
      diagram.limits = engineLimits.diagramLimits(beyond: diagram.operationCount)
      result.isComplete = result.isComplete && found.isComplete
      add(found, first, second, to: &result)
    }
    return result
  }

  private var subjects: Set<DeclarationID> {
    var subjects: Set<DeclarationID> = []
    for choice in choices { if case .told(let key)? = choice.subject { subjects.insert(key.declaration) } }
    return subjects
  }

  /// How the two can part, the plainest first.
  private static var parting: [(QuestionComparison.Side, QuestionComparison.Side)] {
    var pairs: [(QuestionComparison.Side, QuestionComparison.Side)] = []
    for first in QuestionComparison.Side.allCases {
      for second in QuestionComparison.Side.allCases where first != second { pairs.append((first, second)) }
    }
    func weight(_ pair: (QuestionComparison.Side, QuestionComparison.Side)) -> Int {
      max(pair.0.rawValue, pair.1.rawValue)
    }
    return pairs.enumerated().sorted { (weight($0.element), $0.offset) < (weight($1.element), $1.offset) }
      .map { $0.element }
  }

  /// One implies the other where it is nowhere nearer to true: false, circular and true stand in this order.
  private mutating func relate(
    _ left: Truth<DecisionDiagram.Edge>, _ right: Truth<DecisionDiagram.Edge>, _ result: inout QuestionComparison
  ) throws(DecisionDiagramError) {
    let faults = try diagram.exclusiveOr(left.fault, right.fault)
    let againstRight = try violation(of: left, implying: right, faults)
    let againstLeft = try violation(of: right, implying: left, faults)
    switch (againstRight == .false, againstLeft == .false) {
    case (true, true): result.relation = .equivalent
    case (true, false): result.relation = .leftImpliesRight
    case (false, true): result.relation = .rightImpliesLeft
    case (false, false): result.relation = .differ
    }
    let inexact = choices.filter { !$0.isExact }.flatMap { $0.variables }
    for violation in [againstRight, againstLeft] where violation != .false {
      if try diagram.forAll(variables: inexact, in: violation) == .false { result.isProved = false }
    }
  }

  private mutating func violation(
    of left: Truth<DecisionDiagram.Edge>, implying right: Truth<DecisionDiagram.Edge>, _ faults: DecisionDiagram.Edge
  ) throws(DecisionDiagramError) -> DecisionDiagram.Edge {
    let certain = try diagram.and(left.certain, right.certain.negated)
    let possible = try diagram.and(left.possible, right.possible.negated)
    return try diagram.disjunction([certain, possible, faults])
  }

  /// The variables that no statement settles, among those on which either depends.
  private func untellable(
    _ left: Truth<DecisionDiagram.Edge>, _ right: Truth<DecisionDiagram.Edge>, _ result: inout QuestionComparison
  ) -> [Int] {
    let planes = [left.certain, left.possible, left.fault, right.certain, right.possible, right.fault]
    let support = Set(diagram.support(of: planes))
    var beyond: [Int] = []
    for (number, choice) in choices.enumerated()
    where choice.variables.contains(where: support.contains) && !canTell(number) {
      beyond += choice.variables
      if case .gap(let gap, _)? = choice.subject, !result.gaps.contains(gap) { result.gaps.append(gap) }
    }
    return beyond
  }

  /// By ``QuestionComparison/Side``: where, once all that can be told is told, a question comes to it.
  private mutating func side(
    _ truth: Truth<DecisionDiagram.Edge>, _ beyond: [Int]
  ) throws(DecisionDiagramError) -> [DecisionDiagram.Edge] {
    let fault = try diagram.exists(variables: beyond, in: truth.fault)
    let holds = try diagram.forAll(variables: beyond, in: truth.certain)
    let fails = try diagram.forAll(variables: beyond, in: truth.possible.negated)
    let unknown = try diagram.disjunction([fault, holds, fails]).negated
    return [holds, fails, unknown, fault]
  }

  private mutating func add(
    _ found: SettlingSearch.Result, _ left: QuestionComparison.Side, _ right: QuestionComparison.Side,
    to result: inout QuestionComparison
  ) {
    let (kept, _) = withoutNeedless(found.sets, of: found.selections)
    var sets: [[Selection]] = []
    var tellings = Tellings(of: found.selections)
    for chosen in kept.sorted(by: { $0.count < $1.count }) {
      let set = chosen.map { found.selections[$0] }
      // A set with a presumption turned around may say all that another says, which leaves it alone.
      if sets.contains(where: { set.saysAll(of: $0) }) { continue }
      guard let places = places(ofStatementsFor: chosen, in: &tellings) else {
        result.isComplete = false
        continue
      }
      sets.append(set)
      let statements = facts.joiningDenials(at: places, in: &tellings).map { tellings.statements[$0] }
      result.situations.append(QuestionComparison.Situation(statements: statements, left: left, right: right))
    }
  }
}

extension [Selection] {
  /// Whether it leaves nothing open that another does not, of what that one speaks of.
  fileprivate func saysAll(of other: [Selection]) -> Bool {
    other.allSatisfy { wider in contains { $0.choice == wider.choice && Set($0.options).isSubset(of: wider.options) } }
  }
}
