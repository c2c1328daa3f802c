extension ProgramGenerator {
  /// An instrument on one item, its lines apart.
  mutating func text(of instrument: String, _ bodies: [String]) -> String {
    let outer = Scope(instrument: instrument, order: 0)
    var lines = ["treaty \(instrument) {"]
    var parties: [String] = []
    for state in Self.states where random.chance(60) {
      told.insert("\(instrument).party|\(state)|nobody|file")
      told.insert("\(instrument).party|\(state)|nobody|file|1")
      parties.append(random.chance(20) && isDated ? "\(state) from 2001-01-01" : state)
    }
    if parties.isEmpty {
      told.insert("\(instrument).party|A|nobody|file")
      parties = ["A"]
    }
    lines.append("parties " + parties.joined(separator: " , "))
    callables.append(
      Callable(name: "party", kind: .fact, parameters: [.state], instrument: instrument))
    if isDated, random.chance(50) { lines.append(force(outer)) }
    if instrument == "T1", random.chance(40) { lines.append("replaces T0") }
    if random.chance(40), let last = bodies.last, last.hasPrefix("rule") {
      lines += bodies.dropLast()
      lines.append("article 1 {")
      if isDated, random.chance(60) { lines.append(force(outer)) }
      lines += [last, "}"]
    } else {
      lines += bodies
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private mutating func force(_ scope: Scope) -> String {
    let from = random.below(Self.dates.count - 1)
    var text = "in force from \(Self.dates[from])"
    if random.chance(35) {
      let until = from + 1 + random.below(Self.dates.count - from - 1)
      text += " until \(Self.dates[until])"
    }
    if random.chance(25) { text += " unless \(condition(0, scope))" }
    return text
  }

  /// Some norms over one act prevail over others; later ones over earlier ones, so that there is no circle.
  mutating func writeRankings() {
    let norms = callables.filter { $0.kind == .norm }
    for (index, winner) in norms.enumerated() {
      for loser in norms[..<index] where random.chance(60) {
        program.items.append("\(path(winner, from: nil)) prevails over \(path(loser, from: nil))")
      }
    }
    if instruments.count == 2, random.chance(30) { program.items.append("T1 prevails over T0") }
  }
}
