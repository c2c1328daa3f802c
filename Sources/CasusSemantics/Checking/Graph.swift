/// A directed graph of small numbers, and its circles: found without recursion, in time linear in its edges.
package struct Graph {
  private(set) var successors: [[Int]]

  package init(count: Int) { successors = Array(repeating: [], count: count) }
  package init(_ successors: [[Int]]) { self.successors = successors }

  package mutating func connect(_ from: Int, to target: Int) { successors[from].append(target) }

  /// For each node the number of its strongly connected component; those that it leads to have lower numbers.
  package func components() -> [Int] {
    var search = ComponentSearch(count: successors.count)
    for node in successors.indices where search.order[node] < 0 { search.visit(node, in: self) }
    return search.component
  }

  /// The nodes that lie on a circle, grouped by circle (by component), in ascending order.
  package func circles() -> [[Int]] {
    let component = components()
    var groups: [[Int]] = Array(repeating: [], count: successors.count)
    for node in successors.indices { groups[component[node]].append(node) }
    return groups.filter { group in
      guard let first = group.first else { return false }
      return group.count > 1 || successors[first].contains(first)
    }
  }

  /// The nodes that are marked, and those from which one of them can be reached.
  package func leading(to isMarked: [Bool]) -> [Int] {
    let component = components()
    var leads = Array(repeating: false, count: successors.count)
    // What a component leads to has a lower number, and is known before it.
    for node in successors.indices.sorted(by: { component[$0] < component[$1] })
    where isMarked[node] || successors[node].contains(where: { leads[component[$0]] }) {
      leads[component[node]] = true
    }
    return successors.indices.filter { leads[component[$0]] }
  }

  /// Whether some circle exists among these edges over so many nodes.
  static func hasCircle(_ edges: ArraySlice<(from: Int, to: Int)>, count: Int) -> Bool {
    var graph = Graph(count: count)
    for edge in edges { graph.connect(edge.from, to: edge.to) }
    return !graph.circles().isEmpty
  }
}

/// Tarjan's search with its stack spelt out.
private struct ComponentSearch {
  var order: [Int]
  var component: [Int]
  private var lowest: [Int]
  private var isOnStack: [Bool]
  private var stack: [Int] = []
  private var nextOrder = 0
  private var nextComponent = 0

  init(count: Int) {
    order = Array(repeating: -1, count: count)
    component = Array(repeating: 0, count: count)
    lowest = order
    isOnStack = Array(repeating: false, count: count)
  }

  private mutating func enter(_ node: Int) {
    order[node] = nextOrder
    lowest[node] = nextOrder
    nextOrder += 1
    stack.append(node)
    isOnStack[node] = true
  }

  mutating func visit(_ root: Int, in graph: Graph) {
    var path: [(node: Int, next: Int)] = [(root, 0)]
    enter(root)
    while let last = path.indices.last {
      let (node, next) = path[last]
      guard next < graph.successors[node].count else {
        path.removeLast()
        leave(node)
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        continue
      }
      path[last].next += 1
      let target = graph.successors[node][next]
      if order[target] < 0 {
        enter(target)
        path.append((target, 0))
      } else if isOnStack[target] {
        lowest[node] = min(lowest[node], order[target])
      }
    }
  }

  private mutating func leave(_ node: Int) {
    guard lowest[node] == order[node] else { return }
    while let member = stack.popLast() {
      isOnStack[member] = false
      component[member] = nextComponent
      if member == node { break }
    }
    nextComponent += 1
  }
}
