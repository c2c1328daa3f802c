// The order of the variables decides how large a diagram is: `a1 and b1 or a2 and b2 or …` takes two decisions for each
// pair if a pair is asked together, and twice as many for each further pair if all the a's come first. No quick way to
// the best order is known. Sifting finds good ones: it moves one variable at a time through all levels, and leaves it
// where the diagram was smallest.

extension DecisionDiagram {
  /// Looks for an order of the variables in which some functions take fewer decisions, and removes all others.
  ///
  /// The edges of `roots` go on to mean what they meant; other edges must not be used any more.
  ///
  /// - Parameter maximumVisits: decisions that may be looked at on the way, which bounds the time. When they are used
  ///   up, the best order found so far is taken.
  package mutating func reduceByReordering(keeping roots: [Edge], maximumVisits: Int = 1_000_000) {
    collectGarbage(keeping: roots)
    var sifting = Sifting(of: self, roots: roots, maximumVisits: maximumVisits)
    for variable in sifting.variablesByWeight() { sifting.settle(variable, in: &self) }
  }

  /// Removes the decisions that some functions do not take.
  ///
  /// The edges of `roots` go on to mean what they meant; other edges must not be used any more.
  package mutating func collectGarbage(keeping roots: [Edge]) {
    table.removeAll(except: decisions(takenBy: roots))
    // Results that lived in the removed nodes must not be found again: others will take their positions.
    cache.forgetAll()
  }
}

extension DecisionDiagram {
  /// What sifting knows beside the diagram, in which nothing else happens meanwhile.
  struct Sifting {
    /// How many edges lead to a node, those of the roots included; it dies with the last.
    var referenceCounts: [Int]
    /// The positions of the nodes that ask a variable, by its number.
    var positionsOfVariable: [[Int]]
    /// Decisions that may still be looked at.
    private var remainingVisits: Int

    /// How many times its least size a diagram may reach while a variable is moved through it.
    private static var toleratedGrowth: (numerator: Int, denominator: Int) { (6, 5) }

    init(of diagram: borrowing DecisionDiagram, roots: [Edge], maximumVisits: Int) {
      remainingVisits = maximumVisits
      positionsOfVariable = Array(repeating: [], count: diagram.variableCount)
      referenceCounts = Array(repeating: 0, count: diagram.table.nodes.count)
      for root in roots { referenceCounts[root.position] += 1 }
      for position in diagram.positions(reachableFrom: roots) {
        let node = diagram.table[position]
        positionsOfVariable[Int(node.variable)].append(position)
        referenceCounts[node.low.position] += 1
        referenceCounts[node.high.position] += 1
      }
    }

    /// The variables that are asked, those that take most decisions first: they have most to gain.
    func variablesByWeight() -> [Int] {
      positionsOfVariable.indices
        .filter { !positionsOfVariable[$0].isEmpty }
        .sorted { positionsOfVariable[$0].count > positionsOfVariable[$1].count }
    }

    /// Moves one variable to all levels it can reach, the nearer end first, and then to the best of them.
    mutating func settle(_ variable: Int, in diagram: inout DecisionDiagram) {
      let start = diagram.levelOfVariable[variable]
      var best = Best(level: start, size: diagram.table.count)
      let lastLevel = diagram.variableCount - 1
      let ends = start < lastLevel - start ? [0, lastLevel] : [lastLevel, 0]
      for end in ends { explore(variable, towards: end, best: &best, in: &diagram) }
      // The way back leads through orders that were there before, and so fits where they did.
      while diagram.levelOfVariable[variable] != best.level { step(variable, towards: best.level, in: &diagram) }
    }

    private struct Best {
      var level: Int
      var size: Int
    }

    private mutating func explore(
      _ variable: Int, towards end: Int, best: inout Best, in diagram: inout DecisionDiagram
    ) {
      let growth = Self.toleratedGrowth
      while diagram.levelOfVariable[variable] != end, remainingVisits > 0 {
        step(variable, towards: end, in: &diagram)
        let size = diagram.table.count
        if size < best.size { best = Best(level: diagram.levelOfVariable[variable], size: size) }
        let isTooLarge = size / growth.numerator > best.size / growth.denominator
        if isTooLarge || size > diagram.limits.maximumNodes { return }
      }
    }

    private mutating func step(_ variable: Int, towards target: Int, in diagram: inout DecisionDiagram) {
      let level = diagram.levelOfVariable[variable]
      let upperLevel = target < level ? level - 1 : level
      for neighbour in diagram.variableAtLevel[upperLevel...upperLevel + 1] {
        remainingVisits -= positionsOfVariable[neighbour].count
      }
      // Levels that ask nothing take time too.
      remainingVisits -= 1
      diagram.swapLevels(below: upperLevel, sifting: &self)
    }
  }
}
