internal import CasusSemantics

/// What the bounds say of nodes in every view and at every moment.
struct LaneBounds: Sendable {
  /// Where only one moment is looked at, views are the lanes of one table; else each view has a table of moments.
  let viewsAreLanes: Bool
  var tables: [LaneTable] = []
  var exceededSteps = false

  private func place(_ view: Int, _ moment: Int) -> (table: Int, lane: Int) {
    viewsAreLanes ? (0, view) : (view, moment)
  }

  func finding(of node: NodeID, type: ValueType, view: Int, moment: Int) -> Finding {
    let (table, lane) = place(view, moment)
    if type != .condition {
      guard let value = tables[table].value(node, lane: lane) else { return Finding(.values(.anything)) }
      return value.mayFault ? Finding(.fault, isProved: false) : Finding(.values(value.set))
    }
    switch standing(of: node, view: view, moment: moment) {
    case .holds: return Finding(.truth(true))
    case .fails: return Finding(.truth(false))
    case .open: return Finding(.truth(nil))
    case .faulty: return Finding(.fault, isProved: false)
    }
  }

  /// How a condition stands. Explanations ask for it so often that a whole finding would show.
  func standing(of node: NodeID, view: Int, moment: Int) -> Derivation.Standing {
    let (table, lane) = place(view, moment)
    guard let truth = tables[table].truth(node, lane: lane), !exceededSteps else { return .open }
    let bit: UInt64 = 1 << UInt64(lane % 64)
    if truth.fault & bit != 0 { return .faulty }
    if truth.certain & bit != 0 { return .holds }
    return truth.possible & bit != 0 ? .open : .fails
  }

  /// Whether computing a node may fail.
  func isFaulty(_ node: NodeID, view: Int, moment: Int) -> Bool {
    let (table, lane) = place(view, moment)
    if let value = tables[table].value(node, lane: lane) { return value.mayFault }
    guard let truth = tables[table].truth(node, lane: lane) else { return false }
    return truth.fault & (1 << UInt64(lane % 64)) != 0
  }
}
