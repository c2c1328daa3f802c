import CasusDiagnostics
internal import CasusEngine
import CasusSemantics

extension Analysis {
  /// Two norms over one act that can be in effect together, of which one forbids what the other demands or permits, and
  /// nothing says which prevails.
  static let conflictingNorms = Analysis(code: .conflictingNorms) { analysed in
    let conditions = ConditionReader(analysed)
    var found: [Diagnostic] = []
    for index in analysed.program.declarations.indices {
      guard case .norm(let details) = analysed.program.declarations[index].kind else { continue }
      for other in details.unrankedAgainst where other.index < index {
        let pair = NormPair(conditions, DeclarationID(index), other)
        // Where conditions are too large to be drawn, nothing is said of them.
        guard let situation = try? pair?.situation(in: analysed) else { continue }
        found.append(analysed.conflict(of: DeclarationID(index), with: other, situation))
      }
    }
    return found
  }
}

extension AnalysedProgram {
  fileprivate func conflict(of id: DeclarationID, with other: DeclarationID, _ situation: String) -> Diagnostic {
    let (here, there) = isMain(program[id].span) ? (id, other) : (other, id)
    return Diagnostic(
      .conflictingNorms,
      "`\(program[here].qualifiedName)` and `\(program[there].qualifiedName)` can contradict each other, "
        + "and nothing ranks them",
      at: program[here].span,
      related: [RelatedPlace(message: "the other norm", span: program[there].span)],
      notes: [situation, "say which of them prevails, or except one where the other is in effect"])
  }
}

/// Two norms, with their parameters so that both are over one act.
private struct NormPair {
  private let conditions: ConditionReader
  private let norms: [(details: NormDetails, frame: ConditionFrame)]

  /// Nil where they are over no common act, or it is not sure that they are.
  init?(_ conditions: ConditionReader, _ first: DeclarationID, _ second: DeclarationID) {
    let program = conditions.program
    guard case .norm(let one) = program[first].kind, case .norm(let other) = program[second].kind,
      one.act.count == other.act.count, program.canBeInForceTogether(first, second)
    else { return nil }
    var terms = [first, second].enumerated().map { number, norm in
      program[norm].parameters.indices.map { ConditionTerm(key: "\($0) of \(number)", constant: nil) }
    }
    for (left, right) in zip(one.act, other.act) {
      switch (program[left].kind, program[right].kind) {
      case (.constant(let left), .constant(let right)): if left != right { return nil }
      case (.variable(let slot), .constant(let value)):
        guard program.isAmong(program[first].parameters, slot, value) else { return nil }
        terms[0][slot] = ConditionTerm(key: "\(value.canonical)", constant: value)
      case (.constant(let value), .variable(let slot)):
        guard program.isAmong(program[second].parameters, slot, value) else { return nil }
        terms[1][slot] = ConditionTerm(key: "\(value.canonical)", constant: value)
      case (.variable(let left), .variable(let right)):
        guard program[first].parameters.indices.contains(left), program[second].parameters.indices.contains(right),
          program[first].parameters[left].domain == program[second].parameters[right].domain
        else { return nil }
        terms[1][right] = terms[0][left]
      default: return nil
      }
    }
    self.conditions = conditions
    norms = zip([one, other], terms).enumerated().map { number, norm in
      (norm.0, ConditionFrame(calling: norm.1, name: "norm \(number)", calls: 0))
    }
  }

  /// A case in which both are in effect, in words; nil where there is none, or it is not sure that it can be.
  func situation(in analysed: AnalysedProgram) throws(DecisionDiagramError) -> String? {
    var diagram = ConditionDiagram(conditions)
    var parts: [ConditionDiagram.Function] = []
    for (details, frame) in norms {
      parts.append(try diagram.function(of: details.condition, in: frame))
      parts += try diagram.functions(ofExceptions: details.exceptions, in: frame).map { $0.negated }
    }
    guard let example = try diagram.example(of: diagram.and(parts)) else { return nil }
    var (holding, failing): ([String], [String]) = ([], [])
    for (atom, holds) in example {
      // Only facts and events can be told to be anything, whatever else is told.
      guard case .told(let declaration, let call) = atom else { return nil }
      let span = analysed.program[call].span
      let isOwn = analysed.isMain(span)
      let name = isOwn ? analysed.text.source.text(in: span) : analysed.program[declaration].qualifiedName
      if holds { holding.append("`\(name)`") } else { failing.append("`\(name)`") }
    }
    if example.isEmpty { return "both are always in effect" }
    let told = holding.isEmpty ? nil : holding.joined(separator: ", ") + (holding.count > 1 ? " hold" : " holds")
    let denied = failing.isEmpty ? nil : failing.joined(separator: ", ") + (failing.count > 1 ? " do not" : " does not")
    return "both are in effect where " + [told, denied].compactMap { $0 }.joined(separator: " and ")
  }
}

extension Program {
  /// Whether a value is surely among those that a parameter ranges over.
  fileprivate func isAmong(_ parameters: [CheckedParameter], _ slot: Int, _ value: Value) -> Bool {
    guard parameters.indices.contains(slot) else { return false }
    if case .type = parameters[slot].domain { return true }
    return false
  }

  /// Whether two norms' instruments and articles have a day in common, as far as their dates say.
  fileprivate func canBeInForceTogether(_ first: DeclarationID, _ second: DeclarationID) -> Bool {
    let forces = [first, second].flatMap { norm in
      [self[norm].instrument.flatMap { self[$0].force }, self[norm].article.flatMap { self[$0].force }]
    }.compactMap { $0 }
    guard let start = forces.compactMap({ $0.from }).max(), let end = forces.compactMap({ $0.until }).min() else {
      return true
    }
    return start < end
  }
}
