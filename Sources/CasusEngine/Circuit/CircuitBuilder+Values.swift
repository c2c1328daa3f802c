internal import CasusSemantics
package import CasusSyntax

extension CircuitBuilder {
  package mutating func value(_ scalar: Scalar) -> NodeID { add(.value(constantIndex(of: scalar))) }

  /// The scalar of a node that is a constant.
  package func scalar(of node: NodeID) -> Scalar? {
    if case .value(let index) = circuit[node] { circuit.constants[Int(index)] } else { nil }
  }

  package mutating func today() -> NodeID { add(.today) }

  package mutating func faultyValue(_ reason: FaultReason = .outsideSet) -> NodeID { addApart(.faultyValue(reason)) }

  package mutating func select(_ condition: NodeID, _ left: NodeID, _ right: NodeID) -> NodeID {
    if condition == .true { return left }
    if condition == .false { return right }
    return add(.select(condition, left, right))
  }

  package mutating func chooseValue(_ selector: NodeID, _ pairs: [(ordinal: Int, node: NodeID)]) -> NodeID {
    if pairs.isEmpty { return faultyValue() }
    return add(.chooseValue(selector, range(pairs.flatMap { [NodeID($0.ordinal), $0.node] })))
  }

  /// How many of the conditions hold; the same condition may be counted more than once.
  package mutating func count(_ children: [NodeID], certain others: Int = 0) -> NodeID {
    let certain = others + children.count { $0 == .true }
    let open = children.filter { $0 != .true && $0 != .false }.sorted()
    if open.isEmpty { return value(Scalar(certain)) }
    let counted = add(.count(range(open)))
    return certain == 0 ? counted : arithmetic(.add, counted, value(Scalar(certain)), .numbers)
  }

  package mutating func arithmetic(
    _ operation: ArithmeticOperator, _ left: NodeID, _ right: NodeID, _ kinds: ValueKinds
  ) -> NodeID {
    if let first = scalar(of: left), let second = scalar(of: right) {
      do throws(ArithmeticFault) {
        return value(try compute(operation, first, second, kinds))
      } catch {
        return faultyValue(.arithmetic(error))
      }
    }
    return addApart(.arithmetic(operation, left, right, kinds))
  }

  package mutating func negative(_ child: NodeID) -> NodeID {
    guard let scalar = scalar(of: child) else { return addApart(.negative(child)) }
    guard let result = try? scalar.number.negated() else { return faultyValue(.arithmetic(.overflow)) }
    return value(Scalar(result, measure: scalar.measure))
  }

  package mutating func extremum(_ extremum: Extremum, _ left: NodeID, _ right: NodeID) -> NodeID {
    if let first = scalar(of: left), let second = scalar(of: right), first.isMonths == second.isMonths {
      return (first.number < second.number) == (extremum == .minimum) ? left : right
    }
    return addApart(.extremum(extremum, left, right))
  }
}
