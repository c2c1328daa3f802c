internal import CasusSemantics

/// What an input of a program over slots is: a slot, or what is open in the facts, which no case tells.
struct SlotInput: Sendable {
  var type: ValueType
  /// The values that it can have.
  var values: ValueSet
}

/// A conjunction of registers that have to hold and registers that must not, which stand in this order in
/// ``SlotProgram/operands``.
struct SlotGate: Sendable {
  var start: Int32
  var required: Int32
  var excluded: Int32
  /// Whether what is meant is the opposite of what the register holds. So disjunctions are written: not all parts fail.
  var isTurned: Bool

  var requiredRange: Range<Int> { Int(start)..<Int(start + required) }
  var excludedRange: Range<Int> { requiredRange.upperBound..<requiredRange.upperBound + Int(excluded) }
}

/// A condition over slots as flat code. Registers are numbered: the inputs, then the results of tests, then those of gates,
/// each of which reads only registers before its own. The last is the result, or the opposite of it.
///
/// Invariants, on which evaluation without checks rests: every slot is below ``inputs``' count, every register that a gate
/// reads is below its own, and the stretches of gates lie in ``operands``.
package struct SlotProgram: Sendable {
  /// The slots in their order, then what is open in the facts.
  let inputs: [SlotInput]
  /// Of each input.
  let areConditions: [Bool]
  let tests: [SlotTest]
  let gates: [SlotGate]
  let operands: [Int32]
  let isResultTurned: Bool
  /// For one case of a program that is small, as nearly all are.
  let maskCode: SlotMaskCode
  /// Inputs that pull the condition both ways, so that where they are open the bounds need not be exact.
  let doubtful: [Int32]
  /// Which way each input moves the condition at its first reading.
  let isRising: [Bool]

  var registerCount: Int { inputs.count + tests.count + gates.count }
  /// The words of a case of which nothing is known.
  let openWords: [Int64]

  init(_ formulas: SlotFormulas, root: FormulaID, inputs: [SlotInput]) {
    var emitter = SlotEmitter(formulas, inputCount: inputs.count)
    emitter.emit(root)
    self.inputs = inputs
    areConditions = inputs.map { $0.type == .condition }
    tests = emitter.tests
    gates = emitter.gates
    operands = emitter.operands
    isResultTurned = emitter.gates.last?.isTurned ?? false
    let readings = SlotReadings(emitter, inputs)
    doubtful = readings.doubtful
    maskCode = SlotMaskCode(emitter, isDoubtful: !readings.doubtful.isEmpty)
    isRising = readings.isRising
    openWords = inputs.map { SlotWord.unknown($0.type) }
  }
}

/// Writes formulas as tests and gates.
struct SlotEmitter {
  let formulas: SlotFormulas
  let inputCount: Int
  private(set) var tests: [SlotTest] = []
  private(set) var gates: [SlotGate] = []
  private(set) var operands: [Int32] = []
  private var registers: [FormulaID: Literal] = [:]

  /// A register, or the opposite of what it holds.
  private struct Literal {
    var register: Int32
    var isNegated: Bool
  }

  init(_ formulas: SlotFormulas, inputCount: Int) {
    self.formulas = formulas
    self.inputCount = inputCount
  }

  mutating func emit(_ root: FormulaID) {
    let needed = self.needed(for: root)
    for id in needed {
      switch formulas[id] {
      case .slot(let slot, let isNegated): registers[id] = Literal(register: slot, isNegated: isNegated)
      case .test(let test):
        registers[id] = Literal(register: nextRegister, isNegated: false)
        tests.append(test)
      case .constant, .all, .any: break
      }
    }
    for id in needed {
      switch formulas[id] {
      case .all(let parts): add(id, parts, isTurned: false)
      case .any(let parts): add(id, parts, isTurned: true)
      case .constant, .slot, .test: break
      }
    }
    switch formulas[root] {
    case .all, .any: break
    // Of nothing all holds.
    case .constant(let truth): add(root, [], isTurned: !truth)
    case .slot, .test: add(root, [root], isTurned: false)
    }
  }

  private var nextRegister: Int32 { Int32(truncatingIfNeeded: inputCount + tests.count + gates.count) }

  /// What a formula rests on, in ascending order: operands before what reads them.
  private func needed(for root: FormulaID) -> [FormulaID] {
    var isNeeded = [Bool](repeating: false, count: formulas.formulas.count)
    isNeeded[Int(root)] = true
    for id in isNeeded.indices.reversed() where isNeeded[id] {
      switch formulas.formulas[id] {
      case .all(let parts), .any(let parts): for part in parts { isNeeded[Int(part)] = true }
      case .constant, .slot, .test: break
      }
    }
    return isNeeded.indices.filter { isNeeded[$0] }.map { FormulaID(truncatingIfNeeded: $0) }
  }

  private mutating func add(_ id: FormulaID, _ parts: [FormulaID], isTurned: Bool) {
    var required: [Int32] = []
    var excluded: [Int32] = []
    for part in parts {
      guard let read = registers[part] else { continue }
      // That any holds is that not all fail.
      if read.isNegated == isTurned { required.append(read.register) } else { excluded.append(read.register) }
    }
    registers[id] = Literal(register: nextRegister, isNegated: isTurned)
    gates.append(
      SlotGate(
        start: Int32(truncatingIfNeeded: operands.count), required: Int32(truncatingIfNeeded: required.count),
        excluded: Int32(truncatingIfNeeded: excluded.count), isTurned: isTurned))
    operands += required + excluded
  }
}
