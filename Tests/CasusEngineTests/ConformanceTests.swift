import CasusDiagnostics
import CasusEngine
import CasusSemantics
import Foundation
import Testing

/// The cases of `Tests/Conformance`: what they expect holds under `good`, and fails under `wrong`.
@Suite struct ConformanceTests {
  @Test(arguments: ConformanceCase.all(in: "good"))
  func everyExpectationHolds(_ file: ConformanceCase) throws {
    for outcome in try file.outcomes() { #expect(outcome.holds, "\(file):\(outcome.line): \(outcome.detail)") }
  }

  @Test(arguments: ConformanceCase.all(in: "wrong"))
  func everyExpectationFails(_ file: ConformanceCase) throws {
    for outcome in try file.outcomes() { #expect(!outcome.holds, "\(file):\(outcome.line): \(outcome.detail)") }
  }
}

struct ConformanceCase: CustomTestStringConvertible, CustomStringConvertible, Sendable {
  var path: String

  struct Outcome {
    var line: Int
    var holds: Bool
    var detail: String
  }

  struct Failure: Error {
    var text: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Conformance")

  static func all(in folder: String) -> [ConformanceCase] {
    let features = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return features.sorted().flatMap { feature -> [ConformanceCase] in
      let inside = root.appending(path: feature).appending(path: folder).path
      let files = (try? FileManager.default.contentsOfDirectory(atPath: inside)) ?? []
      return files.sorted().filter { $0.hasSuffix(".casus") }.map { ConformanceCase(path: inside + "/" + $0) }
    }
  }

  var description: String { String(path.dropFirst(Self.root.path.count + 1)) }
  var testDescription: String { description }

  /// The file and those that it uses, compiled.
  func program() throws -> (program: Program, sources: SourceMap) {
    let compilation = compile(main: path) { path in
      guard let data = FileManager.default.contents(atPath: path) else { return .failed("no such file") }
      return .bytes(Array(data))
    }
    guard let program = compilation.program else {
      throw Failure(text: compilation.diagnostics.map { "\($0.code.identifier) \($0.message)" }.joined(separator: "\n"))
    }
    return (program, compilation.sources)
  }

  /// Whether each expectation of the file holds.
  func outcomes() throws -> [Outcome] {
    let (program, sources) = try program()
    let now = Moment(minutes: 29_000_000) ?? .latest
    var outcomes: [Outcome] = []
    for scenario in program.scenarios {
      let told = scenario.entries.compactMap { if case .told(let statement) = $0 { statement } else { nil } }
      var facts = FactBase(program, scenario: told)
      facts.visibleCount = program.statements.count
      for entry in scenario.entries {
        guard case .question(let question) = entry else {
          facts.visibleCount += 1
          continue
        }
        guard let expected = question.expected else { continue }
        let line = sources[question.span.source]?.position(at: Int(question.span.start)).line ?? 0
        do throws(EngineError) {
          let answer = try QuestionRunner(facts).answer(question, asOf: question.asOf ?? scenario.asOf ?? now)
          let detail = "\(question.text): \(answer.outcome) where \(expected) is expected"
          outcomes.append(Outcome(line: line, holds: expected.holds(for: answer, in: program), detail: detail))
        } catch {
          throw Failure(text: "\(line): \(error)")
        }
      }
    }
    return outcomes
  }
}
