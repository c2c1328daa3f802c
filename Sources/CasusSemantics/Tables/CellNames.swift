/// How cells name the members of a type: by name, else by label, else by alias.
package struct CellNames: Sendable {
  private var entities: [String: EntityID] = [:]
  /// What two members are called alike.
  private var ambiguous: Set<String> = []

  package init(_ type: TypeID, in program: Program) {
    let members = program[type].members
    add(members.map { (program[$0].name, $0) })
    add(members.compactMap { member in program[member].label.map { ($0, member) } })
    add(members.flatMap { member in program[member].aliases.map { ($0, member) } })
  }

  package enum Match: Sendable {
    case entity(EntityID)
    case ambiguous
    case none
  }

  package subscript(_ text: String) -> Match {
    if ambiguous.contains(text) { return .ambiguous }
    return entities[text].map { .entity($0) } ?? .none
  }

  mutating func add(_ name: String, _ entity: EntityID) { entities[name] = entity }

  /// Adds names of one rank: those of a higher rank come before them, and two alike are ambiguous.
  private mutating func add(_ names: [(String, EntityID)]) {
    var new: [String: EntityID] = [:]
    for (name, entity) in names where entities[name] == nil && !ambiguous.contains(name) {
      if let other = new[name], other != entity { ambiguous.insert(name) }
      new[name] = entity
    }
    for (name, entity) in new where !ambiguous.contains(name) { entities[name] = entity }
  }
}
