import Foundation
import Testing

/// `casus bulk` as a user runs it.
@Suite struct BulkCommandTests {
  static let program = """
    type State
    entity Alba "Kingdom of Alba", Brabant: State
    type Alert = Green | Amber | Red
    fact attacked(_ state: State, by attacker: State)
    fact troops -> Int
    fact share -> Decimal
    fact alert -> Alert
    fact quiet presumed true
    rule due when attacked(Alba, by: Brabant) and troops >= 10 and quiet unless alert is Green
    rule part when 1 / share > 2
    """

  private func run(_ table: String, _ query: String = "due", named name: String = "rows.csv", _ options: String...)
    throws -> CasusProcess
  {
    let folder = try ScratchFolder()
    let arguments = [
      "bulk", try folder.file("pact.casus", Self.program), query, "--table", try folder.file(name, table),
    ]
    var run = try CasusProcess.run(arguments + options)
    run.errors = run.errors.replacingOccurrences(of: arguments[4], with: name)
    return run
  }

  private static let rows = """
    "attacked(Alba, by: Brabant)",troops,alert
    true,12,Red
    true,9,Red
    ,12,Amber
    true,12,

    "true",11,"Green"

    """

  @Test func everyRowHasItsAnswer() throws {
    let run = try run(Self.rows)
    #expect(run.output == "1 true\n2 false\n3 unknown\n4 unknown\n5 false\n", "\(run.errors)")
    #expect(run.status == 0)
  }

  @Test func answersComeInOtherForms() throws {
    #expect(try run(Self.rows, "due", "--format", "csv").output.hasPrefix("row,answer\n1,true\n2,false\n"))
    let objects = try run(Self.rows, "due", "--format", "ndjson")
    #expect(objects.output.hasPrefix("{\"kind\": \"row\", \"row\": 1, \"answer\": \"true\", \"proved\": true}\n"))
    let summary = try run(Self.rows, "due", "--summary")
    #expect(
      summary.output == "{\"kind\": \"summary\", \"rows\": 5, \"true\": 1, \"false\": 2, \"unknown\": 2}\n",
      "\(summary.errors)")
  }

  @Test func objectsALineAreRows() throws {
    let run = try run(
      """
      {"troops": 12, "attacked(Alba, by: Brabant)": true, "alert": "Red"}
      {"alert": "Red"}
      {"troops": 3, "attacked(Alba, by: Brabant)": null, "alert": null}
      {"troops": 3, "atacked": null}
      """, named: "rows.ndjson")
    #expect(run.output == "1 true\n2 unknown\n3 false\n")
    #expect(run.errors == "rows.ndjson:4:1: no slot is called `atacked`\n")
    #expect(run.status == 65)
  }

  @Test func wrongRowsAreToldTogetherAndTheOthersAnswered() throws {
    let run = try run(
      """
      troops,alert
      12,Red
      many,Red
      12,Blue
      12
      9,"Red"
      """)
    #expect(run.output == "1 unknown\n5 false\n")
    #expect(
      run.errors == """
        rows.csv:3:1: `troops`: a whole number is wanted here, and `many` is none
        rows.csv:4:4: `alert`: `Alert` has no member `Blue`
        rows.csv:5:1: this row has 1 cells, the heading has 2

        """)
    #expect(run.status == 65)
  }

  @Test func wrongColumnsAreToldTogether() throws {
    let run = try run("troop,due,troops\n1,2,3\n")
    #expect(run.errors.contains("column `troop`") && run.errors.contains("column `due`"), "\(run.errors)")
    #expect(run.status == 65 && run.output.isEmpty)
  }

  @Test func rowsThatCannotBeComputedAreTold() throws {
    let run = try run("share\n1/4\n0\n1\n", "part")
    #expect(run.output == "1 true\n3 false\n")
    #expect(run.errors == "rows.csv:3:1: this divides by zero\n")
  }

  @Test func longTablesAreReadPieceByPiece() throws {
    var table = "troops,alert\n"
    for row in 0..<300_000 { table += "\(row % 20),\(row % 3 == 0 ? "\"Red\"" : "Green")\n" }
    let run = try run(table, "due", "--summary")
    // All but Green ones with troops enough are false.
    #expect(
      run.output == "{\"kind\": \"summary\", \"rows\": 300000, \"true\": 0, \"false\": 250000, \"unknown\": 50000}\n",
      "\(run.errors)")
  }

  /// The heading is repeated for every piece, and nothing behind it, whatever ends its line.
  @Test func rowsBehindTheHeadingCountOnce() throws {
    for lineEnd in ["\n", "\r", "\r\n"] {
      let table = "troops,alert\(lineEnd)19,Red\n" + String(repeating: "1,Red\n", count: 400_000)
      let run = try run(table, "due", "--summary")
      #expect(
        run.output == "{\"kind\": \"summary\", \"rows\": 400001, \"true\": 0, \"false\": 400000, \"unknown\": 1}\n",
        "\(run.errors)")
    }
  }

  /// Rows that are read at once and rows that are not, in pieces of a megabyte, stand where the file has them.
  @Test func wrongRowsAreToldByTheirLinesFarDown() throws {
    var rows = (0..<200_000).map { "\($0 % 20),Green" }
    rows[150_000] = "5,\"Gr\neen\""
    rows[160_000] = "many,Green"
    rows[170_000] = "7,Gr\"een"
    let run = try run("troops,alert\n" + rows.joined(separator: "\n") + "\n", "due", "--format", "csv")
    // The heading is line 1, and one row has two lines.
    for place in [
      "rows.csv:150002:3: `alert`: `Alert` has no member `Gr",
      "\nrows.csv:160003:1: `troops`: a whole number is wanted here, and `many` is none\n",
      "\nrows.csv:170003:1: a quote in a cell that does not begin with one",
    ] { #expect(run.errors.contains(place), "\(run.errors)") }
    #expect(run.output.hasSuffix("\n200000,false\n"))
    #expect(run.output.contains("\n150000,false\n150002,false\n"))
  }

  @Test func objectsMayLackKeys() throws {
    var table = "{\"troops\": 12, \"attacked(Alba, by: Brabant)\": true, \"alert\": \"Red\"}\n"
    table += "{\"troops\": 12}\n{\"alert\":\"Green\",\"troops\":3}\n{}\n"
    #expect(try run(table, named: "rows.jsonl").output == "1 true\n2 unknown\n3 false\n4 unknown\n")
  }

  @Test func onlyConditionsAreAskedFor() throws {
    #expect(try run(Self.rows, "troops").status == 64)
    #expect(try run("", "due").status == 65)
  }
}
