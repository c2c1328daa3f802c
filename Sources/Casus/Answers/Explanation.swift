internal import CasusAnalysis
internal import CasusEngine
internal import CasusSemantics

/// Why an answer is what it is: a tree of steps, down to statements, presumptions, open facts and gaps.
///
/// ```swift
/// let explanation = try query.explanation(given: facts, asOf: .day(2025, 1, 10))
/// for step in explanation.steps { print(step.text, step.answer, step.citation ?? "") }
/// ```
///
/// It is a question of its own: who does not ask for it pays nothing, and the answer is the same.
public struct Explanation: Sendable {
  /// One step of the argument.
  public struct Step: Hashable, Sendable {
    /// `n1`, `n2`, … in the order of reading; the same for the same question and facts.
    public let id: String
    /// What it is: `rule`, `fact`, `gap` and so on, as the documentation of the JSON lists them.
    public let kind: String
    /// In the words of the program.
    public let text: String
    /// The same for people, where the program has words for it.
    public let sentence: String?
    /// What it comes to: `true`, `unknown`, `10..12`.
    public let answer: String
    /// Where its text stands: `CSP 4`.
    public let citation: String?
    /// The words of that text.
    public let words: String?
    /// Where the statements stand that make it so.
    public let sources: [String]
    /// The steps below, by their identifiers.
    public let because: [String]
  }

  /// In the order in which a person reads them, the first being the root.
  public let steps: [Step]
  /// As `casus explain --format json` prints it, on one line; written anew each time it is read.
  public var json: String { explanation.json }
  private let explanation: CasusAnalysis.Explanation

  init(_ explanation: CasusAnalysis.Explanation) {
    self.explanation = explanation
    steps = explanation.nodes.enumerated().map { number, node in
      Step(
        id: "n\(number + 1)", kind: node.kind.rawValue, text: node.text, sentence: node.sentence,
        answer: node.answer.text,
        citation: node.citation.map { $0.instrument + ($0.article.map { " " + $0 } ?? "") },
        words: node.citation?.words, sources: node.statements.compactMap { $0.source },
        because: node.because.map { "n\($0 + 1)" })
    }
  }
}

extension Query {
  /// Answers the question and tells why.
  ///
  /// - Parameters:
  ///   - facts: what is known; nil: what the program itself tells.
  ///   - date: the moment asked about, as for ``answer(given:asOf:limits:)``.
  ///   - limits: what the answer may cost.
  /// - Throws: `missingDate`, `foreignFacts`, `limitReached`, `cancelled`. A question that fails is explained as well.
  public func explanation(
    given facts: Facts? = nil, asOf date: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> Explanation {
    let facts = try own(facts)
    let moment = try self.moment(date, facts)
    let base = facts.base(for: self)
    let runner = QuestionRunner(base, limits: limits.engine(for: storage))
    let builder = ReportBuilder(
      program: base.program, sources: sources, showsDates: date != nil || storage.dependsOnDates)
    do throws(EngineError) {
      let derivation = try runner.derivation(of: question, asOf: moment)
      let norm = try runner.normReport(on: question, asOf: moment)
      return Explanation(builder.explanation(of: derivation, norm, in: nil))
    } catch {
      throw CasusError(error, to: self)
    }
  }
}
