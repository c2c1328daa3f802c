import AllocationCount
import CasusEngine

extension Outcome {
  /// What a circuit and a diagram have come to, and what they took.
  struct Size {
    var grounding: Measured
    /// From the circuit to the diagram.
    var diagram: Measured
    var count: Measured
    var circuitNodes = 0
    var circuitBytes = 0
    var diagramNodes = 0
    var diagramBytes = 0
  }

  /// Grounds the question, builds its diagram and counts its worlds, each by itself.
  func size() throws -> Size {
    let grounding = try run(Phase.grounding)
    let both = try run(Phase.diagram)
    var diagram = both
    diagram.seconds -= grounding.seconds
    var size = Size(grounding: grounding, diagram: diagram, count: try run(Phase.count))
    // What is used behind the count is still there when it is taken.
    let before = allocated_bytes()
    let circuit = try circuit()
    size.circuitBytes = allocated_bytes() - before
    size.circuitNodes = circuit.nodes.count
    let middle = allocated_bytes()
    let model = try model(facts)
    size.diagramBytes = allocated_bytes() - middle
    size.diagramNodes = model.diagram.nodeCount
    return size
  }
}

enum Growth {
  /// The sizes of `Benchmarks/Workloads/growth.py`.
  static let sizes = [8, 20, 50, 80, 125, 200, 320]

  static func run(rounds: Int) throws {
    print("| facts | grounding, ms | diagram, ms | count, ms | gates | bytes a gate | nodes | bytes a node |")
    print("|---|---|---|---|---|---|---|---|")
    for facts in sizes {
      let outcome = try Outcome(facts: facts, parties: (facts - 5) / 3)
      let sizes = try (0..<rounds).map { _ in try outcome.size() }
      guard let last = sizes.last else { return }
      func median(_ measured: (Outcome.Size) -> Measured) -> String {
        milliseconds(sizes.map { measured($0).seconds }.sorted()[rounds / 2])
      }
      let cells = [
        "\(facts)", median { $0.grounding }, median { $0.diagram }, median { $0.count }, "\(last.circuitNodes)",
        "\(last.circuitBytes / max(1, last.circuitNodes))", "\(last.diagramNodes)",
        "\(last.diagramBytes / max(1, last.diagramNodes))",
      ]
      print("| \(cells.joined(separator: " | ")) |")
    }
  }

  private static func milliseconds(_ seconds: Double) -> String {
    let microseconds = Int((seconds * 1e6).rounded())
    return "\(microseconds / 1_000).\(String(1_000 + microseconds % 1_000).dropFirst())"
  }
}
