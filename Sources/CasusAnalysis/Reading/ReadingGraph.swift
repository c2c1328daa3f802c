import CasusDiagnostics
import CasusSemantics
import CasusSyntax

/// That something is read, how, and where.
struct Reading: Sendable {
  enum Manner: Equatable, Sendable {
    /// The more the one holds, the more the other does.
    case plain
    /// Against the grain: what holds there is missing here.
    case not, unless, everyWhere, exception
    /// In a count or a sum.
    case aggregate
    /// As it was before the moment read: what happened by then no circle can change.
    case earlier
    /// Without its holding depending on it.
    case beside
  }
  var target: ReadingGraph.Node
  var manner: Manner
  var span: SourceSpan
}

/// What reads what: declarations, instruments and articles (through their force), and norms by their acts.
struct ReadingGraph: Sendable {
  /// A position in the graph.
  typealias Node = Int

  /// For each node what it reads.
  private(set) var readings: [[Reading]]
  /// What questions read.
  private(set) var questionReadings: [Reading] = []
  private let declarationCount: Int
  private let instrumentCount: Int
  private let articleCount: Int

  init(_ program: Program) {
    declarationCount = program.declarations.count
    instrumentCount = program.instruments.count
    articleCount = program.articles.count
    // Three nodes for each declaration serve the events among them: what is owed, forbidden and permitted of an act.
    let count = declarationCount + instrumentCount + articleCount + 3 * declarationCount
    readings = Array(repeating: [], count: count)
    for index in program.declarations.indices { read(DeclarationID(index), of: program) }
    for (index, instrument) in program.instruments.enumerated() {
      read(instrument.force, of: program, at: node(of: InstrumentID(index)))
    }
    for (index, article) in program.articles.enumerated() {
      read(article.force, of: program, at: node(of: ArticleID(index)))
    }
    for question in program.questions { read(question, of: program) }
    for scenario in program.scenarios {
      for entry in scenario.entries {
        if case .question(let question) = entry { read(question, of: program) }
      }
    }
  }

  // MARK: Nodes

  var nodes: Range<Node> { readings.indices }

  func node(of declaration: DeclarationID) -> Node { declaration.index }
  func node(of instrument: InstrumentID) -> Node { declarationCount + instrument.index }
  func node(of article: ArticleID) -> Node { declarationCount + instrumentCount + article.index }

  /// What norms of one modality say of an act, the event.
  private func node(of modality: Modality, over event: DeclarationID) -> Node {
    let position =
      switch modality {
      case .must: 0
      case .mustNot: 1
      case .may: 2
      }
    return declarationCount + instrumentCount + articleCount + 3 * event.index + position
  }

  /// The declaration that a node is, or whose act it is; nil for instruments and articles.
  func declaration(at node: Node) -> DeclarationID? {
    if node < declarationCount { return DeclarationID(node) }
    let acts = node - declarationCount - instrumentCount - articleCount
    return acts < 0 ? nil : DeclarationID(acts / 3)
  }

  /// Whether the node is the force of an instrument or an article.
  func isForce(_ node: Node) -> Bool { declaration(at: node) == nil }

  func instrument(at node: Node) -> InstrumentID? {
    let index = node - declarationCount
    return index >= 0 && index < instrumentCount ? InstrumentID(index) : nil
  }

  func article(at node: Node) -> ArticleID? {
    let index = node - declarationCount - instrumentCount
    return index >= 0 && index < articleCount ? ArticleID(index) : nil
  }

  // MARK: Building

  private mutating func read(_ id: DeclarationID, of program: Program) {
    let declaration = program[id]
    let own = node(of: id)
    for body in declaration.kind.bodies { readings[own] += self.readings(of: body, in: program) }
    for exception in declaration.kind.exceptions {
      readings[own].append(
        Reading(target: node(of: exception), manner: .exception, span: program[exception].span))
    }
    for parameter in declaration.parameters {
      guard declaration.kind.dependsOnForce, case .parties(let instrument) = parameter.domain,
        let fact = program[instrument].partyFact
      else { continue }
      readings[own].append(Reading(target: node(of: fact), manner: .plain, span: declaration.span))
    }
    if declaration.kind.dependsOnForce {
      let instrument = [declaration.instrument].compactMap { $0 }.map { node(of: $0) }
      for force in instrument + declaration.articles.map({ node(of: $0) }) {
        readings[own].append(Reading(target: force, manner: .plain, span: declaration.span))
      }
    }
    if case .norm(let details) = declaration.kind {
      readings[own].append(Reading(target: node(of: details.event), manner: .beside, span: declaration.span))
      let act = node(of: details.modality, over: details.event)
      readings[act].append(Reading(target: own, manner: .plain, span: declaration.span))
    }
  }

  private mutating func read(_ force: Force?, of program: Program, at node: Node) {
    guard let force else { return }
    readings[node] += readings(of: Body(excluded: force.unless), in: program)
  }

  private mutating func read(_ question: Question, of program: Program) {
    questionReadings += readings(of: Body(required: [question.expression]), in: program)
  }

  private func readings(of body: Body, in program: Program) -> [Reading] {
    var found: [Reading] = []
    var waiting: [(expression: ExpressionID, manner: Reading.Manner)] = []
    for root in body.roots.reversed() { waiting.append((root.expression, root.role.manner)) }
    while let (id, manner) = waiting.popLast() {
      let expression = program[id]
      switch expression.kind {
      case .call(let declaration, _):
        found.append(Reading(target: node(of: declaration), manner: manner, span: expression.span))
      case .status(let status, let declaration, _):
        found.append(reading(of: status, declaration, manner, in: program, at: expression.span))
      default: break
      }
      for part in expression.kind.parts.reversed() { waiting.append((part.expression, manner.inside(part.role))) }
    }
    return found
  }

  /// A status that is an event is seen as it was before the moment read.
  private func reading(
    of status: StatusKind, _ declaration: DeclarationID, _ manner: Reading.Manner, in program: Program,
    at span: SourceSpan
  ) -> Reading {
    let modality: Modality
    switch status {
    case .fulfilled, .breached:
      return Reading(target: node(of: declaration), manner: manner == .beside ? .beside : .earlier, span: span)
    case .owed: modality = .must
    case .forbidden: modality = .mustNot
    case .permitted: modality = .may
    }
    guard program.isEvent(declaration) else {
      return Reading(target: node(of: declaration), manner: manner, span: span)
    }
    return Reading(target: node(of: modality, over: declaration), manner: manner, span: span)
  }
}

extension Body.Role {
  fileprivate var manner: Reading.Manner {
    switch self {
    case .required: .plain
    case .excluded: .unless
    case .beside: .beside
    }
  }
}

extension Reading.Manner {
  /// Whether the one may fail because the other holds.
  var isAgainstTheGrain: Bool {
    switch self {
    case .not, .unless, .everyWhere, .exception, .aggregate: true
    case .plain, .earlier, .beside: false
    }
  }

  /// Whether what holds at a moment depends on what holds at the same moment.
  var isAtOnce: Bool { self != .earlier && self != .beside }

  /// How a part is read, where the whole is read so: what is turned twice is as it was.
  fileprivate func inside(_ role: ExpressionPart.Role) -> Reading.Manner {
    switch (self, role) {
    case (.beside, _), (.earlier, _), (.aggregate, _), (_, .plain): self
    case (_, .aggregated): .aggregate
    case (.plain, .negated): .not
    case (.plain, .everyWhere): .everyWhere
    case (_, .negated), (_, .everyWhere): .plain
    }
  }
}
