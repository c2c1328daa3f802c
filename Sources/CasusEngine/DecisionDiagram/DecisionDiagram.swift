/// Boolean functions, each kept in the one shape it can have: a reduced ordered binary decision diagram.
///
/// A function of truth values is drawn as a graph of decisions. Every node asks one variable and leads on by its *low*
/// edge where the variable is false and by its *high* edge where it is true; the walk ends at the constant. Three
/// rules make the drawing of a function unique, so that two functions are equal exactly when their edges are:
///
/// 1. **Ordered**: every walk asks the variables in the same order, each at most once.
/// 2. **Reduced**: no node has equal branches, and no two nodes ask the same variable with the same branches.
/// 3. **Regular**: an edge may negate what it leads to, but a high edge never does. There is one constant, true.
///
/// What is hard for formulas is then easy to read off: whether a condition can hold, whether it must, on what it
/// depends, in how many cases it holds. The price is that a drawing can be large. Nothing here grows or runs beyond
/// the ``Limits``: the call that would is refused with a ``DecisionDiagramError``, and the diagram remains usable.
///
/// Edges mean something only in the diagram that made them. That is why it cannot be copied: a copy taken in passing
/// would not know the edges that the original makes a moment later.
package struct DecisionDiagram: ~Copyable, Sendable {
  /// How far a diagram may grow and how long it may work; whoever owns it can raise them later.
  package var limits: Limits

  /// Steps of work done so far, counted against ``Limits/maximumOperations``.
  package internal(set) var operationCount = 0

  var table = NodeTable()
  var cache = OperationCache()
  /// Memory for working out conjunctions; between two, what is left in it means nothing.
  var pendingConjunctions: [PendingConjunction] = []
  /// The same for decisions between functions.
  var pendingChoices: [PendingChoice] = []

  /// The order of decisions: the variable asked first stands at level 0.
  var variableAtLevel: [Int] = []
  /// The same order read the other way.
  var levelOfVariable: [Int] = []

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// The number of variables, of which each function depends on some.
  package var variableCount: Int { variableAtLevel.count }

  /// The number of decisions held at present, whether or not anybody still needs them.
  package var nodeCount: Int { table.count }

  /// The number of every edge is below this.
  package var edgeNumberBound: Int { 2 * table.nodes.count }

  /// The most decisions held at once.
  package var greatestNodeCount: Int { table.greatestCount }

  /// The function that is true where the variable is.
  ///
  /// Variables are numbered from 0 and asked in the order of their numbers until the diagram is reordered; naming one
  /// brings all those before it into being.
  package mutating func variable(_ index: Int) throws(DecisionDiagramError) -> Edge {
    guard index >= 0, index < limits.maximumVariables else { throw .variableLimit }
    while variableCount <= index {
      levelOfVariable.append(variableCount)
      variableAtLevel.append(variableCount)
    }
    return try decision(on: index, low: .false, high: .true)
  }
}

extension DecisionDiagram {
  package struct Limits: Sendable {
    /// Decisions held at one time; each takes up to about 100 bytes, its share of the tables included.
    package let maximumNodes: Int
    /// Steps of work over the diagram's lifetime; 10 million take about two seconds.
    package let maximumOperations: Int
    /// Variables; the numbers of variables lie below this.
    package let maximumVariables: Int
    /// Asked now and then whether to stop; a diagram that is stopped has reached the limit of its steps.
    package let shouldStop: @Sendable () -> Bool

    package init(
      maximumNodes: Int = 1_000_000, maximumOperations: Int = 10_000_000, maximumVariables: Int = 65_536,
      shouldStop: @escaping @Sendable () -> Bool = { false }
    ) {
      // An edge has 31 bits for its node; reordering may exceed the limit for a moment, hence one bit less.
      self.maximumNodes = min(maximumNodes, 1 << 29)
      self.maximumOperations = maximumOperations
      self.maximumVariables = min(maximumVariables, 1 << 29)
      self.shouldStop = shouldStop
    }

    /// The same limits but for the nodes, of which there may be so many and no more.
    package func withNodes(atMost count: Int) -> Limits {
      Limits(
        maximumNodes: min(count, maximumNodes), maximumOperations: maximumOperations,
        maximumVariables: maximumVariables, shouldStop: shouldStop)
    }
  }
}

/// Which limit a diagram would have passed.
package enum DecisionDiagramError: Error, Hashable, Sendable {
  /// The diagram would hold too many decisions.
  case nodeLimit
  /// The work would take too many steps.
  case operationLimit
  /// The number of a variable is negative or too large.
  case variableLimit
}
