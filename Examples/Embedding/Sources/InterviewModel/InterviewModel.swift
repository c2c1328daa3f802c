public import Casus
import Observation

/// What a window needs to walk somebody through a question, one fact at a time: nothing in it knows how that is drawn.
///
/// ```swift
/// let model = try InterviewModel(query, asOf: .day(2025, 3, 1))
/// switch model.screen {
/// case .asking(let prompt): Text(prompt.text)       // with buttons that call model.reply(.yes) and so on
/// case .settled(let verdict): Text(verdict.text)
/// }
/// ```
@MainActor @Observable public final class InterviewModel {
  /// What is to be seen.
  public enum Screen: Equatable {
    /// Somebody is asked.
    case asking(Prompt)
    /// There is nothing left to ask.
    case settled(Verdict)
  }

  /// What somebody is asked.
  public struct Prompt: Equatable {
    /// The question, in words where the program has them.
    public let text: String
    /// Who decides it; nil where the program does not say.
    public let decidedBy: String?
    /// How many facts have been asked for before.
    public let number: Int
  }

  /// What came of it.
  public struct Verdict: Equatable {
    /// The answer in a word.
    public let text: String
    /// The steps that lead to it, with where their texts stand.
    public let reasons: [String]
  }

  /// What is to be seen now.
  public private(set) var screen: Screen
  /// What was wrong with the last reply; nil where nothing was.
  public private(set) var problem: String?
  /// Whether there is a reply to take back.
  public var canGoBack: Bool { interview.count > 0 }

  @ObservationIgnored private var interview: Interview
  @ObservationIgnored private let query: Query
  @ObservationIgnored private let date: Moment?

  /// Begins with the fact that most often decides.
  public init(_ query: Query, given facts: Facts? = nil, asOf date: Moment? = nil) throws(CasusError) {
    self.query = query
    self.date = date
    interview = try query.interview(given: facts, asOf: date)
    screen = try Self.screen(of: interview, query, date)
  }

  /// Takes a reply. One that cannot be changes nothing, and ``problem`` says why.
  public func reply(_ reply: Interview.Reply) {
    change { (interview) throws(CasusError) in try interview.reply(reply) }
  }

  /// Takes the last reply back.
  public func goBack() { change { (interview) throws(CasusError) in interview.goBack() } }

  private func change(_ step: (inout Interview) throws(CasusError) -> Void) {
    var changed = interview
    do throws(CasusError) {
      try step(&changed)
      screen = try Self.screen(of: changed, query, date)
      interview = changed
      problem = nil
    } catch { problem = error.message }
  }

  private static func screen(
    of interview: Interview, _ query: Query, _ date: Moment?
  ) throws(CasusError) -> Screen {
    if let open = interview.next {
      let text = open.question ?? "\(open.fact)?"
      return .asking(Prompt(text: text, decidedBy: open.decidedBy, number: interview.count))
    }
    let explanation = try query.explanation(given: interview.facts, asOf: date)
    let reasons = explanation.steps.map { step in
      (step.sentence ?? step.text) + ": \(step.answer)" + (step.citation.map { " (\($0))" } ?? "")
    }
    return .settled(Verdict(text: interview.answer.description, reasons: reasons))
  }
}
