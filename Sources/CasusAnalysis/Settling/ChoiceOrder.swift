internal import CasusEngine

/// The choices of a model in the order in which a diagram asks them, and how a function splits by them.
struct ChoiceOrder {
  let choices: [Choice]
  /// By choice: the option that it takes where nothing is said of it; nil where then any of them may be.
  let presumed: [Int?]
  /// The choices by rank, and the rank of each choice.
  private(set) var ranked: [Int]
  private var rankOfChoice: [Int]
  /// By variable; -1: of none.
  private var choiceOfVariable: [Int] = []
  /// By variable: how the function in question moves with it, and so all that it becomes as choices are settled; empty
  /// where that is not known.
  private var directions: [DecisionDiagram.Direction?] = []
  /// Whether no variable of one choice stands between those of another. Then what a function asks first belongs to its
  /// first choice.
  private let isInBlocks: Bool

  init(_ choices: [Choice], presumed: [Int?]? = nil, in diagram: borrowing DecisionDiagram) {
    self.choices = choices
    self.presumed = presumed ?? choices.map { _ in nil }
    choiceOfVariable = Array(repeating: -1, count: diagram.variableCount)
    var levels: [(first: Int, last: Int)] = []
    for (number, choice) in choices.enumerated() {
      var (first, last) = (Int.max, 0)
      for variable in choice.variables {
        if choiceOfVariable.indices.contains(variable) { choiceOfVariable[variable] = number }
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
    if isInBlocks { return self.choice(of: decision.variable) }
    var first: Int?
    for variable in diagram.support(of: function) {
      guard let choice = self.choice(of: variable) else { continue }
      if first.map({ rankOfChoice[choice] < rankOfChoice[$0] }) ?? true { first = choice }
    }
    return first
  }

  private func choice(of variable: Int) -> Int? {
    choiceOfVariable.indices.contains(variable) && choiceOfVariable[variable] >= 0 ? choiceOfVariable[variable] : nil
  }

  /// Finds out how a function moves with its variables, for all that is asked of it from now on. Where that would take
  /// too long, nothing is known.
  mutating func begin(with function: DecisionDiagram.Edge, in diagram: inout DecisionDiagram) {
    directions = (try? diagram.directions(of: function)) ?? []
  }

  /// What becomes of a function by a choice that has two options: under the first, under the second, and where it holds
  /// if nothing is said of the choice. An option that is presumed comes to the last, so that there is no need to say it.
  struct Halves {
    var first: DecisionDiagram.Edge
    var second: DecisionDiagram.Edge
    var silent: DecisionDiagram.Edge
  }

  /// Nil where the choice has more options than two.
  func halves(
    of function: DecisionDiagram.Edge, by choice: Int, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> Halves? {
    guard choices[choice].variables.count == 1 else { return nil }
    let variable = choices[choice].variables[0]
    let (first, second): (DecisionDiagram.Edge, DecisionDiagram.Edge)
    if let decision = diagram.decision(of: function), decision.variable == variable {
      (first, second) = (decision.low, decision.high)
    } else {
      do {
        first = try diagram.restrict(function, variable, to: false)
        second = try diagram.restrict(function, variable, to: true)
      } catch { throw .budget }
    }
    if let presumed = presumed[choice] {
      return Halves(first: first, second: second, silent: presumed == 0 ? first : second)
    }
    // Both hold where the one does that implies the other.
    switch directions.indices.contains(variable) ? directions[variable] : nil {
    case .rising: return Halves(first: first, second: second, silent: first)
    case .falling: return Halves(first: first, second: second, silent: second)
    case .turning, nil: break
    }
    do { return Halves(first: first, second: second, silent: try diagram.and(first, second)) } catch { throw .budget }
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
