internal import CasusEngine

/// What is known of functions of one diagram: found by the number of an edge, without hashing.
struct EdgeTable<Value> {
  /// By edge: the place of what is known of it among the values, counted from one; 0: nothing is known.
  private var places: [Int32] = []
  private var values: [Value] = []

  subscript(edge: DecisionDiagram.Edge) -> Value? {
    guard edge.number < places.count, places[edge.number] > 0 else { return nil }
    return values[Int(places[edge.number]) - 1]
  }

  /// Notes what is known of a function of which nothing was.
  mutating func insert(_ value: Value, for edge: DecisionDiagram.Edge) {
    if edge.number >= places.count {
      places.append(contentsOf: repeatElement(0, count: max(edge.number + 1, 2 * places.count) - places.count))
    }
    values.append(value)
    places[edge.number] = Int32(truncatingIfNeeded: values.count)
  }
}
