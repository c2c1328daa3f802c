internal import CasusEngine

/// What is known of functions of one diagram: found by the number of an edge, without hashing.
struct EdgeTable<Value> {
  /// By edge: the place of what is known of it among the values, counted from one; 0: nothing is known.
  private var places: [Int32] = []
  private var values: [Value] = []

  subscript(edge: DecisionDiagram.Edge) -> Value? {
    let number = edge.number
    guard number < places.count, places[number] > 0 else { return nil }
    return values[Int(places[number]) - 1]
  }

  /// Makes room for all functions of a diagram; there is more as soon as it is needed.
  mutating func makeRoom(for diagram: borrowing DecisionDiagram) { makeRoom(below: diagram.edgeNumberBound) }

  private mutating func makeRoom(below bound: Int) {
    if bound > places.count { places.append(contentsOf: repeatElement(0, count: bound - places.count)) }
  }

  /// Notes what is known of a function of which nothing was.
  mutating func insert(_ value: Value, for edge: DecisionDiagram.Edge) {
    let number = edge.number
    if number >= places.count { makeRoom(below: max(number + 1, 2 * places.count)) }
    values.append(value)
    places[number] = Int32(truncatingIfNeeded: values.count)
  }
}
