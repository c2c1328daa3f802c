import CasusSemantics
import Testing

@testable import CasusEngine

/// Tables are answered row by row as each case is alone, whatever their columns are.
@Suite struct SlotTableTests {
  private static let text = """
    type Attacker = Third | Ally | Band
    fact attack
    fact war presumed true
    fact measures
    fact attacker -> Attacker
    fact a -> Int
    fact b -> Int
    fact c -> Int
    rule near when b >= a and b - a <= 48
    rule plain when attack and attacker is Third and war and not measures and near
    rule both when (attack and measures) or (not attack and not measures)
    rule far when a < 3 or c > 100 or attacker is Ally
    rule split when a >= 5 and (c < 5 or a < 50) and not (attacker is Band)
    """

  @Test(arguments: [
    "plain", "both", "far", "split", "near or both", "attack and war or attack and measures or war and measures",
  ])
  func tablesAreAnsweredAsTheirRowsAre(_ query: String) throws {
    let prepared = try SlotSamples.prepared(Self.text, query, ["attack", "war", "measures", "attacker", "a", "b", "c"])
    #expect(prepared.isFlat)
    var random = RandomSource(seed: 7)
    for rowCount in [0, 1, 63, 64, 65, 4_095, 4_096, 9_000] {
      for shape in 0..<4 {
        let table = SlotSamples.table(prepared, rowCount, shape, &random)
        try check(prepared, table)
      }
    }
  }

  private func check(_ prepared: PreparedQuestion, _ table: SlotTable) throws {
    var known: [SlotCase: SlotAnswer] = [:]
    let found = try prepared.answers(of: table, blocks: 0..<table.blockCount, &known)
    #expect(found.certain.count == table.wordCount && found.possible.count == table.wordCount)
    var counts: [SlotAnswer.Outcome: Int] = [:]
    for row in 0..<table.rowCount {
      let alone = try prepared.answer(of: table.slotCase(row, prepared.openCase))
      counts[alone.outcome, default: 0] += 1
      let bit = UInt64(row % 64)
      let (certain, possible) = (found.certain[row / 64] >> bit & 1, found.possible[row / 64] >> bit & 1)
      let outcome: SlotAnswer.Outcome = certain == 1 ? .true : possible == 1 ? .unknown : .false
      try #require(outcome == alone.outcome, "row \(row) of \(table.rowCount)")
    }
    #expect(found.trueCount == counts[.true, default: 0])
    #expect(found.falseCount == counts[.false, default: 0])
    #expect(found.unknownCount == counts[.unknown, default: 0])
    #expect(found.unproved.isEmpty && found.contested.isEmpty)
  }

  /// More inputs than a word has bits.
  @Test func programsOfManySlotsAreAnsweredAsTheirRowsAre() throws {
    let names = (0..<70).map { "f\($0)" }
    let text =
      names.map { "fact \($0)\n" }.joined() + "rule all when " + names.prefix(40).joined(separator: " or ")
      + "\nrule none when not (" + names.suffix(30).joined(separator: " and ") + ") and (f0 or not f69)"
    for query in ["all", "none", "all and none"] {
      let prepared = try SlotSamples.prepared(text, query, names)
      #expect(prepared.isFlat)
      var random = RandomSource(seed: 10)
      let table = SlotSamples.table(prepared, 300, 2, &random)
      try check(prepared, table)
      for row in 0..<20 {
        let slotCase = table.slotCase(row, prepared.openCase)
        #expect(try prepared.answer(of: slotCase) == prepared.engineAnswer(of: slotCase))
      }
    }
  }

  /// More columns than are lent to a loop at once.
  @Test func tablesOfManyColumnsAreAnsweredAsTheirRowsAre() throws {
    let count = SlotTable.lentColumns + 4
    let names = (0..<count).map { $0 % 4 == 3 ? "n\($0)" : "f\($0)" }
    let facts = names.map { $0.hasPrefix("n") ? "fact \($0) -> Int" : "fact \($0)" }.joined(separator: "\n")
    let last = names.suffix(4)
    let rule =
      "rule several when f0 and (\(last[count - 4]) or not \(last[count - 3])) and n3 - \(last[count - 1]) > 20"
    let prepared = try SlotSamples.prepared(facts + "\n" + rule, "several", names)
    #expect(prepared.isFlat)
    var random = RandomSource(seed: 13)
    for shape in 0..<4 { try check(prepared, SlotSamples.table(prepared, 4_200, shape, &random)) }
  }

  @Test func partsOfATableGiveTheWhole() throws {
    let prepared = try SlotSamples.prepared(
      Self.text, "plain", ["attack", "war", "measures", "attacker", "a", "b", "c"])
    var random = RandomSource(seed: 8)
    let table = SlotSamples.table(prepared, 20_000, 1, &random)
    var known: [SlotCase: SlotAnswer] = [:]
    let whole = try prepared.answers(of: table, blocks: 0..<table.blockCount, &known)
    var parts = SlotPlanes()
    for block in 0..<table.blockCount {
      parts.append(try prepared.answers(of: table, blocks: block..<block + 1, &known))
    }
    #expect(parts == whole)
    let counted = try prepared.answers(of: table, blocks: 0..<table.blockCount, &known, keepsPlanes: false)
    #expect(counted.trueCount == whole.trueCount && counted.certain.isEmpty)
  }

  /// Values near the bounds of numbers are left to the engine, which knows where sums fail.
  @Test func valuesTooGreatForPlainArithmeticAreAskedOfTheEngine() throws {
    let prepared = try SlotSamples.prepared(Self.text, "near", ["a", "b"])
    var slotCase = prepared.openCase
    slotCase.set(0, toWord: -2)
    slotCase.set(1, toWord: .max)
    #expect(prepared.settledAnswer(of: slotCase) == nil)
    #expect(throws: SlotError.self) { try prepared.answer(of: slotCase) }
    slotCase.set(1, toWord: 40)
    #expect(try prepared.answer(of: slotCase) == SlotAnswer(.true))
  }
}

/// Prepared questions and tables for tests.
enum SlotSamples {
  static func prepared(_ text: String, _ query: String, _ slots: [String]) throws -> PreparedQuestion {
    let compilation = compile(main: "main.casus") { _ in .bytes(Array(text.utf8)) }
    let program = try #require(compilation.program, "\(compilation.diagnostics)")
    let checked = checkQuery(query, in: program, sources: compilation.sources)
    let question = try #require(checked.question, "\(checked.diagnostics)")
    let found = slots.map { name in
      let number = program.declarations.firstIndex { $0.qualifiedName == name } ?? 0
      guard case .fact(let details) = program.declarations[number].kind else {
        return Slot(declaration: DeclarationID(number), arguments: [], type: .condition)
      }
      return Slot(declaration: DeclarationID(number), arguments: [], type: details.type)
    }
    return try PreparedQuestion(
      question, of: found, given: FactBase(checked.program), asOf: .earliest, limits: EngineLimits())
  }

  /// - Parameter shape: which kinds of columns it has.
  static func table(
    _ prepared: PreparedQuestion, _ rowCount: Int, _ shape: Int, _ random: inout RandomSource
  ) -> SlotTable {
    var table = SlotTable(rowCount: rowCount, slotCount: prepared.slots.count)
    let open = [0, 10, 90, 20][shape]
    for (number, slot) in prepared.slots.enumerated() {
      let isAdded: Bool
      switch slot.type {
      case .condition:
        let rows = (0..<rowCount).map { _ in random.chance(open) ? Int8(-1) : random.chance(60) ? 1 : 0 }
        isAdded = shape % 2 == 0 ? table.set(number, .truths(rows)) : setPlanes(number, rows, &table)
      case .entity:
        isAdded = table.set(
          number,
          .bytes((0..<rowCount).map { _ in random.chance(open) ? -1 : Int8(random.below(3)) }, unknown: -1))
      default:
        let rows = (0..<rowCount).map { _ in random.chance(open) ? Int32.min : Int32(random.below(90)) }
        isAdded =
          shape == 3
          ? table.set(number, .words(rows.map { $0 == .min ? SlotWord.unknownValue : Int64($0) }))
          : table.set(number, .halves(rows, unknown: .min))
      }
      #expect(isAdded)
    }
    return table
  }

  private static func setPlanes(_ slot: Int, _ rows: [Int8], _ table: inout SlotTable) -> Bool {
    var certain = [UInt64](repeating: 0, count: table.wordCount)
    var possible = certain
    for (row, truth) in rows.enumerated() {
      let bit: UInt64 = 1 << UInt64(row % 64)
      if truth > 0 { certain[row / 64] |= bit }
      if truth != 0 { possible[row / 64] |= bit }
    }
    return table.set(slot, certain: certain, possible: possible)
  }
}
