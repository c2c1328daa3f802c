import CasusDiagnostics
import CasusEngine
import CasusSemantics
import CasusSyntax
import Foundation
import Testing

@testable import CasusAnalysis

/// What would settle the questions of all examples and conformance cases, told as the text that it is printed as.
@Suite struct SettlingReplayTests {
  @Test(arguments: RepositoryTests.programs)
  func aSetSettlesTheQuestionAndWithoutAnyStatementItDoesNot(_ path: String) throws {
    let compilation = AnalysedText(fileAt: RepositoryTests.root.appending(path: path).path).compilation
    let program = try #require(compilation.program)
    let asked = conditions(of: program)
    // Of large programs some questions from beginning to end.
    for number in stride(from: 0, to: asked.count, by: max(1, asked.count / 8)) {
      try check(asked[number], compilation)
    }
  }

  private func conditions(of program: Program) -> [AskedCondition] {
    var asked: [AskedCondition] = []
    for scenario in program.scenarios {
      var told: [CheckedStatement] = []
      for entry in scenario.entries {
        switch entry {
        case .told(let statement): told.append(statement)
        case .question(let question):
          guard program[question.expression].type == .condition else { continue }
          asked.append(
            AskedCondition(
              program: program, question: question, told: told, moment: question.asOf ?? scenario.asOf ?? Self.today))
        }
      }
    }
    return asked
  }

  private static let today = CalendarDate(year: 2026, month: 1, day: 1).map { Moment($0) } ?? .earliest

  private func check(_ asked: AskedCondition, _ compilation: Compilation) throws {
    var asked = asked
    // As a condition, where a call with `any` would be answered by rows.
    asked.question.expected = .unknown
    var limits = SettlingLimits()
    limits.maximumSets = 4
    for aim in [SettlingAim.holds, .fails] {
      let found = try QuestionRunner(asked.facts()).settlingSets(
        for: asked.question, as: aim, asOf: asked.moment, limits: limits)
      if try asked.finding().result == .truth(aim == .holds) { #expect(found.sets.count == 1 && found.sets[0].isEmpty) }
      for set in found.told {
        let typed = try set.map { try #require(read($0, asked.program, compilation)) }
        let text = set.map { asked.program.sourceForm(of: $0) }.joined(separator: "\n")
        let context = "\(asked.question.text), \(aim):\n\(text)"
        #expect(try asked.finding(adding: typed).result == .truth(aim == .holds), "\(context)")
        for number in typed.indices {
          var rest = typed
          rest.remove(at: number)
          #expect(try asked.finding(adding: rest).result != .truth(aim == .holds), "without \(number) of \(context)")
        }
      }
    }
  }

  /// A statement as it is read from its text.
  private func read(
    _ statement: CheckedStatement, _ program: Program, _ compilation: Compilation
  ) -> CheckedStatement? {
    var sources = compilation.sources
    let source = SourceText(name: "<statement>", text: program.sourceForm(of: statement))
    let parsed = parse(source, id: sources.add(source))
    #expect(parsed.diagnostics.isEmpty, "\(source.name): \(program.sourceForm(of: statement))")
    let addition = checkAddition(parsed.tree.items, to: program, sources: sources, told: 0)
    #expect(addition.diagnostics.isEmpty, "\(program.sourceForm(of: statement))")
    return addition.statements.first
  }
}
