import CasusDiagnostics
import CasusSyntax

/// Which norm prevails over which: by the order of norms, and where that is silent by the order of instruments.
///
/// Both orders are graphs. In that of the norms an instrument has two nodes: one that it reaches from its norms, for
/// `Charter prevails over CSP.assistance`, and one from which its norms are reached, for `Charter.ban prevails over CSP`.
struct Ranking {
  typealias Edge = (from: Int, to: Int)

  var normEdges: [Edge] = []
  /// For each edge where it was written.
  var normSpans: [SourceSpan] = []
  var instrumentEdges: [Edge] = []
  var instrumentSpans: [SourceSpan] = []
}

extension Checker {
  mutating func rankNorms() {
    var ranking = Ranking()
    for site in prevailsSites { collect(site, into: &ranking) }
    let norms = program.declarations.count
    let instruments = program.instruments.count
    let normOrder = order(ranking.normEdges, ranking.normSpans, count: norms + 2 * instruments, membership: true)
    let instrumentOrder = order(ranking.instrumentEdges, ranking.instrumentSpans, count: instruments, membership: false)
    guard let normOrder, let instrumentOrder else { return }
    compare(Precedence(norms: normOrder, instruments: instrumentOrder))
  }

  private typealias Ranked = WrittenPrecedence.Side

  private mutating func ranked(_ path: Path, in scope: ScopeID) -> Ranked? {
    guard let symbol = resolve(path, in: scope, as: .normOrInstrument) else { return nil }
    switch symbol {
    case .instrument(let instrument): return .instrument(instrument)
    case .declaration(let declaration):
      if case .norm = program[declaration].kind { return .norm(declaration) }
    default: break
    }
    report(.notRanked, "`\(path.text)` is \(describe(symbol)); norms and instruments prevail", at: path.span)
    return nil
  }

  private mutating func collect(_ site: PrevailsSite, into ranking: inout Ranking) {
    let winner = ranked(site.syntax.winner, in: site.context.scope)
    switch site.syntax.losers {
    case .paths(let paths):
      for path in paths {
        if let loser = ranked(path, in: site.context.scope), let winner {
          connect(winner, loser, at: path.span, &ranking)
          note(winner, over: loser, site)
        }
      }
    case .anyOf(let kind):
      guard let winner else { return }
      let own: InstrumentID? =
        switch winner {
        case .norm(let norm): program[norm].instrument
        case .instrument(let instrument): instrument
        }
      for index in program.instruments.indices
      where program.instruments[index].kind == kind && InstrumentID(index) != own {
        connect(winner, .instrument(InstrumentID(index)), at: site.span, &ranking)
        note(winner, over: .instrument(InstrumentID(index)), site)
      }
    }
  }

  private mutating func note(_ winner: Ranked, over loser: Ranked, _ site: PrevailsSite) {
    program.precedences.append(
      WrittenPrecedence(
        winner: winner, loser: loser, instrument: site.context.instrument, article: site.context.article,
        span: site.span))
  }

  private func connect(_ winner: Ranked, _ loser: Ranked, at span: SourceSpan, _ ranking: inout Ranking) {
    let norms = program.declarations.count
    let instruments = program.instruments.count
    switch (winner, loser) {
    case (.instrument(let first), .instrument(let second)):
      ranking.instrumentEdges.append((first.index, second.index))
      ranking.instrumentSpans.append(span)
      return
    case (.norm(let first), .norm(let second)): ranking.normEdges.append((first.index, second.index))
    case (.norm(let first), .instrument(let second)):
      ranking.normEdges.append((first.index, norms + instruments + second.index))
    case (.instrument(let first), .norm(let second)):
      ranking.normEdges.append((norms + first.index, second.index))
    }
    ranking.normSpans.append(span)
  }

  /// The graph of an order. Each circle in it is one error, at the place that closes it; nil then.
  private mutating func order(
    _ edges: [Ranking.Edge], _ spans: [SourceSpan], count: Int, membership: Bool
  ) -> Graph? {
    guard !edges.isEmpty else { return Graph(count: count) }
    let fixed = membership ? membershipEdges() : []
    var graph = Graph(count: count)
    for edge in fixed + edges { graph.connect(edge.from, to: edge.to) }
    let circles = graph.circles()
    if circles.isEmpty { return graph }
    reportCircles(circles, graph.components(), edges, fixed, spans)
    return nil
  }

  private mutating func reportCircles(
    _ circles: [[Int]], _ component: [Int], _ edges: [Ranking.Edge], _ fixed: [Ranking.Edge], _ spans: [SourceSpan]
  ) {
    var written: [Int: [Int]] = [:]
    for (index, edge) in edges.enumerated() where component[edge.from] == component[edge.to] {
      written[component[edge.from], default: []].append(index)
    }
    var given: [Int: [Ranking.Edge]] = [:]
    for edge in fixed where component[edge.from] == component[edge.to] {
      given[component[edge.from], default: []].append(edge)
    }
    for circle in circles {
      guard let first = circle.first, let inside = written[component[first]] else { continue }
      let closing = firstClosing(inside.map { edges[$0] }, given[component[first]] ?? [], nodes: circle)
      report(
        .circularOrder, "with this, prevailing goes in a circle", at: spans[inside[closing]],
        notes: ["what prevails over another cannot, through others, be prevailed over by it"])
    }
  }

  /// From each norm to the node by which its instrument wins, and from the node by which it loses to each norm.
  private func membershipEdges() -> [Ranking.Edge] {
    let norms = program.declarations.count
    let instruments = program.instruments.count
    var edges: [Ranking.Edge] = []
    for (index, declaration) in program.declarations.enumerated() {
      guard case .norm = declaration.kind, let instrument = declaration.instrument else { continue }
      edges.append((index, norms + instrument.index))
      edges.append((norms + instruments + instrument.index, index))
    }
    return edges
  }

  /// The position of the first edge with which those before it form a circle, among nodes that do form one.
  private func firstClosing(_ edges: [Ranking.Edge], _ fixed: [Ranking.Edge], nodes: [Int]) -> Int {
    var position: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() { position[node] = index }
    let renumber: (Ranking.Edge) -> Ranking.Edge = { (position[$0.from] ?? 0, position[$0.to] ?? 0) }
    let all = fixed.map(renumber) + edges.map(renumber)
    var low = 0
    var high = edges.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if Graph.hasCircle(all[..<(fixed.count + middle)], count: nodes.count) { high = middle } else { low = middle }
    }
    return low
  }
}
