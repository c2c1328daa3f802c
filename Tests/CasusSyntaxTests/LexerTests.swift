import CasusSyntax
import Testing

@Suite struct LexerTests {
  /// The kinds of the tokens of a text, blanks left out.
  private func kinds(_ text: String) -> [TokenKind] { kinds(Array(text.utf8)) }

  private func kinds(_ bytes: [UInt8]) -> [TokenKind] {
    let tokens = tokenize(bytes)
    #expect(tokens.reduce(0) { $0 + Int($1.length) } == bytes.count)
    return tokens.map(\.kind).filter { $0 != .whitespace }
  }

  @Test(arguments: Keyword.allCases)
  func everyKeywordIsOne(_ keyword: Keyword) {
    #expect(kinds(keyword.rawValue) == [.keyword(keyword)])
    #expect(kinds(keyword.rawValue + "s_") == [.name])
    #expect(kinds("`\(keyword.rawValue)`") == [.quotedName])
    #expect(kinds(keyword.rawValue.uppercased()) == [.name])
  }

  @Test(arguments: [
    "로씨야", "Россия", "São_Tomé", "_draft", "日本", "Ελλάς", "ไทย", "ประเทศไทย", "हिन्दी", "العربية", "e\u{301}tat",
    "x1", "Tiếng_Việt", "ປະເທດລາວ",
  ])
  func namesAreOfAnyScript(_ name: String) {
    #expect(kinds(name) == [.name])
  }

  @Test(arguments: ["a-b", "1a", "a.b", "a b", "a§"])
  func theseAreMoreThanAName(_ text: String) {
    #expect(kinds(text) != [.name])
  }

  @Test func numbersRangesAndPeriods() {
    #expect(kinds("10_000..12_000") == [.integer, .range, .integer])
    #expect(kinds("1.5") == [.decimal])
    #expect(kinds("1.5..2.25") == [.decimal, .range, .decimal])
    #expect(kinds("1.x") == [.integer, .period, .name])
    #expect(kinds("1._5") == [.integer, .period, .name])
    #expect(kinds("5_") == [.integer, .name])
    #expect(kinds("1__0") == [.integer])
  }

  @Test func dates() {
    #expect(kinds("2024-06-19") == [.date])
    #expect(kinds("2024-99-99") == [.date])
    #expect(kinds("2024-06-19T05:30Z") == [.date])
    #expect(kinds("2024-06-19T14:30+09:00") == [.date])
    #expect(kinds("2024-06-19T14:30-09:00") == [.date])
    #expect(kinds("2024-06-19..2024-06-20") == [.date, .range, .date])
    #expect(kinds("2024-06-19 - 2 days") == [.date, .minus, .integer, .name])
    #expect(kinds("2024 -06-19") == [.integer, .minus, .integer, .minus, .integer])
    #expect(kinds("2024-06-190") == [.integer, .minus, .integer, .minus, .integer])
    #expect(kinds("2024-6-19") == [.integer, .minus, .integer, .minus, .integer])
    #expect(kinds("2024-06-19Tx") == [.date, .name])
  }

  @Test func textsAndComments() {
    #expect(kinds("\"a\\\"b\" c") == [.text, .name])
    #expect(kinds("\"a\\\\\" c") == [.text, .name])
    #expect(kinds("\"a\nb\"") == [.text])
    #expect(kinds("\"a") == [.unterminatedText])
    #expect(kinds("\"a\\") == [.unterminatedText])
    #expect(kinds("/* a /* b */ c */ d") == [.blockComment, .name])
    #expect(kinds("/* a /* b */ c") == [.unterminatedBlockComment])
    #expect(kinds("/*/") == [.unterminatedBlockComment])
    #expect(kinds("// a\nb") == [.lineComment, .name])
    #expect(kinds("/// a\nb") == [.documentationComment, .name])
    #expect(kinds("//// a\nb") == [.lineComment, .name])
    #expect(kinds("`a b` c") == [.quotedName, .name])
    #expect(kinds("`a\nb") == [.unterminatedQuotedName, .name])
  }

  @Test func blanks() {
    #expect(kinds("\u{FEFF}a") == [.name])
    #expect(kinds("a\u{FEFF}") == [.name, .unknown])
    #expect(kinds("a\u{A0}b\u{3000}c\r\n\td") == [.name, .name, .name, .name])
    #expect(kinds("") == [])
  }

  @Test func signs() {
    #expect(
      kinds("( ) { } , : . .. -> | = + - * / < <= > >=") == [
        .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace, .comma, .colon, .period, .range, .arrow, .bar,
        .equals, .plus, .minus, .times, .divide, .less, .lessOrEqual, .greater, .greaterOrEqual,
      ])
  }

  @Test func whatIsNoTokenIsUnknown() {
    #expect(kinds("a && b") == [.name, .unknown, .name])
    #expect(kinds("a;!b") == [.name, .unknown, .unknown, .name])
    #expect(kinds([0x00, 0x61]) == [.unknown, .name])
    #expect(kinds([0xFF, 0xFE, 0x80, 0x61]) == [.unknown, .name])
    #expect(kinds([0xC3]) == [.unknown])
    #expect(kinds([0xED, 0xA0, 0x80, 0x61]) == [.unknown, .name], "a surrogate")
    #expect(kinds([0xC0, 0xAF, 0xF8, 0x61]) == [.unknown, .name], "longer than needed")
    #expect(kinds([0xF4, 0x90, 0x80, 0x80, 0x20]) == [.unknown], "beyond Unicode")
    #expect(kinds([0xE2, 0x89, 0xA4, 0xFF]) == [.unknown, .unknown], "a character, then none")
  }
}
