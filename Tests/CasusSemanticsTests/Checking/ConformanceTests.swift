import CasusDiagnostics
import CasusSemantics
import Foundation
import Testing

/// The programs in `Tests/Conformance`: the right ones compile, the wrong ones have errors where they are marked.
@Suite struct ConformanceTests {
  @Test(arguments: ConformanceCase.all(in: ["good", "wrong"]))
  func rightProgramCompiles(_ file: ConformanceCase) {
    let compilation = TestPrograms.compile(fileAt: file.path)
    #expect(compilation.errorPlaces.map(\.description) == [])
    #expect(compilation.program != nil)
  }

  @Test(arguments: ConformanceCase.all(in: ["bad"]))
  func wrongProgramIsReportedWhereMarked(_ file: ConformanceCase) {
    let compilation = TestPrograms.compile(fileAt: file.path)
    let found = compilation.errorPlaces.map { "\(URL(filePath: $0.file).lastPathComponent):\($0.line)" }
    #expect(found.sorted() == file.markedLines.sorted(), "\(compilation.errorPlaces)")
    #expect(compilation.program == nil)
  }
}

struct ConformanceCase: CustomTestStringConvertible {
  var path: String

  var testDescription: String { path.split(separator: "/").suffix(3).joined(separator: "/") }

  static let folder: String =
    ProcessInfo.processInfo.environment["CASUS_CONFORMANCE"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Conformance").path()

  static func all(in kinds: [String]) -> [ConformanceCase] {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.filter { file in
      let parts = file.split(separator: "/").map(String.init)
      return file.hasSuffix(".casus") && parts.count >= 2 && kinds.contains(parts[parts.count - 2])
    }.sorted().map { ConformanceCase(path: folder + "/" + $0) }
  }

  /// `file:line` of each line that carries an error.
  var markedLines: [String] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    var marked: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let mark = line.range(of: "//! error") else { continue }
      let rest = line[mark.upperBound...].trimmingCharacters(in: .whitespaces)
      if rest.isEmpty {
        marked.append("\(URL(filePath: path).lastPathComponent):\(index + 1)")
      } else if let name = rest.split(separator: "/").last {
        marked.append(String(name))
      }
    }
    return marked
  }
}
