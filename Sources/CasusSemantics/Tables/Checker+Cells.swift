import CasusDiagnostics
import CasusSyntax

/// What cells mean where a type is wanted.
extension Checker {
  /// The value of a cell that is not empty.
  mutating func value(
    of cell: DataCell, _ type: ValueType, in domain: DomainReference?
  ) throws(CellFault) -> Value {
    let value: Value
    switch type {
    case .entity(let id):
      var mayAdd = true
      if case .set = domain { mayAdd = false }
      value = .entity(try entity(of: cell, id, mayAdd: mayAdd))
    default:
      guard let text = cell.written else {
        throw CellFault(.wrongCell, "\(describe(type)) is wanted here", at: cell)
      }
      value = try self.value(text, type, at: cell)
    }
    if let domain, !contains(domain, value) {
      throw CellFault(.outsideSet, "the value lies outside `\(name(of: domain))`", at: cell)
    }
    return value
  }

  private func value(_ text: String, _ type: ValueType, at cell: DataCell) throws(CellFault) -> Value {
    switch type {
    case .integer, .decimal:
      if let number = number(text), type == .decimal || number.isInteger { return .number(number) }
    case .text: return .text(text)
    case .date: return .date(try date(text, at: cell))
    case .duration:
      if let duration = try? CalendarDuration(text: text) { return .duration(duration) }
    case .condition, .entity: break
    }
    throw CellFault(.wrongCell, "\(describe(type)) is wanted here, and `\(text)` is none", at: cell)
  }

  private func date(_ text: String, at cell: DataCell) throws(CellFault) -> Moment {
    do throws(MomentTextFault) {
      return try Moment(text: text)
    } catch {
      throw CellFault(.wrongCell, error.message(for: text), at: cell)
    }
  }

  /// A number as data files write it, or a fraction as answers print it: `2/3`.
  private func number(_ text: String) -> Rational? {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return try? Rational(numberText: text) }
    guard let numerator = Int64(text[..<slash]), let denominator = Int64(text[text.utf8.index(after: slash)...]) else {
      return nil
    }
    return try? Rational(numerator, over: denominator)
  }

  /// The member that a cell names; a new one where the type is open.
  private mutating func entity(of cell: DataCell, _ type: TypeID, mayAdd: Bool) throws(CellFault) -> EntityID {
    guard let text = cell.written else {
      throw CellFault(.wrongCell, "the name of \(describe(.entity(type))) is wanted here", at: cell)
    }
    var known = cellNames[type] ?? CellNames(type, in: program)
    cellNames[type] = nil
    defer { cellNames[type] = known }
    switch known[text] {
    case .entity(let entity): return entity
    case .ambiguous:
      throw CellFault(.unknownCell, "`\(text)` names several members of `\(program[type].name)`", at: cell)
    case .none:
      guard mayAdd, mayAddEntities, !program[type].isClosed else { throw unknownMember(text, of: type, at: cell) }
      let entity = addEntity(text, label: nil, aliases: [], type: type)
      known.add(text, entity)
      names.addFromData(text, entity)
      return entity
    }
  }

  private mutating func unknownMember(_ text: String, of type: TypeID, at cell: DataCell) -> CellFault {
    let members = program[type].members
    let suggestion =
      suggestions.allows(members.count) ? nearest(to: text, among: members.map { program[$0].name }) : nil
    return CellFault(
      .unknownCell, "`\(program[type].name)` has no member `\(text)`", at: cell, suggestion: suggestion)
  }

  /// Whose view a cell names, of whatever type.
  mutating func view(of cell: DataCell) throws(CellFault) -> EntityID {
    guard let text = cell.written else {
      throw CellFault(.wrongCell, "the name of an entity is wanted here", at: cell)
    }
    for index in program.types.indices {
      let type = TypeID(index)
      if cellNames[type] == nil { cellNames[type] = CellNames(type, in: program) }
      if case .entity(let entity)? = cellNames[type]?[text] { return entity }
    }
    throw CellFault(.unknownCell, "no entity is called `\(text)`", at: cell)
  }

  /// What a cell tells of a condition or of a value, a range included.
  mutating func told(
    _ cell: DataCell, _ type: ValueType, in domain: DomainReference?
  ) throws(CellFault) -> Told {
    if cell.isEmpty { return .unknown }
    guard type == .condition else {
      if let (low, high) = try range(cell, type, in: domain) { return .range(low, high) }
      return .value(try value(of: cell, type, in: domain))
    }
    switch cell.written {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "unknown": return .unknown
    default: throw CellFault(.wrongCell, "`true`, `false` or nothing is wanted here", at: cell)
    }
  }

  /// The two ends of a cell such as `10..12`; nil where it is no range.
  func range(
    _ cell: DataCell, _ type: ValueType, in domain: DomainReference?
  ) throws(CellFault) -> (Value, Value)? {
    switch type {
    case .integer, .decimal, .date, .duration: break
    case .condition, .text, .entity: return nil
    }
    guard let text = cell.written, let ends = RangeText(text) else { return nil }
    let low = try value(ends.low, type, at: cell)
    let high = try value(ends.high, type, at: cell)
    guard low.precedes(high) == true else {
      throw CellFault(.wrongCell, "nothing lies in this range: write the lesser value first", at: cell)
    }
    if let domain, !contains(domain, low) || !contains(domain, high) {
      throw CellFault(.outsideSet, "the range reaches outside `\(name(of: domain))`", at: cell)
    }
    return (low, high)
  }
}

/// A text of the form `low..high`.
private struct RangeText {
  var low: String
  var high: String

  init?(_ text: String) {
    let bytes = text.utf8
    let point = UInt8(ascii: ".")
    var start = bytes.startIndex
    while let first = bytes[start...].firstIndex(of: point) {
      start = bytes.index(after: first)
      guard start < bytes.endIndex, bytes[start] == point else { continue }
      low = String(text[..<first])
      high = String(text[bytes.index(after: start)...])
      return
    }
    return nil
  }
}
