internal import CasusDiagnostics
internal import CasusSemantics

/// Puts a second program behind a first, a table at a time.
struct ProgramLinker {
  /// The first program, and more and more of the second.
  var program: Program
  let other: Program
  var toldOtherwise: Set<DeclarationID> = []
  /// By number in the second program: the number here.
  private(set) var types: [TypeID] = []
  private(set) var entities: [EntityID] = []
  private(set) var declarations: [DeclarationID] = []
  /// How many of each the first program has.
  let sets, instruments, articles, expressions, gaps, sources, firstCount: Int

  init(_ first: Program, _ second: Program, sourcesBefore: Int) {
    program = first
    other = second
    sets = first.sets.count
    instruments = first.instruments.count
    articles = first.articles.count
    expressions = first.expressions.count
    gaps = first.gaps.count
    sources = sourcesBefore
    firstCount = first.declarations.count
  }

  /// Types of one name are one, and must have the same members: what runs over a type would else run over others, too.
  mutating func linkTypes() throws(LinkFailure) {
    for type in other.types {
      if let number = program.types.firstIndex(where: { $0.name == type.name }) {
        let known = program.types[number]
        let isSame = known.isClosed == type.isClosed && names(of: known, program) == names(of: type, other)
        guard isSame else { throw .declaredOtherwise(type.name) }
        types.append(TypeID(number))
      } else {
        types.append(TypeID(program.types.count))
        program.types.append(type)
        program.types[program.types.count - 1].members = []
      }
    }
    for entity in other.entities { entities.append(place(of: entity)) }
    for set in other.sets {
      var moved = set
      if case .entities(let members, let type) = set.elements {
        moved.elements = .entities(members.map { self.moved($0) }, of: self.moved(type))
      }
      program.sets.append(moved)
    }
  }

  private func names(of type: EntityType, _ program: Program) -> [String] { type.members.map { program[$0].name } }

  private mutating func place(of entity: Entity) -> EntityID {
    let type = types[entity.type.index]
    if let known = program[type].members.first(where: { program[$0].name == entity.name }) { return known }
    var moved = entity
    moved.type = type
    let id = EntityID(program.entities.count)
    program.entities.append(moved)
    program.types[type.index].members.append(id)
    return id
  }

  /// Gives every declaration its number: facts and events of one name are one, where both programs tell them alike.
  mutating func linkDeclarations() throws(LinkFailure) {
    let own = program.tellings { $0 }
    let others = other.tellings { moved($0) }
    for (number, declaration) in other.declarations.enumerated() {
      var id = DeclarationID(program.declarations.count)
      let known = program.declarations.firstIndex { $0.qualifiedName == declaration.qualifiedName }
      if let known, program.declarations[known].told != nil || declaration.told != nil {
        guard isAlike(program.declarations[known], declaration) else {
          throw .declaredOtherwise(declaration.qualifiedName)
        }
        if own[DeclarationID(known)] == others[DeclarationID(number)] {
          id = DeclarationID(known)
          dropPresumption(of: known, unlessAs: declaration)
        } else {
          toldOtherwise.formUnion([DeclarationID(known), id])
        }
      }
      declarations.append(id)
      if id.index == program.declarations.count { program.declarations.append(declaration) }
    }
  }

  /// Where the two presume different things, a situation has to say which it is.
  private mutating func dropPresumption(of known: Int, unlessAs added: CheckedDeclaration) {
    guard var details = program.declarations[known].told, let presumed = details.presumed,
      presumed != added.told?.presumed.map({ moved($0) })
    else { return }
    details.presumed = nil
    program.declarations[known].kind = added.isEvent ? .event(details) : .fact(details)
  }

  /// Whether what is told of one can be told of the other.
  private func isAlike(_ known: CheckedDeclaration, _ added: CheckedDeclaration) -> Bool {
    guard let first = known.told, let second = added.told, known.isEvent == added.isEvent,
      first.type == moved(second.type), isSame(first.domain, second.domain),
      known.parameters.count == added.parameters.count
    else { return false }
    return zip(known.parameters, added.parameters).allSatisfy { parameter, other in
      parameter.label == other.label && isSame(parameter.domain, other.domain)
    }
  }

  private func isSame(_ known: DomainReference?, _ added: DomainReference?) -> Bool {
    switch (known, added) {
    case (nil, nil): return true
    case (.type(let known)?, .type(let added)?): return known == moved(added)
    case (.set(let known)?, .set(let added)?):
      switch (program[known].elements, program[moved(added)].elements) {
      case (.integers(let known), .integers(let added)): return known == added
      case (.entities(let known, _), .entities(let added, _)): return known == added
      default: return false
      }
    default: return false
    }
  }
}

extension CheckedDeclaration {
  /// Of a fact or an event.
  var told: FactDetails? {
    switch kind {
    case .fact(let details), .event(let details): details
    default: nil
    }
  }

  var isEvent: Bool { if case .event = kind { true } else { false } }
}

/// What a statement says, wherever it stands.
struct Telling: Hashable {
  var arguments: [Value?]
  var told: Told
  var time: CheckedStatement.Time
  var views: [EntityID]
}

extension Program {
  /// What the files tell, by declaration.
  func tellings(_ moved: (CheckedStatement) -> CheckedStatement) -> [DeclarationID: Set<Telling>] {
    var tellings: [DeclarationID: Set<Telling>] = [:]
    for statement in statements {
      let read = moved(statement)
      tellings[statement.declaration, default: []].insert(
        Telling(arguments: read.arguments, told: read.told, time: read.time, views: read.views))
    }
    return tellings
  }
}
