import Foundation
import Testing

@testable import CasusCommandLine

/// `casus ask --interactive`, driven through a pipe.
@Suite struct InterviewCommandTests {
  private static let program = """
    type State
    entity Alba "Kingdom of Alba", Brabant: State
    fact attacked asks "Is there an attack?"
    fact consents(_ state: State) decided by state asks "Does {state} consent?"
    fact troops -> Int
    event landed(by state: State)
    treaty Pact "Pact of Aid" {
      article 2 "Each helps the other." {
        rule aid when attacked and (consents(Alba) or consents(Brabant))
        rule large when attacked and troops >= 100
        rule helps(_ state: State) when attacked and consents(state)
      }
    }
    scenario "an attack" {
      assert attacked
    }
    """

  private func ask(_ query: String, _ replies: [String], _ options: String...) throws -> CasusProcess {
    let folder = try ScratchFolder()
    let file = try folder.file("pact.casus", Self.program)
    let input = replies.map { $0.replacing("FOLDER", with: folder.url.path) + "\n" }.joined()
    let run = try CasusProcess.run(["ask", "--interactive", file, query] + options, input: input)
    if let saved = try? String(contentsOf: folder.url.appending(path: "replies"), encoding: .utf8) {
      return CasusProcess(status: run.status, output: run.output + "\nSAVED\n" + saved, errors: run.errors)
    }
    return run
  }

  @Test func oneQuestionAtATimeUntilItIsSettled() throws {
    let run = try ask("aid", ["yes", "no", "yes"], "--exit-status")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("1.  Is there an attack?\n    attacked\n> yes\n"))
    #expect(run.output.contains("2.  Does Kingdom of Alba consent?\n    consents(Alba) · decided by Alba\n> no\n"))
    #expect(run.output.contains("3.  Does Brabant consent?"))
    #expect(run.output.contains("This settles it."))
    #expect(run.output.contains("✓ Pact.aid: holds"))
    #expect(run.output.contains("“Each helps the other.”"))
  }

  /// What bears on both cases comes before what bears on one; then each is asked for.
  @Test func aCallWithAnyIsSettledCaseByCase() throws {
    let run = try ask("helps(any)", ["why", "yes", "no", "yes"], "--exit-status")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("1.  Is there an attack?\n    attacked\n> why\n"), "\(run.output)")
    #expect(run.output.contains("It bears on:") && !run.output.contains("It decides in"), "\(run.output)")
    #expect(run.output.contains("2.  Does Kingdom of Alba consent?"), "\(run.output)")
    #expect(run.output.contains("3.  Does Brabant consent?"), "\(run.output)")
    #expect(run.output.contains("This settles it.") && run.output.contains("Brabant: true"), "\(run.output)")
    let none = try ask("helps(any)", ["no"], "--exit-status")
    #expect(none.status == 1 && none.output.contains("This settles it.") && !none.output.contains("2.  "))
  }

  @Test func aScenarioCountsBeforeTheFirstQuestion() throws {
    let run = try ask("aid", ["yes"], "--scenario", "an attack", "--exit-status")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("1.  Does Kingdom of Alba consent?") && !run.output.contains("2.  "))
    let folder = try ScratchFolder()
    let file = try folder.file("pact.casus", Self.program)
    let plain = try CasusProcess.run("ask", file, "attacked", "--scenario", "an attack", "--exit-status")
    #expect(plain.status == 0 && plain.output.contains("true"))
    #expect(try CasusProcess.run("ask", file, "attacked", "--scenario", "no such").status == 64)
  }

  @Test func whatIsSettledIsNotAskedFor() throws {
    let run = try ask("aid", ["no"], "--exit-status")
    #expect(run.status == 1)
    #expect(!run.output.contains("2. "))
    let unknown = try ask("aid", ["don't know", "don't know", "don't know"], "--exit-status")
    #expect(unknown.status == 2)
    #expect(unknown.output.contains("Nothing is left that could be asked."))
  }

  @Test func backTakesTheLastReplyBack() throws {
    let run = try ask("aid", ["back", "no", "back", "yes", "yes"], "--exit-status")
    #expect(run.status == 0)
    #expect(run.output.contains("There is no reply to take back."))
    #expect(run.output.components(separatedBy: "1.  Is there an attack?").count == 4)
  }

  @Test func whyTellsWhatTheQuestionIsFor() throws {
    let run = try ask("aid", ["why"])
    #expect(run.output.contains("It decides in 75 % of the cases that are still possible."))
    #expect(run.output.contains("      Pact.aid: open (Pact of Aid, Article 2)\n"))
  }

  @Test func numbersAndRangesAreTaken() throws {
    #expect(try ask("large", ["yes", "150"], "--exit-status").status == 0)
    #expect(try ask("large", ["yes", "10..50"], "--exit-status").status == 1)
    #expect(try ask("large", ["yes", "50..150"], "--exit-status").status == 2)
    let wrong = try ask("large", ["yes", "many", "(", "yes", "150"], "--exit-status")
    #expect(wrong.status == 0)
    #expect(wrong.output.components(separatedBy: "2.  What is troops?").count == 5)
  }

  @Test func repliesAreSavedAsStatements() throws {
    let run = try ask(
      "aid", ["yes according to Alba source \"Gazette\"", "yes", "save FOLDER/replies", ""])
    #expect(
      run.output.hasSuffix("SAVED\nassert attacked according to Alba source \"Gazette\"\nassert consents(Alba)\n"))
    #expect(run.output.contains("according to Alba"))
  }

  @Test func theEndOfThePipeEndsIt() throws {
    let run = try ask("aid", [], "--exit-status")
    #expect(run.status == 2)
    #expect(run.output.contains("What it turns on, most important first"))
    #expect(try ask("aid", ["quit"]).status == 0)
    #expect(try ask("true", []).output.contains("true"))
  }

  @Test func whatIsNotForPeopleIsRefused() throws {
    #expect(try ask("aid", [], "--format", "json").status == 64)
    #expect(try CasusProcess.run("ask", "--interactive", "-", "aid").status == 64)
  }

  @Test(arguments: [
    ("yes", "assert f(A)"), ("no", "deny f(A)"), ("don't know", "assert f(A) is unknown"), ("12", "assert f(A) is 12"),
    ("10..20", "assert f(A) is 10..20"), ("{a, b}", "assert f(A) in {a, b}"),
    ("yes from 2024-01-01", "assert f(A) from 2024-01-01"), ("NO according to B", "deny f(A) according to B"),
    ("according to B", "assert f(A) according to B"),
  ])
  func repliesAreStatements(_ line: String, _ statement: String) {
    #expect(InterviewReply(line, to: "f(A)", period: "") == .statement(statement))
  }

  @Test func aReplySpeaksForThePeriodThatIsTold() {
    #expect(InterviewReply("15", to: "n", period: " from 2024-01-01") == .statement("assert n is 15 from 2024-01-01"))
    #expect(
      InterviewReply("15 until 2025-01-01", to: "n", period: " from 2024-01-01")
        == .statement("assert n is 15 until 2025-01-01"))
  }
}
