/// A diagram that grows is tidied before it is given more room.
///
/// Most of what an evaluation makes is soon needed no more, and a better order of the variables may draw the rest much
/// smaller. Neither can be done in the middle of an operation: what is half made is not known to anybody. So a node that
/// does not fit is begun again, after what is in use was tidied.
extension DiagramAlgebra {
  /// Decisions looked at while an order is sought, which bounds its time to some tenths of a second.
  private static var maximumVisits: Int { 4_000_000 }

  func planes(of value: PieceValue) -> [Plane] {
    switch value {
    case .pieces(let pieces): pieces.map { $0.holds }
    case .tally(let tally):
      tally.items.flatMap { [$0.condition.certain, $0.condition.possible, $0.condition.fault] }
    }
  }

  mutating func makeRoom(keeping planes: [Plane], attempts: Int) -> Bool {
    let room = diagram.limits.maximumNodes
    guard diagram.nodeCount >= room, diagram.operationCount < limits.maximumOperations else { return false }
    // In one order, so that every run does the same.
    let roots = (planes + ownPlanes).sorted { $0.bits < $1.bits }
    diagram.collectGarbage(keeping: roots)
    if diagram.nodeCount > room / 2 {
      diagram.reduceByReordering(keeping: roots, maximumVisits: Self.maximumVisits)
    }
    // What little room tidying has made would soon be full again; and what needs more at once will do so again.
    let isEnough = diagram.nodeCount <= room / 2 && attempts == 0
    if !isEnough { diagram.limits = limits.withNodes(atMost: max(room, 1) * 4) }
    return isEnough || diagram.limits.maximumNodes > room
  }

  /// What is read off the diagram afterwards has all the room that there is.
  mutating func openAllRoom() { diagram.limits = limits }
}
