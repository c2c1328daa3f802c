internal import CasusSemantics

/// What an input of a program over slots is: a slot, or what is open in the facts, which no case tells.
struct SlotInput: Sendable {
  var type: ValueType
  /// The values that it can have.
  var values: ValueSet
}

/// A conjunction or a disjunction: of slots, of slots negated, and of registers, in this order, in
/// ``SlotProgram/operands``.
struct SlotGate: Sendable {
  var isConjunction: Bool
  var start: Int32
  var slots: Int32
  var negatedSlots: Int32
  var registers: Int32
}

/// A condition over slots as flat code: tests first, then gates, each of which writes one register and reads only those
/// before it. The last register is the result.
///
/// Invariants, on which evaluation without checks rests: every slot is below ``inputs``' count, every register that a gate
/// reads is below its own, and the stretches of gates lie in ``operands``.
package struct SlotProgram: Sendable {
  /// The slots in their order, then what is open in the facts.
  let inputs: [SlotInput]
  let tests: [SlotTest]
  let gates: [SlotGate]
  let operands: [Int32]
  let caseCode: SlotCaseCode
  /// Inputs that pull the condition both ways, so that where they are open the bounds need not be exact.
  let doubtful: [Int32]
  /// Which way each input moves the condition at its first reading.
  let isRising: [Bool]

  var registerCount: Int { tests.count + gates.count }
  /// The words of a case of which nothing is known.
  let openWords: [Int64]

  init(_ formulas: SlotFormulas, root: FormulaID, inputs: [SlotInput]) {
    var emitter = SlotEmitter(formulas)
    emitter.emit(root)
    self.inputs = inputs
    tests = emitter.tests
    gates = emitter.gates
    operands = emitter.operands
    caseCode = SlotCaseCode(emitter, inputCount: inputs.count)
    let readings = SlotReadings(emitter, inputs)
    doubtful = readings.doubtful
    isRising = readings.isRising
    openWords = inputs.map { SlotWord.unknown($0.type) }
  }
}

/// Writes formulas as tests and gates.
struct SlotEmitter {
  let formulas: SlotFormulas
  private(set) var tests: [SlotTest] = []
  private(set) var gates: [SlotGate] = []
  private(set) var operands: [Int32] = []
  private var registers: [FormulaID: Int32] = [:]

  init(_ formulas: SlotFormulas) { self.formulas = formulas }

  mutating func emit(_ root: FormulaID) {
    let needed = self.needed(for: root)
    for id in needed {
      guard case .test(let test) = formulas[id] else { continue }
      registers[id] = Int32(truncatingIfNeeded: tests.count)
      tests.append(test)
    }
    for id in needed {
      switch formulas[id] {
      case .all(let parts): add(id, parts, isConjunction: true)
      case .any(let parts): add(id, parts, isConjunction: false)
      case .constant, .slot, .test: break
      }
    }
    switch formulas[root] {
    case .all, .any: break
    // Nothing of nothing: a conjunction holds, a disjunction does not.
    case .constant(let truth): add(root, [], isConjunction: truth)
    case .slot, .test: add(root, [root], isConjunction: true)
    }
  }

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

  private mutating func add(_ id: FormulaID, _ parts: [FormulaID], isConjunction: Bool) {
    var plain: [Int32] = []
    var negated: [Int32] = []
    var read: [Int32] = []
    for part in parts {
      if case .slot(let slot, let isNegated) = formulas[part] {
        if isNegated { negated.append(slot) } else { plain.append(slot) }
      } else if let register = registers[part] {
        read.append(register)
      }
    }
    registers[id] = Int32(truncatingIfNeeded: tests.count + gates.count)
    gates.append(
      SlotGate(
        isConjunction: isConjunction, start: Int32(truncatingIfNeeded: operands.count),
        slots: Int32(truncatingIfNeeded: plain.count), negatedSlots: Int32(truncatingIfNeeded: negated.count),
        registers: Int32(truncatingIfNeeded: read.count)))
    operands += plain + negated + read
  }
}
