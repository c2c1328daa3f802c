import CasusDiagnostics
import CasusSemantics

extension Analysis {
  /// A deadline that counts from the start of what has none: it is past before anybody can act.
  static let deadlineWithoutBeginning = Analysis(code: .deadlineWithoutBeginning) { analysed in
    let beginnings = Beginnings(analysed)
    var found: [Diagnostic] = []
    for (index, declaration) in analysed.program.declarations.enumerated() {
      guard case .norm(let details) = declaration.kind, case .within(let bound)? = details.deadline else { continue }
      let deadline = analysed.program[bound].span
      let name = declaration.qualifiedName
      switch beginnings[analysed.readings.node(of: DeclarationID(index))] {
      case .some, .open: continue
      case .always:
        found.append(
          Diagnostic(
            .deadlineWithoutBeginning, "`\(name)` is in effect at all times, so this counts from no beginning",
            at: deadline, notes: ["say since when: by `when`, or by `in force from` a date"]))
      case .undated(let statement):
        guard beginnings.asksStatus(of: DeclarationID(index), details) else { continue }
        found.append(
          analysed.undatedDeadline(of: name, at: deadline, because: statement))
      }
    }
    return found
  }
}

extension AnalysedProgram {
  /// Reported at the deadline, or at the statement where the norm is that of another file.
  fileprivate func undatedDeadline(
    of name: String, at deadline: SourceSpan, because statement: SourceSpan
  ) -> Diagnostic {
    let note = "what is told without `from` holds at all times: the deadline is past before every date"
    if isMain(deadline) {
      return Diagnostic(
        .deadlineWithoutBeginning, "nothing told says since when `\(name)` is in effect", at: deadline,
        related: [RelatedPlace(message: "this has no date", span: statement)], notes: [note])
    }
    return Diagnostic(
      .deadlineWithoutBeginning, "the deadline of `\(name)` counts from this, which has no date", at: statement,
      related: [RelatedPlace(message: "the deadline", span: deadline)], notes: [note])
  }
}
