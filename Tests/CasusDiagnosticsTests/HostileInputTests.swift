import CasusDiagnostics
import Foundation
import Testing

@Suite("Diagnostics about hostile text")
struct HostileInputTests {
  /// Pieces that break careless programs, and some harmless ones between them.
  private static let pieces: [[UInt8]] =
    [
      "\u{1B}[2J", "\u{9B}31m", "\u{7}", "\u{0}", "\r", "\n", "\r\n", "\t", "\u{202E}", "\u{2066}", "\u{200B}",
      "\u{200D}",
      "\u{301}", "\u{FE0F}", "\u{FEFF}", "\u{2028}", "a", "rule", " ", "한", "👨‍👩‍👧", "🇰", "é", "\"", "\\", "%", "::",
    ].map { Array($0.utf8) } + [[0xFF], [0xC2], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

  @Test(arguments: 0..<200)
  func noOutputCommandsATerminalAndEveryOutputIsWellFormed(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in
      Self.pieces.randomElement(using: &random) ?? []
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var sources = SourceMap()
    let id = sources.add(SourceText(name: text, bytes: bytes))
    let diagnostics = (0..<4).map { _ in
      let start = Int.random(in: -3..<(bytes.count + 5), using: &random)
      let span = SourceSpan(source: id, start: start, end: start + Int.random(in: 0..<20, using: &random))
      return Diagnostic(
        unknownName, text, at: span, related: [RelatedPlace(message: text, span: span)], notes: [text],
        fixes: [Fix(title: text, span: span, replacement: text)])
    }
    let width = Int.random(in: -5..<120, using: &random)
    for format in [DiagnosticFormat.text(color: false, width: width), .json, .sarif, .github] {
      let output = render(diagnostics, in: sources, as: format)
      #expect(!output.unicodeScalars.contains { $0.isDeceptive && $0 != "\n" })
      #expect(output.hasSuffix("\n"))
    }
    for format in [DiagnosticFormat.json, .sarif] {
      let output = render(diagnostics, in: sources, as: format)
      _ = try JSONSerialization.jsonObject(with: Data(output.utf8))
    }
    let plain = render(diagnostics, in: sources, as: .text(color: false, width: width))
    let colored = render(diagnostics, in: sources, as: .text(color: true, width: width))
    #expect(withoutColors(colored) == plain)
  }

  /// Random numbers that are the same on every run (SplitMix64).
  private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
