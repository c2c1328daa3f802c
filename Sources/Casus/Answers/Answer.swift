internal import CasusDiagnostics

/// What a question comes to.
///
/// ```swift
/// let answer = try query.answer(given: facts, asOf: .day(2025, 1, 10))
/// switch answer.truth {
/// case .true, .false: act(on: answer)               // nothing that is learnt can change it
/// case .contested: show(answer.views)
/// default: ask(for: answer.openFacts.first)         // unknown: what could settle it, most important first
/// }
/// ```
public struct Answer: Sendable {
  /// What a question can come to.
  public enum Outcome: Hashable, Sendable {
    /// Of a condition.
    case truth(Truth)
    /// Of a value: what it can still be.
    case value(ValueBounds)
    /// Of a call with `any`: the cases that certainly hold, or may.
    case rows([Row])
  }

  /// A case of a call with `any`.
  public struct Row: Hashable, Sendable {
    /// What each `any` stands for, in order.
    public let bindings: [Binding]
    /// Whether the case holds; never `false`.
    public let truth: Truth
    /// See ``Answer/isProved``.
    public let isProved: Bool

    /// What the `any` of a parameter stands for.
    public subscript(_ name: String) -> Value? { bindings.first { $0.name == name }?.value }
  }

  /// What an `any` stands for.
  public struct Binding: Hashable, Sendable {
    /// The label of the parameter, else its name.
    public let name: String
    /// What it stands for.
    public let value: Value
  }

  /// What one view finds.
  public struct View: Hashable, Sendable {
    /// Whose view it is.
    public let name: String
    /// What it finds.
    public let outcome: Outcome

    /// Whether the condition holds; nil for a value.
    public var truth: Truth? { if case .truth(let truth) = outcome { truth } else { nil } }
  }

  /// What it comes to.
  public let outcome: Outcome
  /// The question, as written.
  public let query: String
  /// The moment asked about; nil where nothing depends on time.
  public let asOf: Moment?
  /// False where exact reasoning reached its limit: then an answer that is not settled may be one that could be.
  public let isProved: Bool
  /// Whether it rests on a condition that depends on its own negation.
  public let isCircular: Bool
  /// The views that find otherwise than nobody's does, in order of first appearance; empty where the question names one.
  public let views: [View]
  /// What is not known and can still tip the answer, most important first.
  public let openFacts: [OpenFact]
  /// What the texts leave open and the answer turns on.
  public let gaps: [Gap]
  /// What is only presumed and a settled answer rests on, as one would state it.
  public let presumptions: [String]
  /// Norms that contradict each other with nothing to rank them.
  public let conflicts: [NormConflict]
  /// What has become of a norm's case, where the question calls one.
  public let status: NormStatus?
  /// The last day, or minute, of a duty that is in effect and has a deadline.
  public let dueDate: ValueBounds?
  /// The answer as one object of JSON, on one line, as `casus ask --format ndjson` prints it.
  public var json: String { document.text }
  let document: JSONOutput

  /// Whether the condition holds; nil for a value and for rows.
  public var truth: Truth? { if case .truth(let truth) = outcome { truth } else { nil } }
  /// What remains of the value; nil for a condition.
  public var value: ValueBounds? { if case .value(let value) = outcome { value } else { nil } }
  /// The cases of a call with `any`; nil for other questions.
  public var rows: [Row]? { if case .rows(let rows) = outcome { rows } else { nil } }
}

/// The answer to a condition.
///
/// ```swift
/// guard case .true? = try query.answer(given: facts).truth else { return .askALawyer }
/// ```
public enum Truth: String, Hashable, Sendable, Codable, CaseIterable, CustomStringConvertible {
  /// Every completion of what is unknown makes it true, or every one makes it false.
  case `true`, `false`
  /// Some completions make it true, others false.
  case unknown
  /// One view says true and another false.
  case contested

  /// The word for it.
  public var description: String { rawValue }
}

/// A fact or an event that can still tip an answer.
///
/// ```swift
/// if let open = answer.openFacts.first { try facts.assert(open.fact, is: .unknown, source: "asked in vain") }
/// ```
public struct OpenFact: Hashable, Sendable {
  /// The case, ready to be told: `try facts.assert(open.fact)`.
  public let fact: FactCase
  /// Who decides it, by name; nil where the program does not say.
  public let decidedBy: String?
  /// How a person would be asked; nil where the program does not say.
  public let question: String?
  /// How often it decides the answer when everything open is equally likely to be anything, from 0 to 1; nil where that
  /// was not computed.
  public let weight: Double?
}

/// A place that a text leaves open, on purpose or not. No fact can fill it.
///
/// ```swift
/// for gap in answer.gaps { print(gap.citation ?? "", gap.reason) }       // CSP 4 “immediately”: no number of days is given
/// ```
public struct Gap: Hashable, Sendable {
  /// What is left open, in the words of the program.
  public let reason: String
  /// Where the text has it: `CSP 4`; nil outside of instruments.
  public let citation: String?
}

/// Two norms over one act, of which one says `must not` and the other `must` or `may`, with nothing to rank them.
///
/// ```swift
/// for conflict in answer.conflicts { print(conflict.norm, "against", conflict.other) }
/// ```
public struct NormConflict: Hashable, Sendable {
  /// A case of the one, as a question would call it.
  public let norm: String
  /// Where its text stands.
  public let citation: String?
  /// A case of the other.
  public let other: String
  /// Where its text stands.
  public let otherCitation: String?
  /// Whether both are certainly in effect, or only may be.
  public let isCertain: Bool
}

/// What has become of a norm's case. A status that its kind cannot have is nil: nobody owes a `may`.
///
/// ```swift
/// if answer.status?.breached == .true { print("too late; it was due", answer.dueDate ?? "") }
/// ```
public struct NormStatus: Hashable, Sendable {
  /// The act is due, and not done yet.
  public let owed: Truth?
  /// The act was done in time; of a `may`: the right was used.
  public let fulfilled: Truth?
  /// The deadline passed, or what is forbidden was done.
  public let breached: Truth?
  /// The act is forbidden.
  public let forbidden: Truth?
  /// The act is permitted.
  public let permitted: Truth?
}
