internal import CasusSemantics

/// Recursion that is a search is not grounded case by case: what it settles for all lanes alike is found along what is told,
/// and only cases that remain open are grounded.
///
/// What a search calls certain is so in every completion, and what it does not reach is false in each, since the rule only
/// grows with what it rests on. So a settled case may stand in the circuit as the constant that it is.
extension Grounder {
  /// Explanations want every case with its rules, presumptions every fact as an input, and time every moment.
  private var searches: Bool { !recorder.isOn && !isThorough && !isTemporal && !keepsPresumptions }

  /// What a case comes to; nil where it is open, or no search tells.
  mutating func searched(_ key: InstanceKey) throws(EngineError) -> NodeID? {
    guard let plan = try plan(of: DeclarationID(key.declaration)),
      let member = key.arguments[plan.moving].scalar?.integer, member >= 0, member < plan.memberCount,
      let strengths = try strengths(of: key, plan, isKept: true)
    else { return nil }
    switch strengths[member] {
    case .fails: return .false
    case .holds: return .true
    default: return nil
    }
  }

  /// What is told of a fact as a relation, found once.
  mutating func relation(of fact: DeclarationID) -> FactRelation? {
    guard searches else { return nil }
    if let known = searchRecord.relations[fact.index] { return known }
    let relation = facts.relation(of: fact, in: lanes)
    searchRecord.relations[fact.index] = .some(relation)
    return relation
  }

  // MARK: Planning

  mutating func plan(of rule: DeclarationID) throws(EngineError) -> SearchPlan? {
    guard searches, let search = facts.search(of: rule) else { return nil }
    if let known = searchRecord.plans[rule.index] { return known }
    // What is looked at for the plan may lead back to the rule.
    searchRecord.plans[rule.index] = .some(nil)
    let plan = try plan(search)
    searchRecord.plans[rule.index] = .some(plan)
    return plan
  }

  private mutating func plan(_ search: LinearRecursion) throws(EngineError) -> SearchPlan? {
    guard program.memberCount(of: search.type) >= limits.fewestMembersSearched, !facts.isTold(search.declaration),
      try applicability(program[search.declaration], []) == .true
    else { return nil }
    var plan = SearchPlan(moving: search.moving, memberCount: program.memberCount(of: search.type))
    for start in search.starts {
      let force = try articleForce(start.article)
      if force == .false { continue }
      guard force == .true, let source = source(start.source), source.leads(to: plan.memberCount) else { return nil }
      plan.starts.append(.init(source: source, tests: tests(start.guards), frameSize: start.frameSize))
    }
    for step in search.steps {
      let force = try articleForce(step.article)
      if force == .false { continue }
      guard force == .true, let relation = relation(of: step.fact),
        relation.rows.allSatisfy({ $0.otherCount == plan.memberCount })
      else { return nil }
      plan.steps.append(self.step(step, relation, plan))
    }
    return plan
  }

  private mutating func step(
    _ step: LinearRecursion.Step, _ relation: FactRelation, _ plan: SearchPlan
  ) -> SearchPlan.Step {
    let tests = self.tests(step.guards)
    let middleTests = self.tests(step.middleGuards)
    return SearchPlan.Step(
      rows: relation.rows[step.middlePosition], middleSlot: step.middleSlot,
      limits: SearchPlan.limits(by: tests, slot: plan.moving, count: plan.memberCount),
      middleLimits: SearchPlan.limits(by: middleTests, slot: step.middleSlot, count: plan.memberCount),
      tests: tests.filter { !$0.isLimit(of: plan.moving) },
      middleTests: middleTests.filter { !$0.isLimit(of: step.middleSlot) }, frameSize: step.frameSize)
  }

  private mutating func source(_ source: LinearRecursion.Source) -> SearchPlan.Start.Source? {
    switch source {
    case .same(let expression): return .same(expression)
    case .told(let fact, let position, let other):
      return relation(of: fact).map { .rows($0.rows[1 - position], of: other) }
    }
  }

  private mutating func tests(_ guards: [LinearRecursion.Guard]) -> [SearchPlan.Test] {
    var tests: [SearchPlan.Test] = []
    for condition in guards {
      var kind = SearchPlan.Test.Kind.condition(condition.expression)
      if let fact = condition.fact, let relation = relation(of: fact.declaration) {
        kind = .told(relation, slot: fact.slot)
      }
      tests.append(.init(kind: kind, isNegated: condition.isNegated))
    }
    return tests
  }

  // MARK: Searching

  /// How certain the cases are that differ from one in what moves alone; nil where one that they start from is not definite.
  mutating func strengths(
    of key: InstanceKey, _ plan: SearchPlan, isKept: Bool
  ) throws(EngineError) -> [Strength]? {
    var found = SearchRecord.Key(declaration: key.declaration, arguments: key.arguments)
    found.arguments[plan.moving] = .constant(Scalar(0))
    if let known = searchRecord[found] { return known }
    guard key.arguments.allSatisfy({ $0.scalar != nil }) else { return nil }
    let wasInside = isInsideDeclaration
    isInsideDeclaration = true
    defer { isInsideDeclaration = wasInside }
    var front = SearchFront(count: plan.memberCount)
    for start in plan.starts {
      guard try begin(start, found.arguments, plan.moving, &front) else { return nil }
    }
    var work = plan.memberCount
    // Where nothing has to be grounded on the way, the search goes on by itself.
    if !plan.steps.contains(where: { $0.hasTests }) { work = try paid(work + front.follow(plan.steps)) }
    while let (member, strength) = front.next() {
      for step in plan.steps { work += try go(step, from: member, strength, found.arguments, plan.moving, &front) }
      work = try paid(work)
    }
    // Case by case, each member runs over all others, which takes four steps: itself, two calls and their conjunction.
    let (saved, overflow) = plan.memberCount.multipliedReportingOverflow(by: plan.memberCount &* 4)
    searchRecord.noteSaved(overflow ? .max : saved)
    let strengths = Array(front.strengths)
    if isKept || front.hasOpen { searchRecord.keep(strengths, for: found) }
    return strengths
  }

  private mutating func begin(
    _ start: SearchPlan.Start, _ arguments: [GroundValue], _ moving: Int, _ front: inout SearchFront
  ) throws(EngineError) -> Bool {
    var frame = self.frame(arguments, size: start.frameSize)
    func number(_ expression: ExpressionID?, _ grounder: inout Grounder) throws(EngineError) -> Int? {
      guard let expression else { return 0 }
      return try grounder.value(expression, &frame).scalar?.integer
    }
    switch start.source {
    case .same(let expression):
      guard let member = try number(expression, &self) else { return false }
      guard member >= 0, member < front.count else { return true }
      frame[moving] = .constant(Scalar(member))
      front.reach(member, try strength(of: start.tests, .holds, member, moving, &frame))
    case .rows(let rows, let other):
      guard let argument = try number(other, &self) else { return false }
      let range = rows.range(of: argument)
      for place in range {
        let member = Int(rows.others[place])
        front.reach(member, try strength(of: start.tests, Strength(rows.states[place]), member, moving, &frame))
      }
      _ = try paid(range.count)
    }
    return true
  }

  /// Reaches the members that a case of the fact leads to from one; returns how many it looked at.
  private mutating func go(
    _ step: SearchPlan.Step, from middle: Int, _ reached: Strength, _ arguments: [GroundValue], _ moving: Int,
    _ front: inout SearchFront
  ) throws(EngineError) -> Int {
    let range = step.rows.range(of: middle)
    if range.isEmpty { return 1 }
    var frame = self.frame(arguments, size: step.frameSize)
    frame[step.middleSlot] = .constant(Scalar(middle))
    let limit = step.middleLimits.map { min(reached, $0[middle]) } ?? reached
    let reached = try strength(of: step.middleTests, limit, middle, step.middleSlot, &frame)
    for place in range {
      let member = Int(step.rows.others[place])
      let limit = step.limits.map { min(reached, $0[member]) } ?? reached
      let strength = min(limit, Strength(step.rows.states[place]))
      if strength <= front[member] { continue }
      front.reach(member, try self.strength(of: step.tests, strength, member, moving, &frame))
    }
    return range.count + 1
  }

  /// How certain it is that all conditions hold for a member in a slot, and no more than a bound.
  private mutating func strength(
    of tests: [SearchPlan.Test], _ bound: Strength, _ member: Int, _ slot: Int, _ frame: inout Frame
  ) throws(EngineError) -> Strength {
    var strength = bound
    for test in tests where strength != .fails {
      var found: Strength
      switch test.kind {
      case .told(let relation, let read):
        guard let argument = read == slot ? member : frame[read].scalar?.integer else { return min(strength, .open) }
        found = Strength(relation.state(argument))
      case .condition(let expression):
        frame[slot] = .constant(Scalar(member))
        let node = try condition(expression, &frame)
        found = node == .true ? .holds : node == .false ? .fails : .open
      }
      if test.isNegated { found = found.opposite }
      strength = min(strength, found)
    }
    return strength
  }

  /// Counts work towards the limit, 64 cases of a fact a step; returns what is left over.
  private mutating func paid(_ work: Int) throws(EngineError) -> Int {
    if work >= 64 { try step(work / 64) }
    return work % 64
  }
}
