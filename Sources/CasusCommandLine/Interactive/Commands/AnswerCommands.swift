import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Commands about answers.
extension SessionCommand {
  static let open = SessionCommand(
    name: "open", arguments: "[QUERY]", topic: .answers,
    summary: "List every open fact that can still tip the answer, numbered for :assert and :deny.",
    details: "Without a query: of the last one.", completion: .query
  ) { session, argument throws(CommandFailure) in try session.listOpenFacts(argument) }

  static let timeline = SessionCommand(
    name: "timeline", arguments: "[QUERY]", topic: .answers,
    summary: "Tell over which periods each answer holds, and when a norm is owed, fulfilled or breached.",
    details: "Without a query: of the last one.", completion: .query
  ) { session, argument throws(CommandFailure) in try session.showTimeline(argument) }
}

extension InteractiveSession {
  /// The answer to a question, or a failure that was told.
  private mutating func reported(_ asked: UnderstoodQuestion) throws(CommandFailure) -> AnswerReport {
    do throws(EngineError) {
      return try report(on: asked)
    } catch {
      throw CommandFailure(status: fail(error, asked), message: "")
    }
  }

  /// What can still tip the last answer.
  mutating func openFacts() throws(CommandFailure) -> [OpenFactReport] { try reported(try question("")).openFacts }

  fileprivate mutating func listOpenFacts(_ words: String) throws(CommandFailure) {
    let report = try reported(try question(words))
    guard !report.openFacts.isEmpty || !report.gaps.isEmpty else { return output.write("  nothing is open\n") }
    var rows = report.openFacts.enumerated().map { number, fact in
      let decider = fact.decidedBy.map { "decided by " + $0.safe } ?? ""
      let weight = fact.weight.map { TextAnswerRenderer.percentage($0) } ?? ""
      return ["\(number + 1)", fact.fact.safe, decider, weight]
    }
    rows = rows.isEmpty ? rows : Table.aligned(rows)
    for (row, fact) in zip(rows, report.openFacts) {
      output.write("  " + row.joined(separator: "   ").withoutBlanksAtEnd + "\n")
      if let question = fact.asks { output.write(paintFaint("     " + question.safe) + "\n") }
    }
    for gap in report.gaps {
      output.write("  gap: " + gap.reason.safe + paintFaint(gap.citation.map { "   (\($0.safe))" } ?? "") + "\n")
    }
  }

  fileprivate mutating func showTimeline(_ words: String) throws(CommandFailure) {
    let asked = try question(words)
    let runner = TimelineRunner(asked.facts, limits: engineLimits)
    var report = TimelineReport(
      file: "", scenario: context.scenario, accordingTo: asked.question.view.map { asked.builder.program[$0].name },
      from: nil, to: nil)
    for result in runner.answers(to: [asked.question]) {
      switch result {
      case .success(let answer): report.add(answer, to: asked.question, asked.builder)
      case .failure(let error): try check(fail(error, asked))
      }
    }
    output.write(TimelineTextRenderer(paint: output.paint, isQuiet: true).render(report))
  }
}

/// Rows of cells, one below the other.
enum Table {
  /// The cells of each column made equally wide; the last stays as it is.
  static func aligned(_ rows: [[String]]) -> [[String]] {
    guard let first = rows.first else { return rows }
    let widths = first.indices.map { column in rows.map { $0[column].terminalWidth }.max() ?? 0 }
    return rows.map { row in zip(row, widths).map { $0.padded(to: $1) } }
  }
}

extension String {
  var withoutBlanksAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
