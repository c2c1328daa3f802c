import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusFormatting
import CasusSemantics
import CasusSyntax

/// Compiles a program and answers its questions, one a line; of a program with errors, says what is wrong with it.
private func answer(to program: String) -> String {
  let compilation = compile(main: "smoke.casus") { path in
    path == "smoke.casus" ? .bytes(Array(program.utf8)) : .failed("there are no files here")
  }
  guard let checked = compilation.program else {
    return render(compilation.diagnostics, in: compilation.sources, as: .text(color: false, width: 80))
  }
  var lines = ""
  let facts = FactBase(checked)
  for question in checked.questions { lines += line(for: question, over: facts, asOf: question.asOf ?? .earliest) }
  for scenario in checked.scenarios {
    let told = scenario.entries.compactMap { if case .told(let statement) = $0 { statement } else { nil } }
    var facts = FactBase(checked, scenario: told)
    facts.visibleCount = checked.statements.count
    for entry in scenario.entries {
      switch entry {
      case .told: facts.visibleCount += 1
      case .question(let question):
        lines += line(for: question, over: facts, asOf: question.asOf ?? scenario.asOf ?? .earliest)
      }
    }
  }
  return lines
}

private func line(for question: Question, over facts: FactBase, asOf moment: Moment) -> String {
  do throws(EngineError) {
    let answer = try QuestionRunner(facts).answer(question, asOf: moment)
    switch answer.outcome {
    case .truth(let truth): return question.text + ": " + (truth ? "true" : "false") + "\n"
    case .unknown: return question.text + ": unknown, turns on " + String(answer.openFacts.count) + "\n"
    case .contested: return question.text + ": contested\n"
    case .value, .rows, .fault: return question.text + ": something else\n"
    }
  } catch {
    return question.text + ": not answered\n"
  }
}

/// Memory in which the host writes a program. The host owns it and never gives it back: a smoke test is short.
@c(casus_allocate)
public func allocate(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
  UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, Int(count)))
}

/// Answers a program of so many bytes of UTF-8.
///
/// - Returns: the answer's length in four bytes, the lowest first, and its bytes of UTF-8 behind them.
@c(casus_run)
public func run(_ program: UnsafePointer<UInt8>, _ count: Int32) -> UnsafeMutablePointer<UInt8> {
  let text = String(decoding: UnsafeBufferPointer(start: program, count: Int(max(0, count))), as: UTF8.self)
  let bytes = Array(answer(to: text).utf8)
  let result = allocate(Int32(truncatingIfNeeded: bytes.count + 4))
  for index in 0..<4 { result[index] = UInt8(truncatingIfNeeded: bytes.count >> (8 * index)) }
  for (index, byte) in bytes.enumerated() { result[index + 4] = byte }
  return result
}
