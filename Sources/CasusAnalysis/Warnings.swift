package import CasusDiagnostics
package import CasusSemantics

/// What in a program is allowed, and probably not what its author means.
///
/// What the file allows with a reason is left out (``Allowances``). Only its main file is spoken of: a file that it uses is somebody else's, and has its warnings when it is checked itself.
/// The time taken grows no faster than the program, but for the sorting of what is found.
///
/// - Parameters:
///   - program: a program in which no error was reported.
///   - sources: the sources it was compiled from, the main file first.
/// - Returns: the warnings in the order of their places.
package func warnings(for program: Program, sources: SourceMap) -> [Diagnostic] {
  guard let analysed = AnalysedProgram(program, sources: sources) else { return [] }
  var found: [Diagnostic] = []
  var allowances = Allowances(of: analysed.text)
  for analysis in AnalysisCatalogue.all {
    for diagnostic in analysis.findings(analysed) where analysed.isMain(diagnostic.span) {
      if !allowances.allow(diagnostic) { found.append(diagnostic) }
    }
  }
  found += allowances.findings
  return found.sorted { left, right in
    if left.span.start != right.span.start { return left.span.start < right.span.start }
    return left.code.identifier < right.code.identifier
  }
}

/// The places that a program leaves open on purpose, in the order of the text; of its main file alone.
package func openGaps(of program: Program, sources: SourceMap) -> [Diagnostic] {
  program.gaps.filter { $0.span.source == AnalysedProgram.mainSource }.map {
    Diagnostic(.openGap, "left open: " + $0.reason, at: $0.span)
  }
}
