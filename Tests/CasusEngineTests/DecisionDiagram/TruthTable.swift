<<<<<<< HEAD
=======
import CasusEngine

>>>>>>> part/engine
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
<<<<<<< HEAD
=======

/// A function in both notations.
struct Twin {
  var edge: DecisionDiagram.Edge
  var table: TruthTable
}

extension DecisionDiagram {
  /// The constants, the variables, and functions made from them at random by every connective.
  mutating func randomTwins(count: Int, seed: UInt64) throws -> [Twin] {
    var random = SplitMix(seed: seed)
    var twins = [Twin(edge: .true, table: .always), Twin(edge: .false, table: .never)]
    for variable in 0..<TruthTable.variableCount {
      twins.append(Twin(edge: try self.variable(variable), table: .variable(variable)))
    }
    while twins.count < count {
      let (a, b, c) = (pick(), pick(), pick())
      switch random.next(upperBound: 5 as UInt64) {
      case 0: twins.append(Twin(edge: try and(a.edge, b.edge), table: a.table & b.table))
      case 1: twins.append(Twin(edge: try or(a.edge, b.edge), table: a.table | b.table))
      case 2: twins.append(Twin(edge: try exclusiveOr(a.edge, b.edge), table: a.table ^ b.table))
      case 3: twins.append(Twin(edge: not(a.edge), table: !a.table))
      default:
        let table = (a.table & b.table) | (!a.table & c.table)
        twins.append(Twin(edge: try ifThenElse(a.edge, b.edge, c.edge), table: table))
      }
    }
    return twins

    func pick() -> Twin { twins[Int(random.next(upperBound: UInt64(twins.count)))] }
  }
}
>>>>>>> part/engine
