import Testing

@testable import CasusSemantics

@Suite struct NewlineJSONReaderTests {
  @Test func columnsAreTheUnionOfTheKeys() {
    let found = readLines(
      """
      {"state": "Alba", "force": 900}
      {"told": true, "state": "Wales"}

      {"force": null, "\\u0073tate": "Cymru", "told": ""}
      {}
      """)
    #expect(found.columns == ["state", "force", "told"])
    #expect(
      found.contents == [
        [.text("Alba"), .number("900"), .empty], [.text("Wales"), .empty, .truth(true)],
        [.text("Cymru"), .empty, .empty],
        [.empty, .empty, .empty],
      ])
    #expect(found.rows.map { $0.line } == [1, 2, 4, 5])
    #expect(found.problems.isEmpty)
  }

  @Test func placesAreThoseOfTheValues() {
    let found = readLines("\u{FEFF}{\"a\": 1}\n{\"b\":\"x\", \"a\": [1, {}]}\r\n")
    #expect(found.columns == ["a", "b"])
    // The first line ends at 11; the key that it lacks stands at its end.
    #expect(found.rows[0].cells.map { $0.start } == [9, 11] && found.rows[0].cells.map { $0.end } == [10, 11])
    #expect(found.rows[1].cells.map { $0.content } == [.nested, .text("x")])
    #expect(found.rows[1].cells.map { $0.start } == [27, 17] && found.rows[1].cells.map { $0.end } == [34, 20])
  }

  @Test func everyMalformedLineIsOneProblem() {
    let lines: [(String, DataProblem.Kind?)] = [
      (#"{"a": 1}"#, nil), (#"{"a": }"#, .unexpectedCharacter(expected: .value)), ("[1]", .notAnObject),
      ("null", .notAnObject), (#"{"a": 1} x"#, .unexpectedCharacter(expected: .end)),
      (#"{"a": 1, "a": 2}"#, .duplicateKey("a")),
      (#"{"a": 2"#, .unexpectedEnd(expected: .commaOrBrace)), (#"{"a": [}"#, .unexpectedCharacter(expected: .value)),
      (#"{"a": 3}"#, nil), ("}", .unexpectedCharacter(expected: .value)),
      (#"{"z": 1"#, .unexpectedEnd(expected: .commaOrBrace)),
      (#"{"a": "x"#, .unterminatedText), (#"{"a": {"b": [[1, {}], 2]}}"#, nil),
    ]
    let found = readLines(lines.map { $0.0 }.joined(separator: "\n"))
    #expect(found.columns == ["a"], "malformed lines declare no columns")
    #expect(found.contents == [[.number("1")], [.number("3")], [.nested]])
    #expect(found.kinds == lines.compactMap { $0.1 })
    #expect(found.problemLines == lines.indices.filter { lines[$0].1 != nil }.map { $0 + 1 })
  }

  @Test func anEmptyFileHasNoColumnsAndNoRows() {
    for text in ["", "\n\n", " \r\n\t\n"] {
      #expect(readLines(text) == DataContents(columns: [], rows: [], problems: []))
    }
  }

  @Test func limitsHold() {
    var limits = DataLimits()
    limits.maximumColumns = 2
    let text = "{\"a\":1}\n{\"b\":1,\"c\":2}\n{\"b\":3}\n{\"d\":4}\n"
    let found = read(Array(text.utf8), .newlineJSON, limits: limits)
    #expect(found.columns == ["a", "b"])
    #expect(found.contents == [[.number("1"), .empty], [.empty, .number("3")]])
    #expect(found.kinds == [.tooManyColumns(limit: 2), .tooManyColumns(limit: 2)])
    limits.maximumProblems = 1
    let second = read(Array(text.utf8), .newlineJSON, limits: limits)
    #expect(second.kinds == [.tooManyColumns(limit: 2), .tooManyProblems(limit: 1)])
    let deep = readLines("{\"a\":" + String(repeating: "[", count: 100_000) + "\n{\"a\":1}")
    #expect(deep.kinds == [.tooDeep(limit: 64)] && deep.rows.count == 1)
  }

  @Test func everyPrefixAndRandomBytesAreRead() {
    let sample = Array("{\"a\":\"\\ud834\\udd1eé\",\"b\":[{}]}\r\n{\"b\":-1.5,\"a\":true}\n".utf8)
    for length in 0...sample.count { _ = read(Array(sample[..<length]), .newlineJSON) }
    var random = SplitMix(seed: 8)
    let alphabet = Array("{{}}[]:,\"\"\\aé1\n".utf8) + [0xFF]
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = read(bytes, .newlineJSON)
    }
  }

  @Test func linesCanBeReadAsTrees() throws {
    let bytes = Array("{\"a\": {\"b\": 1}}\n\n[2]\n".utf8)
    let lines = Array(JSONLines(bytes))
    #expect(lines.map { $0.number } == [1, 3])
    let trees = lines.map { JSONReader.read(bytes, in: $0.range, line: $0.number) }
    #expect(trees[0].root?["a"]?["b"]?.value == .number("1"))
    #expect(trees[1].root?.start == 17)
  }
}
