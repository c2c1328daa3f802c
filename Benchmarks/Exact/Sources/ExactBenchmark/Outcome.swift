import CasusAnalysis
import CasusEngine
import CasusSemantics

/// The question of the workload, ready for its phases to be run one by one.
///
/// What comes before a phase is done anew and not measured, so that none finds what another left in the diagram.
struct Outcome {
  let question: Question
  let facts: FactBase
  let openFacts: FactBase
  let chances: [GivenChance]
  private let limits = EngineLimits()

  struct Failure: Error {
    var text: String
  }

  init(facts count: Int, parties: Int) throws {
    let text = OutcomeProgram.text(facts: count, parties: parties)
    let compilation = compile(main: "outcome.casus") { _ in .bytes(Array(text.utf8)) }
    guard let compiled = compilation.program else { throw Failure(text: "\(compilation.diagnostics)") }
    var (program, sources) = (compiled, compilation.sources)
    func asked(_ text: String) throws -> Question {
      let checked = checkQuery(text, in: program, sources: sources)
      guard let question = checked.question else { throw Failure(text: "\(checked.diagnostics)") }
      (program, sources) = (checked.program, checked.sources)
      return question
    }
    question = try asked("due")
    var names = (0..<count - 3 * parties).map { "c\($0)" }
    for fact in ["approves", "decrees", "confirms"] { names += (0..<parties).map { "\(fact)(P\($0))" } }
    let half = BigFraction(1, over: 2) ?? .one
    chances = try names.map { GivenChance(condition: try asked($0), chance: half) }
    facts = FactBase(program, scenario: [])
    openFacts = FactBase(program.withDecisionsOpen, scenario: [])
  }

  /// Does a phase, and measures it.
  func run(_ phase: Phase) throws -> Measured {
    switch phase {
    case .grounding: return try Measured { "\(try ground())" }
    case .diagram: return try Measured { "\(try model(facts).diagram.nodeCount) nodes" }
    case .count:
      let model = try model(facts)
      return try Measured { "\(try count(model))" }
    case .smallest:
      var model = try model(facts)
      return try Measured { "\(try smallest(&model)) statements" }
    case .triggers:
      var model = try model(facts)
      return try Measured {
        let found = try minimal(&model)
        return "\(found.sets.count) of \(found.count.map { "\($0)" } ?? "?")"
      }
    case .control:
      var model = try model(openFacts)
      return try Measured { reach(of: try control(&model).deciders) }
    case .chance:
      let runner = QuestionRunner(facts, limits: limits)
      return try Measured { "\(try runner.chance(of: question, given: chances, asOf: .earliest).get().range.least)" }
    }
  }

  /// Does and measures the whole of an analysis, and tells what other engines tell of it.
  func run(_ analysis: WholeAnalysis) throws -> Measured {
    try Measured {
      var model = try model(analysis == .control ? openFacts : facts)
      switch analysis {
      case .count: return "\(try count(model))"
      case .control: return reach(of: partiesFirst(try control(&model).deciders))
      case .smallest: return "\(try smallest(&model))"
      case .minimal: return "\(try minimal(&model).sets.count)"
      }
    }
  }

  func model(_ facts: FactBase) throws -> ExactModel {
    try ExactModel(of: question, facts: facts, asOf: .earliest, view: nil, limits: limits)
  }

  private func ground() throws -> Int { try circuit().nodes.count }

  func circuit() throws -> Circuit {
    var grounder = Grounder(
      facts, lanes: [Lane(view: nil, moment: .earliest)], limits: limits, question: question.expression)
    let frame = [GroundValue](repeating: .constant(Scalar(0)), count: question.frameSize)
    _ = try grounder.ground(question.expression, frame: frame)
    return grounder.circuit
  }

  private func count(_ model: borrowing ExactModel) throws -> BigNatural {
    guard case .truth(let truth) = model.functions[0],
      let count = model.diagram.modelCount(of: truth.certain, over: Array(0..<chances.count))
    else { throw Failure(text: "no count") }
    return count
  }

  private func smallest(_ model: inout ExactModel) throws -> Int {
    guard case .truth(let truth) = model.functions[0], let set = model.leastSet(of: truth.certain) else {
      throw Failure(text: "no trigger")
    }
    return set.count
  }

  private func minimal(_ model: inout ExactModel) throws -> SettlingSets {
    var wanted = SettlingLimits()
    wanted.maximumSets = 1_000
    return try model.settlingSets(as: .holds, wanted, shouldStop: { false })
  }

  private func control(_ model: inout ExactModel) throws -> Leverage {
    guard case .truth(let truth) = model.functions[0] else { throw Failure(text: "no condition") }
    return try model.leverage(of: truth, indices: false, LeverageLimits())
  }

  private func reach(of deciders: [Leverage.Decider]) -> String {
    deciders.map { ($0.canForce ? "1" : "0") + ($0.canBlock ? "1" : "0") }.joined()
  }

  /// The parties in order, then the organs, who are named behind them in the program.
  private func partiesFirst(_ deciders: [Leverage.Decider]) -> [Leverage.Decider] {
    deciders.sorted { $0.entity < $1.entity }
  }
}
