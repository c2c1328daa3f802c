package import CasusDiagnostics

/// A region in which names are declared: the program's, or an instrument's.
package struct ScopeID: Hashable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static var program: ScopeID { ScopeID(0) }
}

/// What every name of a program stands for; queries that come later look their names up here.
package struct SymbolTable: Sendable {
  package enum Symbol: Hashable, Sendable {
    case type(TypeID)
    case entity(EntityID)
    case set(SetID)
    case declaration(DeclarationID)
    case instrument(InstrumentID)
    /// `Party`, inside its instrument.
    case parties(InstrumentID)
    /// Something whose declaration was reported: uses of it are not reported again.
    case unusable
  }

  package struct Entry: Sendable {
    package var symbol: Symbol
    package var span: SourceSpan
  }

  package struct Scope: Sendable {
    /// Where a name is looked for that is not declared here.
    package var parent: ScopeID?
    package var entries: [String: Entry] = [:]
    /// Whether an error inside may have swallowed declarations, so that unknown names are nobody's fault.
    package var isDamaged = false
    /// The names of the instruments around, each with its dot.
    package var prefix = ""
  }

  /// The program's scope, then one for each instrument.
  package private(set) var scopes: [Scope] = [Scope()]
  /// Entities that data files brought; a declared name comes before them.
  package private(set) var entitiesFromData: [String: [EntityID]] = [:]

  package init() {}

  /// The scope of an instrument; every instrument opens one, in their order.
  package func scope(of instrument: InstrumentID) -> ScopeID { ScopeID(instrument.index + 1) }

  package subscript(_ scope: ScopeID) -> Scope {
    get { scopes[scope.index] }
    set { scopes[scope.index] = newValue }
  }

  mutating func open(in parent: ScopeID, name: String) {
    scopes.append(Scope(parent: parent, prefix: self[parent].prefix + name + "."))
  }

  mutating func declare(_ name: String, as symbol: Symbol, at span: SourceSpan, in scope: ScopeID) {
    scopes[scope.index].entries[name] = Entry(symbol: symbol, span: span)
  }

  mutating func addFromData(_ name: String, _ entity: EntityID) {
    entitiesFromData[name, default: []].append(entity)
  }

  /// The entry that a name has in a scope itself.
  package func own(_ name: String, in scope: ScopeID) -> Entry? { self[scope].entries[name] }

  /// The entry of a name as seen from a scope: the innermost that declares it.
  package func entry(_ name: String, from scope: ScopeID) -> Entry? {
    var current: ScopeID? = scope
    while let searched = current {
      if let entry = self[searched].entries[name] { return entry }
      current = self[searched].parent
    }
    return nil
  }

  /// Every scope from this one outwards.
  package func chain(from scope: ScopeID) -> [ScopeID] {
    var chain = [scope]
    while let parent = self[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain
  }
}
