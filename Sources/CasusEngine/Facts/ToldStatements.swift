package import CasusSemantics

/// The statements of the files with those of the scenario behind them, by position.
package struct ToldStatements: RandomAccessCollection, Sendable {
  var file: [CheckedStatement]
  var scenario: [CheckedStatement]

  package var startIndex: Int { 0 }
  package var endIndex: Int { file.count + scenario.count }

  package subscript(position: Int) -> CheckedStatement {
    position < file.count ? file[position] : scenario[position - file.count]
  }

  func time(of position: Int32) -> CheckedStatement.Time { property(of: position) { $0.time } }
  func told(of position: Int32) -> Told { property(of: position) { $0.told } }
  func views(of position: Int32) -> [EntityID] { property(of: position) { $0.views } }
  func isOfHeading(_ position: Int32) -> Bool { property(of: position) { $0.isOfHeading } }
  /// Whether it names its case, and says `any` of nothing.
  func isNamed(_ position: Int32) -> Bool { property(of: position) { !$0.arguments.contains(nil) } }

  /// A property of a statement, without a copy of the others.
  @inline(__always)
  func property<Property>(of position: Int32, _ property: (CheckedStatement) -> Property) -> Property {
    let index = Int(position)
    return index < file.count ? property(file[index]) : property(scenario[index - file.count])
  }
}
