// Positions in the tables of a `Program`, a type for each table so that none is taken for another.

/// An entity type, open or closed: an index into ``Program/types``.
package struct TypeID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: TypeID, right: TypeID) -> Bool { left.index < right.index }
}

/// An entity, or a member of a closed type: an index into ``Program/entities``.
package struct EntityID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }
}

/// A named set: an index into ``Program/sets``.
package struct SetID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: SetID, right: SetID) -> Bool { left.index < right.index }
}

/// A fact, event, rule, definition, exception or norm: an index into ``Program/declarations``.
package struct DeclarationID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: DeclarationID, right: DeclarationID) -> Bool { left.index < right.index }
}

/// A treaty, law, resolution, policy or contract: an index into ``Program/instruments``.
package struct InstrumentID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: InstrumentID, right: InstrumentID) -> Bool { left.index < right.index }
}

/// An article: an index into ``Program/articles``.
package struct ArticleID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: ArticleID, right: ArticleID) -> Bool { left.index < right.index }
}

/// A checked expression: an index into ``Program/expressions``.
package struct ExpressionID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: ExpressionID, right: ExpressionID) -> Bool { left.index < right.index }
}

/// A gap: an index into ``Program/gaps``.
package struct GapID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: GapID, right: GapID) -> Bool { left.index < right.index }
}
