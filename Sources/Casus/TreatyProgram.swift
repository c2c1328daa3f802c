package import CasusDiagnostics
internal import CasusEngine
package import CasusSemantics

/// A program of rules and statements, parsed and checked: ready to be asked.
///
/// ```swift
/// let program = try TreatyProgram("""
///   fact attacked
///   fact consents presumed true
///   rule due when attacked and consents
///   assert attacked
///   """)
/// try program.ask("due", asOf: "2025-01-10")   // .true
/// ```
///
/// A value: it can be shared between threads, reads no files and knows no clock. What stands in `use` and `table` is
/// fetched by the closure that the host passes.
public struct TreatyProgram: Sendable {
  package let program: Program
  package let sources: SourceMap

  /// Parses and checks a program.
  ///
  /// - Parameters:
  ///   - text: the program.
  ///   - name: how messages name it.
  ///   - readingFiles: the bytes of a file that the program names, by its path relative to `name`; nil: no such file.
  /// - Throws: every error of the program at once, as `casus check` prints them.
  public init(
    _ text: String, named name: String = "<program>", readingFiles: (String) -> [UInt8]? = { _ in nil }
  ) throws(TreatyProgramError) {
    var main: [UInt8]? = Array(text.utf8)
    let compilation = compile(main: name) { path in
      if let bytes = main {
        main = nil
        return .bytes(bytes)
      }
      return readingFiles(path).map { .bytes($0) } ?? .failed("no such file")
    }
    guard let program = compilation.program else {
      throw TreatyProgramError(compilation.diagnostics, in: compilation.sources)
    }
    self.program = program
    sources = compilation.sources
  }

  /// Answers a condition over what the program states.
  ///
  /// - Parameters:
  ///   - query: a condition, as behind `ask`: `CSP.assistance(ally: DPRK, victim: Russia)`.
  ///   - date: the moment asked about, `2025-01-10` or `2025-01-10T05:30Z`.
  /// - Throws: what is wrong with the query or the date, or why it could not be answered within its limits.
  public func ask(_ query: String, asOf date: String) throws(TreatyProgramError) -> ConditionAnswer {
    let checked = checkQuery(query, in: program, sources: sources)
    guard let question = checked.question else {
      throw TreatyProgramError(checked.diagnostics, in: checked.sources)
    }
    guard let moment = try? Moment(text: date) else {
      throw TreatyProgramError(description: "`\(date)` is no date: write 2025-01-10 or 2025-01-10T05:30Z")
    }
    let answer: Answer
    do throws(EngineError) {
      answer = try QuestionRunner(FactBase(checked.program)).answer(question, asOf: moment)
    } catch {
      throw TreatyProgramError(description: "`\(query)` could not be answered within its limits")
    }
    guard let truth = ConditionAnswer(answer.outcome) else {
      throw TreatyProgramError(description: "`\(query)` has no single truth: it is a value, has rows, or fails")
    }
    return truth
  }
}

/// The answer to a condition.
public enum ConditionAnswer: Sendable, Equatable {
  /// Every completion of what is unknown makes it so.
  case `true`, `false`
  /// Some completions make it true, others false.
  case unknown
  /// One view says true and another false.
  case contested

  init?(_ outcome: Answer.Outcome) {
    switch outcome {
    case .truth(let truth): self = truth ? .true : .false
    case .unknown: self = .unknown
    case .contested: self = .contested
    case .value, .rows, .fault: return nil
    }
  }
}

/// What is wrong with a program or a query, in the words and with the excerpts that `casus check` prints.
public struct TreatyProgramError: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(description: String) { self.description = description }

  init(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    self.init(description: render(diagnostics, in: sources, as: .text(color: false, width: 100)))
  }
}
