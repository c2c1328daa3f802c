import CasusDiagnostics
import Foundation
import Testing

/// Programs that are known to be right: a warning about one of them is false, or listed here with its reason.
@Suite struct RepositoryTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The warnings that are deserved: for each file the codes in order.
  static let justified: [String: [String]] = [
    // The case is about rules that depend on their own contrary: three circles, and one.
    "Tests/Conformance/recursion/good/circles.casus": ["C0901", "C0901", "C0901"],
    "Tests/Conformance/recursion/wrong/circles.casus": ["C0901"],
    "Tests/Conformance/recursion/good/values-in-a-circle.casus": ["C0901"],
    // The case is about a duty that nothing ever began.
    "Tests/Conformance/norms/good/before_all_dates.casus": ["C0909"],
    // The fact `weight` is declared and never asked about.
    "Tests/Conformance/numbers/good/ranges.casus": ["C0903"],
  ]

  static let programs: [String] = {
    let folders = ["Tests/Conformance", "Examples"]
    let files = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects ?? [])
        .compactMap { $0 as? String }.map { folder + "/" + $0 }
    }
    return files.filter { $0.hasSuffix(".casus") && !$0.contains("/bad/") }.sorted()
  }()

  @Test(arguments: programs)
  func hasNoFalseAlarm(_ path: String) {
    let analysed = AnalysedText(fileAt: Self.root.appending(path: path).path)
    #expect(analysed.errors == [])
    #expect(analysed.found.map { $0.code } == Self.justified[path] ?? [], "\(path): \(analysed.found)")
  }

  @Test func justificationsSpeakOfFilesThatExist() {
    #expect(Self.programs.count > 50)
    #expect(Self.justified.keys.allSatisfy { Self.programs.contains($0) })
  }
}
