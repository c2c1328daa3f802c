import CasusREPL
import Foundation
import Testing

/// Entries kept from one session to the next.
@Suite struct HistoryFileTests {
  private static func withFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "casus-history-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "state/casus/history").path)
  }

  @Test func entriesComeBackAsTheyWere() throws {
    let entries = ["at_war(Russia)", "rule a\n  when b", "ask \"\\n\\\\\"", "전쟁(로씨야)", "back\\slash\r\n", "\\"]
    try Self.withFile { path in
      for entry in entries { #expect(HistoryFile(path: path).append(entry)) }
      #expect(HistoryFile(path: path).load() == entries)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == entries.count, "an entry is a line")
    }
  }

  @Test func aLongHistoryIsCutBack() throws {
    try Self.withFile { path in
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (1...20_001).map { "\($0)\n" }.joined().write(to: url, atomically: false, encoding: .utf8)
      #expect(HistoryFile(path: path).load().first == "10002")
      let kept = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      #expect(kept.count == HistoryFile.kept && kept.last == "20001")
      #expect(HistoryFile(path: path).append("more"))
      #expect(HistoryFile(path: path).load().last == "more")
    }
  }

  @Test func whatIsNoFileIsNoHistory() {
    #expect(HistoryFile(path: "/dev/null/history").load() == [])
    #expect(!HistoryFile(path: "/dev/null/history").append("a"))
    #expect(HistoryFile(path: "/").load() == [])
  }

  @Test func manySessionsWriteSideBySide() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "casus-history-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "history").path
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<8 {
        group.addTask { for number in 0..<50 { HistoryFile(path: path).append("\(session) \(number)\n") } }
      }
    }
    let entries = HistoryFile(path: path).load()
    #expect(entries.count == 400 && Set(entries).count == 400)
  }
}
