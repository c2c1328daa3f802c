import Casus
import Foundation
import Testing

/// A type of a host that encodes what it is told to.
private struct MadeUpIncident: Encodable, Sendable {
  struct Refusal: Error {}
  var fields: [(name: String, kind: Slot.Kind, value: SlotValue)]
  var fails = false

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: MadeUpKey.self)
    if fails { throw Refusal() }
    for (name, kind, value) in fields {
      let key = MadeUpKey(stringValue: name)
      switch value {
      case .truth(let truth): try container.encode(truth, forKey: key)
      case .value(.number(let number)): try container.encode(number, forKey: key)
      case .value(.text(let text)), .value(.entity(let text)): try container.encode(text, forKey: key)
      case .value(.date(let moment)): try container.encodeIfPresent(moment, forKey: key)
      case .value(.duration(let duration)): try container.encode([duration.description], forKey: key)
      case .unknown: try encodeNil(kind, key, &container)
      }
    }
  }

  private func encodeNil(_ kind: Slot.Kind, _ key: MadeUpKey, _ container: inout KeyedEncodingContainer<MadeUpKey>)
    throws
  {
    switch kind {
    case .condition: try container.encodeIfPresent(Bool?.none, forKey: key)
    case .integer: try container.encodeIfPresent(Int8?.none, forKey: key)
    case .decimal: try container.encodeIfPresent(Fraction?.none, forKey: key)
    case .date: try container.encodeIfPresent(Moment?.none, forKey: key)
    case .text, .entity: try container.encodeIfPresent(String?.none, forKey: key)
    case .duration: try container.encodeNil(forKey: key)
    }
  }
}

/// What a case comes to, or why it comes to nothing.
private func outcome(_ body: () throws(CasusError) -> CaseAnswer) -> String {
  do throws(CasusError) {
    let answer = try body()
    return "\(answer.truth) \(answer.isProved)"
  } catch { return "\(error.code.rawValue): \(error.message)" }
}

extension FuzzingCase {
  /// Prepares a question for some facts, and asks it of the same case in every way in which one can be told.
  mutating func askPrepared(
    _ query: Query, _ facts: Facts, _ date: Moment?, _ limits: Limits, _ totals: inout FuzzingTotals
  ) async throws {
    var names: [String] = []
    for _ in 0..<1 + random.below(4) {
      let name = random.pick(sample.statements) ?? "x"
      if !names.contains(name) { names.append(random.chance(5) ? mutator.changed(name, times: 1) : name) }
    }
    let prepared = try query.prepared(for: names.map { FactCase($0) }, given: facts, asOf: date, limits: limits)
    totals.prepared += 1
    var incident = prepared.openCase
    var values: [String: SlotValue] = [:]
    for (number, slot) in prepared.slots.enumerated() {
      values[slot.name] = .unknown
      let value = slotValue(of: slot.kind)
      do throws(CasusError) {
        try incident.set(number, to: value)
        values[slot.name] = value
      } catch { totals.note(error) }
    }
    let known = values
    let expected = outcome { () throws(CasusError) in try prepared.answer(of: incident) }
    #expect(
      outcome { () throws(CasusError) in try prepared.answer(of: prepared.incident(known)) } == expected, "\(query)")
    readJSON(query, prepared, known, expected, &totals)
    encode(query, prepared, known, facts, date, limits, expected, &totals)
    changeLive(prepared, incident, &totals)
    try await answerTables(prepared, known, &totals)
  }

  private mutating func slotValue(of kind: Slot.Kind) -> SlotValue {
    if random.chance(25) { return .unknown }
    let others: [Slot.Kind] = [.condition, .integer, .date, .text, .duration]
    switch random.chance(10) ? random.pick(others) ?? kind : kind {
    case .condition: return .truth(random.chance(50))
    case .integer: return .value(.number(Fraction(random.pick([0, 1, 7, -3, .max, .min]) ?? 0)))
    case .decimal: return .value(.number((try? Fraction(random.below(9), over: 1 + random.below(4))) ?? 0))
    case .date: return .value(.date(moment() ?? .never))
    case .text, .entity: return .value(.text(random.pick(mutator.words) ?? ""))
    case .duration:
      return (try? CalendarDuration(random.below(40), .day)).map { .value(.duration($0)) } ?? .unknown
    }
  }

  /// Objects in JSON: one that tells the case, and one that was changed.
  private mutating func readJSON(
    _ query: Query, _ prepared: PreparedQuery, _ values: [String: SlotValue], _ expected: String,
    _ totals: inout FuzzingTotals
  ) {
    let members = values.compactMap { name, value -> String? in
      guard let name = Self.json(name) else { return nil }
      switch value {
      case .truth(let truth): return "\(name):\(truth)"
      case .value(let value): return Self.json(value.description).map { "\(name):\($0)" }
      case .unknown: return "\(name):null"
      }
    }
    let text = "{" + members.joined(separator: ",") + "}"
    let reader = prepared.jsonReader(allowsMissingKeys: random.chance(50))
    if var foreign = try? query.prepared(for: []).openCase {
      #expect(throws: CasusError.self) { try reader.read(Array(text.utf8), into: &foreign) }
      #expect(throws: CasusError.self) { try prepared.read(values, into: &foreign) }
      #expect(throws: CasusError.self) { try prepared.live(foreign) }
    }
    #expect(outcome { () throws(CasusError) in try prepared.answer(of: reader.incident(text)) } == expected, "\(text)")
    do throws(CasusError) {
      _ = try reader.incident(mutator.changed(text, times: 1 + random.below(3)))
    } catch { totals.note(error) }
  }

  private static func json(_ text: String) -> String? {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func encode(
    _ query: Query, _ prepared: PreparedQuery, _ values: [String: SlotValue], _ facts: Facts, _ date: Moment?,
    _ limits: Limits, _ expected: String, _ totals: inout FuzzingTotals
  ) {
    let fields = prepared.slots.map { ($0.name, $0.kind, values[$0.name] ?? .unknown) }
    var example = MadeUpIncident(fields: fields, fails: random.chance(5))
    do throws(CasusError) {
      let typed = try query.prepared(like: example, given: facts, asOf: date, limits: limits)
      totals.encoded += 1
      let found = outcome { () throws(CasusError) in try typed.prepared.answer(of: typed.incident(example)) }
      #expect(found == expected, "\(query)")
      example.fields.shuffle(using: &random)
      if random.chance(50), !example.fields.isEmpty { example.fields[0].name += random.pick(mutator.words) ?? "" }
      if random.chance(50) { example.fields += example.fields.prefix(1) }
      if random.chance(50) { example.fields = example.fields.map { ($0.name, $0.kind, slotValue(of: .integer)) } }
      _ = try typed.truth(of: example)
    } catch { totals.note(error) }
  }

  private mutating func changeLive(_ prepared: PreparedQuery, _ incident: Case, _ totals: inout FuzzingTotals) {
    do throws(CasusError) {
      var live = try prepared.live(incident)
      for _ in 0..<3 {
        let slot = random.below(prepared.slots.count + 2) - 1
        let change = try live.set(slot, to: slotValue(of: .condition))
        #expect(change.new == live.answer && change.isChange == (change.old != change.new))
      }
    } catch { totals.note(error) }
  }

  /// Values at and beyond the ends of what the language holds.
  mutating func makeValues(_ totals: inout FuzzingTotals) {
    let numbers = [0, 1, -1, 2, 13, 31, 9_999, 10_000, Int.max, Int.min, Int.max / 60, Int.min / 1_440]
    let drawn = (0..<4).map { _ in random.pick(numbers) ?? 0 }
    let times: [Double] = [0, -1, 1e9, 1e300, -.infinity, .nan, .greatestFiniteMagnitude, -62_135_596_801]
    let time = Date(timeIntervalSince1970: random.pick(times) ?? 0)
    let unit = random.pick(CalendarDuration.Unit.allCases) ?? .day
    do throws(CasusError) {
      switch random.below(6) {
      case 0: _ = try Fraction(drawn[0], over: drawn[1]) < Fraction(drawn[2], over: drawn[3])
      case 1: _ = try Fraction(mutator.changed("-9223372036854775808/3", times: 1)).description
      case 2: _ = try Moment.day(drawn[0], drawn[1], drawn[2]).description
      case 3: _ = try Moment(mutator.changed("2024-06-19T14:30+09:00", times: 1)).date
      case 4: _ = try Moment(time).description
      default: _ = try CalendarDuration(drawn[0], unit).description
      }
    } catch { totals.note(error) }
  }

  // MARK: Tables

  private mutating func column(_ slot: Slot, _ values: [String: SlotValue], _ rowCount: Int) -> Column {
    let count = random.chance(90) ? rowCount : random.below(3 * rowCount)
    func list<Number: FixedWidthInteger>(_ numbers: [Number]) -> [Number] {
      (0..<count).map { numbers[$0 % numbers.count] }
    }
    switch random.below(random.chance(80) && slot.kind == .condition ? 3 : 7) {
    case 0: return .truths(list([1, 0, -1, random.pick([2, -9, 1]) ?? 1]))
    case 1:
      let words = (0..<(count + 63) / 64).map { _ in random.next() }
      return .lanes(certain: words.map { $0 & ~0xF0 }, possible: random.chance(80) ? words : words.map { $0 >> 1 })
    case 2: return .values(Array(repeating: values[slot.name] ?? .unknown, count: count))
    case 3: return .int8(list([0, 1, -1, 7, .max]), unknown: random.pick([-1, 0, .min]) ?? 0)
    case 4: return .int32(list([0, 1, -1, 2_000, .max]), unknown: random.pick([-1, 0, .min]) ?? 0)
    case 5: return .int64(list([0, 1, -1, 20_000_000, .max, .min]))
    default: return .unknown
    }
  }

  /// A table of any columns, on one thread and on many, perhaps cancelled.
  private mutating func answerTables(
    _ prepared: PreparedQuery, _ values: [String: SlotValue], _ totals: inout FuzzingTotals
  ) async throws {
    var table = prepared.table(rowCount: random.pick([0, 1, 65, 200, -3]) ?? 0)
    for slot in prepared.slots {
      let column = column(slot, values, table.rowCount)
      do throws(CasusError) {
        try table.set(slot.name, column)
      } catch {
        totals.note(error)
        try table.set(slot.name, .unknown)
      }
    }
    let stops = random.chance(20)
    let (complete, threads, delay) = (table, random.below(5) - 1, random.below(300))
    let task = Task { try await prepared.answers(to: complete, threads: threads) }
    if stops {
      try await Task.sleep(for: .microseconds(delay))
      task.cancel()
    }
    let parallel = await task.result
    let answers = try prepared.answers(to: table) { _ in true }
    totals.tables += 1
    let rows = (-1...table.rowCount).map { answers[$0] }
    #expect(rows.count { $0 == .true } == answers.trueCount && answers.falseCount <= table.rowCount)
    if stops { return }
    #expect(try parallel.get().certain == answers.certain, "\(prepared)")
    #expect(try parallel.get().possible == answers.possible, "\(prepared)")
  }
}
