/// What a function of the host may supply as a fact: a truth, a number, a text or the name of an entity, a date, a duration,
/// or what a reply says. An optional that is nil says that nobody knows.
///
/// ```swift
/// try host.supply("troops(DPRK)") { registry.strength(of: "DPRK") }          // an Int, or an Int?
/// ```
///
/// Types of your own conform by giving the reply that they stand for.
public protocol HostValue: Sendable {
  /// The value as a reply.
  var reply: Interview.Reply { get }
}

extension Bool: HostValue {
  /// Yes or no.
  public var reply: Interview.Reply { self ? .yes : .no }
}

extension Int: HostValue {
  /// The number.
  public var reply: Interview.Reply { .told(.value(.number(Fraction(self)))) }
}

extension String: HostValue {
  /// The text, or the entity of that name, label or alias.
  public var reply: Interview.Reply { .told(.value(.text(self))) }
}

extension Fraction: HostValue {
  /// The number.
  public var reply: Interview.Reply { .told(.value(.number(self))) }
}

extension Moment: HostValue {
  /// The date.
  public var reply: Interview.Reply { .told(.value(.date(self))) }
}

extension CalendarDuration: HostValue {
  /// The duration.
  public var reply: Interview.Reply { .told(.value(.duration(self))) }
}

extension Value: HostValue {
  /// The value.
  public var reply: Interview.Reply { .told(.value(self)) }
}

extension Interview.Reply: HostValue {
  /// The reply itself.
  public var reply: Interview.Reply { self }
}

extension Optional: HostValue where Wrapped: HostValue {
  /// What is wrapped; of nil, that nobody knows.
  public var reply: Interview.Reply { self?.reply ?? .unknown }
}
