import CasusDiagnostics
import CasusREPL
import CasusSyntax
import Foundation
import Testing

/// Where entries end: by grammar, whatever the lines and the blanks between them.
@Suite struct EntryCutterTests {
  /// Each text with its entries, as a script or a paste brings them.
  static let scripts: [(text: String, entries: [String])] = [
    ("a\nb", ["a", "b"]),
    ("a\n\n\nb\n", ["a", "b"]),
    ("rule a\n  when b\n  unless c\nassert b", ["rule a\n  when b\n  unless c", "assert b"]),
    ("rule a\n\n  when b", ["rule a\n\n  when b"]),
    (
      "assert f(A,\n  by: B)\n  from 1900-01-01\nf(A, by: B)",
      ["assert f(A,\n  by: B)\n  from 1900-01-01", "f(A, by: B)"]
    ),
    ("a and\nb or\nc", ["a and\nb or\nc"]),
    ("a\nand b\nd", ["a\nand b", "d"]),
    ("treaty T\n{\narticle 4 {\n}\n}\nask a", ["treaty T\n{\narticle 4 {\n}\n}", "ask a"]),
    ("fact f asks \"is it\nso?\"\nf", ["fact f asks \"is it\nso?\"", "f"]),
    ("/* a\nb */ fact f\n// why\nf", ["/* a\nb */ fact f", "f"]),
    ("/// Words.\n/// More.\nfact f", ["/// Words.\n/// More.\nfact f"]),
    ("fact f\n/// Words.\nfact g", ["fact f", "/// Words.\nfact g"]),
    ("norm n(_ p: P)\n: p must a(to: q)\nf", ["norm n(_ p: P)\n: p must a(to: q)", "f"]),
    (":load x (1.casus\nf", [":load x (1.casus", "f"]),
    ("rule a when\n:undo", ["rule a when", ":undo"]),
    ("A prevails over any\ntreaty\ntreaty B { }", ["A prevails over any\ntreaty", "treaty B { }"]),
    (
      "define d(_ x: X) -> Int is 1 when a(x),\n  2 otherwise\nd(A)",
      ["define d(_ x: X) -> Int is 1 when a(x),\n  2 otherwise", "d(A)"]
    ),
    ("entity A, B\nfact f", ["entity A, B", "fact f"]),
    ("f(\"a // b\\\" (\")\ng", ["f(\"a // b\\\" (\")", "g"]),
    ("`half (\ng", ["`half (", "g"]),
    ("1 +\n2\n-3", ["1 +\n2", "-3"]),
    ("unless a", ["unless a"]), ("", []), ("// nothing", []), ("{\n", ["{\n"]), ("/// nothing", []),
    ("/* a\nb */\n", []),
  ]

  @Test(arguments: scripts)
  func aScriptIsCutIntoEntries(_ text: String, _ entries: [String]) {
    #expect(Self.cut(text).map { $0.text } == entries)
  }

  /// The same, typed: an entry is dealt with as soon as it is complete, and a line may go on with it.
  @Test(arguments: scripts)
  func typedLinesComeToTheSame(_ text: String, _ entries: [String]) {
    #expect(Self.typed(text).map { $0.text } == entries)
  }

  @Test func linesAndKindsAreKept() {
    let entries = Self.cut("// first\n\nfact a\n:undo\n  unless b\n\n\nc\n")
    #expect(entries.map { $0.firstLine } == [3, 4, 5, 8])
    #expect(entries.map { $0.kind } == [.text, .command, .continuation, .text])
    #expect(entries.map { $0.isPrivate } == [false, false, true, false])
  }

  @Test(arguments: [("f(", "("), ("f({", "{"), ("f \"a", "\""), ("/* /* */", "*"), ("f // (", nil), ("f \"(\"", nil)])
  func whatStandsOpenIsKnown(_ text: String, _ mark: String?) {
    var cutter = EntryCutter()
    #expect(cutter.take(Array(text.utf8)) == [])
    #expect(cutter.openMark.map { String($0) } == mark)
  }

  @Test func whatWasGivenUpIsForgotten() {
    var cutter = EntryCutter()
    _ = cutter.take(Array("f(\"".utf8))
    cutter.forget()
    #expect(!cutter.isInside)
    _ = cutter.take(Array("g".utf8))
    #expect(cutter.endIfComplete()?.text == "g")
  }

  // MARK: Whole programs

  static let programs: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["Tests/Conformance", "Examples"].flatMap { folder -> [String] in
      let inside = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      return (inside?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".casus") && !$0.contains("/bad/") }
        .map { root.appending(path: folder).appending(path: $0).path }
    }.sorted()
  }()

  /// However a right program comes in, its entries are its items.
  @Test(arguments: programs)
  func entriesOfAProgramAreItsItems(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let items = parse(SourceText(name: path, text: text), id: SourceID(0)).tree.items.map { $0.documentation }
    for entries in [Self.cut(text), Self.typed(text)] {
      let single = entries.flatMap { EntryGrammar.items(of: $0) }
      let parsed = single.map { parse(SourceText(name: path, bytes: $0.bytes), id: SourceID(0)) }
      #expect(parsed.allSatisfy { !$0.hasErrors && $0.tree.items.count == 1 })
      #expect(parsed.flatMap { $0.tree.items.map { $0.documentation } } == items)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for entry in single { #expect(lines[entry.firstLine - 1].contains(entry.text.prefix { $0 != "\n" })) }
    }
  }

  @Test func itemsOnOneLineAreEntriesOfTheirOwn() {
    let entry = Entry(.text, Array("/// Words.\nfact a fact b\nassert a ask b".utf8), firstLine: 7)
    let items = EntryGrammar.items(of: entry)
    #expect(items.map { $0.text } == ["/// Words.\nfact a", "fact b", "assert a", "ask b"])
    #expect(items.map { $0.firstLine } == [7, 8, 9, 9])
  }

  // MARK: Cutting

  private static func lines(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func cut(_ text: String) -> [Entry] {
    var cutter = EntryCutter()
    let entries = lines(text).flatMap { cutter.take($0) }
    return entries + (cutter.endAtLast().map { [$0] } ?? [])
  }

  private static func typed(_ text: String) -> [Entry] {
    var cutter = EntryCutter()
    var entries: [Entry] = []
    func add(_ entry: Entry) {
      guard entry.kind == .continuation, let before = entries.last else { return entries.append(entry) }
      let gap = [UInt8](
        repeating: UInt8(ascii: "\n"), count: max(1, entry.firstLine - before.firstLine - before.lineCount + 1))
      entries[entries.count - 1].bytes += gap + entry.bytes
    }
    for line in lines(text) {
      for entry in cutter.take(line) { add(entry) }
      if let entry = cutter.endIfComplete() { add(entry) }
    }
    if let entry = cutter.endAtLast() { add(entry) }
    return entries
  }
}
