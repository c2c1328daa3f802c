package import CasusEngine
package import CasusSemantics

extension FactBase {
  /// Statements that say the same in fewer words: where every case of a parameter is denied, its denials are one, with
  /// `any`.
  ///
  /// A case that some statement of the same view, or of none, names is left alone: what names a case comes before what
  /// says `any`.
  package func joiningDenials(in statements: [CheckedStatement]) -> [CheckedStatement] {
    var statements = statements
    for declaration in Set(statements.map { $0.declaration }).sorted() {
      for position in program[declaration].parameters.indices {
        joinDenials(of: declaration, at: position, in: &statements)
      }
    }
    return statements
  }

  /// The same for statements of a table, to which those are added that stand for several.
  func joiningDenials(at places: [Int], in tellings: inout ExactModel.Tellings) -> [Int] {
    // Most say too little of anything to be joined.
    let denials = places.count { place in
      if case .truth(false) = tellings.statements[place].told {
        !tellings.statements[place].arguments.isEmpty
      } else {
        false
      }
    }
    if denials < 2 { return places }
    let joined = joiningDenials(in: places.map { tellings.statements[$0] })
    return joined.count == places.count ? places : joined.map { tellings.place(of: $0) }
  }

  private func joinDenials(
    of declaration: DeclarationID, at position: Int, in statements: inout [CheckedStatement]
  ) {
    guard let members = members(of: program[declaration].parameters[position].domain), members.count > 1 else { return }
    var groups: [DenialGroup: [Int]] = [:]
    for (number, statement) in statements.enumerated()
    where statement.declaration == declaration && statement.told == .truth(false)
      && statement.arguments[position] != nil && !isNamed(statement)
    {
      groups[DenialGroup(statement, without: position), default: []].append(number)
    }
    var isDropped = Array(repeating: false, count: statements.count)
    for numbers in groups.values where numbers.count == members.count {
      statements[numbers[0]].arguments[position] = nil
      for number in numbers.dropFirst() { isDropped[number] = true }
    }
    statements = statements.enumerated().filter { !isDropped[$0.offset] }.map { $0.element }
  }

  /// Whether statements in sight name the case that a statement speaks of; of one that says `any`, that was asked before.
  private func isNamed(_ statement: CheckedStatement) -> Bool {
    guard let index = index(of: statement.declaration) else { return true }
    var arguments: [Int] = []
    for argument in statement.arguments {
      guard let argument else { return false }
      guard let integer = program.scalar(of: argument, texts: texts).integer else { return true }
      arguments.append(integer)
    }
    guard let ordinal = index.ordinal(of: arguments) else { return true }
    let key = CaseKey(statement.declaration, ordinal: ordinal)
    return self.statements(of: key).contains { position in
      let other = self.statements[Int(position)]
      return !other.arguments.contains(nil)
        && (other.views.isEmpty || !Set(other.views).isDisjoint(with: statement.views))
    }
  }
}

/// Denials that are alike but for one argument.
private struct DenialGroup: Hashable {
  var arguments: [Value?]
  var time: CheckedStatement.Time
  var views: [EntityID]

  init(_ statement: CheckedStatement, without position: Int) {
    arguments = statement.arguments
    arguments[position] = nil
    time = statement.time
    views = statement.views
  }
}
