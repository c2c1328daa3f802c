internal import CasusDiagnostics

/// What the parts of a question came to, as it was grounded.
package struct DerivationRecord: Sendable {
  package internal(set) var parts: [DerivationPart] = []
  package internal(set) var instances: [InstanceKey: DerivationPartID] = [:]
  package internal(set) var lives: [InstanceKey: DerivationPartID] = [:]
  /// What was asked: one part, or one for each row.
  package internal(set) var roots: [DerivationPartID] = []

  package subscript(_ id: DerivationPartID) -> DerivationPart { parts[id.index] }
}

/// Notes the parts of a question while it is grounded, for those who want it explained.
///
/// Parts are opened and closed like brackets; what is closed becomes a premise of what is open around it. Where nobody
/// asks for an explanation the recorder is off, and each of its functions returns at once.
struct DerivationRecorder: Sendable {
  let isOn: Bool
  private(set) var record = DerivationRecord()
  /// The parts that are open, the innermost last.
  private var open: [Int] = []

  init(isOn: Bool) { self.isOn = isOn }

  mutating func begin(
    _ subject: @autoclosure () -> DerivationPart.Subject, _ join: DerivationPart.Join, at span: SourceSpan
  ) {
    guard isOn else { return }
    open.append(record.parts.count)
    record.parts.append(DerivationPart(subject: subject(), join: join, span: span))
  }

  /// Closes the innermost part with what it came to.
  mutating func end(_ node: NodeID) {
    guard isOn, let closed = open.popLast() else { return }
    record.parts[closed].node = node
    add(DerivationPartID(closed))
  }

  /// Closes what is asked.
  mutating func endRoot(_ node: NodeID) {
    guard isOn, let closed = open.last else { return }
    end(node)
    record.roots.append(DerivationPartID(closed))
  }

  /// A part without premises.
  mutating func note(
    _ subject: @autoclosure () -> DerivationPart.Subject, _ node: NodeID, at span: SourceSpan
  ) {
    guard isOn else { return }
    begin(subject(), .own, at: span)
    end(node)
  }

  private mutating func add(_ id: DerivationPartID) {
    if let outer = open.last { record.parts[outer].premises.append(id) }
  }

  /// Says that the truth of the innermost part follows from its premises in another way than by its join.
  mutating func followInItsOwnWay() {
    guard isOn, let innermost = open.last else { return }
    record.parts[innermost].join = .own
  }

  // MARK: Instances

  /// A case of a declaration as a premise; its own part is one, however often it is met.
  mutating func refer(to key: @autoclosure () -> InstanceKey, at span: SourceSpan) {
    guard isOn else { return }
    let key = key()
    let known = record.instances[key]
    let id = known ?? DerivationPartID(record.parts.count)
    if known == nil {
      record.parts.append(DerivationPart(subject: .instance(key), join: .all, span: span))
      record.instances[key] = id
    }
    add(id)
  }

  /// Opens the part of a case that was referred to.
  mutating func beginBody(of key: InstanceKey, _ join: DerivationPart.Join, at span: SourceSpan) {
    guard isOn else { return }
    let id = record.instances[key] ?? DerivationPartID(record.parts.count)
    if id.index == record.parts.count {
      record.parts.append(DerivationPart(subject: .instance(key), join: join, span: span))
      record.instances[key] = id
    }
    record.parts[id.index].join = join
    record.parts[id.index].span = span
    open.append(id.index)
  }

  /// Closes it; it is a premise where it was referred to, and not where it happened to be grounded.
  mutating func endBody(_ node: NodeID) {
    guard isOn, let closed = open.popLast() else { return }
    record.parts[closed].node = node
  }

  /// The node that stands for a case wherever it is read, which is an alias where it lies on a circle.
  mutating func settle(_ key: InstanceKey, as node: NodeID) {
    guard isOn, let id = record.instances[key] else { return }
    record.parts[id.index].node = node
  }

  // MARK: Norms over time

  /// What becomes of a norm's case, as a premise.
  mutating func refer(toLifeOf key: InstanceKey) {
    guard isOn, let id = record.lives[key] else { return }
    add(id)
  }

  /// Opens the part of what becomes of a norm's case, which is one however often it is met.
  mutating func beginLife(of key: InstanceKey, at span: SourceSpan) {
    guard isOn else { return }
    record.lives[key] = DerivationPartID(record.parts.count)
    begin(.life(key), .own, at: span)
  }
}
