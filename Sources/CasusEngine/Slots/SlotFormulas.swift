internal import CasusSemantics

/// The number of a formula in ``SlotFormulas``.
typealias FormulaID = Int32

/// A condition over slots in which nothing but slots and tests is negated: then what is certain and what is possible are
/// computed alike, and it shows which way each slot moves it.
enum SlotFormula: Hashable {
  case constant(Bool)
  case slot(Int32, isNegated: Bool)
  case test(SlotTest)
  case all([FormulaID])
  case any([FormulaID])
}

/// Formulas, each once; those that one reads have lower numbers.
struct SlotFormulas {
  private(set) var formulas: [SlotFormula] = [.constant(false), .constant(true)]
  private var known: [SlotFormula: FormulaID] = [.constant(false): 0, .constant(true): 1]
  /// Whether only whole numbers can be in a slot.
  let isWhole: (Int32) -> Bool

  static let never: FormulaID = 0
  static let always: FormulaID = 1

  init(isWhole: @escaping (Int32) -> Bool) { self.isWhole = isWhole }

  subscript(_ id: FormulaID) -> SlotFormula { formulas[Int(id)] }

  mutating func add(_ formula: SlotFormula) -> FormulaID {
    if let id = known[formula] { return id }
    let id = FormulaID(truncatingIfNeeded: formulas.count)
    formulas.append(formula)
    known[formula] = id
    return id
  }

  mutating func test(_ test: SlotTest) -> FormulaID {
    let normal = test.normal
    let isImpossible = normal.isEmpty && !normal.isGuarded && normal.slots.allSatisfy(isWhole)
    return isImpossible ? (normal.isInside ? Self.never : Self.always) : add(.test(normal))
  }

  mutating func all(_ parts: [FormulaID]) -> FormulaID {
    if parts.contains(Self.never) { return Self.never }
    let kept = joined(parts, dropping: Self.always, ofInside: true)
    if kept.contains(Self.never) { return Self.never }
    guard let first = kept.first else { return Self.always }
    return kept.count == 1 ? first : add(.all(kept))
  }

  mutating func any(_ parts: [FormulaID]) -> FormulaID {
    if parts.contains(Self.always) { return Self.always }
    let kept = joined(parts, dropping: Self.never, ofInside: false)
    if kept.contains(Self.always) { return Self.always }
    guard let first = kept.first else { return Self.never }
    return kept.count == 1 ? first : add(.any(kept))
  }

  /// The parts in order and once, with those tests made one that bound the same value from two sides.
  private mutating func joined(
    _ parts: [FormulaID], dropping neutral: FormulaID, ofInside isInside: Bool
  ) -> [FormulaID] {
    var kept: Set<FormulaID> = []
    var tests: [SlotTest] = []
    for part in Set(parts).sorted() where part != neutral {
      guard case .test(let test) = self[part] else {
        kept.insert(part)
        continue
      }
      let shaped = isInside ? test : test.outside
      if shaped.isInside != isInside {
        kept.insert(part)
        continue
      }
      if let position = tests.firstIndex(where: { $0.joined(with: shaped) != nil }),
        let both = tests[position].joined(with: shaped)
      {
        tests[position] = both
      } else {
        tests.append(shaped)
      }
    }
    for test in tests { kept.insert(self.test(test)) }
    return kept.sorted().filter { $0 != neutral }
  }

  /// That at least so many of the parts hold, of which each counts once.
  mutating func atLeast(_ wanted: Int, of parts: [FormulaID]) -> FormulaID {
    if wanted <= 0 { return Self.always }
    // Of the parts looked at so far: that at least so many hold, by the number.
    var counts = [FormulaID](repeating: Self.never, count: wanted + 1)
    counts[0] = Self.always
    for part in parts {
      for number in stride(from: wanted, through: 1, by: -1) {
        counts[number] = any([counts[number], all([part, counts[number - 1]])])
      }
    }
    return counts[wanted]
  }
}
