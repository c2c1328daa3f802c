/// A case that is changed slot by slot, and its answer, which is found anew after each change.
///
/// ```swift
/// var live = try prepared.live(prepared.openCase)
/// let change = try live.set(0, to: true)
/// if change.isChange { print(change.old.truth, "→", change.new.truth) }
/// ```
public struct LiveCase: Sendable {
  /// What a change of a slot did to the answer.
  public struct Change: Hashable, Sendable {
    /// The answer before.
    public let old: CaseAnswer
    /// The answer since.
    public let new: CaseAnswer
    /// Whether the two differ.
    public var isChange: Bool { old != new }
  }

  private let query: PreparedQuery
  /// What is told.
  public private(set) var incident: Case
  /// What it comes to.
  public private(set) var answer: CaseAnswer

  init(_ query: PreparedQuery, _ incident: Case) throws(CasusError) {
    self.query = query
    self.incident = incident
    answer = try query.answer(of: incident)
  }

  /// Tells a slot anew, and asks again.
  ///
  /// - Throws: as ``Case/set(_:to:)-(_,SlotValue)`` and ``PreparedQuery/truth(of:)``; everything is then as it was.
  public mutating func set(_ slot: Int, to value: SlotValue) throws(CasusError) -> Change {
    var changed = incident
    try changed.set(slot, to: value)
    let change = Change(old: answer, new: try query.answer(of: changed))
    incident = changed
    answer = change.new
    return change
  }
}

extension PreparedQuery {
  /// Begins with a case that will be changed.
  ///
  /// - Throws: as ``truth(of:)``.
  public func live(_ incident: Case) throws(CasusError) -> LiveCase { try LiveCase(self, incident) }
}
