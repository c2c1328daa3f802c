internal import CasusEngine

extension PreparedQuery {
  /// The case that a dictionary tells, by the names of the slots. Every slot must have its key; `nil` in it is what is not
  /// known.
  ///
  /// ```swift
  /// let incident = try prepared.incident(["attacked(Alba)": true, "troops(DPRK)": nil])
  /// ```
  ///
  /// - Throws: `invalidCase` for a key that is missing or names no slot, and for a value that does not fit.
  public func incident(_ values: [String: SlotValue]) throws(CasusError) -> Case {
    var incident = openCase
    try read(values, into: &incident)
    return incident
  }

  /// The same into a case that is there: that spares making one.
  ///
  /// - Throws: `invalidCase`; the case is then as far as it was read.
  public func read(_ values: [String: SlotValue], into incident: inout Case) throws(CasusError) {
    try check(incident)
    if values.count == slots.count, readQuickly(values, into: &incident) { return }
    for (name, value) in values {
      guard let slot = layout.slot(named: name) else {
        throw CasusError(.invalidCase, "no slot is called `\(name)`")
      }
      try incident.set(slot, to: value)
    }
    if values.count == slots.count { return }
    let missing = layout.core.names.first { values[$0] == nil } ?? ""
    throw CasusError(.invalidCase, "the key `\(missing)` is missing")
  }

  /// Reads what comes to a word at once; false where something does not, or is wrong.
  private func readQuickly(_ values: [String: SlotValue], into incident: inout Case) -> Bool {
    incident.core.setWords { words in
      for (name, value) in values {
        guard let slot = layout.slot(named: name), let word = layout.word(value, slot) else { return false }
        words[slot] = word
      }
      return true
    }
  }

  /// A reader of cases in JSON: objects whose keys are the names of the slots, with `true`, `false`, numbers, texts, and
  /// `null` for what is not known.
  ///
  /// ```swift
  /// let reader = prepared.jsonReader()
  /// let incident = try reader.incident(#"{"attacked(Alba)": true, "troops(DPRK)": 11000}"#)
  /// ```
  ///
  /// - Parameter allowsMissingKeys: whether a slot without a key is unknown, and no mistake.
  public func jsonReader(allowsMissingKeys: Bool = false) -> JSONCaseReader {
    JSONCaseReader(SlotJSON(layout.core, allowsMissingKeys: allowsMissingKeys), openCase)
  }
}

/// Reads cases written in JSON, strictly: what is no JSON, a key twice, a key that names no slot are errors.
///
/// ```swift
/// let reader = prepared.jsonReader()
/// let incident = try reader.incident(#"{"attacked(Alba)": true, "provoked(Alba)": null}"#)
/// ```
public struct JSONCaseReader: Sendable {
  private let core: SlotJSON
  private let open: Case

  init(_ core: SlotJSON, _ open: Case) {
    self.core = core
    self.open = open
  }

  /// Reads one object.
  ///
  /// - Throws: `invalidCase`.
  public func incident(_ json: String) throws(CasusError) -> Case { try incident(Array(json.utf8)) }

  /// Reads one object from its bytes in UTF-8.
  ///
  /// - Throws: `invalidCase`.
  public func incident(_ json: [UInt8]) throws(CasusError) -> Case {
    var incident = open
    try read(json, into: &incident)
    return incident
  }

  /// Reads one object into a case that is there: that spares making one.
  ///
  /// - Throws: `invalidCase`, also where the case is another query's; else the case is then as far as it was read.
  public func read(_ json: [UInt8], into incident: inout Case) throws(CasusError) {
    guard incident.layout === open.layout else { throw CasusError(foreignCase: ()) }
    do throws(SlotFault) {
      try core.read(json, in: 0..<json.count, line: 1, to: &incident.core)
    } catch {
      throw CasusError(.invalidCase, error.message)
    }
  }
}
