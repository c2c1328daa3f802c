import CasusDiagnostics
import CasusFormatting
import CasusSyntax
import Foundation
import Testing

/// What holds of every text: examples, conformance cases, and random ones with comments in random places.
@Suite struct FormattingPropertyTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The paths of all programs in the examples and the conformance cases.
  static let programs: [String] = ["Examples", "Tests/Conformance"].flatMap { folder in
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".casus") }.sorted().map { folder + "/" + $0 }
  }

  private static func source(_ path: String) throws -> SourceText {
    SourceText(name: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }

  /// Those that a formatter must be able to read.
  private static func readableSource(_ path: String) throws -> SourceText? {
    let source = try source(path)
    return parse(source, id: SourceID(0)).hasErrors ? nil : source
  }

  @Test func programsAreThere() { #expect(Self.programs.count >= 80) }

  @Test(arguments: programs)
  func programsMeanTheSameFormatted(_ path: String) throws {
    guard let source = try Self.readableSource(path) else { return }
    assertFormatted(String(decoding: source.bytes, as: UTF8.self))
  }

  @Test(arguments: programs.filter { $0.hasPrefix("Examples") })
  func examplesAreFormatted(_ path: String) throws {
    let source = try Self.source(path)
    let isFormatted = format(source, id: SourceID(0)) == .formatted(source.bytes)
    #expect(isFormatted, "run `casus fmt --write Examples`")
  }

  /// How lines were broken says little about how they will be, and comments may stand anywhere.
  @Test(arguments: programs)
  func programsMeanTheSameWithOtherBlanksAndComments(_ path: String) throws {
    guard let source = try Self.readableSource(path) else { return }
    let words = LayoutScrambler.words(of: source)
    for seed in 0..<UInt64(4) {
      var scrambler = LayoutScrambler(seed: seed)
      assertFormatted(scrambler.text(of: words, comments: [0, 3, 10, 40][Int(seed)]))
    }
  }

  /// Where nobody broke a line, lines are broken by what fits, so the result does not depend on blanks.
  @Test(arguments: programs)
  func blanksOnALineSayNothing(_ path: String) throws {
    guard let source = try Self.readableSource(path) else { return }
    let words = LayoutScrambler.words(of: source)
    #expect(assertFormatted(words.joined(separator: " ")) == assertFormatted(words.joined(separator: "  \t ")))
  }

  @Test func randomProgramsMeanTheSameFormatted() async {
    await withTaskGroup(of: Void.self) { group in
      let seeds = RandomSource.seeds
      for first in stride(from: seeds.lowerBound, to: seeds.upperBound, by: 50) {
        group.addTask {
          for seed in first..<min(first + 50, seeds.upperBound) {
            var sampler = GrammarSampler(seed: seed)
            let words = sampler.program()
            var scrambler = LayoutScrambler(seed: seed)
            assertFormatted(scrambler.text(of: words, comments: Int(seed % 4) * 12))
          }
        }
      }
    }
  }

  /// Whatever is missing in a file that is being written: it is formatted or told to be wrong, and never more than that.
  @Test(arguments: programs.filter { $0.hasPrefix("Examples") })
  func deletingAWordNeverCrashes(_ path: String) throws {
    let source = try Self.source(path)
    let words = LayoutScrambler.words(of: source)
    for index in words.indices {
      let rest = words[max(0, index - 150)..<index] + words[(index + 1)..<min(words.count, index + 150)]
      let text = SourceText(name: path, text: rest.joined(separator: " "))
      switch format(text, id: SourceID(0)) {
      case .formatted(let bytes):
        let again = format(SourceText(name: path, bytes: bytes), id: SourceID(0))
        #expect(again == .formatted(bytes), "without word \(index) of \(path)")
      case .wrong(let errors): #expect(!errors.isEmpty)
      case .refused(let reason): Issue.record("\(path) without word \(index): \(reason)")
      }
    }
  }
}
