/// The types of the language, by the names that programs write.
enum BuiltInType: String, CaseIterable {
  case int = "Int"
  case decimal = "Decimal"
  case text = "Text"
  case date = "Date"
  case duration = "Duration"

  var type: ValueType {
    switch self {
    case .int: .integer
    case .decimal: .decimal
    case .text: .text
    case .date: .date
    case .duration: .duration
    }
  }
}
