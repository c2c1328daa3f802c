import CasusEngine
import CasusSemantics
import Testing

/// How often an open fact decides, held against trying everything.
@Suite struct WeightTests {
  @Test func weightsAreThoseOfTryingEverything() async {
    let totals = await PropertyRun.overSeeds { seed, totals in
      guard let (text, program) = PropertyRun.program(seed: seed) else { return }
      for asked in AskedQuestion.all(of: program) {
        guard let trial = WeightTrial(asked, program) else { continue }
        totals.asked += 1
        for (open, weight) in zip(trial.open, trial.weights) where abs((open.weight ?? -1) - weight) > 1e-9 {
          Issue.record(
            "seed \(seed), `\(asked.question.text)`: weight \(open.weight ?? -1) of fact \(open), tried: \(weight)\n\(text)"
          )
        }
      }
    }
    totals.tell()
    #expect(totals.asked >= 20, "\(totals.asked) questions were tried")
  }

  @Test(arguments: CountedWeights.all)
  func weightsAreThoseCountedByHand(_ counted: CountedWeights) throws {
    let program = try #require(CompiledText(counted.declarations + "\nscenario \"s\" { ask \(counted.query) }").program)
    let asked = try #require(AskedQuestion.all(of: program).first)
    let answer = try #require(asked.answer(program))
    #expect(answer.openFacts.count == counted.weights.count)
    for open in answer.openFacts {
      let number = open.arguments.first.map { if case .number(let number) = $0 { "(\(number))" } else { "" } } ?? ""
      let weight = try #require(counted.weights[program[open.declaration].qualifiedName + number])
      #expect(abs((open.weight ?? -1) - weight) < 1e-9, "\(program[open.declaration].qualifiedName)")
    }
  }
}

/// A program with the weights that follow from counting by hand.
struct CountedWeights: Sendable {
  var declarations: String
  var query: String
  var weights: [String: Double]

  init(_ declarations: String, _ query: String, _ weights: [String: Double]) {
    self.declarations = declarations
    self.query = query
    self.weights = weights
  }

  static let all = [
    // One of b and c is true in 3 cases of 4; b alone decides where a holds and c does not.
    CountedWeights("fact a fact b fact c", "a and (b or c)", ["a": 0.75, "b": 0.25, "c": 0.25]),
    // Each of three decides a majority where the other two differ.
    CountedWeights(
      "set Seat = 1..3 fact votes(_ seat: Seat)", "count(s in Seat where votes(s)) >= 2",
      ["votes(1)": 0.5, "votes(2)": 0.5, "votes(3)": 0.5]),
    // Below 5, from 5 to 10, and from 10 on: three parts, equally likely; the number decides unless both are false.
    CountedWeights(
      "fact a fact b fact n -> Int", "a and n >= 10 or b and n < 5", ["n": 0.75, "a": 1.0 / 3, "b": 1.0 / 3]),
    CountedWeights("fact a", "not a", ["a": 1]),
    // Where either being other than it is turns the answer, each always decides.
    CountedWeights("fact a fact b", "a and not b or b and not a", ["a": 1, "b": 1]),
  ]
}

/// The weights of the facts that a question turns on, counted over all that they can be.
private struct WeightTrial {
  var open: [OpenFact]
  var weights: [Double] = []

  private static let mostFacts = 7

  /// Nil where something else than facts that hold or do not hold is open.
  init?(_ asked: AskedQuestion, _ program: Program) {
    let facts = FactBase(program, scenario: asked.told)
    guard asked.question.expected == nil, let answer = asked.answer(program), answer.outcome == .unknown,
      answer.isProved, !answer.isCircular, 1...Self.mostFacts ~= answer.openFacts.count,
      let model = try? ExactModel(of: asked.question, facts: facts, asOf: asked.moment, view: asked.question.view),
      let choices = Self.choices(of: answer.openFacts, model, facts)
    else { return nil }
    open = answer.openFacts
    var outcomes: [Bool] = []
    for number in 0..<(1 << choices.count) {
      let selections = choices.indices.map { Selection(choice: choices[$0], options: [number >> $0 & 1]) }
      guard let statements = model.statements(for: selections.sorted { $0.choice < $1.choice }) else { return nil }
      var tried = asked
      tried.told += statements
      guard case .truth(let truth)? = tried.answer(program)?.finding.result, let truth else { return nil }
      outcomes.append(truth)
    }
    for position in choices.indices {
      let deciding = outcomes.indices.count { outcomes[$0] != outcomes[$0 ^ (1 << position)] }
      weights.append(Double(deciding) / Double(outcomes.count))
    }
  }

  /// The one choice behind each fact; nil where there are others.
  private static func choices(of open: [OpenFact], _ model: borrowing ExactModel, _ facts: FactBase) -> [Int]? {
    let choices = model.choices
    guard choices.count == open.count else { return nil }
    var found: [Int] = []
    for fact in open {
      let number = choices.indices.first { number in
        guard case .told(let key)? = choices[number].subject, key.declaration == fact.declaration,
          case .truth = choices[number].options
        else { return false }
        return facts.arguments(of: key) == fact.arguments
      }
      guard let number, !found.contains(number) else { return nil }
      found.append(number)
    }
    return found
  }
}
