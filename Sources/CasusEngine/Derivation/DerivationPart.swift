package import CasusDiagnostics
package import CasusSemantics
package import CasusSyntax

/// A part of a derivation: an index into ``DerivationRecord/parts``.
package struct DerivationPartID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// What a node of the circuit was made of, in the terms of the program: a clause, a case, a fact, a value.
///
/// The circuit folds what is constant and knows no names; this is what an explanation reads instead of it. Each part has
/// the node that it came to, so that its truth is the one that the evaluation found.
package struct DerivationPart: Sendable {
  /// How the truth of a part follows from that of its premises. Premises that are values are given in either case.
  package enum Join: Sendable {
    case all
    case any
    /// Not one of them: `not`, `unless`, exceptions.
    case none
    /// Every premise but a restriction, or not the restriction.
    case implication
    /// In a way of its own, by its subject.
    case own
  }

  package enum Subject: Sendable {
    /// What is asked, or one row of it.
    case question
    /// A case of a rule, a definition, an exception or a norm.
    case instance(InstanceKey)
    /// A case of a fact or an event.
    case told(CaseKey)
    /// A case of a rule that statements settle, where the case asked about is not definite: whether it is that case.
    case finding(CaseKey)
    case gap(GapID)
    /// A call with a value that lies outside the set of its parameter.
    case outside(DeclarationID, [GroundValue])
    /// The alternatives of a rule.
    case alternatives
    case alternative(DeclarationID, Int)
    case unless
    case exceptions
    /// The norms that prevail over a norm's case.
    case setAside
    /// A norm's case over the same act; its first premise says that the act is the same.
    case rival(InstanceKey)
    /// Whether arguments that are not definite make the act of a norm the one at hand.
    case sameAct
    /// A status of a norm's case or of an act; for what occurs, whether the moment itself counts.
    case status(StatusKind, includesNow: Bool)
    /// What a norm's case contributes to a status: its first premise is its life.
    case performance(StatusKind, InstanceKey)
    /// What becomes of a norm's case over time.
    case life(InstanceKey)
    /// Whether the act of a norm occurs.
    case act
    /// Whether the deadline of a norm is past.
    case overdue
    /// Where a norm is fulfilled or breached, at that very moment.
    case occurrence(StatusKind)
    case force(ForceOwner)
    case period(CircuitPeriod)
    /// Another instrument has taken the place of this one: from a date, or at all times.
    case replacement(InstrumentID, by: InstrumentID)
    /// A condition or a value as it is written, with what its variables stand for.
    case expression(ExpressionID, Frame)
    /// What the variables of a quantifier, a count or a sum stand for.
    case combination([Int], Frame)
    /// The condition that picks among combinations.
    case restriction
    /// A case of a definition: its condition, if it has one, and its value.
    case definitionCase(Int)
    /// A call whose argument is one of several values: the condition beside each.
    case choice(DeclarationID, position: Int)
    case chosen(Int)
  }

  /// Whose force it is.
  package enum ForceOwner: Hashable, Sendable {
    case instrument(InstrumentID)
    case article(ArticleID)
  }

  package var subject: Subject
  package var join: Join
  /// What it came to; false until it is closed.
  package internal(set) var node: NodeID = .false
  package internal(set) var premises: [DerivationPartID] = []
  package var span: SourceSpan
}
