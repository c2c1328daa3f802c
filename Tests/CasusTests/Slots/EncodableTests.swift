import Casus
import Foundation
import Testing

/// Cases from a host's own `Codable` types: names and types are checked once, and nothing is left out in silence.
@Suite struct EncodableTests {
  private static func query(_ question: String = "due") throws -> Query {
    try Program(
      text: """
        type Alert = Green | Amber | Red
        fact attacked
        fact troops -> Int
        fact share -> Decimal
        fact alert -> Alert
        fact concluded -> Date
        fact motto -> Text
        rule due when attacked and troops >= 10 and alert is Red
        rule promised when share > 2/3 or concluded < 2024-06-20 or motto is "unity"
        """, named: "pact.casus"
    ).query(question)
  }

  private enum Alert: String, Codable {
    case green = "Green"
    case red = "Red"
    case blue = "Blue"
  }
  private struct Incident: Codable {
    var reporter = "KCNA"
    var attacked: Bool?
    var troops: Int?
    var alert: Alert?
    var sightings: [[String: Int]] = [["here": 1]]
  }
  private static let fields: [String: FactCase] = ["attacked": "attacked", "troops": "troops", "alert": "alert"]

  @Test func aHostsCodableTypeFillsSlots() throws {
    let screening = try Self.query().prepared(like: Incident(), fields: Self.fields)
    #expect(screening.prepared.slots.map { $0.name } == ["attacked", "troops", "alert"])
    #expect(try screening.truth(of: Incident(attacked: true, troops: 10, alert: .red)) == .true)
    #expect(try screening.truth(of: Incident(attacked: true, troops: 10, alert: .green)) == .false)
    #expect(try screening.truth(of: Incident(attacked: true, troops: 10)) == .unknown)
    #expect(try screening.truth(of: Incident(troops: 9)) == .false)
    #expect(throws: CasusError.self) { try screening.truth(of: Incident(attacked: true, troops: 10, alert: .blue)) }
    // A case that was used before forgets what it told.
    var incident = try screening.incident(Incident(attacked: true, troops: 10, alert: .red))
    try screening.read(Incident(attacked: true, troops: 10), into: &incident)
    #expect(try screening.prepared.truth(of: incident) == .unknown)
    let other = try Self.query().prepared(like: Incident(), fields: Self.fields)
    #expect(throws: CasusError.self) { try other.read(Incident(), into: &incident) }
  }

  /// A type that is encoded as one text.
  private struct Motto: Codable {
    var text: String

    init(_ text: String) { self.text = text }
    init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  private struct Exact: Codable {
    var share: Fraction?
    var concluded: Moment?
    var motto: Motto?
  }

  @Test func fieldsMayBeCalledAsTheirFacts() throws {
    let example = Exact(share: nil, concluded: nil, motto: Motto("unity"))
    let screening = try Self.query("promised").prepared(like: example)
    #expect(screening.prepared.slots.map { $0.kind } == [.decimal, .date, .text])
    let day = try Moment.day(2024, 6, 20)
    #expect(try screening.truth(of: Exact(share: Fraction(2, over: 3), concluded: day)) == .unknown)
    #expect(try screening.truth(of: Exact(share: Fraction(3, over: 4), concluded: day)) == .true)
    #expect(try screening.truth(of: example) == .true)
  }

  private static func mistake(_ body: () throws -> Void) -> (code: CasusError.Code, message: String, line: Int?)? {
    do { try body() } catch {
      return (error as? CasusError).map { ($0.code, $0.message, $0.place?.line) }
    }
    return nil
  }

  @Test func mistakesAreFoundWhenItIsPrepared() throws {
    let query = try Self.query()
    func mistake(_ example: some Encodable & SendableMetatype, _ fields: [String: FactCase]?) -> String? {
      let found = Self.mistake { _ = try query.prepared(like: example, fields: fields) }
      return found.map { "\($0.code.rawValue) \($0.line ?? 0): \($0.message)" }
    }
    #expect(
      mistake(Incident(), ["atacked": "attacked"]) == "invalidCase 0: `Incident` has no field `atacked`, only "
        + "`reporter`, `attacked`, `troops`, `alert`, `sightings`")
    #expect(mistake(Incident(), ["attacked": "atacked"])?.hasPrefix("invalidStatement") == true)
    #expect(
      mistake(Incident(), ["troops": "attacked"])
        == "invalidCase 2: `attacked` is of kind condition, which no Int fills")
    #expect(
      mistake(Incident(), ["alert": "troops"]) == "invalidCase 3: `troops` is of kind integer, which no Alert fills")
    #expect(
      mistake(Incident(), ["sightings": "motto"])
        == "invalidCase 0: the field `sightings` is a list: a slot takes one value")
    #expect(mistake(["attacked": ["now": true]], nil)?.contains("has fields of its own") == true)
    #expect(mistake(["share": 0.5], nil)?.contains("Double, which is not exact") == true)
    #expect(mistake(["concluded": Date(timeIntervalSince1970: 0)], nil)?.contains("a `Moment`") == true)
    #expect(mistake(["attacked": URL?.none], nil)?.contains("give it a value") == true)
    #expect(mistake([String: Bool](), nil) != nil)
    #expect(mistake([true], nil)?.contains("is a list, and has no fields") == true)
    #expect(mistake(true, nil)?.contains("is one value, and has no fields") == true)
    // Without a mapping every field is a fact.
    #expect(mistake(Incident(sightings: []), nil) != nil)
  }

  /// A type that writes itself as it likes.
  private struct Unsteady: Encodable {
    struct Refusal: Error {}
    var fields: [(String, Bool?)]
    var fails = false

    func encode(to encoder: any Encoder) throws {
      if fails { throw Refusal() }
      var container = encoder.container(keyedBy: MadeUpKey.self)
      for (name, value) in fields { try container.encode(value, forKey: MadeUpKey(stringValue: name)) }
    }
  }

  @Test func everyFieldMustComeOnceInEveryCase() throws {
    let query = try Program(text: "fact a\nfact b\nfact c\nrule r when a and b and not c").query("r")
    let screening = try query.prepared(like: Unsteady(fields: [("a", true), ("b", nil), ("c", nil)]))
    func truth(_ fields: (String, Bool?)...) throws -> Truth { try screening.truth(of: Unsteady(fields: fields)) }
    func mistake(_ fields: (String, Bool?)...) -> String? {
      Self.mistake { _ = try screening.truth(of: Unsteady(fields: fields)) }?.message
    }
    #expect(try truth(("a", true), ("b", true), ("c", false)) == .true)
    #expect(try truth(("c", false), ("a", true), ("b", true)) == .true)
    #expect(try truth(("b", nil), ("c", false), ("a", true)) == .unknown)
    #expect(mistake(("a", true), ("b", true)) == "the field `c` of `Unsteady` is missing")
    #expect(mistake(("b", true), ("c", false)) == "the field `a` of `Unsteady` is missing")
    #expect(mistake(("a", true), ("b", true), ("a", false)) == "the field `a` is encoded twice")
    #expect(mistake(("c", true), ("b", true), ("c", false)) == "the field `c` is encoded twice")
    #expect(mistake(("c", true), ("a", true), ("b", true), ("d", nil))?.contains("not among those") == true)
    let failing = Self.mistake { _ = try screening.truth(of: Unsteady(fields: [], fails: true)) }
    #expect(failing?.code == .hostFailed && failing?.message.contains("Refusal") == true)
  }

  private struct Counted: Codable { var troops: UInt64 }

  @Test func integersOfEverySizeAreNumbers() throws {
    let screening = try Self.query("troops >= 10").prepared(like: Counted(troops: 0))
    #expect(try screening.truth(of: Counted(troops: 10)) == .true)
    #expect(try screening.truth(of: Counted(troops: 9)) == .false)
    #expect(throws: CasusError.self) { try screening.truth(of: Counted(troops: .max)) }
    let small = try Self.query("troops >= 10").prepared(like: ["troops": UInt8?.some(1)])
    #expect(try small.truth(of: ["troops": nil]) == .unknown)
    #expect(try small.truth(of: ["troops": 255]) == .true)
  }
}
