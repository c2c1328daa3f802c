extension DecisionDiagram {
  /// One question about functions, in the single form in which it is asked (see ``DecisionDiagram/canonical(_:)``).
  struct Operation: Equatable, Sendable {
    enum Kind: UInt32, Sendable {
      /// Both of two functions.
      case conjunction
      /// Exactly one of two functions.
      case exclusiveOr
      /// The second function where the first holds, and the third where it does not.
      case ifThenElse
      /// The first function whatever the variables of the second, a conjunction of variables, may be.
      case forAll
      /// The first function once the second, a conjunction of variables and negated variables, holds.
      case restriction
    }

    var kind: Kind
    var first: Edge
    var second: Edge
    /// True where the operation has two operands only.
    var third: Edge = .true
  }

  /// Remembers results, so that no question is worked out over and over again.
  ///
  /// It may forget: a result is kept until another takes its entry. So it stays small, and is fast.
  struct OperationCache: Sendable {
    private struct Entry: Sendable {
      var operation: Operation
      var result: Edge

      /// No operation on constants is ever looked up, so this one is never found.
      static var vacant: Entry {
        Entry(operation: Operation(kind: .conjunction, first: .true, second: .true), result: .true)
      }
    }

    /// As many as a power of two.
    private var entries: [Entry]

    private static var initialCount: Int { 1 << 11 }
    private static var maximumCount: Int { 1 << 20 }

    init() {
      entries = Array(repeating: .vacant, count: Self.initialCount)
    }

    func result(of operation: Operation) -> Edge? {
      let entry = entries[index(of: operation)]
      return entry.operation == operation ? entry.result : nil
    }

    mutating func remember(_ result: Edge, of operation: Operation) {
      entries[index(of: operation)] = Entry(operation: operation, result: result)
    }

    /// Forgets everything, as must be when nodes are removed.
    mutating func forgetAll() {
      entries = Array(repeating: .vacant, count: entries.count)
    }

    /// Keeps the entries in proportion to the nodes, up to a bound.
    mutating func grow(toServe nodeCount: Int) {
      guard nodeCount > entries.count, entries.count < Self.maximumCount else { return }
      let remembered = entries
      entries = Array(repeating: .vacant, count: remembered.count * 4)
      for entry in remembered { remember(entry.result, of: entry.operation) }
    }

    private func index(of operation: Operation) -> Int {
      let spread = DecisionDiagram.hash(
        operation.first.bits, operation.second.bits, operation.third.bits &+ operation.kind.rawValue &<< 29)
      return Int(truncatingIfNeeded: spread) & (entries.count &- 1)
    }
  }
}
