import CasusSemantics

/// What a condition comes to in one completion: true, false, a fault, or circular.
///
/// The last is what is possible without being certain although nothing is left open: it depends on its own negation.
struct ReferenceTruth: Equatable {
  var certain: Bool
  var possible: Bool
  var faults = false

  static var holds: ReferenceTruth { ReferenceTruth(certain: true, possible: true) }
  static var fails: ReferenceTruth { ReferenceTruth(certain: false, possible: false) }
  static var fault: ReferenceTruth { ReferenceTruth(certain: false, possible: true, faults: true) }

  init(certain: Bool, possible: Bool, faults: Bool = false) {
    self.certain = certain
    self.possible = possible
    self.faults = faults
  }

  init(_ truth: Bool) { self.init(certain: truth, possible: truth) }

  /// `false and FAULT` is false, in either order.
  func and(_ other: ReferenceTruth) -> ReferenceTruth {
    let possible = possible && other.possible
    return ReferenceTruth(
      certain: certain && other.certain, possible: possible, faults: possible && (faults || other.faults))
  }

  func or(_ other: ReferenceTruth) -> ReferenceTruth {
    let certain = certain || other.certain
    return ReferenceTruth(
      certain: certain, possible: possible || other.possible, faults: !certain && (faults || other.faults))
  }

  var negated: ReferenceTruth { ReferenceTruth(certain: !possible, possible: !certain, faults: faults) }

  /// What it is where it may be either of two, one of which is meant.
  func either(_ other: ReferenceTruth) -> ReferenceTruth {
    ReferenceTruth(
      certain: certain && other.certain, possible: possible || other.possible, faults: faults || other.faults)
  }
}

/// What a value may be in one completion: one value, unless it rests on something circular.
struct ReferenceValue: Equatable {
  /// How open numbers went into it; this never changes an answer, only what is asked of its exactness.
  enum Origin: Int, Equatable {
    /// From fixed values alone.
    case fixed
    /// An open number itself, perhaps one of several cases.
    case open
    /// Computed from open numbers.
    case combined
  }

  var possible: [Value]
  var faults = false
  var origin = Origin.fixed

  static var fault: ReferenceValue { ReferenceValue(possible: [], faults: true) }

  init(_ value: Value) { possible = [value] }

  init(possible: [Value], faults: Bool = false, origin: Origin = .fixed) {
    self.possible = possible
    self.faults = faults
    self.origin = origin
  }

  /// What it is where it may be either of two, one of which is meant.
  func either(_ other: ReferenceValue) -> ReferenceValue {
    ReferenceValue(
      possible: possible + other.possible.filter { !possible.contains($0) }, faults: faults || other.faults,
      origin: origin.rawValue < other.origin.rawValue ? other.origin : origin)
  }
}

/// A declaration with one value for each parameter.
struct ReferenceCase: Hashable {
  var declaration: DeclarationID
  var arguments: [Value]
}

/// Something that a completion decides.
enum ReferenceUnknown: Hashable {
  /// A fact, an event up to the moment asked about, or a rule's case that is told to be unknown.
  case told(ReferenceCase)
  case gap(GapID, [Value])
}

/// What a completion decides it to be.
enum ReferenceChoice: Hashable {
  case truth(Bool)
  case value(Value)
}

/// Why evaluating one completion stops.
enum ReferenceInterruption: Error {
  /// The completion does not decide this yet.
  case needs(ReferenceUnknown, [ReferenceChoice], isSampled: Bool)
  /// Not covered by the reference.
  case unsupported(String)
}
