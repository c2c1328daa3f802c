import CasusDiagnostics
import CasusSyntax

/// Whether a row is picked: only where its condition certainly holds.
extension Checker {
  mutating func evaluate(_ condition: CellCondition, _ row: DataRow) throws(CellFault) -> Bool? {
    switch condition {
    case .truth(let truth): return truth
    case .column(let column):
      let cell = row.cells[column]
      switch cell.written {
      case "true": return true
      case "false": return false
      case nil where cell.isEmpty: return nil
      default: throw CellFault(.wrongCell, "`true`, `false` or nothing is wanted here", at: cell)
      }
    case .not(let operand): return try evaluate(operand, row).map { !$0 }
    case .and(let operands): return try combine(operands, row, decisive: false)
    case .or(let operands): return try combine(operands, row, decisive: true)
    case .comparison(let word, let left, let right): return try compare(left, word, right, row)
    case .list(let element, let values):
      var isOpen = false
      for value in values {
        switch try compare(element, .equal, value, row) {
        case true?: return true
        case nil: isOpen = true
        case false?: break
        }
      }
      return isOpen ? nil : false
    case .range(let element, let low, let high):
      guard let isAbove = try compare(element, .greaterOrEqual, low, row),
        let isBelow = try compare(element, .lessOrEqual, high, row)
      else { return nil }
      return isAbove && isBelow
    }
  }

  /// `or` is decided by one that holds, `and` by one that does not.
  private mutating func combine(
    _ operands: [CellCondition], _ row: DataRow, decisive: Bool
  ) throws(CellFault) -> Bool? {
    var isOpen = false
    for operand in operands {
      guard let truth = try evaluate(operand, row) else {
        isOpen = true
        continue
      }
      if truth == decisive { return decisive }
    }
    return isOpen ? nil : !decisive
  }

  private mutating func compare(
    _ left: CellOperand, _ word: ComparisonOperator, _ right: CellOperand, _ row: DataRow
  ) throws(CellFault) -> Bool? {
    switch (left, right) {
    case (.constant(let first, let type), .constant(let second, _)):
      return holds(first, word, second, type)
    case (.column(let column), .constant(let value, let type)):
      return try compare(row.cells[column], word, value, type)
    case (.constant(let value, let type), .column(let column)):
      return try compare(row.cells[column], word.mirrored, value, type)
    case (.column(let first), .column(let second)):
      return try compare(row.cells[first], word, row.cells[second])
    }
  }

  /// A cell with a constant, which says how to read the cell. The empty text asks whether the cell is empty.
  private mutating func compare(
    _ cell: DataCell, _ word: ComparisonOperator, _ value: Value, _ type: ValueType
  ) throws(CellFault) -> Bool? {
    if value == .text("") { return cell.isEmpty == (word == .equal) }
    if cell.isEmpty { return nil }
    if case .entity(let id) = type {
      // A name that is not known is nobody's, and no reason to add it.
      guard let text = cell.written else { return nil }
      if cellNames[id] == nil { cellNames[id] = CellNames(id, in: program) }
      guard case .entity(let entity)? = cellNames[id]?[text] else { return word == .notEqual }
      return holds(.entity(entity), word, value, type)
    }
    // A whole number may be compared with one that is not.
    let wanted: ValueType = type == .integer ? .decimal : type
    return holds(try self.value(of: cell, wanted, in: nil), word, value, type)
  }

  /// Two cells: as numbers or as dates where both are, else as texts, which have no order.
  private mutating func compare(
    _ left: DataCell, _ word: ComparisonOperator, _ right: DataCell
  ) throws(CellFault) -> Bool? {
    if left.isEmpty || right.isEmpty { return nil }
    for type in [ValueType.decimal, .date] {
      if let first = try? value(of: left, type, in: nil), let second = try? value(of: right, type, in: nil) {
        return holds(first, word, second, type)
      }
    }
    guard word == .equal || word == .notEqual else {
      throw CellFault(.wrongCell, "this and the cell it is compared with are not both numbers or dates", at: left)
    }
    return (left.written == right.written) == (word == .equal)
  }

  private func holds(_ left: Value, _ word: ComparisonOperator, _ right: Value, _ type: ValueType) -> Bool? {
    if word == .equal || word == .notEqual { return (left.canonical == right.canonical) == (word == .equal) }
    if case .entity(let first) = left, case .entity(let second) = right {
      return holds(
        .number(Rational(Int64(program[first].ordinal))), word, .number(Rational(Int64(program[second].ordinal))),
        .integer)
    }
    guard let isAtMost = left.precedes(right), let isAtLeast = right.precedes(left) else { return nil }
    switch word {
    case .less: return !isAtLeast
    case .lessOrEqual: return isAtMost
    case .greater: return !isAtMost
    case .greaterOrEqual: return isAtLeast
    case .equal, .notEqual: return nil
    }
  }
}
