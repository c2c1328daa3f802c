import CasusDiagnostics
import CasusSyntax

/// One line of a `table`, its names resolved to columns: what each row of the data file is made into.
struct RowPlan {
  enum Argument {
    case column(Int)
    case constant(Value)
    case any
  }
  var polarity: Polarity
  var declaration: DeclarationID
  var parameters: [CheckedParameter]
  var arguments: [Argument]
  var value: Int?
  var on: Int?
  var from: Int?
  var until: Int?
  var accordingTo: Int?
  var when: CellCondition?
  /// What its value is, and ranges over.
  var type: ValueType
  var domain: DomainReference?
  /// Whether a row of it tells that something happened.
  var isOccurrence: Bool
}

/// A condition over the cells of a row. An empty cell is unknown, and so is what is compared with it.
indirect enum CellCondition {
  case truth(Bool)
  /// A cell that says `true` or `false`.
  case column(Int)
  case and([CellCondition])
  case or([CellCondition])
  case not(CellCondition)
  case comparison(ComparisonOperator, CellOperand, CellOperand)
  case list(CellOperand, [CellOperand])
  case range(CellOperand, CellOperand, CellOperand)
}

enum CellOperand {
  case column(Int)
  case constant(Value, ValueType)
}

/// Why a row cannot be read, and where.
struct CellFault: Error {
  var code: DiagnosticCode
  var message: String
  var start: Int
  var end: Int
  var suggestion: String?

  init(_ code: DiagnosticCode, _ message: String, at cell: DataCell, suggestion: String? = nil) {
    self.code = code
    self.message = message
    start = cell.start
    end = cell.end
    self.suggestion = suggestion
  }
}

extension DataCell {
  var isEmpty: Bool { content == .empty }

  /// What is written in it; nil where nothing is, or more than one thing.
  var written: String? {
    switch content {
    case .text(let text): text
    case .number(let number): number
    case .truth(let truth): truth ? "true" : "false"
    case .empty, .nested: nil
    }
  }
}
