import Foundation
import Testing

/// `casus timeline` as a user runs it.
@Suite struct TimelineCommandTests {
  static let program = """
    type State
    entity Alba, Brabant: State
    event pay(by: State) presumed false
    fact indebted(_ state: State) presumed false
    fact neutral(_ state: State)
    norm payment(_ state: State): state must pay() within 60 days when indebted(state)
    assert indebted(Alba) from 1920-01-01
    assert pay(by: Alba) on 1920-02-01
    assert indebted(Brabant) from 1920-01-01 until 1920-06-01
    scenario "war" {
      assert neutral(Alba) from 1920-02-01 until 1920-05-01 according to Alba
      deny neutral(Alba) from 1920-03-01 until 1920-06-01 according to Brabant
    }
    """

  private func run(_ arguments: String...) throws -> CasusProcess {
    let folder = try ScratchFolder()
    let file = try folder.file("debt.casus", Self.program)
    return try CasusProcess.run(["timeline", file] + arguments)
  }

  @Test func textTellsPeriodsAndWhatBecomesOfANorm() throws {
    let run = try run("payment(any)", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    // Sixty days from 1 January 1920, a leap year, end with 1 March.
    #expect(
      run.output == """
          payment(any) · state: Alba
            from         until        answer
            …            1920-01-01   ✗  false
            1920-01-01   …            ✓  true
            1920-01-01   ▲ owed
            1920-02-01   ● fulfilled

          payment(any) · state: Brabant
            from         until        answer
            …            1920-01-01   ✗  false
            1920-01-01   1920-06-01   ✓  true
            1920-06-01   …            ✗  false
            1920-01-01   ▲ owed
            1920-03-02   ✕ breached

        """)
  }

  @Test func jsonHasTheFormThatIsPromised() throws {
    let run = try run("neutral(Alba)", "payment(Brabant)", "--scenario", "war", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? Int == 1 && object["kind"] as? String == "timeline")
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.map { $0["query"] as? String } == ["neutral(Alba)", "payment(Brabant)"])
    let intervals = try #require(rows.first?["intervals"] as? [[String: Any]])
    #expect(intervals.map { $0["answer"] as? String } == ["unknown", "contested", "unknown"])
    #expect(intervals.map { $0["until"] as? String } == ["1920-03-01", "1920-05-01", nil])
    #expect(intervals.map { $0["from"] as? String } == [nil, "1920-03-01", "1920-05-01"])
    let status = try #require(rows.last?["status"] as? [[String: String]])
    #expect(
      status == [
        ["at": "1920-01-01", "event": "owed", "answer": "true"],
        ["at": "1920-03-02", "event": "breached", "answer": "true"],
      ])
  }

  @Test func periodsAreCutToWhatIsWanted() throws {
    let run = try run("payment(Brabant)", "--from", "1920-02-15", "--to", "1920-07-01", "--format", "csv")
    #expect(
      run.output.split(separator: "\r\n") == [
        "query,bindings,kind,from,until,answer,value,proved,circular",
        "payment(Brabant),,answer,1920-02-15,1920-06-01,true,,true,false",
        "payment(Brabant),,answer,1920-06-01,1920-07-01,false,,true,false",
        "payment(Brabant),,breached,1920-03-02,,true,,true,false",
      ])
  }

  @Test func aViewIsAnsweredAlone() throws {
    let run = try run("neutral(Alba)", "--scenario", "war", "--according-to", "Brabant", "--format", "csv")
    #expect(
      run.output.split(separator: "\r\n").dropFirst() == [
        "neutral(Alba),,answer,,1920-03-01,unknown,,true,false",
        "neutral(Alba),,answer,1920-03-01,1920-06-01,false,,true,false",
        "neutral(Alba),,answer,1920-06-01,,unknown,,true,false",
      ])
  }

  @Test func mistakesAreTold() throws {
    #expect(try run("payment(Alba)", "--from", "1920-02-15", "--to", "1920-02-15").status == 64)
    #expect(try run("payment(Alba)", "--as-of", "1920-02-15").status == 64)
    #expect(try run("payment(Alba)", "--scenario", "peace").status == 64)
    #expect(try run().status == 64)
    let unknown = try run("payment(Alba)", "payment(Cleve)")
    #expect(unknown.status == 65 && unknown.errors.contains("<query 2>"), "\(unknown.errors)")
  }

  @Test func aPageLoadsNothing() throws {
    let page = try run("payment(any)", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    // What scrolls on a narrow screen can be reached by keyboard.
    #expect(page.contains("<figure tabindex=\"0\" aria-label="))
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("href="))
    #expect(page.contains("<caption>payment(any) · state: Brabant</caption>"))
    #expect(page.contains("role=\"img\" aria-labelledby="))
  }
}
