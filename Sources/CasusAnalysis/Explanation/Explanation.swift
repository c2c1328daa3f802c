/// Why an answer is what it is, as an argument: a tree of reasons, down to what is told, presumed or open.
///
/// Data with every name resolved; whoever writes it down computes nothing.
package struct Explanation: Sendable, Equatable {
  /// The answer that is explained.
  package var answer: AnswerReport
  /// In the order in which a person reads them, the root first.
  package var nodes: [ExplanationNode]

  /// The statements on which the answer rests, by their positions among the facts it was given, in ascending order.
  ///
  /// Told alone, with what the texts of instruments say themselves, they give the same answer.
  package var statements: [Int] { Set(nodes.flatMap { $0.statements.map { $0.position } }).sorted() }
}

/// One step of an argument.
package struct ExplanationNode: Sendable, Equatable {
  /// What it is that holds, or does not. The raw values are promises.
  package enum Kind: String, Sendable {
    case question, rule, exception, definition, norm
    /// A fact or an event: told by a statement, or open.
    case fact, event
    /// A rule's case that a statement settles.
    case finding
    case presumption, gap
    /// What is assumed in one of the cases of a split.
    case assumption
    /// The force of an instrument or an article.
    case force
    /// A condition or a value as it is written.
    case condition, value
    /// A case of a definition that does not apply, though it comes before the one that decides.
    case inapplicable
    /// By when a norm is to be performed.
    case deadline
    /// That one norm or instrument prevails over another.
    case precedence
    /// Several reasons of which one is enough, or all are needed.
    case any, all
    /// What a call with `any` stands for.
    case row
    /// The answer of some views.
    case view
    /// The answer in each case of what is open, and one such case.
    case split
    case `case`
    /// What depends on itself.
    case circle
    case fault
  }

  /// What it is to the step above; nil for a plain reason.
  package enum Role: String, Sendable {
    /// What would take away.
    case unless, exception
    /// The opposite of it is the reason.
    case not
    /// A norm that prevails.
    case prevails
    /// A value that the step above is about.
    case given
    /// Why it was not so before.
    case before
    /// What restricts the cases looked at.
    case `where`
  }

  /// The text that it encodes.
  package struct Citation: Sendable, Equatable {
    package var instrument: String
    package var title: String?
    package var article: String?
    /// As the heading of the article quotes them.
    package var words: String?
  }

  package struct Place: Sendable, Equatable {
    package var file: String
    package var line: Int
    package var column: Int
  }

  /// A statement that counts.
  package struct Statement: Sendable, Equatable {
    /// Among the facts that the answer was given.
    package var position: Int
    package var accordingTo: [String]
    package var source: String?
    /// Whether the heading of an instrument says it.
    package var isOfHeading: Bool
    package var from: String?
    package var until: String?
    /// When an event happened: a moment, or a range.
    package var on: String?
    package var place: Place
  }

  package var kind: Kind
  package var role: Role?
  /// In the words of the program: a call with its labels, a condition.
  package var text: String
  /// The same for those who do not read programs, where the program has words for it.
  package var sentence: String?
  /// What the author of the program says of a declaration, in a comment above it.
  package var note: String?
  package var answer: AnswerReport.Outcome
  /// When, where that is not the moment asked about.
  package var at: String?
  package var citation: Citation?
  package var place: Place
  package var statements: [Statement] = []
  /// Whose answer it is, where views differ.
  package var accordingTo: [String] = []
  package var decidedBy: String?
  /// How likely it is that an open fact decides.
  package var weight: Double?
  /// The steps below, by their numbers.
  package var because: [Int] = []
  /// How many cases of a fact are told as one.
  package var cases = 1
  /// How many other reasons there are that would do as well.
  package var more = 0
  /// The number of the step that tells the reasons, where they were told already.
  package var see: Int?
}
