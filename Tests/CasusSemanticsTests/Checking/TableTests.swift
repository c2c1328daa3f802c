import CasusDiagnostics
import CasusSemantics
import Testing

/// Data files become statements, and what is wrong in them is reported there.
@Suite struct TableTests {
  static let prelude = """
    type State type Signal = Green | Amber | Red
    entity Alba "Alba, Republic of" also "ALB", Brabant: State
    fact signal(_ state: State) -> Signal fact troops(_ state: State) -> Int fact share(_ state: State) -> Decimal
    fact at_war(_ state: State) fact reigns(_ state: State) fact motto(_ state: State) -> Text
    event landing(on state: State)

    """

  private func compile(_ row: String, _ data: String, as name: String = "data.csv") -> Compilation {
    TestPrograms.compile(Self.prelude + "table \"\(name)\" { \(row) }", files: [name: data])
  }

  /// What a statement tells, as text.
  private func told(_ compilation: Compilation) -> [String] {
    guard let program = compilation.program else { return ["errors: \(compilation.errorPlaces)"] }
    return program.statements.map { statement in
      let arguments = statement.arguments.map { argument in
        if case .entity(let entity)? = argument { program[entity].name } else { "any" }
      }
      let views = statement.views.map { " according to " + program[$0].name }.joined()
      return arguments.joined(separator: ",") + " " + describe(statement.told, program) + views
    }
  }

  private func describe(_ told: Told, _ program: Program) -> String {
    switch told {
    case .truth(let truth): "\(truth)"
    case .unknown: "unknown"
    case .value(.entity(let entity)): program[entity].name
    case .value(let value): "\(value)"
    case .range: "range"
    case .oneOf: "one of"
    }
  }

  @Test func cellsAreMatchedByNameLabelAndAlias() {
    let compilation = compile(
      "assert signal(state) is signal", "state,signal\nAlba,Red\n\"Alba, Republic of\",Green\nALB,Amber\nBrabant,\n")
    // Level statements of one case contradict one another, so only the matching is looked at here.
    #expect(compilation.codes.filter { $0 == DiagnosticCode.unknownCell.identifier }.isEmpty)
    #expect(compilation.codes == [DiagnosticCode.contradiction.identifier, DiagnosticCode.contradiction.identifier])
  }

  @Test func newNamesBecomeEntitiesInOrder() {
    let compilation = compile("assert at_war(state) is war", "state,war\nDalmatia,true\nCymru,false\nDalmatia,\n")
    #expect(told(compilation) == ["Dalmatia true", "Cymru false", "Dalmatia unknown"])
    let program = compilation.program
    #expect(program?.types[0].members.compactMap { program?[$0].name } == ["Alba", "Brabant", "Dalmatia", "Cymru"])
  }

  @Test func newNamesAreKnownInTheProgram() {
    let compilation = TestPrograms.compile(
      Self.prelude
        + "table \"data.csv\" { assert at_war(state) } rule r when at_war(Dalmatia) and at_war(`Free Cymru`)",
      files: ["data.csv": "state\nDalmatia\nFree Cymru\n"])
    #expect(compilation.errorPlaces.map { $0.description } == [])
  }

  @Test func rowsAreReadByTheirViewsAndConditions() {
    let data = "state,class,size,told_by\nAlba,full,3,Brabant\nBrabant,half,12,\nCymru,,7,\n"
    #expect(told(compile("assert at_war(state) when class is \"full\" according to told_by", data)).count == 1)
    #expect(
      told(compile("assert at_war(state) according to told_by when class is \"full\"", data))
        == ["Alba true according to Brabant"])
    #expect(told(compile("assert at_war(state) when class is not \"full\"", data)) == ["Brabant true"])
    #expect(told(compile("assert at_war(state) when class is \"\"", data)) == ["Cymru true"])
    #expect(told(compile("assert at_war(state) when size > 5 and not size in {7, 8}", data)) == ["Brabant true"])
    #expect(told(compile("assert at_war(state) when size in 3..7 or state is Brabant", data)).count == 3)
    #expect(told(compile("deny at_war(any) when state is Alba", data)) == ["any false"])
  }

  @Test(arguments: [
    ("assert troops(state) is v", "2.5", DiagnosticCode.wrongCell), ("assert troops(state) is v", "many", .wrongCell),
    ("assert troops(state) is v", "9..3", .wrongCell), ("assert signal(state) is v", "Purple", .unknownCell),
    ("assert at_war(state) is v", "yes", .wrongCell), ("assert at_war(state) from v", "1914-02-30", .wrongCell),
    ("assert at_war(state) according to v", "Nobody", .unknownCell),
    ("assert at_war(state) when v > 3", "many", .wrongCell), ("assert at_war(v)", "", .emptyCell),
  ])
  func badCellIsReportedInItsFile(_ row: String, _ cell: String, _ code: DiagnosticCode) {
    let compilation = compile(row, "state,v\nAlba,\(cell)\nBrabant,\(cell)\n")
    #expect(
      compilation.errorPlaces.map { "\($0.file):\($0.line) \($0.code)" }
        == ["data.csv:2 \(code.identifier)", "data.csv:3 \(code.identifier)"])
  }

  @Test(arguments: [
    ("assert troops(state) is v", "3..9"), ("assert troops(state) is v", "-4"), ("assert share(state) is v", "2/3"),
    ("assert landing(on: state) on v", "1914-08-01..1914-08-05"), ("assert landing(on: state) on v", ""),
    ("assert at_war(state) from v", ""), ("assert motto(state) is v", "3..9"),
    ("deny landing(on: state) until v", "1914-08-01"),
  ])
  func goodCellIsRead(_ row: String, _ cell: String) {
    let compilation = compile(row, "state,v\nAlba,\(cell)\n")
    #expect(compilation.program?.statements.count == 1, "\(compilation.errorPlaces)")
  }

  @Test(arguments: [
    ("assert troops(state)", DiagnosticCode.toldValue), ("deny troops(state) is v", .toldValue),
    ("assert at_war(state) on v", .misplacedTime), ("assert landing(on: state) from v", .misplacedTime),
    ("assert at_war(nation)", .unknownColumn), ("assert at_war(state) when v + 1 > 3", .notConstant),
    ("assert at_war(any)", .assertedAny), ("assert at_war(state) when Alba is 3", .unlikeTypes),
  ])
  func badLineIsReportedInTheProgram(_ row: String, _ code: DiagnosticCode) {
    let compilation = compile(row, "state,v\nAlba,1\nPurple,2\n")
    #expect(compilation.errorPlaces.map { $0.code } == [code.identifier], "\(compilation.errorPlaces)")
    #expect(compilation.errorPlaces.allSatisfy { $0.file == "main.casus" })
  }

  @Test func malformedRowsAreReportedAndOthersRead() {
    let compilation = compile(
      "assert signal(state) is signal", "state,signal\nAlba\nBrabant,Purple\nBrabant,Red,3\nAlba,Red\n")
    #expect(compilation.errorPlaces.map { $0.line } == [2, 3, 4])
  }

  @Test func aMissingFileIsReportedWhereItIsNamed() {
    let compilation = TestPrograms.compile(Self.prelude + "table \"none.csv\" { assert at_war(state) }")
    #expect(compilation.codes == [DiagnosticCode.unreadableFile.identifier])
    #expect(compilation.errorPlaces.first?.file == "main.casus")
  }

  @Test func tooManyStatementsNameTheirOption() {
    var limits = CompilationLimits()
    limits.maximumStatements = 3
    let rows = (0..<10).map { "S\($0)\n" }.joined()
    let compilation = TestPrograms.compile(
      Self.prelude + "table \"data.csv\" { assert at_war(state) }", files: ["data.csv": "state\n" + rows],
      limits: limits)
    #expect(compilation.codes == [DiagnosticCode.tooManyStatements.identifier])
    #expect(compilation.diagnostics.first?.message.contains("--max-memory") == true)
  }
}
