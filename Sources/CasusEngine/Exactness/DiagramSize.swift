package import CasusSemantics

/// How large the decision diagram of a question is.
package struct DiagramSize: Equatable, Sendable {
  package let variables: Int
  /// The decisions of the finished diagram.
  package let nodes: Int
  /// The most decisions there were at once while it was built.
  package let greatestNodes: Int
}

extension QuestionRunner {
  /// Builds the diagram of a question anew, whether or not its answer needs one, and tells how large it is.
  package func diagramSize(of question: Question, asOf moment: Moment) throws(EngineError) -> DiagramSize {
    let model = try ExactModel(of: question, facts: facts, asOf: moment, view: question.view, limits: limits)
    return DiagramSize(
      variables: model.diagram.variableCount, nodes: model.diagram.nodeCount,
      greatestNodes: model.diagram.greatestNodeCount)
  }
}
