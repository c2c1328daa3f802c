internal import CasusEngine

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
  struct Binding: Sendable {
    var fact: FactCase
    var fits: @Sendable (Slot.Kind) -> Bool
    var typeName: String
    var fill: @Sendable (Root, Int, inout Case) throws(CasusError) -> Void
  }
  private(set) var bindings: [Binding] = []

  /// No slots yet.
  public init() {}

  /// Adds a slot that a property fills.
  ///
  /// - Parameters:
  ///   - fact: the case of a fact or an event, as one would state it.
  ///   - path: the property. Nil in it is what is not known.
  public func slot<Property: SlotConvertible>(
    _ fact: FactCase, _ path: any KeyPath<Root, Property> & Sendable
  ) -> Slots {
    var slots = self
    slots.bindings.append(
      Binding(fact: fact, fits: { Property.fits($0) }, typeName: "\(Property.self)") {
        (root, slot, incident) throws(CasusError) in
        try incident.set(slot, to: root[keyPath: path].slotValue)
      })
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
  private let bindings: [Slots<Root>.Binding]

  init(_ prepared: PreparedQuery, _ bindings: [Slots<Root>.Binding]) {
    self.prepared = prepared
    self.bindings = bindings
  }

  /// What the question comes to, as a value tells.
  ///
  /// - Throws: `invalidCase` where a property has a value that its fact cannot have, such as an entity that the program
  ///   does not know; else as ``PreparedQuery/truth(of:)``.
  public func truth(of root: Root) throws(CasusError) -> Truth { try prepared.truth(of: incident(root)) }

  /// The case that a value tells.
  ///
  /// - Throws: `invalidCase`.
  public func incident(_ root: Root) throws(CasusError) -> Case {
    var incident = prepared.openCase
    for (slot, binding) in bindings.enumerated() { try binding.fill(root, slot, &incident) }
    return incident
  }
}

extension Query {
  /// Prepares the question for values of a host's own type. That the type of every property fits its fact is checked now.
  ///
  /// - Throws: `invalidCase` where one does not; else as ``prepared(for:given:asOf:limits:)-([FactCase],_,_,_)``.
  public func prepared<Root>(
    for slots: Slots<Root>, given facts: Facts? = nil, asOf date: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> TypedQuery<Root> {
    let prepared = try prepared(for: slots.bindings.map { $0.fact }, given: facts, asOf: date, limits: limits)
    for (slot, binding) in zip(prepared.slots, slots.bindings) where !binding.fits(slot.kind) {
      throw CasusError(.invalidCase, "`\(slot.name)` is of kind \(slot.kind), which no \(binding.typeName) fills")
    }
    return TypedQuery(prepared, slots.bindings)
  }
}
