import CasusDiagnostics

/// One record of a file of facts, whichever its format.
struct FactRecord {
  enum Value {
    case cell(DataCell)
    /// An end that is nil or empty is open.
    case range(DataCell?, DataCell?)
    case oneOf([DataCell])
  }
  /// The name of the fact; it may carry its arguments, as a call does.
  var fact: DataCell
  /// Each with its key; nil where they come in a list.
  var arguments: [(key: String?, cell: DataCell)]?
  var value: Value?
  var on: DataCell?
  var from: DataCell?
  var until: DataCell?
  var accordingTo: [DataCell] = []
  var source: DataCell?

  init(fact: DataCell) { self.fact = fact }
}

extension DataCell {
  /// The cell that a value of JSON is.
  init(_ node: JSONNode) {
    let content: Content =
      switch node.value {
      case .null: .empty
      case .truth(let truth): .truth(truth)
      case .number(let text): .number(text)
      case .text(let text): text.isEmpty ? .empty : .text(text)
      case .array, .object: .nested
      }
    self.init(content, start: node.start, end: node.end)
  }
}

extension FactRecord {
  /// Reads an object such as `{"fact": "at_war", "args": ["Russia"], "value": true}`.
  init(_ node: JSONNode) throws(CellFault) {
    guard case .object(let members) = node.value else {
      throw CellFault(.wrongFacts, "a fact is an object with the key `fact`", at: DataCell(node))
    }
    guard let fact = node["fact"] else {
      throw CellFault(.wrongFacts, "the key `fact` is missing", at: DataCell(node))
    }
    self.init(fact: DataCell(fact))
    for member in members {
      let cell = DataCell(member.value)
      switch member.key {
      case "fact": break
      case "args": arguments = try FactRecord.arguments(member.value)
      case "value": value = try FactRecord.value(member.value)
      case "on": on = cell
      case "from": from = cell
      case "until": until = cell
      case "accordingTo": accordingTo = FactRecord.views(member.value)
      case "source": source = cell
      default:
        let key = DataCell(.text(member.key), start: member.keyStart, end: member.keyEnd)
        throw CellFault(.wrongFacts, "facts have no key `\(member.key)`", at: key)
      }
    }
  }

  private static func arguments(_ node: JSONNode) throws(CellFault) -> [(key: String?, cell: DataCell)] {
    switch node.value {
    case .array(let elements): return elements.map { (nil, DataCell($0)) }
    case .object(let members): return members.map { ($0.key, DataCell($0.value)) }
    default: throw CellFault(.wrongFacts, "`args` is an object or a list", at: DataCell(node))
    }
  }

  private static func value(_ node: JSONNode) throws(CellFault) -> Value {
    switch node.value {
    case .array:
      throw CellFault(.wrongFacts, "a value, `{\"from\", \"to\"}` or `{\"oneOf\"}` is wanted here", at: DataCell(node))
    case .object(let members):
      if members.count == 1, case .array(let elements)? = node["oneOf"]?.value {
        return .oneOf(elements.map { DataCell($0) })
      }
      guard members.allSatisfy({ $0.key == "from" || $0.key == "to" }), !members.isEmpty else {
        throw CellFault(.wrongFacts, "a range has the keys `from` and `to`", at: DataCell(node))
      }
      return .range(node["from"].map { DataCell($0) }, node["to"].map { DataCell($0) })
    default: return .cell(DataCell(node))
    }
  }

  private static func views(_ node: JSONNode) -> [DataCell] {
    if case .array(let elements) = node.value { return elements.map { DataCell($0) } }
    let cell = DataCell(node)
    return cell.isEmpty ? [] : [cell]
  }

  /// Reads a row of a delimited file, in which the fact is written as a call: `at_war(Russia)`. Several views are parted
  /// by semicolons.
  init(_ row: DataRow, _ columns: [String]) throws(CellFault) {
    guard let position = columns.firstIndex(of: "fact"), !row.cells[position].isEmpty else {
      throw CellFault(
        .wrongFacts, "the column `fact` has to name a fact", at: DataCell(.empty, start: row.start, end: row.end))
    }
    self.init(fact: row.cells[position])
    for (column, cell) in zip(columns, row.cells) where !cell.isEmpty {
      switch column {
      case "value": value = .cell(cell)
      case "on": on = cell
      case "from": from = cell
      case "until": until = cell
      case "accordingTo":
        accordingTo = (cell.written ?? "").split(separator: ";").map { part in
          DataCell(.text(String(part.drop { $0 == " " })), start: cell.start, end: cell.end)
        }
      case "source": source = cell
      default: break
      }
    }
  }

  /// The columns that a delimited file of facts may have.
  static var columns: [String] { ["fact", "value", "on", "from", "until", "accordingTo", "source"] }
}
