internal import CasusSemantics

extension FactBase {
  /// Whether somebody will be asked for a case.
  package func isAskedFor(_ key: CaseKey) -> Bool {
    if askedDeclarations.isEmpty && askedCases.isEmpty { return false }
    return askedDeclarations.contains(key.declaration) || askedCases.contains(key)
  }

  /// Whether a statement in sight that is nobody's speaks of a case, at whatever time.
  package func isSpokenOf(_ key: CaseKey) -> Bool { statements(of: key).contains { !isViewed($0) } }
}
