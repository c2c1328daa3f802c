/// An answer with all names resolved: what a renderer writes down, and computes nothing of.
struct AnswerReport: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case ask
    case expect(expected: String, holds: Bool)
  }

  enum Outcome: Sendable, Equatable {
    case truth(TruthWord)
    case value(ValueReport)
    /// The cases of a call with `any` that hold, or may.
    case rows([Row])
    case fault(FaultReport)
  }

  struct Row: Sendable, Equatable {
    var bindings: [Binding]
    var answer: TruthWord
    var isProved: Bool
  }

  /// What an `any` stands for, under the name of its parameter.
  struct Binding: Sendable, Equatable {
    var name: String
    var value: ItemReport
  }

  struct View: Sendable, Equatable {
    var name: String
    var outcome: Outcome
  }

  var kind: Kind
  /// As written.
  var query: String
  var file: String
  var line: Int
  /// The title of its scenario.
  var scenario: String?
  /// The view that the question, or the command line, names.
  var accordingTo: String?
  /// Nil where the program knows no dates and none was given.
  var asOf: String?
  var outcome: Outcome
  var isProved = true
  var isCircular = false
  var views: [View] = []
  var openFacts: [OpenFactReport] = []
  var gaps: [GapReport] = []
  /// What is only presumed and the answer rests on, as one would state it.
  var presumptions: [String] = []
  var conflicts: [ConflictReport] = []
  /// Of a question that calls a norm: each status that its kind can have.
  var statuses: [StatusReport] = []
  /// The last day, or minute, of a duty that is in effect.
  var dueDate: ValueReport?
}

/// Two norms that contradict each other, and that nothing ranks.
struct ConflictReport: Sendable, Equatable {
  var norm: String
  var citation: String?
  var other: String
  var otherCitation: String?
  /// Whether both are certainly in effect.
  var isCertain: Bool
}

struct StatusReport: Sendable, Equatable {
  var name: String
  var answer: TruthWord
}

/// The answer to a condition.
enum TruthWord: String, Sendable, Equatable {
  case `true`, `false`, unknown, contested
}

/// Why a question could not be answered: a computation that fails.
struct FaultReport: Sendable, Equatable {
  var message: String
  var file: String
  var line: Int
}

/// A fact or event that can still tip an answer.
struct OpenFactReport: Sendable, Equatable {
  /// As one would state it: `approves(FederationCouncil, aid_to: DPRK)`.
  var fact: String
  var decidedBy: String?
  /// The question to put to people.
  var asks: String?
  var weight: Double?
}

/// A place that the text leaves open.
struct GapReport: Sendable, Equatable {
  var reason: String
  /// Where the text has it: `CSP 4`.
  var citation: String?
}

/// What remains of a value.
enum ValueReport: Sendable, Equatable {
  case single(ItemReport)
  /// An end that is nil is open.
  case range(ItemReport?, ItemReport?)
  case oneOf([ItemReport])
}

/// One definite value.
struct ItemReport: Sendable, Equatable {
  /// As people read it.
  var text: String
  /// As JSON has it: a whole number is a number, all else is a string.
  var isNumber = false
}
