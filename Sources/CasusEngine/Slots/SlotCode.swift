/// The lists of a ``SlotProgram`` as bare memory, which threads that share the program read without counting references.
struct SlotCode {
  let areConditions: UnsafeBufferPointer<Bool>
  let tests: UnsafeBufferPointer<SlotTest>
  let gates: UnsafeBufferPointer<SlotGate>
  let operands: UnsafeBufferPointer<Int32>
  let doubtful: UnsafeBufferPointer<Int32>
  let isResultTurned: Bool

  var inputCount: Int { areConditions.count }
  var registerCount: Int { inputCount + tests.count + gates.count }
}

extension SlotProgram {
  /// Lends the lists.
  func withCode(_ body: (SlotCode) -> Void) {
    areConditions.withUnsafeBufferPointer { areConditions in
      tests.withUnsafeBufferPointer { tests in
        gates.withUnsafeBufferPointer { gates in
          operands.withUnsafeBufferPointer { operands in
            doubtful.withUnsafeBufferPointer { doubtful in
              body(
                SlotCode(
                  areConditions: areConditions, tests: tests, gates: gates, operands: operands, doubtful: doubtful,
                  isResultTurned: isResultTurned))
            }
          }
        }
      }
    }
  }
}
