import CasusDiagnostics
import CasusSyntax

/// The headings of instruments and articles: parties, dates, force and replacement.
extension Checker {
  mutating func resolveHeading(of instrument: InstrumentID) {
    let site = instrumentSites[instrument.index]
    let scope = site.context.scope
    let reported = diagnostics.count
    // What a damaged heading says helps those who read its names, but was reported once.
    defer { if site.isDamaged { diagnostics.removeLast(diagnostics.count - reported) } }
    if let path = site.syntax.of { program.instruments[instrument.index].of = entity(path, in: scope) }
    resolveParties(of: instrument, site)
    guard !site.isDamaged else { return }
    if let signed = site.syntax.signed { program.instruments[instrument.index].signed = moment(of: signed) }
    if let force = site.syntax.force { program.instruments[instrument.index].force = period(of: force) }
    if let path = site.syntax.replaces { resolveReplacement(path, by: instrument, in: scope) }
  }

  mutating func resolve(_ site: ArticleSite) {
    program.articles[site.article.index].force = period(of: site.force)
  }

  private mutating func resolveParties(of instrument: InstrumentID, _ site: InstrumentSite) {
    for party in site.syntax.parties {
      guard let entity = entity(party.name, in: site.context.scope) else { continue }
      let type = program[entity].type
      if let expected = program.instruments[instrument.index].partyType, expected != type {
        let (one, other) = (program[expected].name, program[type].name)
        report(
          .mixedSet, "parties are of one type: this is a `\(other)`, those before are of `\(one)`", at: party.name.span)
        continue
      }
      program.instruments[instrument.index].partyType = type
      instrumentSites[instrument.index].parties.append((entity, party.period, party.name.span))
    }
  }

  private mutating func resolveReplacement(_ path: Path, by instrument: InstrumentID, in scope: ScopeID) {
    guard let symbol = resolve(path, in: scope, as: .instrument) else { return }
    guard case .instrument(let replaced) = symbol else {
      return report(.notAnInstrument, "`\(path.text)` is \(describe(symbol)), not an instrument", at: path.span)
    }
    program.instruments[instrument.index].replaces = replaced
    program.instruments[replaced.index].replacedBy.append(instrument)
  }

  /// The dates of a force clause; its conditions are checked with the bodies.
  private mutating func period(of force: ForceClause) -> Force? {
    guard let (from, until) = moments(of: force.period) else { return nil }
    return Force(from: from, until: until, unless: [], frameSize: 0, span: force.span)
  }

  /// The bounds of a period. Nil where one is no date or the period holds no moment, which is reported.
  mutating func moments(of period: Period?) -> (from: Moment?, until: Moment?)? {
    guard let period else { return (nil, nil) }
    let from = period.from.map { moment(of: $0) }
    let until = period.until.map { moment(of: $0) }
    if case .some(.none) = from { return nil }
    if case .some(.none) = until { return nil }
    if let first = from ?? nil, let end = until ?? nil, end <= first {
      report(
        .emptyPeriod, "the period ends before it begins: it holds from the first date until the second", at: period.span
      )
      return nil
    }
    return (from ?? nil, until ?? nil)
  }

  /// An instrument cannot end, through others, by its own beginning: one error a circle, at its last `replaces`.
  mutating func reportCirclesOfReplacement() {
    var graph = Graph(count: program.instruments.count)
    for (index, instrument) in program.instruments.enumerated() {
      if let replaced = instrument.replaces { graph.connect(index, to: replaced.index) }
    }
    for circle in graph.circles() {
      guard let last = circle.last, let path = instrumentSites[last].syntax.replaces else { continue }
      report(.circularOrder, "instruments replace one another in a circle", at: path.span)
    }
  }
}
