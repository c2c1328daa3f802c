package import CasusDiagnostics
package import CasusSemantics

/// The answer to a question, over all views that speak to it.
package struct Answer: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    case truth(Bool)
    /// Some completions make it true, others false; of a value: more than one remains.
    case unknown
    /// One view says true and another false; of a value: two views have none in common.
    case contested
    case value(ValueSet)
    /// A call with `any`: the cases that certainly hold or possibly do.
    case rows([Row])
    case fault(Fault)
  }

  package struct Row: Sendable, Equatable {
    /// What each `any` stands for, in order.
    package var values: [Value]
    package var outcome: Outcome
    package var isProved: Bool
  }

  package struct View: Sendable, Equatable {
    package var name: EntityID
    package var finding: Finding
  }

  /// Why a question failed: some completion makes a computation impossible.
  package struct Fault: Error, Sendable, Equatable {
    package var message: String
    package var span: SourceSpan

    package init(message: String, span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }

  package var outcome: Outcome
  /// What remains of a value; nil for a condition.
  package var values: ValueSet?
  /// The type of what was asked.
  package var type: ValueType
  /// Without a view, or in the view that the question names.
  package var finding: Finding
  /// Those that find otherwise than the answer without a view, in order of first appearance; empty where the question
  /// names a view.
  package var views: [View]
  package var asOf: Moment
  package var openFacts: [OpenFact]
  /// Of a call with `any`: what can still tip a case that is open, what tips most cases on average first.
  package var openFactsOfRows: [OpenFact] = []
  /// What the texts leave open and the answer turns on.
  package var gaps: [GapID]
  /// What is only presumed and the answer would not be settled without.
  package var presumptions: [OpenFact] = []
  /// Norms that the question has met and that contradict each other.
  package var conflicts: [NormConflict] = []
  /// Texts by number, for printing values.
  package var texts: TextTable

  package static func == (left: Answer, right: Answer) -> Bool {
    left.outcome == right.outcome && left.views == right.views && left.openFacts == right.openFacts
  }

  package var isProved: Bool { finding.isProved && views.allSatisfy { $0.finding.isProved } }
  package var isCircular: Bool { finding.isCircular || views.contains { $0.finding.isCircular } }
}

/// A fact or an event that can still tip an answer.
package struct OpenFact: Sendable, Equatable {
  package var declaration: DeclarationID
  package var arguments: [Value]
  /// See ``OpenInput/weight``.
  package var weight: Double?

  package init(declaration: DeclarationID, arguments: [Value], weight: Double? = nil) {
    self.declaration = declaration
    self.arguments = arguments
    self.weight = weight
  }
}
