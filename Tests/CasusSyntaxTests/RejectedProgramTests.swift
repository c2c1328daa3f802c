import CasusDiagnostics
import CasusSyntax
import Testing

/// Small programs with slips in them, and the errors they must give: where, and of which kind.
@Suite struct RejectedProgramTests {
  /// In each program the marks ‹ and › stand around the places of the errors.
  static let programs: [(program: String, codes: [String])] = [
    ("fact a ‹;› fact b", ["C0101"]),
    ("ask a ‹≤› 5", ["C0101"]),
    ("ask a ‹&&› b ask c ‹&&› d", ["C0101", "C0101"]),
    ("assert x on ‹2024-06-19T05:30› assert y", ["C0107"]),
    ("ask 3 ‹dasy› ask ‹1.5 days›", ["C0108", "C0108"]),
    ("fact ‹date› fact ‹set›(_ x: A) fact c", ["C0202", "C0202"]),
    ("fact f(_ ‹set›: T, in ‹to›: T)", ["C0202", "C0202"]),
    ("ask ‹date› > 5 ask ‹source›(x)", ["C0202", "C0202"]),
    ("fact\n‹rule› r when x", ["C0203"]),
    ("fact ‹_›", ["C0203"]),
    ("fact ‹5› fact b", ["C0203"]),
    ("rule r when ‹rule› s when x and ‹}›", ["C0204", "C0204"]),
    ("ask f(a ‹b›, c) ask a in {a ‹b›}", ["C0205", "C0205"]),
    ("fact f(_ x ‹T›) fact g(x T‹)› fact h(x‹)›", ["C0206", "C0206", "C0206"]),
    ("norm n(a: A) ‹a› must do() norm m ‹must› do()", ["C0206", "C0206"]),
    ("assert a‹)› assert b‹))› assert c ‹}› fact d", ["C0207", "C0207", "C0207"]),
    ("treaty T ‹{› rule a article 1 { rule b }", ["C0208"]),
    ("ask f(a ‹ask› (b‹›", ["C0208", "C0208"]),
    ("treaty T { rule a ‹signed› 1900-01-01 rule b in force from 1900-01-01 }", ["C0209"]),
    ("rule r unless a ‹when› b norm n: A must do() when x ‹within› 2 days", ["C0209", "C0209"]),
    ("assert a source \"x\" ‹from› 1900-01-01", ["C0209"]),
    ("scenario \"s\" { assert a ‹as› of 1900-01-01 }", ["C0209"]),
    ("table \"t\" { assert a on x ‹is› y ‹on› z }", ["C0209", "C0210"]),
    ("fact a asks \"x\" ‹asks› \"y\" rule r when a ‹when› b", ["C0210", "C0210"]),
    ("assert e on 1900-01-01 ‹from› 1900-01-01", ["C0210"]),
    ("assert a ‹or› b assert c", ["C0211"]),
    ("ask a according to B, ‹C›", ["C0211"]),
    ("rule r when a is ‹unknown› and b assert c is ‹contested›", ["C0212", "C0212"]),
    (
      "expect a ‹and› b is true expect ‹not› c is true expect d ‹>› 5 is true expect e is f",
      ["C0213", "C0213", "C0213"]
    ),
    ("ask a < b ‹<› c ask d", ["C0214"]),
    ("‹trety› T { ‹rul› r when x } ‹asert› y ‹scenaro› \"z\" { }", ["C0215", "C0215", "C0215", "C0215"]),
    ("a prevails over any ‹contrat› fact b", ["C0215"]),
    ("‹article› 1 { rule a } fact b }", ["C0216"]),
    ("treaty T { article 1 { rule a ‹article› 2 { rule b } article 3 { } }", ["C0216"]),
    ("scenario \"s\" { assert a ‹fact› b fact c scenario \"t\" { assert a }", ["C0216"]),
    ("treaty T { ‹use› \"x\" }", ["C0216"]),
    ("‹parties› A, B fact c", ["C0216"]),
    ("define d -> Int is ‹1› when a define e -> Int is ‹1›, 2", ["C0217", "C0217"]),
    ("ask a ‹=›= b ask c ‹=› d define e -> Int ‹=› 5", ["C0218", "C0218", "C0218"]),
    ("norm n: A ‹may› not do()", ["C0201"]),
    ("event e ‹->› Int rule r ‹->› Int fact a", ["C0201", "C0201"]),
    ("‹assert› not a ‹deny› not b", ["C0201", "C0201"]),
    ("‹a› b c d fact e ‹f› g", ["C0201", "C0201"]),
    ("ask f(a, ‹)› ask g(‹,›) ", ["C0204", "C0204"]),
    ("assert a ‹>› 5 assert b is ‹not› 5 assert c ‹when› d", ["C0201", "C0201", "C0201"]),
    ("type T = A‹,› B", ["C0201"]),
    ("set S = ‹x› set R = 1 ‹fact› a", ["C0201", "C0201"]),
    ("a.b ‹fact› b a prevails ‹c›", ["C0201", "C0201"]),
    ("use ‹states› use‹›", ["C0201", "C0201"]),
    ("exception x ‹fact› b", ["C0201"]),
    ("‹\u{0}\u{0}›‹\u{1}›", ["C0101", "C0101"]),
    ("exception to x ‹unless› y fact b", ["C0201"]),
    ("‹1› 2 3", ["C0201"]),
    ("expect a is 2 ‹/› 3 expect b is f‹(›x) assert c", ["C0201", "C0201"]),
    ("table \"t\" ‹{› assert a fact b } fact c", ["C0208"]),
  ]

  @Test(arguments: programs.indices)
  func errorsAreWhereTheMarksStand(_ index: Int) {
    let codes = Self.programs[index].codes
    let (text, starts) = Self.withoutMarks(Self.programs[index].program)
    let diagnostics = assertParse(text).diagnostics
    let found = diagnostics.map { "\($0.code.identifier) at \($0.span.start): \($0.message)" }
    #expect(diagnostics.map(\.code.identifier) == codes, "\(found)")
    #expect(diagnostics.map { Int($0.span.start) } == starts, "\(found)")
  }

  private static func withoutMarks(_ marked: String) -> (text: String, starts: [Int]) {
    var text = ""
    var starts: [Int] = []
    for character in marked {
      switch character {
      case "‹": starts.append(text.utf8.count)
      case "›": break
      default: text.append(character)
      }
    }
    return (text, starts)
  }

  @Test(arguments: programs.indices)
  func eachFixMendsWhatItIsOfferedFor(_ index: Int) {
    let bytes = Array(Self.withoutMarks(Self.programs[index].program).text.utf8)
    let diagnostics = assertParse(bytes).diagnostics
    for fix in diagnostics.flatMap(\.fixes) {
      let mended = bytes[..<Int(fix.span.start)] + Array(fix.replacement.utf8) + bytes[Int(fix.span.end)...]
      let after = assertParse(Array(mended)).diagnostics
      #expect(after.count < diagnostics.count, "\(fix.title) gives \(String(decoding: mended, as: UTF8.self))")
    }
  }
}
