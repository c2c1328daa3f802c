import CasusDiagnostics
import CasusEngine
import CasusSemantics
import Testing

/// The programs in the documentation are what it says of them.
///
/// A block marked `casus` is a whole program: it compiles, every question has an answer, and what it expects holds. One
/// marked `casus error` has an error. One marked `casus fragment` is a part that does not stand alone. A block that names
/// a file, such as `csv ships.csv`, is that file for the programs of its page.
@Suite struct DocumentationTests {
  static let pages = Repository.pages.filter { $0.path == "README.md" || $0.path.hasPrefix("docs/") }
  static let blocks = pages.flatMap { MarkdownPage($0).blocks }
  static let programs = blocks.filter { $0.words.first == "casus" }

  @Test(arguments: programs.filter { $0.words == ["casus"] })
  func programIsRight(_ block: MarkdownPage.Block) throws {
    let compilation = Self.compiled(block)
    #expect(compilation.diagnostics.map { message($0, block, compilation) } == [])
    guard let program = compilation.program else { return }
    try DocumentedProgram(program: program, block: block, sources: compilation.sources).check()
  }

  @Test(arguments: programs.filter { $0.words == ["casus", "error"] })
  func programHasAnError(_ block: MarkdownPage.Block) {
    #expect(Self.compiled(block).program == nil, "\(block) has no error")
  }

  @Test(arguments: programs)
  func markIsKnown(_ block: MarkdownPage.Block) {
    #expect([["casus"], ["casus", "error"], ["casus", "fragment"]].contains(block.words), "\(block)")
  }

  private static func compiled(_ block: MarkdownPage.Block) -> Compilation {
    compile(main: block.page) { path in
      if path == block.page { return .bytes(Array(block.code.utf8)) }
      let folder = block.page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      guard
        let file = blocks.first(where: { $0.page == block.page && $0.words.count == 2 && folder + $0.words[1] == path })
      else { return .failed("no such file") }
      return .bytes(Array(file.code.utf8))
    }
  }

  private func message(_ diagnostic: Diagnostic, _ block: MarkdownPage.Block, _ compilation: Compilation) -> String {
    let place = compilation.sources[diagnostic.span.source]?.position(at: Int(diagnostic.span.start)).line ?? 0
    return "\(block.page):\(block.line + place - 1): \(diagnostic.code.identifier) \(diagnostic.message)"
  }
}

/// A program of the documentation with its questions.
struct DocumentedProgram {
  var program: Program
  var block: MarkdownPage.Block
  var sources: SourceMap
  /// Programs whose facts carry no dates are asked on some day; which one does not matter.
  private let someDay = Moment(minutes: 29_000_000) ?? .latest

  init(program: Program, block: MarkdownPage.Block, sources: SourceMap) {
    self.program = program
    self.block = block
    self.sources = sources
  }

  func check() throws {
    let facts = FactBase(program, scenario: [])
    for question in program.questions { try check(question, facts, asOf: question.asOf ?? someDay) }
    for scenario in program.scenarios {
      let told = scenario.entries.compactMap { if case .told(let statement) = $0 { statement } else { nil } }
      var facts = FactBase(program, scenario: told)
      facts.visibleCount = program.statements.count
      for entry in scenario.entries {
        switch entry {
        case .told: facts.visibleCount += 1
        case .question(let question): try check(question, facts, asOf: question.asOf ?? scenario.asOf ?? someDay)
        }
      }
    }
  }

  private func check(_ question: Question, _ facts: FactBase, asOf moment: Moment) throws {
    let line = sources[question.span.source]?.position(at: Int(question.span.start)).line ?? 0
    let place = "\(block.page):\(block.line + line - 1)"
    let answer = try QuestionRunner(facts).answer(question, asOf: moment)
    if let expected = question.expected {
      let detail = "\(question.text) is \(answer.outcome) where \(expected) is expected"
      #expect(expected.holds(for: answer, in: program), "\(place): \(detail)")
    } else if case .fault(let fault) = answer.outcome {
      Issue.record("\(place): \(question.text) fails: \(fault.message)")
    }
  }
}
