import CasusSemantics

/// What statements say of a case at one moment, in one view: the order of precedence of LANGUAGE.md §5, word by word.
struct ReferenceTold {
  let program: Program
  let view: EntityID?
  let moment: Moment
  /// By declaration: those of the view and of none, those of the scenario marked.
  private var statements: [[Spoken]]

  /// A statement with its place.
  struct Spoken {
    var statement: CheckedStatement
    var isScenario: Bool
  }

  init(_ program: Program, scenario: [CheckedStatement], view: EntityID?, moment: Moment) {
    self.program = program
    self.view = view
    self.moment = moment
    statements = Array(repeating: [], count: program.declarations.count)
    for statement in program.statements { add(statement, isScenario: false) }
    for statement in scenario { add(statement, isScenario: true) }
  }

  private mutating func add(_ statement: CheckedStatement, isScenario: Bool) {
    if !statement.views.isEmpty {
      guard let view, statement.views.contains(view) else { return }
    }
    statements[statement.declaration.index].append(Spoken(statement: statement, isScenario: isScenario))
  }

  func speaking(of wanted: ReferenceCase) -> [Spoken] {
    let statements = statements[wanted.declaration.index]
    if statements.isEmpty { return [] }
    return statements.filter { spoken in
      zip(spoken.statement.arguments, wanted.arguments).allSatisfy { $0 == nil || $0 == $1 }
    }
  }

  /// The view's before nobody's, the scenario's before the file's, names before `any`, the latest `from`.
  static func precedes(_ left: Spoken, _ right: Spoken) -> Bool {
    let (first, second) = (rank(left), rank(right))
    if first != second { return first.lexicographicallyPrecedes(second) }
    return from(left) > from(right)
  }

  static func isLevel(_ left: Spoken, _ right: Spoken) -> Bool { !precedes(left, right) && !precedes(right, left) }

  static func rank(_ spoken: Spoken) -> [Int] {
    [
      spoken.statement.views.isEmpty ? 1 : 0, spoken.isScenario ? 0 : 1,
      spoken.statement.arguments.contains { $0 == nil } ? 1 : 0,
    ]
  }

  private static func from(_ spoken: Spoken) -> Moment {
    if case .period(from: let from?, until: _) = spoken.statement.time { return from }
    return .earliest
  }

  static func covers(_ spoken: Spoken, _ moment: Moment) -> Bool {
    guard case .period(let from, let until) = spoken.statement.time else { return false }
    if let from, moment < from { return false }
    if let until, until <= moment { return false }
    return true
  }

  /// What those say that count at a moment: several where they are level.
  static func counting(_ speaking: [Spoken], at moment: Moment) -> [Told] {
    let present = speaking.filter { covers($0, moment) }
    guard let best = present.min(by: precedes) else { return [] }
    return present.filter { isLevel($0, best) }.map { $0.statement.told }
  }

  func counting(_ wanted: ReferenceCase) -> [Told] {
    ReferenceTold.counting(speaking(of: wanted), at: moment)
  }

  /// The truth that level statements give; nil: they say that it is unknown.
  static func truth(_ told: [Told]) -> Bool? {
    for case .truth(let truth) in told { return truth }
    return nil
  }

  /// All of whom the statements in sight ever say that they are parties: those of every view, at any time.
  static func parties(to fact: DeclarationID, in statements: [CheckedStatement]) -> Set<Value> {
    var parties: Set<Value> = []
    for statement in statements where statement.declaration == fact {
      guard statement.told == .truth(true) || statement.told == .unknown else { continue }
      for case let party? in statement.arguments { parties.insert(party) }
    }
    return parties
  }
}
