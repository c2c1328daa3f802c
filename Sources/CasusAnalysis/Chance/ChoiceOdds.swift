internal import CasusEngine

/// How likely the options of one choice are: in blocks, within each of which nothing is known.
struct ChoiceOdds {
  struct Block {
    /// Ascending.
    var options: [Int]
    var chance: BigFraction
    /// The condition that was given it; nil for what the others leave.
    var condition: Int?
  }

  /// All options are in exactly one of them.
  private(set) var blocks: [Block]

  /// Nothing is known.
  init(optionCount: Int) {
    blocks = [Block(options: Array(0..<optionCount), chance: .one)]
  }

  /// What no condition was given, last.
  private var rest: Block { blocks[blocks.count - 1] }

  /// Takes options out of those of which nothing is known, and gives them a chance.
  mutating func give(_ chance: BigFraction, to options: [Int], condition: Int) throws(ChanceFailure) {
    let remaining = rest.options.filter { !options.contains($0) }
    guard remaining.count + options.count == rest.options.count else { throw .overlapping(condition) }
    guard chance <= rest.chance else { throw .tooMuch(condition) }
    let left = rest.chance.distance(to: chance)
    if remaining.isEmpty, left != .zero { throw .tooMuch(condition) }
    blocks.removeLast()
    blocks.append(Block(options: options, chance: chance, condition: condition))
    blocks.append(Block(options: remaining, chance: left))
  }

  /// Whether a condition has a chance.
  var isGiven: Bool { blocks.count > 1 }

  /// As if it were known whether a condition holds; the others keep their proportions.
  func knowing(_ condition: Int, holds: Bool) -> ChoiceOdds {
    var known = self
    let taken = blocks.first { $0.condition == condition }?.chance ?? .zero
    let left = BigFraction.one.distance(to: taken)
    for number in blocks.indices {
      let isIt = blocks[number].condition == condition
      if holds {
        known.blocks[number].chance = isIt ? .one : .zero
      } else {
        known.blocks[number].chance = isIt ? .zero : blocks[number].chance.divided(by: left) ?? .zero
      }
    }
    // What was certain is not: then nothing is known of the others.
    if !holds, left == .zero { known.blocks[known.blocks.count - 1].chance = .one }
    return known
  }

  /// How likely each variable of the chain is, once those before it are true: a block stands for its first option.
  func chancesOfVariables(_ count: Int) -> [BigFraction] {
    var ofOption = Array(repeating: BigFraction.zero, count: count + 1)
    for block in blocks { if let first = block.options.first { ofOption[first] = block.chance } }
    var behind = BigFraction.zero
    var chances: [BigFraction] = []
    for option in stride(from: count, to: 0, by: -1) {
      behind = behind + ofOption[option]
      chances.append(behind.divided(by: behind + ofOption[option - 1]) ?? .zero)
    }
    return chances.reversed()
  }
}
