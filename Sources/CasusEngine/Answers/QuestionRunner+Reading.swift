package import CasusSemantics

extension QuestionRunner {
  /// The cases that a question reads and that are not the same for everybody and for good, in the order in which it meets
  /// them: what an answer, or a fault, can turn on at most.
  package func casesRead(by question: Question, asOf moment: Moment) throws(EngineError) -> [OpenFact] {
    let (grounder, rows) = try ground(question, asOf: moment)
    return cases(below: rows.map { $0.node }, in: grounder.circuit)
  }

  func cases(below roots: [NodeID], in circuit: Circuit) -> [OpenFact] {
    circuit.inputs(below: roots).sorted { $0.index < $1.index }.compactMap { fact(circuit[$0], weight: nil) }
  }
}
