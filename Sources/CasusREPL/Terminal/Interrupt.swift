internal import CLineEditor

/// Ctrl-C, where it does not end the process.
package enum Interrupt {
  /// From now on Ctrl-C is noted, and ends nothing by itself.
  package static func watch() { casus_interrupt_watch() }

  /// Whether Ctrl-C was pressed since it was last cleared.
  package static var isPending: Bool { casus_interrupt_is_pending() }

  package static func clear() { casus_interrupt_clear() }
}
