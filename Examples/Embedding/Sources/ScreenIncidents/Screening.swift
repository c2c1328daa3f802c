import Casus

/// Asks of incidents whether Article 4 of the treaty of 2024 obliges the other side to help.
struct Screening {
  /// What came of an incident.
  struct Result {
    var incident: Incident
    var outcome: Swift.Result<Answer, CasusError>
  }

  private let program: Program
  /// By the victim: the program is read and its questions are checked once, for all incidents.
  private let queries: [Incident.Party: Query]
  /// What a question may cost: an incident that needs more is told as an error.
  private let limits = Limits()

  init(_ program: Program) throws(CasusError) {
    self.program = program
    var queries: [Incident.Party: Query] = [:]
    for victim in [Incident.Party.russia, .korea] {
      queries[victim] = try program.query("CSP.assistance(ally: \(victim.ally.rawValue), victim: \(victim.rawValue))")
    }
    self.queries = queries
  }

  /// The one place that goes through the incidents.
  func results(for incidents: [Incident]) -> [Result] {
    incidents.map { incident in
      do throws(CasusError) {
        return Result(incident: incident, outcome: .success(try answer(for: incident)))
      } catch { return Result(incident: incident, outcome: .failure(error)) }
    }
  }

  private func answer(for incident: Incident) throws(CasusError) -> Answer {
    guard let query = queries[incident.victim] else { return try program.query("false").answer() }
    return try query.answer(given: facts(of: incident), asOf: incident.date, limits: limits)
  }

  /// What a row says, as facts. What it leaves open stays unknown; that nobody else attacked goes without saying.
  private func facts(of incident: Incident) throws(CasusError) -> Facts {
    let (victim, ally, attacker) = (incident.victim.rawValue, incident.victim.ally.rawValue, incident.attacker)
    var facts = program.facts
    try facts.deny("under_attack(\(victim), by: any)")
    try facts.tell("under_attack(\(victim), by: \(attacker))", incident.isArmedAttack)
    try facts.tell("put_in_war(\(victim), by: \(attacker))", incident.isWar)
    try facts.tell("asks_help(\(victim), from: \(ally))", incident.isHelpAsked)
    for organ in incident.victim.ally.approvingOrgans {
      try facts.tell("approves(\(organ), aid_to: \(victim))", incident.isSendingApproved)
    }
    return facts
  }
}

extension Facts {
  /// Tells a truth; of nil, that it is unknown.
  fileprivate mutating func tell(_ fact: FactCase, _ truth: Bool?) throws(CasusError) {
    switch truth {
    case true?: try assert(fact)
    case false?: try deny(fact)
    case nil: try assert(fact, is: .unknown)
    }
  }
}

extension Screening.Result {
  /// A line for people: `approval open: unknown, turns on approves(StateAffairs, aid_to: Russia)`.
  var line: String {
    switch outcome {
    case .failure(let error): return "\(incident.name): \(error.message)"
    case .success(let answer):
      let open = answer.openFacts.map { $0.fact.description }
      return "\(incident.name): \(answer)" + (open.isEmpty ? "" : ", turns on " + open.joined(separator: ", "))
    }
  }
}
