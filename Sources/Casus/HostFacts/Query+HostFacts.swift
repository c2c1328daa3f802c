internal import CasusAnalysis
internal import CasusEngine
internal import CasusSemantics

extension Query {
  /// Answers the question, and calls functions of the host for facts that it turns on.
  ///
  /// - Parameters:
  ///   - facts: what is known; nil: what the program itself tells.
  ///   - date: the moment asked about, as for ``answer(given:asOf:limits:)``.
  ///   - host: what can be supplied.
  ///   - limits: what each of the answers on the way may cost: there is one more than there are calls.
  /// - Throws: `hostFailed`, `invalidStatement` where what is supplied is not of the fact's type, and what
  ///   ``answer(given:asOf:limits:)`` throws.
  public func answer(
    given facts: Facts? = nil, asOf date: Moment? = nil, asking host: HostFacts, limits: Limits = Limits()
  ) throws(CasusError) -> Answer {
    try answer(given: self.facts(given: facts, asOf: date, asking: host, limits: limits), asOf: date, limits: limits)
  }

  /// What is known once functions of the host have supplied all that the answer turns on: for an answer and its
  /// explanation, with no function called twice.
  ///
  /// ```swift
  /// let known = try query.facts(given: facts, asking: host)
  /// let (answer, why) = (try query.answer(given: known), try query.explanation(given: known))
  /// ```
  ///
  /// - Parameters:
  ///   - facts: what is known at first; nil: what the program itself tells.
  ///   - date: the moment asked about, as for ``answer(given:asOf:limits:)``.
  ///   - host: what can be supplied.
  ///   - limits: what each of the answers on the way may cost.
  /// - Throws: as ``answer(given:asOf:asking:limits:)``.
  public func facts(
    given facts: Facts? = nil, asOf date: Moment? = nil, asking host: HostFacts, limits: Limits = Limits()
  ) throws(CasusError) -> Facts {
    var facts = try own(facts)
    guard host.storage === storage else {
      throw CasusError(.foreignFacts, "these host facts belong to another program than the query")
    }
    while let open = try nextCase(facts, asOf: moment(date, facts), host, limits) {
      guard let supplier = host.supplier(of: ToldCase(open)) else { break }
      try facts.ask(supplier, for: open, in: program)
    }
    return facts
  }

  private func nextCase(
    _ facts: Facts, asOf moment: CasusSemantics.Moment, _ host: HostFacts, _ limits: Limits
  ) throws(CasusError) -> CasusEngine.OpenFact? {
    var base = facts.base(for: self)
    base.askedDeclarations = Set(host.declarations.keys)
    base.askedCases = Set(host.cases.keys.compactMap { base.key(of: CasusEngine.OpenFact($0)) })
    do throws(EngineError) {
      return try Inquiry(question, facts: base, asOf: moment, limits: limits.engine(for: storage)).next { open, _ in
        host.supplier(of: ToldCase(open)) != nil
      }
    } catch {
      guard case .openDomain(let place) = error else { throw CasusError(error, to: self) }
      let message = "a variable runs over a range whose ends are not known: they are told, and cannot be supplied"
      throw CasusError(.fault, message, at: Diagnostic.Place(place, in: sources))
    }
  }
}

extension Facts {
  /// Has a function supply a case, and takes what it says.
  fileprivate mutating func ask(
    _ supplier: HostFacts.Supplier, for open: CasusEngine.OpenFact, in program: CasusSemantics.Program
  ) throws(CasusError) {
    let name = program.sourceForm(of: open.declaration, open.arguments)
    let fact = FactCase(name, ToldCase(open))
    let declaration = program[open.declaration]
    let place = Diagnostic.Place(declaration.span, in: storage.sources)
    let asked = HostFacts.Case(
      fact: fact, arguments: open.arguments.map { Value($0, in: program) },
      names: declaration.parameters.map { $0.label ?? $0.name })
    let reply: Interview.Reply
    do {
      reply = try supplier.reply(asked)
    } catch {
      throw CasusError(.hostFailed, "`\(name)` could not be supplied: \(error)", at: place)
    }
    do throws(CasusError) {
      try add(reply, to: fact, accordingTo: [], source: supplier.source)
    } catch {
      throw CasusError(error.code, "`\(name)`, which the host supplies: \(error.message)", at: place)
    }
  }
}

extension ToldCase {
  fileprivate init(_ open: CasusEngine.OpenFact) {
    self.init(open.declaration, open.arguments.map { Optional($0) })
  }
}

extension CasusEngine.OpenFact {
  /// A single case that somebody can supply.
  fileprivate init(_ found: ToldCase) {
    self.init(declaration: found.declaration, arguments: found.arguments.compactMap { $0 })
  }
}
