import CasusDiagnostics
import CasusSemantics

/// A checked program with what several analyses look at, worked out once.
struct AnalysedProgram: Sendable {
  let program: Program
  /// The main file once more: the checked program keeps neither the names of variables nor the layout.
  let text: SourceTokens
  let readings: ReadingGraph
  /// The questions of the main file, those of its scenarios included.
  let questions: [Question]

  /// Nil where there is no main file.
  init?(_ program: Program, sources: SourceMap) {
    guard let source = sources[AnalysedProgram.mainSource] else { return nil }
    self.program = program
    text = SourceTokens(source, id: AnalysedProgram.mainSource)
    readings = ReadingGraph(program)
    var questions = program.questions
    for scenario in program.scenarios {
      for entry in scenario.entries {
        if case .question(let question) = entry { questions.append(question) }
      }
    }
    self.questions = questions
  }

  /// The main file is the first that is read.
  static let mainSource = SourceID(0)

  func isMain(_ span: SourceSpan) -> Bool { span.source == AnalysedProgram.mainSource }

  /// Whether the file stands for itself: one that asks nothing may be there for others, who read what it declares.
  var asksSomething: Bool { !questions.isEmpty }

  /// Every statement, with the scenarios' behind those of files and tables.
  var statements: [CheckedStatement] {
    var statements = program.statements
    for scenario in program.scenarios {
      for entry in scenario.entries {
        if case .told(let statement) = entry { statements.append(statement) }
      }
    }
    return statements
  }
}
