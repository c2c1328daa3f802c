internal import CasusSemantics

/// Facts that functions of the host supply when an answer turns on them.
///
/// ```swift
/// var host = program.hostFacts
/// try host.supply("mobilised(Alba)", source: "Gazette") { try registry.isMobilised("Alba") }
/// try host.supply(each: "troops") { asked in registry.troops(of: asked[0]) }
/// let answer = try query.answer(given: facts, asking: host)
/// ```
///
/// A function is called only for a case that the answer still turns on and of which no statement that is nobody's speaks,
/// at most once in an answer, and one at a time: that which most often decides, as things stand then, comes first; what
/// only the views of some, or the status of a norm, turn on comes behind it, in the order of the views. Until a case has
/// been supplied, nothing is presumed of it. What is supplied holds for all time, and is nobody's statement.
///
/// Functions should give the same each time: what an answer comes to, in each view, and the status and due date of a norm
/// are then as if all that they would say had been told before. Three things they do not reach. Events happen at moments,
/// and are told. For conflicts between norms, which an answer lists beside the rest, no function is called. And where a
/// fact is the end of a range that a variable runs over, as in `count(n in 1..size where …)`, it must be told: a question
/// that meets such a range throws `fault`, with its place.
public struct HostFacts: Sendable {
  /// The case for which a function is called.
  public struct Case: Sendable {
    /// The case, as one would state it: `troops(Alba)`.
    public let fact: FactCase
    /// What is asked for each parameter, in order; an entity goes by its name.
    public let arguments: [Value]
    /// The label of each parameter, else its name.
    let names: [String]

    /// The argument at a position; nil where there is none.
    public subscript(_ position: Int) -> Value? { arguments.indices.contains(position) ? arguments[position] : nil }

    /// The argument of a parameter, by its label, else its name; nil where there is none.
    public subscript(_ name: String) -> Value? { names.firstIndex(of: name).map { arguments[$0] } }
  }

  /// How a case is found out.
  struct Supplier: Sendable {
    let source: String?
    let reply: @Sendable (Case) throws -> Interview.Reply
  }

  let storage: ProgramStorage
  private(set) var cases: [ToldCase: Supplier] = [:]
  private(set) var declarations: [DeclarationID: Supplier] = [:]

  init(_ storage: ProgramStorage) { self.storage = storage }

  /// Lets a function supply one case of a fact. It comes before one that supplies each case.
  ///
  /// - Parameters:
  ///   - fact: the case.
  ///   - source: where what it says stands; explanations quote it.
  ///   - value: finds out whether it holds, or what it is.
  /// - Throws: `invalidStatement` where the program has no such case, or none that can be supplied, with the place where it is
  ///   declared: events happen at moments, rules follow from facts, and who is a party is told.
  public mutating func supply<Supplied: HostValue>(
    _ fact: FactCase, source: String? = nil, _ value: @escaping @Sendable () throws -> Supplied
  ) throws(CasusError) {
    let found = try Facts(storage).find(fact)
    try requireFact(found.declaration, named: fact.description)
    guard !found.arguments.contains(nil) else {
      let message = "`\(fact)` is no single case: supply each case of the fact by its name alone"
      throw CasusError(.invalidStatement, message)
    }
    cases[found] = Supplier(source: source) { _ in try value().reply }
  }

  /// Lets a function supply every case of a fact.
  ///
  /// - Parameters:
  ///   - name: of the fact, with that of its instrument where it has one: `CSP.notified`.
  ///   - source: where what it says stands; explanations quote it.
  ///   - value: finds out whether a case holds, or what it is.
  /// - Throws: `unknownName` where the program has no such fact; `invalidStatement` where it cannot be supplied.
  public mutating func supply<Supplied: HostValue>(
    each name: String, source: String? = nil, _ value: @escaping @Sendable (Case) throws -> Supplied
  ) throws(CasusError) {
    guard let index = storage.program.declarations.firstIndex(where: { $0.qualifiedName == name }) else {
      throw CasusError(.unknownName, "the program has no fact that is called `\(name)`")
    }
    let declaration = DeclarationID(index)
    try requireFact(declaration, named: name)
    declarations[declaration] = Supplier(source: source) { try value($0).reply }
  }

  private func requireFact(_ declaration: DeclarationID, named name: String) throws(CasusError) {
    let declared = storage.program[declaration]
    let isParty = storage.program.instruments.contains { $0.partyFact == declaration }
    let reason: String
    switch declared.kind {
    case .fact where !isParty: return
    case .fact: reason = "says who is a party, which is told"
    case .event: reason = "is an event: that it happened, and when, is told with `assert(_:on:)`"
    default: reason = "follows from facts: supply these"
    }
    throw CasusError(
      .invalidStatement, "`\(name)` cannot be supplied, since it \(reason)",
      at: Diagnostic.Place(declared.span, in: storage.sources))
  }

  /// Who supplies a case.
  func supplier(of open: ToldCase) -> Supplier? { cases[open] ?? declarations[open.declaration] }
}

extension Program {
  /// No facts as yet, to which functions are added that supply some.
  public var hostFacts: HostFacts { HostFacts(storage) }
}
