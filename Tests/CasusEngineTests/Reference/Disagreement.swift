import CasusEngine
import CasusSemantics

/// Where the engine and the reference part, as a sentence; nil where they agree.
struct Disagreement {
  let program: Program
  let texts: TextTable

  func between(_ engine: Finding, _ reference: ReferenceFinding) -> String? {
    switch (engine.result, reference.result) {
    case (.fault, .fault): return nil
    case (.truth(let found), .truth(let expected)): return truth(found, expected, engine, reference)
    case (.values(let found), .values(let expected)): return values(found, expected, engine, reference)
    case (.fault, _) where !engine.isProved && reference.isCombined: return nil
    default: return "engine \(Essence.text(engine)), reference \(reference.result)"
    }
  }

  private func truth(_ found: Bool?, _ expected: Bool?, _ engine: Finding, _ reference: ReferenceFinding) -> String? {
    if found != expected {
      let isExcused = found == nil && reference.isCombined && (!engine.isProved || reference.isSampled)
      return isExcused ? nil : "engine \(name(found)), reference \(name(expected))"
    }
    guard found == nil else { return nil }
    if engine.isCircular != reference.isCircular, !(reference.isCombined && reference.isSampled) {
      return "unknown; circular to the \(engine.isCircular ? "engine" : "reference") alone"
    }
    let mustBeProved = !reference.isCombined && !reference.isCircular
    return mustBeProved && !engine.isProved ? "unknown, which the engine did not prove" : nil
  }

  private func name(_ truth: Bool?) -> String { truth.map { $0 ? "true" : "false" } ?? "unknown" }

  private func values(
    _ found: ValueSet, _ expected: [Value], _ engine: Finding, _ reference: ReferenceFinding
  ) -> String? {
    let wanted = expected.map { program.scalar(of: $0, texts: texts) }
    let beyond = wanted.filter { isBeyond($0, reference) }
    let inside = wanted.filter { !isBeyond($0, reference) }
    let description = "engine \(Essence.text(found)), reference \(Essence.text(.oneOf(wanted)))"
    if inside.contains(where: { !found.contains($0) }) { return description + ": the engine leaves some out" }
    if case .oneOf = found, !beyond.isEmpty { return description + ": the engine leaves some out" }
    if reference.isCombined && (reference.isSampled || !engine.isProved) { return nil }
    if reference.isCircular { return nil }
    if !engine.isProved { return description + ": the engine did not prove it" }
    switch found {
    case .oneOf(let listed):
      return listed.count == wanted.count ? nil : description + ": the engine keeps too many"
    case .range(let low, let high):
      let isLow = beyond.contains { $0.number < .zero } ? low == nil : low?.number == inside.first?.number
      let isHigh = beyond.contains { .zero < $0.number } ? high == nil : high?.number == inside.last?.number
      return isLow && isHigh ? nil : description + ": the bounds differ"
    }
  }

  /// Whether a value stands for all that lie beyond the constants.
  private func isBeyond(_ scalar: Scalar, _ reference: ReferenceFinding) -> Bool {
    guard reference.isSampled, let integer = scalar.number.integer else { return false }
    return abs(integer) == ReferenceOptions.beyond
  }
}
