import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics
import CasusSyntax

/// A program that grows by what is typed. Every entry that is right becomes a part of it, questions apart.
struct InteractiveSession {
  let options: SharedOptions
  let reader: ProgramReader
  private let format: AnswerFormat
  /// The files that are in sight, and what was typed, as one program.
  private var text: String
  private var loaded: LoadedProgram

  private static let name = "<session>"

  init(files: [String], options: SharedOptions, format: AnswerFormat) throws(CommandFailure) {
    self.options = options
    self.format = format
    reader = ProgramReader(options: options, console: options.console)
    text = ""
    for file in files {
      guard file != "-" else {
        throw CommandFailure(status: .usage, message: "standard input carries what is typed, so it cannot be a file")
      }
      if let reason = FileSystem.obstacle(to: file) {
        throw CommandFailure(status: .unreadable, message: "\(file.safe) cannot be read: \(reason)")
      }
      text += "use \(quoted(file))\n"
    }
    loaded = try reader.program(named: InteractiveSession.name, text: text)
  }

  /// Whether no bracket stands open at the end of what was typed.
  static func isComplete(_ entry: String) -> Bool {
    var depth = 0
    for token in tokenize(Array(entry.utf8)) {
      switch token.kind {
      case .leftParenthesis, .leftBrace: depth += 1
      case .rightParenthesis, .rightBrace: depth -= 1
      case .unterminatedText, .unterminatedBlockComment: return false
      default: break
      }
    }
    return depth <= 0
  }

  /// Answers what is typed, or adds it to the program.
  mutating func take(_ entry: String) -> ExitStatus {
    do throws(CommandFailure) {
      switch InteractiveSession.kind(of: entry) {
      case .query: return try ask(entry)
      case .question:
        let extended = try reader.program(named: InteractiveSession.name, text: text + entry + "\n")
        guard let question = extended.program.questions.last else { return .success }
        return try answer(question, in: extended)
      case .item:
        let extended = try reader.program(named: InteractiveSession.name, text: text + entry + "\n")
        text += entry + "\n"
        loaded = extended
        return .success
      }
    } catch {
      if !error.message.isEmpty { reader.console.message("casus: \(error.message)\n") }
      return error.status
    }
  }

  private enum EntryKind { case query, question, item }

  /// Told by the first word: none that begins an item begins a condition or a value.
  private static func kind(of entry: String) -> EntryKind {
    let first = tokenize(Array(entry.utf8)).first { !$0.kind.isTrivia }
    guard case .keyword(let word)? = first?.kind else { return .query }
    switch word {
    case .ask, .expect: return .question
    case .use, .type, .entity, .set, .fact, .event, .rule, .define, .exception, .norm, .treaty, .law, .resolution,
      .policy, .contract, .assert, .deny, .scenario, .table:
      return .item
    default: return .query
    }
  }

  private func ask(_ query: String) throws(CommandFailure) -> ExitStatus {
    let checked = checkQuery(query, in: loaded.program, sources: loaded.sources, limits: options.compilationLimits)
    guard let question = checked.question else {
      let errors = checked.diagnostics.filter { $0.severity == .error }
      reader.report(errors, in: checked.sources)
      throw CommandFailure(status: errors.failureStatus, message: "")
    }
    return try answer(
      question, in: LoadedProgram(name: loaded.name, program: checked.program, sources: checked.sources))
  }

  private func answer(_ question: Question, in program: LoadedProgram) throws(CommandFailure) -> ExitStatus {
    let session = try QuestionSession(program, options: options)
    var writer = AnswerWriter(format, console: reader.console, isQuiet: true)
    writer.writesAllExpectations = true
    var facts: FactBase?
    var status = ExitStatus.success
    session.answer(.question(question), facts: &facts) { reply in
      switch reply.result {
      case .success(let report):
        writer.write(report, sectionDate: nil)
        if case .fault = report.outcome { status = .wrongInput }
      case .failure(let error):
        reader.report([error.diagnostic(for: question)], in: program.sources)
        status = error.status
      }
    }
    writer.finish()
    return status
  }
}
