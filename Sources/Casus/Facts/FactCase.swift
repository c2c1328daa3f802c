internal import CasusSemantics

/// One case of a fact, an event or a rule: what a statement is about.
///
/// A text literal makes one; it is looked up when it is used. ``Program/fact(_:)`` looks it up at once, so that telling
/// it again and again costs less and can no longer fail for its name.
///
/// ```swift
/// try facts.assert("under_attack(Russia, by: Ukraine)")
/// let consent = try program.fact("approves(FederationCouncil, aid_to: DPRK)")
/// try facts.assert(consent)
/// ```
public struct FactCase: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringInterpolation {
  /// As one would state it. `any` in place of an argument stands for every case; only a denial may have it.
  public let description: String
  let found: ToldCase?

  /// A case as one would state it.
  public init(_ call: String) {
    description = call
    found = nil
  }

  /// A case as one would state it.
  public init(stringLiteral value: String) { self.init(value) }

  init(_ call: String, _ found: ToldCase) {
    description = call
    self.found = found
  }

  /// Whether both are written alike.
  public static func == (left: FactCase, right: FactCase) -> Bool { left.description == right.description }

  /// Hashes what is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Program {
  /// Looks up a case of a fact, an event or a rule.
  ///
  /// - Parameter call: as one would state it, with a value for each argument.
  /// - Throws: `invalidStatement` where a name is not known, or the arguments are others.
  public func fact(_ call: String) throws(CasusError) -> FactCase {
    do throws(TellingFault) {
      return FactCase(call, try findCase(call, in: storage.program, sources: storage.sources, limits: storage.nesting))
    } catch {
      throw CasusError(.invalidStatement, [error.diagnostic], in: error.sources)
    }
  }
}

/// What a statement tells of its case.
///
/// ```swift
/// try facts.assert("troops(DPRK)", is: 11_000)
/// try facts.assert("troops(DPRK)", is: .between(10_000, 12_000))
/// try facts.assert("alert(Alba)", is: .oneOf(["Amber", "Red"]))
/// try facts.assert("at_war(Russia)", is: .unknown)        // asked, and nobody knows
/// ```
public enum Told: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// This very value.
  case value(Value)
  /// A number, a date or a duration between the two, both included. An end that is nil is open.
  case between(Value?, Value?)
  /// One of these.
  case oneOf([Value])
  /// Whether it holds, or what it is, is not known: this lifts a presumption.
  case unknown

  /// A whole number.
  public init(integerLiteral value: Int) { self = .value(Value(integerLiteral: value)) }

  /// A text or the name of an entity.
  public init(stringLiteral value: String) { self = .value(.text(value)) }

  var telling: FactTelling.Told {
    switch self {
    case .value(let value): .value(value.telling)
    case .between(let low, let high): .range(low?.telling, high?.telling)
    case .oneOf(let values): .oneOf(values.map { $0.telling })
    case .unknown: .unknown
    }
  }
}
