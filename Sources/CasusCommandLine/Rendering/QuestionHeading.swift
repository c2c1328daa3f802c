import CasusDiagnostics

extension Paint {
  /// What stands above the result of an analysis: the query, and of when, in whose view and in which scenario it is asked.
  func heading(
    _ query: String, asOf: String?, accordingTo view: String?, scenario: String?, width: Int
  ) -> String {
    var notes: [String] = []
    if let asOf { notes.append("as of " + asOf) }
    if let view { notes.append("according to " + view.safe) }
    if let scenario { notes.append(scenario.safe) }
    let text = query.safe.wrapped(to: width).map { self($0, .heading) + "\n" }.joined()
    return notes.isEmpty ? text : text + self(notes.joined(separator: " · "), .faint) + "\n"
  }
}
