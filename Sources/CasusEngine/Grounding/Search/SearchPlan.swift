internal import CasusSemantics

/// A search over what is told to the lanes of a question, as far as it is the same for all its cases.
struct SearchPlan: Sendable {
  /// A condition beside the recursion.
  struct Test: Sendable {
    enum Kind: Sendable {
      /// Grounded for each case.
      case condition(ExpressionID)
      /// Looked up in what is told of a fact of one parameter.
      case told(FactRelation, slot: Int)
    }
    var kind: Kind
    var isNegated: Bool

    /// Whether it is the fact of one parameter for what stands in a slot.
    func isLimit(of slot: Int) -> Bool {
      if case .told(_, slot) = kind { true } else { false }
    }
  }

  struct Start: Sendable {
    enum Source: Sendable {
      case rows(FactRelation.Rows, of: ExpressionID?)
      case same(ExpressionID)

      /// Whether it leads to members of a type of so many.
      func leads(to memberCount: Int) -> Bool {
        if case .rows(let rows, _) = self { rows.otherCount == memberCount } else { true }
      }
    }
    var source: Source
    var tests: [Test]
    var frameSize: Int
  }

  struct Step: Sendable {
    /// The cases of the fact by what lies between.
    var rows: FactRelation.Rows
    var middleSlot: Int
    /// How certain the conditions are at most that are facts of one parameter, by the member; nil where there are none.
    var limits: [Strength]?
    var middleLimits: [Strength]?
    /// The other conditions.
    var tests: [Test]
    var middleTests: [Test]
    var frameSize: Int

    var hasTests: Bool { !tests.isEmpty || !middleTests.isEmpty }
  }

  let moving: Int
  let memberCount: Int
  var starts: [Start] = []
  var steps: [Step] = []

  /// How certain facts of one parameter for a slot are together, by the member; nil where there are none.
  static func limits(by tests: [Test], slot: Int, count: Int) -> [Strength]? {
    var limits: [Strength]?
    for test in tests {
      guard case .told(let relation, slot) = test.kind else { continue }
      var found = [Strength](repeating: test.isNegated ? .holds : .fails, count: count)
      let row = relation.rows[1]
      for place in row.range(of: 0) {
        let strength = Strength(row.states[place])
        found[Int(row.others[place])] = test.isNegated ? strength.opposite : strength
      }
      limits = limits.map { zip($0, found).map { min($0, $1) } } ?? found
    }
    return limits
  }
}

/// How certain something is, for all lanes alike.
enum Strength: UInt8, Comparable, Sendable {
  case fails, open, holds

  /// - Parameter state: settled for all lanes.
  init(_ state: FactRelation.State) {
    switch state {
    case .fails: self = .fails
    case .holds: self = .holds
    case .open, .byLane: self = .open
    }
  }

  var opposite: Strength {
    switch self {
    case .fails: .holds
    case .open: .open
    case .holds: .fails
    }
  }

  static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
}

/// What searches have found, for one question.
struct SearchRecord: Sendable {
  struct Key: Hashable, Sendable {
    var declaration: Int
    /// The arguments, with nothing in the place that moves.
    var arguments: [GroundValue]
  }

  /// Variables, by what they are bound for.
  struct Binding: Hashable, Sendable {
    var condition: ExpressionID
    /// The slot of the first, and how many there are.
    var slot: Int
    var count: Int
  }

  /// Nil where a rule is no search over what these lanes are told.
  var plans: [Int: SearchPlan?] = [:]
  var relations: [Int: FactRelation?] = [:]
  /// Which facts pick the values of variables.
  var joins: [Binding: [Join?]] = [:]
  private var found: [Key: [Strength]] = [:]
  private var size = 0
  /// About how many steps more grounding case by case would have taken.
  private(set) var savedSteps = 0
  private static let maximumSize = 1 << 26

  subscript(key: Key) -> [Strength]? { found[key] }

  mutating func keep(_ strengths: [Strength], for key: Key) {
    if size + strengths.count > Self.maximumSize {
      found = [:]
      size = 0
    }
    found[key] = strengths
    size += strengths.count
  }

  mutating func noteSaved(_ steps: Int) {
    let (sum, overflow) = savedSteps.addingReportingOverflow(steps)
    savedSteps = overflow ? .max : sum
  }
}
