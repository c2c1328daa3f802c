import CasusDiagnostics
import CasusSemantics

extension Analysis {
  /// Facts, events, rules, definitions, types and sets that nothing reads.
  static let unusedName = Analysis(code: .unusedName) { analysed in
    // What a file that asks nothing declares may be for other files to read.
    guard analysed.asksSomething else { return [] }
    return analysed.unusedDeclarations + analysed.unusedDomains
  }
}

extension AnalysedProgram {
  fileprivate var unusedDeclarations: [Diagnostic] {
    var isRead = Array(repeating: false, count: program.declarations.count)
    for reading in readings.questionReadings { mark(reading, &isRead) }
    // To except something is not to read it, and what reads itself alone is read by nobody.
    for node in readings.nodes {
      for reading in readings.readings[node] where reading.target != node && reading.manner != .exception {
        mark(reading, &isRead)
      }
    }
    for instrument in program.instruments {
      if let fact = instrument.partyFact { isRead[fact.index] = true }
    }
    var found: [Diagnostic] = []
    for (index, declaration) in program.declarations.enumerated() where !isRead[index] {
      guard isMain(declaration.span), let (word, note) = declaration.kind.description else { continue }
      found.append(
        Diagnostic(
          .unusedName, "nothing reads the \(word) `\(declaration.qualifiedName)`", at: declaration.span, notes: [note]))
    }
    return found
  }

  private func mark(_ reading: Reading, _ isRead: inout [Bool]) {
    if let declaration = readings.declaration(at: reading.target) { isRead[declaration.index] = true }
  }

  fileprivate var unusedDomains: [Diagnostic] {
    let uses = DomainUses(of: program, by: statements, questions: questions)
    var found: [Diagnostic] = []
    for scope in program.names.scopes {
      for (name, entry) in scope.entries where isMain(entry.span) {
        let word: String
        switch entry.symbol {
        case .type(let type) where !uses.types[type.index]: word = "type"
        case .set(let set) where !uses.sets[set.index]: word = "set"
        default: continue
        }
        found.append(Diagnostic(.unusedName, "nothing reads the \(word) `\(scope.prefix + name)`", at: entry.span))
      }
    }
    return found
  }
}

extension CheckedDeclaration.Kind {
  /// What it is called, and what follows from its not being read; nil for what is an end in itself.
  fileprivate var description: (word: String, note: String)? {
    switch self {
    case .fact: ("fact", "no rule, norm or question depends on it, so what is told of it changes no answer")
    case .event: ("event", "no rule, norm or question depends on it, so what is told of it changes no answer")
    case .rule: ("rule", "no rule, norm or question depends on it, so it changes no answer")
    case .definition: ("definition", "no rule, norm or question depends on it, so it changes no answer")
    case .exception, .norm: nil
    }
  }
}
