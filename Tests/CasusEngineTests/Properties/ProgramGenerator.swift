/// Writes small well-typed programs in which everything of the language meets everything else, at one moment.
///
/// What is written first is a list of all that can be called; then come bodies, statements and questions. Blanks stand
/// around every word and bracket, so that a failing text can be made smaller word by word.
struct ProgramGenerator {
  enum Domain: Equatable {
    case state, pair, step, colour
    /// Whole numbers without end.
    case number
    /// The parties of an instrument, by its name.
    case party(String)

    /// What its members are: what is of one kind can stand for one another.
    var kind: Result {
      switch self {
      case .state, .pair, .party: .state
      case .step, .number: .integer
      case .colour: .colour
      }
    }
  }

  enum Result: Equatable {
    case condition, integer, decimal, colour, state, step, date, text, duration
  }

  enum Kind: Equatable { case fact, event, rule, definition, norm }

  /// Something that can be called.
  struct Callable {
    var name: String
    var kind: Kind
    var result: Result = .condition
    var parameters: [Domain] = []
    /// Whether its arguments carry the labels `by` and `to`.
    var isLabelled = false
    var instrument: String?
    /// Of derived things: what stands behind in this order may not be called, unless the program is recursive.
    var order = 0
  }

  /// What can be named inside an expression.
  struct Scope {
    var variables: [(name: String, domain: Domain)] = []
    var instrument: String?
    /// Derived things below this may be called.
    var order = Int.max
    /// In recursive programs definitions rest on facts alone: no value depends on itself.
    var allowsDerived = true
    /// Gaps stand in declarations alone.
    var allowsGaps = false
  }

  var random: RandomSource
  var program = GeneratedProgram()
  var callables: [Callable] = []
  var instruments: [String] = []
  /// Rules may call rules that stand behind them, and themselves.
  let isRecursive: Bool
  /// Statements carry periods and questions dates.
  let isDated: Bool
  /// What was told, so that nothing level contradicts it.
  var told: Set<String> = []
  var gapCount = 0
  /// Whose views statements are of.
  var views = ProgramGenerator.states

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
    isRecursive = random.chance(35)
    isDated = random.chance(60)
  }

  /// - Parameter views: how many actors speak; if none, the states do.
  static func program(seed: UInt64, views: Int = 0) -> GeneratedProgram {
    var generator = ProgramGenerator(seed: seed)
    generator.writeTypes()
    if views > 0 {
      generator.views = (0..<views).map { "V\($0)" }
      generator.program.types += ["type Actor", "entity \(generator.views.joined(separator: " , ")) : Actor"]
    }
    generator.declareFacts()
    generator.declareDerived()
    generator.writeBodies()
    generator.writeStatements()
    generator.writeScenarios()
    return generator.program
  }

  static let states = ["A", "B", "C"]
  static let pair = ["A", "B"]
  static let colours = ["Red", "Green", "Blue"]
  static let dates = ["2000-01-01", "2001-01-01", "2002-01-01", "2003-01-01"]
  static let moments = dates + ["1999-06-01", "2000-06-01", "2001-06-01", "2002-06-01", "2003-06-01"]
  static let integers = ["1", "3"]

  mutating func writeTypes() {
    program.types = [
      "type State", "entity A , B , C : State", "type Colour = Red | Green | Blue", "set Pair = { A , B }",
      "set Step = 1 .. 3",
    ]
  }

  /// The name as seen from inside an instrument, or from outside of all.
  func path(_ callable: Callable, from instrument: String?) -> String {
    guard let home = callable.instrument, home != instrument else { return callable.name }
    return "\(home).\(callable.name)"
  }

  static func domainName(_ domain: Domain, from instrument: String?) -> String {
    switch domain {
    case .state: "State"
    case .pair: "Pair"
    case .step: "Step"
    case .colour: "Colour"
    case .number: "Int"
    case .party(let name): name == instrument ? "Party" : "\(name).Party"
    }
  }

  static func typeName(_ result: Result) -> String {
    switch result {
    case .condition: "Bool"
    case .integer: "Int"
    case .decimal: "Decimal"
    case .colour: "Colour"
    case .state: "State"
    case .step: "Step"
    case .date: "Date"
    case .text: "Text"
    case .duration: "Duration"
    }
  }

  /// The constants that a value of a domain can be written as.
  static func members(_ domain: Domain) -> [String] {
    switch domain {
    case .state, .party: states
    case .pair: pair
    case .step, .number: ["1", "2", "3"]
    case .colour: colours
    }
  }

  /// The constants that values of a type are compared with and told to be.
  static func constants(_ result: Result) -> [String] {
    switch result {
    case .condition: ["true", "false"]
    case .integer: integers
    case .decimal: ["0.5", "1.5"]
    case .colour: colours
    case .state: states
    case .step: ["1", "2", "3"]
    case .date: ["2001-01-01", "2002-02-28"]
    case .text: ["\"oral\"", "\"written\""]
    case .duration: ["20 days", "36 hours"]
    }
  }

  /// `( _ p0 : State , _ p1 : Pair )`.
  func heading(_ callable: Callable) -> String {
    if callable.parameters.isEmpty { return "" }
    let labels = callable.isLabelled ? ["by", "to"] : []
    let parameters = callable.parameters.enumerated().map { index, domain in
      let label = index < labels.count ? labels[index] : "_"
      return "\(label) p\(index) : \(ProgramGenerator.domainName(domain, from: callable.instrument))"
    }
    return "( " + parameters.joined(separator: " , ") + " )"
  }
}
