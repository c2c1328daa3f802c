internal import CasusSemantics

extension FactBase {
  /// Whether somebody will be asked for a case.
  package func isAskedFor(_ key: CaseKey) -> Bool {
    if askedDeclarations.isEmpty && askedCases.isEmpty { return false }
    return askedDeclarations.contains(key.declaration) || askedCases.contains(key)
  }

  /// Whether what is known of a case by the statements about it can differ from one moment to another.
  func isDated(_ key: CaseKey) -> Bool {
    func isDated(_ position: Int32) -> Bool { statements.time(of: position) != .period(from: nil, until: nil) }
    if hasPatterns(of: key.declaration) { return statements(of: key).contains(where: isDated) }
    return scenario.names(key, before: visibleCount, where: isDated)
      || file.names(key, before: visibleCount, where: isDated)
  }

  /// Whether a statement in sight that is nobody's speaks of a case, at whatever time.
  package func isSpokenOf(_ key: CaseKey) -> Bool { statements(of: key).contains { !isViewed($0) } }
}
