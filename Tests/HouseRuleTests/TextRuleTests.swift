import Foundation
import Testing

/// What holds of every text in the repository.
@Suite struct TextRuleTests {
  /// Written in two parts, so that this file does not find itself.
  static let unfinished = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
  static let localPaths = ["/ho" + "me/", "/Us" + "ers/", "/ro" + "ot/", Repository.root.path + "/"]

  @Test(arguments: Repository.files)
  func saysNothingUnfinishedOrLocal(_ file: RepositoryFile) throws {
    for (index, line) in file.lines.enumerated() {
      for word in Self.unfinished {
        #expect(!line.contains(try Regex("\\b\(word)\\b")), "\(file):\(index + 1): \(word)")
      }
      for path in Self.localPaths { #expect(!line.contains(path), "\(file):\(index + 1): \(path)") }
    }
  }

  /// Links inside the repository lead to files that are there, and to headings that are in them.
  @Test(arguments: Repository.pages)
  func linksLeadSomewhere(_ page: RepositoryFile) throws {
    let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
    for match in MarkdownPage(page).prose.matches(of: try Regex(#"\]\(([^)\s]+)\)"#)) {
      guard let target = match[1].substring.map(String.init), !target.contains(":") else { continue }
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].isEmpty ? page.path : normalised(folder + "/" + parts[0])
      #expect(Repository.exists(path), "\(page): \(target) leads nowhere")
      guard parts.count == 2, let aim = Repository.pages.first(where: { $0.path == path }) else { continue }
      #expect(MarkdownPage(aim).anchors.contains(String(parts[1])), "\(page): no heading for \(target)")
    }
  }

  private func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
