import CasusDiagnostics
import Testing

@testable import CasusSemantics

@Suite struct JSONReaderTests {
  private func read(_ text: String, limits: DataLimits = DataLimits()) -> JSONReader.Result {
    let bytes = Array(text.utf8)
    let result = JSONReader.read(bytes, limits: limits)
    for problem in result.problems {
      #expect(0...bytes.count ~= problem.start && problem.start...bytes.count ~= problem.end)
      #expect(!problem.message.isEmpty)
    }
    if let root = result.root { checkPlaces(root, bytes) }
    #expect(
      (result.root == nil) == result.problems.contains { if case .duplicateKey = $0.kind { false } else { true } })
    return result
  }

  /// The bytes of every part, read alone, give that part.
  private func checkPlaces(_ node: JSONNode, _ bytes: [UInt8]) {
    let alone = JSONReader.read(bytes, in: node.start..<node.end, line: 1)
    #expect(alone.root == node)
    switch node.value {
    case .array(let elements): for element in elements { checkPlaces(element, bytes) }
    case .object(let members):
      for member in members {
        let key = JSONReader.read(bytes, in: member.keyStart..<member.keyEnd, line: 1).root?.value
        #expect(key == .text(member.key))
        checkPlaces(member.value, bytes)
      }
    default: break
    }
  }

  @Test func factsAreRead() throws {
    let result = read(#"{"fact": "armed_attack", "args": {"on": "Russia"}, "value": [true, -1.50e3, null, {}, []]}"#)
    #expect(result.problems.isEmpty)
    let root = try #require(result.root)
    #expect(root["fact"]?.value == .text("armed_attack"))
    #expect(root["args"]?["on"]?.value == .text("Russia"))
    #expect(root["args"]?.start == 33 && root["args"]?["by"] == nil)
    guard case .array(let elements) = root["value"]?.value else {
      Issue.record("no array")
      return
    }
    #expect(elements.map { $0.value } == [.truth(true), .number("-1.50e3"), .null, .object([]), .array([])])
  }

  @Test(arguments: [
    (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u00E9é""#, "ééé"),
    (#""\ud834\udd1E""#, "𝄞"), (#""\u0000""#, "\0"), (#""a\u0041b""#, "aAb"), (#""Киев 평양""#, "Киев 평양"),
    (#""\uFFFF""#, "\u{FFFF}"), (#""\udbff\udfff""#, "\u{10FFFF}"),
  ])
  func textsAreDecoded(text: String, meaning: String) {
    #expect(read(text).root?.value == .text(meaning))
  }

  @Test(arguments: ["0", "-0", "12", "-1.5", "1e5", "1E+05", "0.10e-2", "123456789012345678901234567890"])
  func numbersStayAsWritten(text: String) {
    #expect(read(text).root?.value == .number(text))
    #expect(read(" \t\r\n" + text + "\n").root?.value == .number(text))
  }

  @Test(arguments: [
    ("", DataProblem.Kind.unexpectedEnd(expected: .value), 0), ("  ", .unexpectedEnd(expected: .value), 2),
    ("01", .malformedNumber, 0), ("-", .malformedNumber, 0), ("1.", .malformedNumber, 0), ("1.e2", .malformedNumber, 0),
    ("1e", .malformedNumber, 0), ("[1.2.3]", .malformedNumber, 1), ("12x", .malformedNumber, 0),
    (".5", .unexpectedCharacter(expected: .value), 0), ("+1", .unexpectedCharacter(expected: .value), 0),
    ("True", .unexpectedCharacter(expected: .value), 0), ("nul", .unexpectedCharacter(expected: .value), 0),
    ("nullx", .unexpectedCharacter(expected: .value), 0), ("'a'", .unexpectedCharacter(expected: .value), 0),
    ("[1,]", .unexpectedCharacter(expected: .value), 3), ("[,1]", .unexpectedCharacter(expected: .value), 1),
    ("[1 2]", .unexpectedCharacter(expected: .commaOrBracket), 3),
    ("[1}", .unexpectedCharacter(expected: .commaOrBracket), 2),
    ("[", .unexpectedEnd(expected: .value), 1), ("[1", .unexpectedEnd(expected: .commaOrBracket), 2),
    ("{a:1}", .unexpectedCharacter(expected: .key), 1), (#"{"a" 1}"#, .unexpectedCharacter(expected: .colon), 5),
    (#"{"a":1,}"#, .unexpectedCharacter(expected: .key), 7), (#"{"a":1"#, .unexpectedEnd(expected: .commaOrBrace), 6),
    (#"{"a":}"#, .unexpectedCharacter(expected: .value), 5),
    (#"{"a":1]"#, .unexpectedCharacter(expected: .commaOrBrace), 6),
    ("{} {}", .unexpectedCharacter(expected: .end), 3), ("1 // x", .unexpectedCharacter(expected: .end), 2),
    (#"["a"#, .unterminatedText, 1), (#""a\"#, .invalidEscape, 2), (#""\x""#, .invalidEscape, 1),
    (#""\u12G4""#, .invalidEscape, 1), (#""\u+123""#, .invalidEscape, 1), (#""\ud834""#, .loneSurrogate, 1),
    (#""\ud834\u0041""#, .loneSurrogate, 1), (#""\udd1e""#, .loneSurrogate, 1),
    ("\"a\nb\"", .controlCharacterInText, 2),
    ("\"\t\"", .controlCharacterInText, 1), ("\u{FEFF}\u{FEFF}1", .unexpectedCharacter(expected: .value), 3),
  ])
  func malformedTextsTellWhatAndWhere(text: String, kind: DataProblem.Kind, offset: Int) {
    let result = read(text)
    #expect(result.root == nil)
    #expect(result.problems.map { $0.kind } == [kind])
    #expect(result.problems.first?.start == offset)
  }

  @Test func linesAreCounted() {
    #expect(read("[1,\n2,\r\n\n x]").problems.first?.line == 4)
    #expect(read("{\"a\": 1,\n\"a\": 2}").problems.first?.line == 2)
  }

  @Test func invalidUTF8IsReported() {
    for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFE]] {
      let result = JSONReader.read(bytes)
      #expect(result.root == nil && result.problems.map { $0.kind } == [.invalidUTF8])
    }
  }

  @Test func duplicateKeysAreReportedAndTheFirstIsKept() {
    let result = read(#"{"a": 1, "b": {"a": 2}, "\u0061": 3, "a": {"a": 4}}"#)
    #expect(result.problems.map { $0.kind } == [.duplicateKey("a"), .duplicateKey("a")])
    #expect(result.problems.map { $0.start } == [24, 37])
    #expect(result.root?["a"]?.value == .number("1"))
    #expect(result.root?["b"]?["a"]?.value == .number("2"))
  }

  @Test func depthIsLimited() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(64)).problems.isEmpty)
    #expect(read(nested(65)).problems.map { $0.kind } == [.tooDeep(limit: 64)])
    #expect(read(nested(100_000)).problems.first?.start == 64)
    #expect(read(String(repeating: "{\"a\":", count: 5_000)).problems.map { $0.kind } == [.tooDeep(limit: 64)])
    var limits = DataLimits()
    limits.maximumDepth = 1_000
    #expect(read(nested(65), limits: limits).problems.map { $0.kind } == [.tooDeep(limit: 64)])
    limits.maximumDepth = 1
    #expect(read("[[]]", limits: limits).problems.map { $0.kind } == [.tooDeep(limit: 1)])
    #expect(read("[{}]", limits: limits).problems.first?.start == 1)
    limits.maximumDepth = -1
    #expect(read("[]", limits: limits).problems.map { $0.kind } == [.tooDeep(limit: 0)])
  }

  @Test func everyPrefixOfAValueIsMalformed() {
    let text = #"{"a":[1,-2.5e3,true,null,"x\u00e9\ud834\udd1e\n"],"b":{"c":{}}}"#
    #expect(read(text).problems.isEmpty)
    for index in text.indices { #expect(read(String(text[..<index])).root == nil) }
  }

  @Test func randomBytesAreReadOrRefused() {
    var random = SplitMix(seed: 6)
    let alphabet = Array(#"{}[]:,"\u0d8eE1-. tru"#.utf8) + [0xFF, 0, 0x0A]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let result = JSONReader.read(bytes)
      #expect(result.root != nil || !result.problems.isEmpty)
    }
  }

  @Test func whatIsWrittenReadsBack() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let text = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...(random.next() % 2 == 0 ? 0x7F : 0x10FFFF), using: &random))
          }))
      var written: [UInt8] = []
      appendJSONString(text, to: &written)
      #expect(read(String(decoding: written, as: UTF8.self)).root?.value == .text(text))
    }
    var written = Array("x: ".utf8)
    appendJSONString("\u{1}\u{1F}\"\\\n\r\t\u{8}\u{C}/é\u{7F}", to: &written)
    #expect(String(decoding: written, as: UTF8.self) == "x: \"\\u0001\\u001f\\\"\\\\\\n\\r\\t\\b\\f/é\u{7F}\"")
  }
}
