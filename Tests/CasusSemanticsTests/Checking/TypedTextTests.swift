import CasusDiagnostics
import CasusSemantics
import CasusSyntax
import Testing

/// Programs that grow by what somebody types.
@Suite struct TypedTextTests {
  private static let files = [
    "pact.casus": """
    use "states.casus"
    fact at_war(_ state: State)
    treaty Pact { parties Zenda rule stands(_ s: Party) when at_war(s) }
    ask at_war(Zenda)
    scenario "war" { assert at_war(Zenda) ask Pact.stands(Zenda) }
    """,
    "states.casus": """
    type State entity Zenda, Alba: State
    scenario "unseen" { expect true is true }
    """,
  ]

  private func compile(_ typed: String..., files: [String] = ["pact.casus"]) -> Compilation {
    CasusSemantics.compile(
      files: files, typed: typed.map { SourceText(name: "<input>", text: $0) },
      read: { path in Self.files[path].map { .bytes(Array($0.utf8)) } ?? .failed("no such file") })
  }

  @Test func filesAndTypedTextAreOneProgram() throws {
    let compilation = compile("rule worried when at_war(any)", "assert at_war(Alba)", "use \"states.casus\"")
    #expect(compilation.errorPlaces.map { "\($0)" } == [])
    let program = try #require(compilation.program)
    #expect(program.scenarios.map { $0.title } == ["war"])
    #expect(program.statements.count == 2)
    let typed = compilation.typedSources.map {
      compilation.sources[$0].map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(typed == ["rule worried when at_war(any)", "assert at_war(Alba)", "use \"states.casus\""])
  }

  @Test func aFileNamedAlsoWhereItIsUsedCounts() throws {
    for files in [["pact.casus", "states.casus"], ["states.casus", "pact.casus", "./pact.casus"]] {
      let program = try #require(compile(files: files).program)
      #expect(Set(program.scenarios.map { $0.title }) == ["war", "unseen"])
      #expect(program.types.count == 1)
    }
  }

  @Test func qualifiersMayBeLeftOutInTypedTextAlone() {
    let typed = compile("rule safe when not stands(any) unless Pact.stands(Zenda)")
    #expect(typed.program != nil)
    #expect(typed.omittedQualifiers.map { $0.replacement } == ["Pact.stands"])
    let file = TestPrograms.compile(
      "use \"pact.casus\" rule safe when not stands(any)", files: Self.files)
    #expect(file.codes == ["C0301"])
  }

  @Test func aFileThatCannotBeReadIsReported() {
    let compilation = compile(files: ["pact.casus", "gone.casus"])
    #expect(
      compilation.errorPlaces.map { "\($0)" } == ["gone.casus:1: C0802 `gone.casus` cannot be read: no such file"])
  }

  @Test func additionsAreCheckedByThemselves() throws {
    let compilation = compile()
    let program = try #require(compilation.program)
    func add(_ text: String) -> CheckedAddition {
      var sources = compilation.sources
      let source = SourceText(name: "<input>", text: text, firstLine: 7)
      let parsed = parse(source, id: sources.add(source))
      return checkAddition(parsed.tree.items, to: program, sources: sources, told: program.statements.count)
    }
    let told = add("assert at_war(Alba) from 1900-01-01 according to Zenda deny stands(any)")
    #expect(told.diagnostics.isEmpty && told.program == nil && told.questions.isEmpty)
    #expect(told.statements.map { $0.views.count } == [1, 0])
    let asked = add("ask stands(Zenda) expect at_war(Zenda) is unknown")
    #expect(asked.questions.map { $0.text } == ["stands(Zenda)", "at_war(Zenda)"])
    #expect(asked.program != nil)
    #expect(
      add("assert at_wra(Alba) deny at_war(Ruritania)").diagnostics.map { $0.code.identifier } == ["C0301", "C0301"])
  }

  @Test func linesAreCountedFromWhereTextStood() {
    let source = SourceText(name: "<input>", text: "fact a\nrule b when c\n", firstLine: 41)
    let compilation = CasusSemantics.compile(files: [], typed: [source], read: { _ in .failed("no such file") })
    #expect(compilation.errorPlaces.map { $0.line } == [42])
    let text = render(compilation.diagnostics, in: compilation.sources, as: .text(color: false, width: 80))
    #expect(text.contains("--> <input>:42:13\n"))
    #expect(text.contains("\n42 | rule b when c\n"))
  }
}
