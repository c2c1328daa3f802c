import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusFormatting
import CasusSemantics
import CasusSyntax

/// What the host is answered when it passes a program in: one diagnostic at its last character, which takes the
/// rendering, the tables of Unicode and the allocator to produce.
private func answer(to program: String) -> String {
  var sources = SourceMap()
  let source = sources.add(SourceText(name: "smoke.casus", text: program))
  let end = program.utf8.count
  let start = end - (program.last?.utf8.count ?? 0)
  let code = DiagnosticCode("C0000", "smoke", explanation: "")
  let diagnostic = Diagnostic(
    code, "\(program.count) characters", at: SourceSpan(source: source, start: start, end: end))
  return render([diagnostic], in: sources, as: .text(color: false, width: 80))
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
