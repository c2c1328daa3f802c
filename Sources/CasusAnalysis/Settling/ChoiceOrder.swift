internal import CasusEngine

/// The choices of a model in the order in which a diagram asks them, and how a function splits by them.
struct ChoiceOrder {
  let choices: [Choice]
  /// By choice: the option that it takes where nothing is said of it; nil where then any of them may be.
  let presumed: [Int?]
  /// The choices by rank, and the rank of each choice.
  private(set) var ranked: [Int]
  private var rankOfChoice: [Int]
  private var choiceOfVariable: [Int: Int] = [:]
  /// Whether no variable of one choice stands between those of another. Then what a function asks first belongs to its
  /// first choice.
  private let isInBlocks: Bool

  init(_ choices: [Choice], presumed: [Int?]? = nil, in diagram: borrowing DecisionDiagram) {
    self.choices = choices
    self.presumed = presumed ?? choices.map { _ in nil }
    var levels: [(first: Int, last: Int)] = []
    for (number, choice) in choices.enumerated() {
      var (first, last) = (Int.max, 0)
      for variable in choice.variables {
        choiceOfVariable[variable] = number
        first = min(first, diagram.level(ofVariable: variable))
        last = max(last, diagram.level(ofVariable: variable))
      }
      levels.append((first, last))
    }
    ranked = choices.indices.sorted { (levels[$0].first, $0) < (levels[$1].first, $1) }
    rankOfChoice = Array(repeating: 0, count: choices.count)
    for (rank, choice) in ranked.enumerated() { rankOfChoice[choice] = rank }
    isInBlocks = zip(ranked, ranked.dropFirst()).allSatisfy { levels[$0].last < levels[$1].first }
  }

  func rank(of choice: Int) -> Int { rankOfChoice[choice] }

  /// The first choice on which a function depends; nil for a constant.
  func firstChoice(of function: DecisionDiagram.Edge, in diagram: borrowing DecisionDiagram) -> Int? {
    guard let decision = diagram.decision(of: function) else { return nil }
    if isInBlocks { return choiceOfVariable[decision.variable] }
    var first: Int?
    for variable in diagram.support(of: function) {
      guard let choice = choiceOfVariable[variable] else { continue }
      if first.map({ rankOfChoice[choice] < rankOfChoice[$0] }) ?? true { first = choice }
    }
    return first
  }

  /// What becomes of a function under each option of a choice.
  func branches(
    of function: DecisionDiagram.Edge, by choice: Int, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> [DecisionDiagram.Edge] {
    var branches: [DecisionDiagram.Edge] = []
    var rest = function
    for variable in choices[choice].variables {
      if let decision = diagram.decision(of: rest), decision.variable == variable {
        branches.append(decision.low)
        rest = decision.high
        continue
      }
      do {
        branches.append(try diagram.restrict(rest, variable, to: false))
        rest = try diagram.restrict(rest, variable, to: true)
      } catch { throw .budget }
    }
    return branches + [rest]
  }
}
