/// An answer with all names resolved: what a renderer writes down, and computes nothing of.
package struct AnswerReport: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case ask
    case expect(expected: String, holds: Bool)
  }

  package enum Outcome: Sendable, Equatable {
    case truth(TruthWord)
    case value(ValueReport)
    /// The cases of a call with `any` that hold, or may.
    case rows([Row])
    case fault(FaultReport)
  }

  package struct Row: Sendable, Equatable {
    package var bindings: [Binding]
    package var answer: TruthWord
    package var isProved: Bool
  }

  /// What an `any` stands for, under the name of its parameter.
  package struct Binding: Sendable, Equatable {
    package var name: String
    package var value: ItemReport
  }

  package struct View: Sendable, Equatable {
    package var name: String
    package var outcome: Outcome
  }

  package var kind: Kind
  /// As written.
  package var query: String
  package var file: String
  package var line: Int
  /// The title of its scenario.
  package var scenario: String?
  /// The view that the question, or the command line, names.
  package var accordingTo: String?
  /// Nil where the program knows no dates and none was given.
  package var asOf: String?
  package var outcome: Outcome
  package var isProved = true
  package var isCircular = false
  package var views: [View] = []
  package var openFacts: [OpenFactReport] = []
  package var gaps: [GapReport] = []
  /// What is only presumed and the answer rests on, as one would state it.
  package var presumptions: [String] = []
  package var conflicts: [ConflictReport] = []
  /// Of a question that calls a norm: each status that its kind can have.
  package var statuses: [StatusReport] = []
  /// The last day, or minute, of a duty that is in effect.
  package var dueDate: ValueReport?
  /// Of a norm that is in effect: since when, where that is certain.
  package var inEffectSince: String?
}

/// Two norms that contradict each other, and that nothing ranks.
package struct ConflictReport: Sendable, Equatable {
  package var norm: String
  package var citation: String?
  package var other: String
  package var otherCitation: String?
  /// Whether both are certainly in effect.
  package var isCertain: Bool
}

package struct StatusReport: Sendable, Equatable {
  package var name: String
  package var answer: TruthWord
}

/// The answer to a condition.
package enum TruthWord: String, Sendable, Equatable {
  case `true`, `false`, unknown, contested
}

/// Why a question could not be answered: a computation that fails.
package struct FaultReport: Sendable, Equatable {
  package var message: String
  package var file: String
  package var line: Int
}

/// A fact or event that can still tip an answer.
package struct OpenFactReport: Sendable, Equatable {
  /// As one would state it: `approves(FederationCouncil, aid_to: DPRK)`.
  package var fact: String
  package var decidedBy: String?
  /// The question to put to people, where the program has it.
  package var asks: String?
  package var weight: Double?
  /// The question of the program, or one made from the declaration.
  package var question = ""
}

/// A place that the text leaves open.
package struct GapReport: Sendable, Equatable {
  package var reason: String
  /// Where the text has it: `CSP 4`.
  package var citation: String?
}

/// What remains of a value.
package enum ValueReport: Sendable, Equatable {
  case single(ItemReport)
  /// An end that is nil is open.
  case range(ItemReport?, ItemReport?)
  case oneOf([ItemReport])
}

/// One definite value.
package struct ItemReport: Sendable, Equatable {
  /// As people read it.
  package var text: String
  /// As JSON has it: a whole number is a number, all else is a string.
  package var isNumber = false
}
