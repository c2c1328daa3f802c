import Casus

/// The beginning of the program, by the name under which Swift's package manager looks for it: libFuzzer's driver.
@_cdecl("Fuzz_main")
public func runDriver(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, Optional(arguments))
  return runFuzzer(&count, &arguments, readAnything)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// Reads bytes as a program and asks questions of what compiles: whatever they are, nothing may crash.
///
/// What stands behind a line of three dashes are questions and statements, one a line. Limits are small, so that no input
/// takes long.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnything(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let parts = text.split(separator: "\n---\n", maxSplits: 1)
  guard let rules = parts.first, let program = try? Program(text: String(rules)) else { return 0 }
  _ = program.warnings
  guard parts.count > 1 else { return 0 }
  let lines = parts[1].split(separator: "\n").prefix(6).map { String($0) }
  ask(lines, of: program, program.facts)
  if let title = program.scenarios.first, let facts = try? program.facts(ofScenario: title) {
    ask(lines, of: program, facts)
  }
  return 0
}

private func ask(_ lines: [String], of program: Program, _ facts: Facts) {
  var facts = facts
  var limits = Limits()
  limits.maximumSteps = 5_000
  limits.maximumDiagramNodes = 1_000
  limits.maximumMoments = 500
  let date = try? Moment.day(2024, 6, 19)
  for line in lines {
    if let query = try? program.query(line) {
      _ = try? query.answer(given: facts, asOf: date, limits: limits)
      _ = try? query.explanation(given: facts, asOf: date, limits: limits)
    }
    try? facts.assert(FactCase(line))
  }
}
