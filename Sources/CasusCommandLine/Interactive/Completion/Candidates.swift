import CasusREPL
import CasusSemantics

/// A word that could be meant, with the other names by which it may be found.
struct Candidate: Equatable {
  var word: String
  /// Labels and aliases.
  var otherNames: [String] = []
  /// What follows it.
  var end: Character?

  init(_ word: String, otherNames: [String] = [], end: Character? = nil) {
    self.word = word
    self.otherNames = otherNames
    self.end = end
  }
}

extension [Candidate] {
  /// Those that begin as was typed; where none does, those of which another name, or a word of one, does.
  func matching(_ typed: String) -> Completions {
    let typed = typed.lowercased()
    func isBegun(_ name: String) -> Bool { name.lowercased().hasPrefix(typed) }
    // A qualifier need not be typed.
    var found = filter { candidate in
      isBegun(candidate.word) || candidate.word.split(separator: ".").dropFirst().contains { isBegun(String($0)) }
    }
    if found.isEmpty {
      found = filter { candidate in
        candidate.otherNames.contains { name in
          isBegun(name) || name.split(separator: " ").contains { isBegun(String($0)) }
        }
      }
    }
    var words: [String] = []
    for candidate in found where !words.contains(candidate.word) { words.append(candidate.word) }
    return Completions(words, end: found.first?.end)
  }
}

extension Program {
  func candidate(for entity: EntityID) -> Candidate {
    let entity = self[entity]
    return Candidate(entity.name, otherNames: (entity.label.map { [$0] } ?? []) + entity.aliases)
  }

  /// The members of what a parameter or a value ranges over.
  func members(of domain: DomainReference) -> [Candidate] {
    switch domain {
    case .type(.entity(let type)): return self[type].members.map { candidate(for: $0) }
    case .type: return []
    case .set(let set):
      if case .entities(let entities, of: _) = self[set].elements { return entities.map { candidate(for: $0) } }
      return []
    case .parties(let instrument):
      guard let fact = self[instrument].partyFact, let parameter = self[fact].parameters.first else { return [] }
      let parties = statements.compactMap { statement -> EntityID? in
        guard statement.declaration == fact, case .entity(let entity)?? = statement.arguments.first else { return nil }
        return entity
      }
      return parties.isEmpty ? members(of: parameter.domain) : parties.map { candidate(for: $0) }
    }
  }

  /// What can be called, with a bracket behind what takes arguments.
  var callableCandidates: [Candidate] {
    declarations.filter { !$0.qualifiedName.contains(" ") }.map {
      Candidate($0.qualifiedName, end: $0.parameters.isEmpty ? nil : "(")
    }
  }

  var entityCandidates: [Candidate] { entities.indices.map { candidate(for: EntityID($0)) } }

  var typeCandidates: [Candidate] {
    let builtIn = ["Int", "Decimal", "Text", "Date", "Duration"].map { Candidate($0) }
    let parties = instruments.filter { $0.partyFact != nil }.map { Candidate($0.name + ".Party") }
    return types.map { Candidate($0.name) } + sets.map { Candidate($0.name) } + parties + builtIn
  }
}
