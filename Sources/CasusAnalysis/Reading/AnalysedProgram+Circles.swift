import CasusDiagnostics
import CasusSemantics

/// Circles in words.
extension AnalysedProgram {
  /// How many stations of a circle are named: of longer ones, the reader has the places.
  private static var greatestCount: Int { 5 }

  /// What a node is called in messages.
  func name(of node: ReadingGraph.Node) -> String {
    if let declaration = readings.declaration(at: node) { return "`\(program[declaration].qualifiedName)`" }
    if let instrument = readings.instrument(at: node) { return "the force of `\(program[instrument].name)`" }
    guard let article = readings.article(at: node) else { return "" }
    return "the force of article \(program[article].number) of `\(program[program[article].instrument].name)`"
  }

  /// What lies between the two ends of a circle: ", by way of `second`".
  func way(of circle: [CircleStep]) -> String {
    let stations = circle.dropFirst().map { name(of: $0.reader) }
    let named = stations.prefix(AnalysedProgram.greatestCount)
    guard let last = named.last else { return "" }
    if stations.count > named.count {
      return ", by way of \(named.joined(separator: ", ")) and \(stations.count - named.count) more"
    }
    let others = named.dropLast()
    return ", by way of " + (others.isEmpty ? last : others.joined(separator: ", ") + " and " + last)
  }

  /// The places by which a circle comes back.
  func related(to circle: [CircleStep]) -> [RelatedPlace] {
    circle.dropFirst().prefix(AnalysedProgram.greatestCount).map { step in
      RelatedPlace(
        message: "\(name(of: step.reader)) depends on \(name(of: step.reading.target)) here", span: step.reading.span)
    }
  }
}
