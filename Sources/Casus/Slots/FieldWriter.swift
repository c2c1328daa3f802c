/// Writes the fields of a host's value into the slots of a case.
final class FieldWriter: FieldSink {
  /// Which field fills which slot.
  struct Plan: Sendable {
    let rootName: String
    /// The names of the fields, in the order of the slots.
    let names: [String]
    let slots: [String: Int]
    /// Whether there may be others, which are skipped.
    let skipsOthers: Bool

    init(_ lister: FieldLister, skipsOthers: Bool) {
      rootName = lister.rootName
      names = lister.fields.map { $0.name }
      slots = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
      self.skipsOthers = skipsOthers
    }
  }

  private let plan: Plan
  var incident: Case
  var failure: CasusError?
  /// How many fields have come in the order of the slots, and which came out of it.
  private var position = 0
  private var strays: Set<Int> = []
  /// The slot whose value encodes itself, and whether it has done so.
  private var openSlot: Int?
  private var isWritten = false

  var rootName: String { plan.rootName }
  var openField: String? { openSlot.map { plan.names[$0] } }

  /// - Parameter incident: any case of the query; what it tells is replaced.
  init(_ plan: Plan, _ incident: Case) {
    self.plan = plan
    self.incident = incident
  }

  /// Writes all fields.
  ///
  /// - Throws: `invalidCase` where one is missing, or comes twice, or does not fit; `hostFailed` for the host's own errors.
  func write(_ root: some Encodable) throws(CasusError) {
    do {
      try encode(root)
    } catch {
      throw CasusError(error, thrownBy: rootName)
    }
    guard position + strays.count != plan.names.count else { return }
    let missing = plan.names.indices.first { $0 >= position && !strays.contains($0) } ?? 0
    throw CasusError(.invalidCase, "the field `\(plan.names[missing])` of `\(rootName)` is missing")
  }

  func reads(_ field: String) -> Bool { plan.slots[field] != nil }

  func take(_ truth: Bool?, _ field: String) throws {
    if let slot = try slot(of: field) { try incident.set(slot, to: truth) }
  }

  func take(_ number: Int?, _ field: String) throws {
    if let slot = try slot(of: field) { try incident.set(slot, to: number) }
  }

  func take(_ text: String?, _ field: String) throws {
    if let slot = try slot(of: field) { try incident.set(slot, to: text) }
  }

  func takeOther<Field: Encodable>(_ value: Field?, _ field: String) throws {
    if let slot = try slot(of: field) { try put(value, in: slot) }
  }

  func takeNil(_ field: String) throws {
    if let slot = try slot(of: field) { try incident.clear(slot) }
  }

  func takeSingle<Field: Encodable>(_ value: Field?) throws {
    guard let slot = openSlot else { return }
    isWritten = true
    try put(value, in: slot)
  }

  func takeSingleNil() throws {
    guard let slot = openSlot else { return }
    isWritten = true
    try incident.clear(slot)
  }

  /// The slot that a field fills. Fields mostly come in the order of the slots: then none has to be looked up.
  @inline(__always)
  private func slot(of field: String) throws(CasusError) -> Int? {
    if strays.isEmpty, position < plan.names.count, plan.names[position] == field {
      position += 1
      return position - 1
    }
    guard let slot = plan.slots[field] else {
      if plan.skipsOthers { return nil }
      throw CasusError(.invalidCase, "the field `\(field)` was not among those of the example")
    }
    guard slot >= position, strays.insert(slot).inserted else {
      throw CasusError(.invalidCase, "the field `\(field)` is encoded twice")
    }
    return slot
  }

  private func put<Field: Encodable>(_ value: Field?, in slot: Int) throws {
    guard let value else { return try incident.clear(slot) }
    if let value = value as? any SlotConvertible { return try incident.set(slot, to: value.slotValue) }
    if let number = value as? any BinaryInteger {
      guard let number = Int(exactly: number) else {
        throw CasusError(
          .invalidCase, "the field `\(plan.names[slot])`: \(number) does not fit in 64 bits")
      }
      return try incident.set(slot, to: number)
    }
    if value is any FloatingPoint { throw CasusError(inexact: plan.names[slot], Field.self) }
    let outer = openSlot
    openSlot = slot
    isWritten = false
    try encode(value)
    openSlot = outer
    if !isWritten { throw CasusError(.invalidCase, "the field `\(plan.names[slot])` encodes no value") }
  }
}
