package import CasusEngine
package import CasusSemantics

/// Tells what an answer was made from, as an argument that leaves out what did not matter.
///
/// It writes steps into a list and works off a list of what is still to be told, so that no chain of rules and no nesting of
/// conditions, however long, needs a deep stack.
struct Explainer {
  typealias Part = DerivationPartID
  typealias Place = Derivation.Place
  typealias Node = ExplanationNode

  let wording: ExplanationWording
  /// Whether to tell every reason, and what did not apply as well.
  let showsAll: Bool
  var search: ReasonSearch
  /// Nil where it is not known what can tip the answer.
  let tipping: TippingPoints?
  private(set) var nodes: [Node] = []
  private var parents: [Int] = []
  private var waiting: [Task] = []
  private var told: [Spot: Int] = [:]
  private var grounds: Set<Ground> = []
  /// The facts and events among the steps.
  var leaves: [Int: ExplanationLeaf] = [:]

  var builder: ReportBuilder { wording.builder }
  var derivation: Derivation { search.derivation }
  var program: Program { search.derivation.program }

  /// How many conditions within each other are being told.
  private var depth = 0
  /// Conditions nested deeper are told later. What people write stays far below it, and a small stack bears it.
  private static let greatestDepth = 24

  /// What is still to be told.
  private enum Task {
    /// The reasons of a case, below its step.
    case reasons(node: Int, part: Part, place: Place)
    /// A condition that was too deep within others to be told at once.
    case condition(Part, place: Place, parent: Int, role: Node.Role?)
  }

  /// A case looked at in one view at one moment.
  private struct Spot: Hashable {
    var part: Part
    var place: Place
  }

  /// What applies to everything that an instrument says, and is told once.
  enum GroundSubject: Hashable {
    case force(DerivationPart.ForceOwner)
    case party(InstrumentID, Int)
  }

  private struct Ground: Hashable {
    var subject: GroundSubject
    var place: Place
  }

  init(_ derivation: Derivation, _ builder: ReportBuilder, showsAll: Bool) {
    self.showsAll = showsAll
    wording = ExplanationWording(builder: builder, texts: derivation.texts)
    search = ReasonSearch(derivation)
    tipping = TippingPoints(derivation, search.groups)
  }

  /// Adds a step below another; nil: the root.
  mutating func add(_ node: Node, below parent: Int?) -> Int {
    nodes.append(node)
    parents.append(parent ?? -1)
    if let parent { nodes[parent].because.append(nodes.count - 1) }
    return nodes.count - 1
  }

  /// Lets one step below another take the place of the step between.
  mutating func replace(_ node: Int, below parent: Int, by child: Int) {
    parents[child] = parent
    nodes[parent].because = nodes[parent].because.map { $0 == node ? child : $0 }
  }

  mutating func change(_ node: Int, _ change: (inout Node) -> Void) { change(&nodes[node]) }

  /// Whether a ground was not told before.
  mutating func isNew(_ subject: GroundSubject, at place: Place) -> Bool {
    grounds.insert(Ground(subject: subject, place: place)).inserted || showsAll
  }

  // MARK: Cases of declarations

  /// A step for a case of a rule, a norm, an exception or a definition; its reasons are told once.
  mutating func tellInstance(_ part: Part, _ key: InstanceKey, at place: Place, below parent: Int, as role: Node.Role?)
  {
    var node = self.node(for: part, key, at: place)
    node.role = role
    waiting.append(.reasons(node: add(node, below: parent), part: part, place: place))
  }

  /// Tells a part at once, or later where too many are being told.
  mutating func tell(_ part: Part, at place: Place, below parent: Int, as role: Node.Role?) {
    guard depth < Self.greatestDepth else {
      waiting.append(.condition(part, place: place, parent: parent, role: role))
      return
    }
    depth += 1
    tellAtOnce(part, at: place, below: parent, as: role)
    depth -= 1
  }

  private func isAncestor(_ candidate: Int, of node: Int) -> Bool {
    var current = node
    while current >= 0 {
      if current == candidate { return true }
      current = parents[current]
    }
    return false
  }

  /// Tells what is still to be told, in the order of reading: whoever reads on finds a case told where it comes first.
  mutating func finish() {
    while let task = waiting.popLast() {
      let start = waiting.count
      switch task {
      case .condition(let part, let place, let parent, let role): tell(part, at: place, below: parent, as: role)
      case .reasons(let node, let part, let place): tellReasonsOnce(for: part, at: place, in: node)
      }
      waiting[start...].reverse()
    }
  }

  private mutating func tellReasonsOnce(for part: Part, at place: Place, in node: Int) {
    let spot = Spot(part: part, place: place)
    if let known = told[spot] {
      nodes[node].see = known
      if isAncestor(known, of: node) { nodes[node].kind = .circle }
      return
    }
    told[spot] = node
    if derivation.speaks(of: part, at: place) {
      tellFinding(part, at: place, in: node)
    } else if derivation.isValue(part) {
      tellDefinition(part, at: place, below: node)
    } else {
      tellReasons(for: part, at: place, below: node)
    }
  }

  // MARK: The whole

  /// What is asked, where it has reasons of its own; else the one step that it comes down to.
  private var root: Int {
    guard let first = nodes.first, first.because.count == 1, let only = first.because.first,
      first.kind != .fault, nodes[only].answer == first.answer, nodes[only].role == nil
    else { return 0 }
    return only
  }

  /// The steps in the order in which a person reads them, numbered anew.
  func inOrderOfReading() -> [Node] {
    var order: [Int] = []
    var open = nodes.isEmpty ? [] : [root]
    while let next = open.popLast() {
      order.append(next)
      open += nodes[next].because.reversed()
    }
    var position = [Int](repeating: 0, count: nodes.count)
    for (number, node) in order.enumerated() { position[node] = number }
    return order.map { number in
      var node = nodes[number]
      node.because = node.because.map { position[$0] }
      node.see = node.see.map { position[$0] }
      return node
    }
  }
}

extension ReportBuilder {
  /// An answer as an argument.
  /// - Parameters:
  ///   - showsAll: whether to tell every reason, and what did not apply as well.
  package func explanation(
    of derivation: Derivation, _ norm: NormReport?, in scenario: Scenario?, showsAll: Bool = false
  ) -> Explanation {
    var explainer = Explainer(derivation, self, showsAll: showsAll)
    let report = report(of: derivation.answer, norm, to: derivation.question, in: scenario)
    explainer.tellAnswer(report)
    explainer.finish()
    return Explanation(answer: report, nodes: explainer.inOrderOfReading())
  }
}
