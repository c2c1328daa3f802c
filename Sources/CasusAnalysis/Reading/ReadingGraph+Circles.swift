import CasusSemantics

/// One step of a circle: who reads, and what it reads how.
struct CircleStep {
  var reader: ReadingGraph.Node
  var reading: Reading
}

extension ReadingGraph {
  /// The nodes that read themselves, through one another, at the same moment: a group for each circle.
  ///
  /// - Parameter throughForce: whether what stands in an instrument reads its force.
  func circles(throughForce: Bool) -> [[Node]] {
    var graph = Graph(count: nodes.count)
    for node in nodes {
      for reading in readings[node] where counts(reading, from: node, throughForce: throughForce) {
        graph.connect(node, to: reading.target)
      }
    }
    return graph.circles()
  }

  /// The readings inside a group, each with its reader.
  func steps(within group: [Node], throughForce: Bool) -> [CircleStep] {
    let members = Set(group)
    var steps: [CircleStep] = []
    for node in group {
      for reading in readings[node]
      where members.contains(reading.target) && counts(reading, from: node, throughForce: throughForce) {
        steps.append(CircleStep(reader: node, reading: reading))
      }
    }
    return steps
  }

  private func counts(_ reading: Reading, from node: Node, throughForce: Bool) -> Bool {
    guard reading.manner.isAtOnce else { return false }
    return throughForce || !(isForce(node) || isForce(reading.target))
  }

  /// The shortest circle that begins with `first` and comes back to its reader by `steps`.
  func circle(closing first: CircleStep, by steps: [CircleStep]) -> [CircleStep] {
    var following: [Node: [CircleStep]] = [:]
    for step in steps { following[step.reader, default: []].append(step) }
    var arrivals: [Node: CircleStep] = [:]
    var reached = [first.reading.target]
    var next = 0
    while next < reached.count, arrivals[first.reader] == nil, first.reading.target != first.reader {
      for step in following[reached[next]] ?? [] {
        let target = step.reading.target
        if target == first.reading.target || arrivals[target] != nil { continue }
        arrivals[target] = step
        reached.append(target)
      }
      next += 1
    }
    var back: [CircleStep] = []
    var node = first.reader
    while node != first.reading.target, let step = arrivals[node] {
      back.append(step)
      node = step.reader
    }
    return [first] + back.reversed()
  }
}
