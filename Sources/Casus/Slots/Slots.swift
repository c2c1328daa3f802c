internal import CasusEngine
internal import CasusSemantics

/// How values of a host's own type fill slots: a key path for each fact.
///
/// ```swift
/// struct Incident { var attacked: Bool?; var troops: Int }
/// let prepared = try query.prepared(for: Slots<Incident>()
///   .slot("attacked(Alba)", \.attacked)
///   .slot("troops(DPRK)", \.troops))
/// try prepared.truth(of: Incident(attacked: nil, troops: 11_000))
/// ```
public struct Slots<Root>: Sendable {
  /// Made where the types are known, so that filling a slot is made for them.
  @usableFromInline struct Binding: Sendable {
    var fact: FactCase
    var fits: @Sendable (Slot.Kind) -> Bool
    var typeName: String
    var fill: @Sendable (Root, Int, inout Case) throws(CasusError) -> Void

    @usableFromInline init(
      fact: FactCase, fits: @escaping @Sendable (Slot.Kind) -> Bool, typeName: String,
      fill: @escaping @Sendable (Root, Int, inout Case) throws(CasusError) -> Void
    ) {
      self.fact = fact
      self.fits = fits
      self.typeName = typeName
      self.fill = fill
    }
  }
  private(set) var bindings: [Binding] = []

  /// No slots yet.
  public init() {}

  /// Adds a slot that a property fills.
  ///
  /// - Parameters:
  ///   - fact: the case of a fact or an event, as one would state it.
  ///   - path: the property. Nil in it is what is not known.
  @inlinable
  public func slot<Property: SlotConvertible>(
    _ fact: FactCase, _ path: any KeyPath<Root, Property> & Sendable
  ) -> Slots {
    adding(
      Binding(fact: fact, fits: { Property.fits($0) }, typeName: "\(Property.self)") {
        (root, slot, incident) throws(CasusError) in
        try incident.set(slot, to: root[keyPath: path].slotValue)
      })
  }

  @usableFromInline func adding(_ binding: Binding) -> Slots {
    var slots = self
    slots.bindings.append(binding)
    return slots
  }
}

/// A prepared query whose cases are values of a host's own type.
///
/// ```swift
/// let screening = try query.prepared(for: Slots<Incident>().slot("attacked(Alba)", \.attacked))
/// let truth = try screening.truth(of: Incident(attacked: true))
/// ```
public struct TypedQuery<Root>: Sendable {
  /// The query for cases set slot by slot.
  public let prepared: PreparedQuery
  private let fill: @Sendable (Root, inout Case) throws(CasusError) -> Void

  init(_ prepared: PreparedQuery, filling fill: @escaping @Sendable (Root, inout Case) throws(CasusError) -> Void) {
    self.prepared = prepared
    self.fill = fill
  }

  /// What the question comes to, as a value tells.
  ///
  /// - Throws: `invalidCase` where a property has a value that its fact cannot have, such as an entity that the program
  ///   does not know; else as ``PreparedQuery/truth(of:)``.
  public func truth(of root: Root) throws(CasusError) -> Truth { try prepared.truth(of: incident(root)) }

  /// The case that a value tells.
  ///
  /// - Throws: `invalidCase`; `hostFailed` where the type encodes its fields itself, and throws.
  public func incident(_ root: Root) throws(CasusError) -> Case {
    var incident = prepared.openCase
    try fill(root, &incident)
    return incident
  }

  /// The same into a case that is there: that spares making one.
  ///
  /// ```swift
  /// var incident = screening.prepared.openCase
  /// for root in roots {
  ///   try screening.read(root, into: &incident)
  ///   count(try screening.prepared.truth(of: incident))
  /// }
  /// ```
  ///
  /// - Throws: as ``incident(_:)``; the case is then as far as it was read.
  public func read(_ root: Root, into incident: inout Case) throws(CasusError) {
    try prepared.check(incident)
    try fill(root, &incident)
  }
}

extension Query {
  /// Prepares the question for values of a host's own type. That the type of every property fits its fact is checked now.
  ///
  /// - Throws: `invalidCase` where one does not, with the place where the fact is declared; else as
  ///   ``prepared(for:given:asOf:limits:)-([FactCase],_,_,_)``.
  public func prepared<Root>(
    for slots: Slots<Root>, given facts: Facts? = nil, asOf date: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> TypedQuery<Root> {
    let bindings = slots.bindings
    let prepared = try prepared(
      for: bindings.map { $0.fact }, given: facts, asOf: date, limits: limits)
    for (slot, binding) in bindings.enumerated() {
      try prepared.require(binding.fits, of: slot, toBe: binding.typeName)
    }
    let fills = bindings.map { $0.fill }
    return TypedQuery(prepared) { (root, incident) throws(CasusError) in
      for slot in fills.indices { try fills[slot](root, slot, &incident) }
    }
  }
}

extension PreparedQuery {
  /// - Throws: `invalidCase` where a type does not fit a slot.
  func require(_ fits: (Slot.Kind) -> Bool, of slot: Int, toBe typeName: String) throws(CasusError) {
    if fits(slots[slot].kind) { return }
    let declaration = query.program[layout.core.slots[slot].declaration]
    throw CasusError(
      .invalidCase,
      "`\(slots[slot].name)` is of kind \(slots[slot].kind), which no \(typeName) fills",
      at: Diagnostic.Place(declaration.span, in: query.sources))
  }
}
