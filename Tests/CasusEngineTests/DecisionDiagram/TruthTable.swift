/// A function of six variables as the column of its values: bit `c` is what it says in case `c`, in which variable `v`
/// is bit `v` of `c`. Slow to grow, but nothing about it can be wrong: it judges the diagrams.
struct TruthTable: Hashable {
  var column: UInt64

  static let variableCount = 6
  static let cases = 0..<64

  static let never = TruthTable(column: 0)
  static let always = TruthTable(column: .max)

  init(column: UInt64) { self.column = column }

  init(holdsInCase: (Int) -> Bool) {
    column = 0
    for number in Self.cases where holdsInCase(number) { column |= 1 << UInt64(number) }
  }

  static func variable(_ variable: Int) -> TruthTable {
    TruthTable { Self.value(of: variable, inCase: $0) }
  }

  static func value(of variable: Int, inCase number: Int) -> Bool { number >> variable & 1 == 1 }

  func holds(inCase number: Int) -> Bool { column >> UInt64(number) & 1 == 1 }

  static prefix func ! (table: TruthTable) -> TruthTable { TruthTable(column: ~table.column) }
  static func & (left: TruthTable, right: TruthTable) -> TruthTable { TruthTable(column: left.column & right.column) }
  static func | (left: TruthTable, right: TruthTable) -> TruthTable { TruthTable(column: left.column | right.column) }
  static func ^ (left: TruthTable, right: TruthTable) -> TruthTable { TruthTable(column: left.column ^ right.column) }

  func restricted(_ variable: Int, to value: Bool) -> TruthTable {
    TruthTable { number in
      let bit = 1 << variable
      return holds(inCase: value ? number | bit : number & ~bit)
    }
  }

  func dependsOn(_ variable: Int) -> Bool {
    restricted(variable, to: false) != restricted(variable, to: true)
  }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
