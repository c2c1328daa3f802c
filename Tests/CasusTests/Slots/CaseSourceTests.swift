import Casus
import Testing

/// Cases from a host's types, from dictionaries, from JSON, and in tables.
@Suite struct CaseSourceTests {
  private static let prepared = Result {
    try query().prepared(for: ["attacked", "troops", "alert", "motto"])
  }

  private static func query() throws -> Query {
    try Program(
      text: """
        type Alert = Green | Amber | Red
        fact attacked
        fact troops -> Int
        fact alert -> Alert
        fact motto -> Text
        rule due when attacked and troops >= 10 and (alert is Red or motto is "unity")
        """
    ).query("due")
  }

  private enum Alert: String, SlotConvertible {
    case green = "Green"
    case red = "Red"
    case blue = "Blue"
  }
  private struct Incident: Sendable {
    var attacked: Bool?
    var troops: Int
    var alert: Alert
    var motto: String?
  }

  @Test func aHostsOwnTypeFillsSlots() throws {
    let slots = Slots<Incident>().slot("attacked", \.attacked).slot("troops", \.troops).slot("alert", \.alert)
      .slot("motto", \.motto)
    let typed = try Self.query().prepared(for: slots)
    func truth(_ attacked: Bool?, _ troops: Int, _ alert: Alert, _ motto: String?) throws -> Truth {
      try typed.truth(of: Incident(attacked: attacked, troops: troops, alert: alert, motto: motto))
    }
    #expect(try truth(true, 10, .red, nil) == .true)
    #expect(try truth(true, 10, .green, nil) == .unknown)
    #expect(try truth(true, 10, .green, "unity") == .true)
    #expect(try truth(nil, 9, .red, nil) == .false)
    #expect(throws: CasusError.self) { try truth(true, 10, .blue, nil) }
    // That a property is of the wrong type is told at once.
    #expect(throws: CasusError.self) {
      try Self.query().prepared(for: Slots<Incident>().slot("attacked", \.troops))
    }
  }

  /// Durations, too; and a case that is there already forgets what it told.
  @Test func keyPathsFillACaseAnew() throws {
    struct Notice: Sendable { var length: CalendarDuration? }
    let query = try Program(text: "fact notice -> Duration\nrule short when notice <= 48 hours").query("short")
    let typed = try query.prepared(for: Slots<Notice>().slot("notice", \.length))
    var incident = try typed.incident(Notice(length: CalendarDuration(2, .day)))
    #expect(try typed.prepared.truth(of: incident) == .true)
    try typed.read(Notice(length: nil), into: &incident)
    #expect(try typed.prepared.truth(of: incident) == .unknown)
    var other = try Self.prepared.get().openCase
    #expect(throws: CasusError.self) { try typed.read(Notice(length: nil), into: &other) }
  }

  @Test func dictionariesHaveEveryKeyAndNoOther() throws {
    let prepared = try Self.prepared.get()
    let values: [String: SlotValue] = ["attacked": true, "troops": 11, "alert": "Red", "motto": nil]
    #expect(try prepared.truth(of: prepared.incident(values)) == .true)
    var stray = values
    stray["atacked"] = true
    #expect(throws: CasusError.self) { try prepared.incident(stray) }
    var short = values
    short["motto"] = .none
    #expect(throws: CasusError.self) { try prepared.incident(short) }
  }

  /// Names of all lengths, alike at both ends, and written with an accent in two ways.
  @Test func slotsAreFoundByTheirNames() throws {
    let names =
      (0..<40).map { String(repeating: "n", count: $0) + "a" }
      + (0..<9).map { "alike_at_both_ends_\($0)_alike_at_both_ends" } + ["n\u{E9}"]
    let text =
      names.map { "fact \($0)" }.joined(separator: "\n") + "\nrule all when " + names.joined(separator: " and ")
    let prepared = try Program(text: text).query("all").prepared(for: names.map { FactCase($0) })
    for name in names {
      var values = Dictionary(uniqueKeysWithValues: names.map { ($0, SlotValue.truth(true)) })
      #expect(try prepared.truth(of: prepared.incident(values)) == .true)
      values[name] = false
      #expect(try prepared.truth(of: prepared.incident(values)) == .false, "\(name)")
      values.removeValue(forKey: name)
      values[name + "x"] = true
      #expect(throws: CasusError.self) { try prepared.incident(values) }
    }
    var values = Dictionary(uniqueKeysWithValues: names.map { ($0, SlotValue.truth(true)) })
    values.removeValue(forKey: "n\u{E9}")
    values["ne\u{301}"] = false
    #expect(try prepared.truth(of: prepared.incident(values)) == .false)
  }

  @Test(arguments: [
    #"{"attacked":true,"troops":11,"alert":"Red","motto":null}"#,
    #" { "motto" : null , "alert" : "Red", "troops" : 11, "attacked" : true } "#,
    #"{"\u0061ttacked":true,"troops":1.1e1,"alert":"\u0052ed","motto":"ünïty"}"#,
    #"{"attacked":true,"troops":11.0,"alert":"Green","motto":"un\u0069ty"}"#,
  ])
  func objectsOfJSONAreCases(_ json: String) throws {
    let prepared = try Self.prepared.get()
    #expect(try prepared.truth(of: prepared.jsonReader().incident(json)) == .true)
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "null", #"{"attacked":true}"#, #"{"attacked":true,"troops":11,"alert":"Red","motto":null,}"#,
    #"{"attacked":true,"troops":11,"alert":"Red","motto":null}x"#,
    #"{"attacked":true,"attacked":true,"troops":11,"alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":011,"alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":+11,"alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":11.,"alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":-,"alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":1.5,"alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":99999999999999999999,"alert":"Red","motto":null}"#,
    #"{"attacked":truex,"troops":11,"alert":"Red","motto":null}"#,
    #"{"attacked":1,"troops":11,"alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":"11x","alert":"Red","motto":null}"#,
    #"{"attacked":true,"troops":11,"alert":"Blue","motto":null}"#,
    #"{"attacked":true,"troops":11,"alert":"Red","motto":"\x"}"#,
    #"{"attacked":true,"troops":11,"alert":"Red","motto":[1]}"#,
    #"{"attacked":true,"troops":11,"alert":"Red","motto":null,"more":1}"#,
    #"{"attacked" true,"troops":11,"alert":"Red","motto":null}"#,
  ])
  func whatIsNoCaseIsAnError(_ json: String) throws {
    let prepared = try Self.prepared.get()
    #expect(throws: CasusError.self) { try prepared.jsonReader().incident(json) }
  }

  /// A case of a query with fewer slots has no place for what is read.
  @Test func nothingIsReadIntoTheCaseOfAnotherQuery() throws {
    var other = try Self.query().prepared(for: []).openCase
    let reader = try Self.prepared.get().jsonReader(allowsMissingKeys: true)
    for json in [#"{"motto":"x","attacked":true}"#, #"{"attacked":true,"troops":11,"alert":"Red","motto":null}"#] {
      let error = #expect(throws: CasusError.self) { try reader.read(Array(json.utf8), into: &other) }
      #expect(error?.message == "this case belongs to another prepared query")
    }
  }

  @Test func missingKeysMayBeAllowed() throws {
    let prepared = try Self.prepared.get()
    let reader = prepared.jsonReader(allowsMissingKeys: true)
    #expect(try prepared.truth(of: reader.incident(#"{"troops": 9}"#)) == .false)
    // A case that was used before forgets what it told.
    var incident = try prepared.incident(["attacked": true, "troops": 11, "alert": "Red", "motto": nil])
    try reader.read(Array(#"{"troops": 11}"#.utf8), into: &incident)
    #expect(try prepared.truth(of: incident) == .unknown)
  }

  @Test func tablesAreAnsweredOnOneThreadAndOnMany() async throws {
    let prepared = try Self.prepared.get()
    let rowCount = 20_000
    var table = prepared.table(rowCount: rowCount)
    try table.set("attacked", .truths((0..<rowCount).map { [1, 0, -1][$0 % 3] }))
    try table.set("troops", .int32((0..<rowCount).map { $0 % 7 == 0 ? .min : Int32($0 % 20) }, unknown: .min))
    try table.set("alert", .int8((0..<rowCount).map { Int8($0 % 4) - 1 }, unknown: -1))
    #expect(throws: CasusError.self) { try prepared.answers(to: table) }
    try table.set("motto", .values((0..<rowCount).map { $0 % 5 == 0 ? nil : $0 % 5 == 1 ? "unity" : "else" }))
    var reported: [Int] = []
    let answers = try prepared.answers(to: table) { rows in
      reported.append(rows)
      return true
    }
    #expect(reported.last == rowCount)
    for row in stride(from: 0, to: rowCount, by: 7) {
      var incident = prepared.openCase
      try incident.set(0, to: [true, false, nil][row % 3])
      try incident.set(1, to: row % 7 == 0 ? nil : row % 20)
      try incident.set(2, to: row % 4 == 0 ? nil : ["Green", "Amber", "Red"][row % 4 - 1])
      try incident.set(3, to: row % 5 == 0 ? nil : row % 5 == 1 ? "unity" : "else")
      try #require(try prepared.truth(of: incident) == answers[row], "row \(row)")
    }
    #expect(answers.trueCount + answers.falseCount + answers.unknownCount == rowCount)
    let parallel = try await prepared.answers(to: table, threads: 3)
    #expect(parallel.certain == answers.certain && parallel.possible == answers.possible)
    #expect(throws: CasusError.self) { try prepared.answers(to: table) { _ in false } }
  }

  /// No number of rows is too great to be counted with.
  @Test func aTableMayBeAsLongAsOneLikes() throws {
    let prepared = try Self.prepared.get()
    var table = prepared.table(rowCount: .max)
    #expect(table.rowCount == 1 << 40 && prepared.table(rowCount: .min).rowCount == 0)
    #expect(throws: CasusError.self) { try table.set("attacked", .lanes(certain: [], possible: [])) }
    for slot in prepared.slots { try table.set(slot.name, .unknown) }
    let error = #expect(throws: CasusError.self) { try prepared.answers(to: table) { $0 < 1_000 } }
    #expect(error?.code == .cancelled)
  }

  @Test func columnsThatDoNotFitAreErrors() throws {
    var table = try Self.prepared.get().table(rowCount: 2)
    #expect(throws: CasusError.self) { try table.set("atacked", .unknown) }
    #expect(throws: CasusError.self) { try table.set("attacked", .truths([1])) }
    #expect(throws: CasusError.self) { try table.set("attacked", .int32([1, 0], unknown: -1)) }
    #expect(throws: CasusError.self) { try table.set("alert", .int8([3, 0], unknown: -1)) }
    #expect(throws: CasusError.self) { try table.set("troops", .values([true, nil])) }
    #expect(throws: CasusError.self) { try table.set("attacked", .lanes(certain: [1, 2], possible: [1, 2])) }
  }
}
