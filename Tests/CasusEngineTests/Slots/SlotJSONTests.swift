import CasusEngine
import CasusSemantics
import Testing

/// What JSON is, as the reader of cases takes it: the situations that the public suites of JSON parsers try.
///
/// Every object is read twice: as it is, which the fast reader may do, and with an escape in its key, which it leaves to
/// the reader of data files. Both must agree.
@Suite struct SlotJSONTests {
  private static let sample = Result {
    let prepared = try SlotSamples.prepared(
      "fact holds\nfact number -> Decimal\nfact word -> Text\nrule all when holds and number > 1 and word is \"yes\"",
      "all",
      ["holds", "number", "word"])
    return (prepared: prepared, layout: SlotLayout(prepared, names: ["holds", "number", "word"]))
  }

  private func read(_ bytes: [UInt8]) throws -> SlotCase? {
    let (prepared, layout) = try Self.sample.get()
    var slotCase = prepared.openCase
    do throws(SlotFault) {
      try SlotJSON(layout, allowsMissingKeys: true).read(bytes, in: 0..<bytes.count, line: 1, to: &slotCase)
    } catch {
      #expect(!error.message.isEmpty)
      return nil
    }
    return slotCase
  }

  /// The case that a value of a slot makes, by both ways; nil where it is refused.
  private func read(_ key: String, _ value: [UInt8]) throws -> SlotCase? {
    let escaped = "\\u00" + String(key.utf8.first ?? 0, radix: 16) + key.dropFirst()
    let plain = try read(Array("{\"\(key)\":".utf8) + value + Array("}".utf8))
    let other = try read(Array("{ \"\(escaped)\" : ".utf8) + value + Array(" }".utf8))
    #expect(plain == other, "\(String(decoding: value, as: UTF8.self))")
    return plain
  }

  private func expected(_ slot: Int, _ value: Value) throws -> SlotCase {
    let (prepared, layout) = try Self.sample.get()
    var slotCase = prepared.openCase
    try layout.set(slot, to: value, in: &slotCase)
    return slotCase
  }

  // MARK: Numbers

  @Test(arguments: [
    ("0", 0, 1), ("-0", 0, 1), ("7", 7, 1), ("-7", -7, 1), ("10", 10, 1), ("20e1", 200, 1), ("1E2", 100, 1),
    ("1e+2", 100, 1), ("1E-2", 1, 100), ("0e1", 0, 1), ("0e+1", 0, 1), ("0.5", 1, 2), ("-0.0", 0, 1), ("1.0", 1, 1),
    ("12.5e1", 125, 1), ("-1.5e-1", -3, 20), ("123.456e3", 123_456, 1), ("9223372036854775807", .max, 1),
    ("123456789012345678", 123_456_789_012_345_678, 1), ("-1234567890123456789", -1_234_567_890_123_456_789, 1),
    ("0.00000000000000001", 1, 100_000_000_000_000_000),
  ])
  func numbersAreExact(_ text: String, _ numerator: Int64, _ denominator: Int64) throws {
    let number = try Rational(numerator, over: denominator)
    #expect(try read("number", Array(text.utf8)) == expected(1, .number(number)))
  }

  /// Others read infinity, zero or what is nearest; an answer must not rest on that.
  @Test(arguments: [
    "1e400", "-1e9999", "123123e100000", "0.4e00669999999999999999999999999999999999999999999999999969999999006",
    "1e99999999999999999999", "1e-10000", "123.456e-789", "100000000000000000000", "-100000000000000000000",
    "-237462374673276894279832749832423479823246327846", "0.1000000000000000000000000000000000001",
  ])
  func numbersThatNo64BitsHoldAreRefused(_ text: String) throws {
    #expect(try read("number", Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "01", "-01", "012", "-012", "00", "-00", "1.", "-2.", "2.e3", "2.e-3", "2.e+3", "0.e1", ".5", "-.5", ".2e-3", "+1",
    "++12", "--1", "-", "- 1", "1e", "1E", "1e+", "1E-", "0e", "0E", "0e+", "0.3e", "0.3e+", "1eE2", "1ea", "9.e+",
    "1.0.1", "1.2e1.2", "1e1e1", "0x1", "0x42", "1f", "1_000", "1 000", "1,5", "1+2", "Inf", "Infinity", "-Infinity",
    "+Inf", "NaN", "-NaN", "-foo", "-1x", "1a", "\u{FF11}", "1\u{E5}", "0\u{0}", "1\u{C}", "\u{A0}1",
  ])
  func whatIsNoNumberIsRefused(_ text: String) throws {
    #expect(try read("number", Array(text.utf8)) == nil)
  }

  // MARK: Words and texts

  @Test(arguments: [
    ("true", SlotWord.true), ("false", SlotWord.false), ("null", SlotWord.unknownTruth),
    (" \t\r\ntrue\n", SlotWord.true),
  ])
  func words(_ text: String, _ word: Int64) throws {
    let (prepared, _) = try Self.sample.get()
    var wanted = prepared.openCase
    wanted.set(0, toWord: word)
    #expect(try read("holds", Array(text.utf8)) == wanted)
  }

  @Test(arguments: [
    "True", "TRUE", "nul", "nulL", "nullx", "tru", "fals", "truefalse", "true true", "true.", "truth", "undefined", "",
    "'true'", "1", "[true]", "{\"a\":true}", "[]", "{}", "\u{FEFF}true", "true\u{0}", "\\u0074rue", "*", "@",
    "/**/true",
  ])
  func whatIsNoWordIsRefused(_ text: String) throws {
    #expect(try read("holds", Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    (#""""#, ""), (#""yes""#, "yes"), (#"" ""#, " "), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""y\u0065s""#, "yes"), (#""\\u0000""#, "\\u0000"), (#""\u0000""#, "\0"), (#""\\n""#, "\\n"), (#""\\a""#, "\\a"),
    (#""\u0012""#, "\u{12}"), (#""\u2028\u2029""#, "\u{2028}\u{2029}"), (#""\u005C\u0022""#, "\\\""),
    (#""\u0821\u002c\u0123\u4567\u89AB\ucDef""#, "\u{821},\u{123}\u{4567}\u{89AB}\u{CDEF}"),
    (#""\uD801\udc37""#, "\u{10437}"), (#""\ud83d\ude39\ud83d\udc8d""#, "😹💍"), (#""\uDBFF\uDFFE""#, "\u{10FFFE}"),
    (#""\uFFFF""#, "\u{FFFF}"), (#""\uFEFF""#, "\u{FEFF}"), (#""\u200B""#, "\u{200B}"),
    ("\"\u{7F}\"", "\u{7F}"), ("\"\u{2028}\u{A0}\"", "\u{2028}\u{A0}"), ("\"\u{10FFFF}\"", "\u{10FFFF}"),
    ("\"π é 鬼 😀\"", "π é 鬼 😀"), (#""a/*b*/c/*d//e""#, "a/*b*/c/*d//e"), (#""[,{}:]""#, "[,{}:]"),
  ])
  func textsAreDecoded(_ text: String, _ meaning: String) throws {
    #expect(try read("word", Array(text.utf8)) == expected(2, .text(meaning)))
  }

  @Test(arguments: [
    "yes", "'yes'", "\"", "\"yes", "yes\"", "\"yes\"x", "\"\\\"", "\"\\", "\"\\x00\"", "\"\\a\"", "\"\\\u{0}\"",
    "\"\\U0041\"",
    "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u00A\"", "\"\\u00G0\"", "\"\\u{41}\"", "\"\\u+041\"", "\"\\🌀\"",
    "\"\\012\"",
    "\"\\ \"", "\"\\\t\"", "\"a\u{0}a\"", "\"new\nline\"", "\"\t\"", "\"\u{1F}\"", "\"\\uD800\\\"", "\"\\uD800\\u\"",
    "\"\\uD800\\u1\"", "\"\\uD800\\uD8\"", "\u{201C}yes\u{201D}", "\"a\" \"b\"", "[\"a\"]", "{}", "1", "true",
  ])
  func whatIsNoTextIsRefused(_ text: String) throws {
    #expect(try read("word", Array(text.utf8)) == nil)
  }

  /// The grammar lets halves of a pair stand alone; no text of the language holds them.
  @Test(arguments: [
    #""\uDADA""#, #""\uD888\u1234""#, #""\uD800\n""#, #""\uDd1ea""#, #""\uD800\uD800\n""#, #""\uDd1e\uD834""#,
    #""\udfaa""#,
    #""\uD834""#,
  ])
  func halvesOfPairsAreRefused(_ text: String) throws {
    #expect(try read("word", Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      [0xFF], [0x81], [0xE9], [0xC3], [0x61, 0xE5], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0xFF],
      [0xE6, 0x97, 0xA5, 0xD1, 0x88, 0xFA], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
      [0xF4, 0x90, 0x80, 0x80], [0xF4, 0xBF, 0xBF, 0xBF], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80, 0xC3], [0x5C, 0x75, 0xC3, 0xA5],
    ] as [[UInt8]])
  func whatIsNoUTF8IsRefused(_ bytes: [UInt8]) throws {
    #expect(try read("word", [0x22] + bytes + [0x22]) == nil)
    #expect(try read("number", [0x31] + bytes) == nil)
    #expect(try read([0x7B] + bytes + Array("\"word\":\"yes\"}".utf8)) == nil)
    #expect(try read(Array("{\"word\":\"yes\"}".utf8) + bytes) == nil)
  }

  // MARK: Objects

  @Test(arguments: [
    "{}", " { } ", "{\"word\":\"yes\",\"holds\":true}", "\t{\n\"word\"\r:\t\"yes\" , \"holds\" : true }\n",
    "{\"w\\u006Frd\":null}",
  ])
  func objectsAreCases(_ text: String) throws {
    #expect(try read(Array(text.utf8)) != nil)
  }

  @Test(arguments: [
    "", " ", "[]", "[{}]", "null", "true", "1", "\"word\"", "{", "}", "{{}}", "{\"word\"", "{\"word\":",
    "{\"word\":\"yes\"",
    "{\"word\":\"yes\",", "{\"word\":\"yes\",}", "{\"word\":\"yes\",,\"holds\":true}", "{,\"word\":\"yes\"}",
    "{\"word\" \"yes\"}",
    "{\"word\"::\"yes\"}", "{\"word\",\"yes\"}", "{\"word\":\"yes\" \"holds\":true}",
    "{\"word\":\"yes\";\"holds\":true}",
    "{\"word\"=\"yes\"}", "{word:\"yes\"}", "{'word':\"yes\"}", "{1:\"yes\"}", "{null:null}", "{\"word\":}",
    "{:\"yes\"}",
    "{\"word\":\"yes\"}}", "{\"word\":\"yes\"}#", "{\"word\":\"yes\"}{}", "{\"word\":\"yes\"},", "{\"word\":\"yes\"}//",
    "{\"word\":\"yes\"}/**/", "{/*a*/\"word\":\"yes\"}", "{\"word\":\"yes\"]", "{[\"word\"]:1}", "({\"word\":\"yes\"})",
    "\u{FEFF}{\"word\":\"yes\"}", "\u{C}{}", "\u{A0}{}", "\u{2060}{}", "{\u{0}}", "{}\u{0}", "{\"word\":\"yes\"}\u{1A}",
    "<{}>",
    "{\"other\":1}", "{\"\":1}", "{\"word\\u0000\":\"yes\"}", "{\"Word\":\"yes\"}",
  ])
  func whatIsNoCaseIsRefused(_ text: String) throws {
    #expect(try read(Array(text.utf8)) == nil)
  }

  /// Most parsers keep one of two, and not the same: then two programs would answer the same facts differently.
  @Test(arguments: [
    "{\"word\":\"a\",\"word\":\"b\"}", "{\"word\":\"a\",\"word\":\"a\"}", "{\"word\":\"a\",\"w\\u006frd\":\"b\"}",
    "{\"number\":0,\"word\":null,\"number\":-0}",
  ])
  func keysThatRepeatAreRefused(_ text: String) throws {
    #expect(try read(Array(text.utf8)) == nil)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func depthIsBounded(_ opening: String) throws {
    #expect(try read("word", Array(String(repeating: opening, count: 100_000).utf8)) == nil)
  }

  @Test(arguments: [UTF16Shape(isBigEndian: false), UTF16Shape(isBigEndian: true)])
  func otherEncodingsAreRefused(_ shape: UTF16Shape) throws {
    for mark in ["", "\u{FEFF}"] { #expect(try read(shape.bytes(of: mark + "{\"word\":\"é\"}")) == nil) }
  }

  struct UTF16Shape: Sendable {
    var isBigEndian: Bool

    func bytes(of text: String) -> [UInt8] {
      text.utf16.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
  }
}
