import CasusDiagnostics
import CasusSemantics

/// Since when things hold: whether anything that they rest on can ever begin.
struct Beginnings {
  enum Beginning {
    /// Something they rest on carries a date, or happens, or looks at the calendar.
    case some
    /// They rest on what is told without a date, first of all there.
    case undated(SourceSpan)
    /// They rest on what nobody told anything of.
    case open
    /// They rest on nothing that could be told.
    case always
  }

  private var begins: [Bool]
  private var undated: [SourceSpan?]
  private var isOpen: [Bool]
  private var statusAsked: Set<DeclarationID> = []
  /// For each node the nodes that read it, which are those that a mark on it is handed to.
  private var readers: [[ReadingGraph.Node]]

  init(_ analysed: AnalysedProgram) {
    let readings = analysed.readings
    let count = readings.nodes.count
    begins = Array(repeating: false, count: count)
    undated = Array(repeating: nil, count: count)
    isOpen = begins
    readers = Array(repeating: [], count: count)
    for node in readings.nodes {
      for reading in readings.readings[node] where reading.manner != .beside { readers[reading.target].append(node) }
    }
    mark(analysed.program, readings)
    for statement in analysed.statements { mark(statement, readings) }
    handOn(&begins)
    handOn(&isOpen)
    for expression in analysed.program.expressions {
      if case .status(_, let declaration, _) = expression.kind { statusAsked.insert(declaration) }
    }
  }

  subscript(node: ReadingGraph.Node) -> Beginning {
    if begins[node] { return .some }
    if let statement = undated[node] { return .undated(statement) }
    return isOpen[node] ? .open : .always
  }

  /// Whether anything asks what became of the norm, rather than whether it is in effect.
  func asksStatus(of norm: DeclarationID, _ details: NormDetails) -> Bool {
    statusAsked.contains(norm) || statusAsked.contains(details.event)
  }

  private mutating func mark(_ program: Program, _ readings: ReadingGraph) {
    for (index, declaration) in program.declarations.enumerated() {
      let node = readings.node(of: DeclarationID(index))
      switch declaration.kind {
      case .event: begins[node] = true
      case .fact: isOpen[node] = true
      case .norm(let details):
        // Whoever is set aside may begin again when the winner ends.
        for winner in details.prevailedOverBy { readers[readings.node(of: winner)].append(node) }
      case .rule, .definition, .exception: break
      }
      for body in declaration.kind.bodies { mark(body, of: program, at: node) }
    }
    for (index, instrument) in program.instruments.enumerated() {
      mark(instrument.force, of: program, at: readings.node(of: InstrumentID(index)))
    }
    for (index, article) in program.articles.enumerated() {
      mark(article.force, of: program, at: readings.node(of: ArticleID(index)))
    }
  }

  private mutating func mark(_ force: Force?, of program: Program, at node: ReadingGraph.Node) {
    guard let force else { return }
    if force.from != nil { begins[node] = true }
    mark(Body(excluded: force.unless), of: program, at: node)
  }

  private mutating func mark(_ body: Body, of program: Program, at node: ReadingGraph.Node) {
    for root in body.roots where root.role != .beside {
      program.forEachExpression(in: root.expression) { expression in
        switch expression.kind {
        case .today, .windowed, .dateOf, .status: begins[node] = true
        case .gap: isOpen[node] = true
        default: break
        }
      }
    }
  }

  /// A dated statement gives a beginning. One without a date lends its reader the lack of one, the first to come by.
  private mutating func mark(_ statement: CheckedStatement, _ readings: ReadingGraph) {
    let node = readings.node(of: statement.declaration)
    if statement.time.isDated { begins[node] = true }
    guard !statement.time.isDated, statement.told != .truth(false), undated[node] == nil else { return }
    var waiting = [node]
    while let next = waiting.popLast() {
      guard undated[next] == nil else { continue }
      undated[next] = statement.span
      waiting += readers[next]
    }
  }

  /// Hands marks on to all that reads what is marked, each once.
  private func handOn(_ marks: inout [Bool]) {
    var waiting = marks.indices.filter { marks[$0] }
    while let next = waiting.popLast() {
      for reader in readers[next] where !marks[reader] {
        marks[reader] = true
        waiting.append(reader)
      }
    }
  }
}
