package import CasusSemantics
package import CasusSyntax

/// A node of a circuit: an index into ``Circuit/nodes``.
package struct NodeID: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  package static let `false` = NodeID(0)
  package static let `true` = NodeID(1)

  package static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// An input of a circuit: an index into ``Circuit/inputs``.
package struct InputID: Hashable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// Nodes that another one reads: a stretch of ``Circuit/operands``.
package struct Operands: Hashable, Sendable {
  package var start: Int32
  package var count: Int32

  package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// How two values are compared; the other ways are these with their sides or their truth turned round.
package enum Comparison: Hashable, Sendable {
  case equal
  case less
}

/// One operation: no names, no texts, only numbers of other nodes and of table entries.
package enum Node: Hashable, Sendable {
  // Conditions.
  case constant(Bool)
  /// A fact, an event or a gap.
  case input(InputID)
  case not(NodeID)
  case and(Operands)
  case or(Operands)
  case compare(Comparison, NodeID, NodeID)
  /// The condition that stands beside the value that a value of finite type has: pairs of an ordinal and a condition.
  case choose(NodeID, Operands)
  /// Whether the moment lies in a period of ``Circuit/periods``.
  case during(Int32)
  /// What statements say of a rule's case where they speak, else the rule.
  case stipulated(InputID, NodeID)
  /// A case of a rule, an exception or a norm whose body is grounded apart: ``Circuit/bodies`` tells which node it is.
  case alias(Int32)
  /// A condition that cannot be told because computing it fails.
  case faultyCondition

  // Conditions that look back over time. All that they read of the past is the moment before.
  /// What held at the moment before; false before every moment.
  case previous(NodeID)
  /// Whether it has ever held by now.
  case once(NodeID)
  /// Whether the first has held at some moment since which the second held without a break, now included.
  case since(NodeID, NodeID)
  /// Whether an event occurs now, that is within the lane.
  case occurs(InputID)
  /// Whether an event has occurred by now at a moment that lies so to a date.
  case eventWindow(WindowTest, InputID, NodeID)

  // Values.
  case value(Int32)
  case inputValue(InputID)
  /// A case of a definition whose body is grounded apart.
  case aliasValue(Int32)
  case today
  case select(NodeID, NodeID, NodeID)
  case arithmetic(ArithmeticOperator, NodeID, NodeID, ValueKinds)
  case negative(NodeID)
  case extremum(Extremum, NodeID, NodeID)
  /// How many of the conditions hold.
  case count(Operands)
  case chooseValue(NodeID, Operands)
  case faultyValue(FaultReason)

  // Values that look back over time.
  /// The latest occurrence of an event by now, or never.
  case eventDate(InputID)
  /// When a condition has held last by now, and when first; never where it has not.
  case latest(NodeID)
  case earliest(NodeID)
  /// What a value was at the moment before; never before every moment.
  case previousValue(NodeID)
  /// What the second was at the first moment of the unbroken stretch in which the first has held; never where it does
  /// not hold.
  case atStart(NodeID, NodeID)
  /// Of the duration of a deadline: the last minute in which an act is in time for an episode that begins now, and the
  /// day or minute that people are told.
  case deadlineEnd(NodeID)
  case dueDate(NodeID)
  /// The first minute of the present day.
  case startOfToday
  /// The present less a duration; the first moment of all where that lies before it.
  case windowStart(NodeID)
}

/// How the moment of an occurrence lies to a date.
package enum WindowTest: Hashable, Sendable {
  case notBefore
  case before
  case notAfter
}

/// Why a value cannot be computed.
package enum FaultReason: Hashable, Sendable {
  case arithmetic(ArithmeticFault)
  /// A fact or a definition was called with a value outside its parameter's set.
  case outsideSet
}

/// What the sides of an arithmetic operation are: dates and durations have rules of their own.
package enum ValueKinds: Hashable, Sendable {
  case numbers
  case dateAndDuration
  case dates
  case durations
  case durationAndNumber
  case numberAndDuration
}

/// What an input stands for.
package struct Input: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// A fact's case, or an event's, or what statements say of a rule's case.
    case told(CaseKey)
    /// A gap, in one case of the variables in sight.
    case gap(GapID, [Int])
  }
  package var source: Source
  /// `.condition`, or the type of its value.
  package var type: ValueType
}

/// From the first moment, up to and without the second; nil is no bound.
package struct CircuitPeriod: Hashable, Sendable {
  package var from: Moment?
  package var until: Moment?

  package func contains(_ moment: Moment) -> Bool {
    if let from, moment < from { return false }
    if let until, until <= moment { return false }
    return true
  }
}
