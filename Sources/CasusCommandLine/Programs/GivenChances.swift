import CasusAnalysis
import CasusEngine
import CasusSemantics

/// Chances that the command line gives.
struct GivenChances {
  /// The program with the conditions that have a chance.
  var program: Program
  var chances: [GivenChance] = []
  /// The conditions, as they were written.
  var conditions: [String] = []

  /// - Parameter lines: each a condition, `=` and a decimal or a fraction from 0 to 1.
  init(_ lines: [String], of asked: ScenarioQuestion) throws(CommandFailure) {
    var loaded = asked.session.loaded
    for line in lines {
      guard let sign = line.lastIndex(of: "="), let chance = Self.fraction(line[line.index(after: sign)...].trimmed)
      else {
        throw CommandFailure(
          status: .usage,
          message: "--chance: `\(line.safe)` is not of the form 'at_war(Alba)=0.3', with a number from 0 to 1")
      }
      let condition = line[..<sign].trimmed
      let query = try asked.reader.question(condition, of: loaded)
      guard query.program.program[query.question.expression].type == .condition else {
        throw CommandFailure(
          status: .usage,
          message: "--chance: `\(condition.safe)` is a value: compare it, as in `\(condition.safe) >= …`")
      }
      loaded = query.program
      chances.append(GivenChance(condition: query.question, chance: chance))
      conditions.append(condition)
    }
    program = loaded.program
  }

  /// `0.3`, `1` or `3/10`, exactly.
  private static func fraction(_ text: String) -> BigFraction? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, let above = decimal(String(first)), parts.count <= 2 else { return nil }
    var result = above
    if parts.count == 2 {
      guard let below = decimal(parts[1].trimmed), let quotient = above.divided(by: below) else { return nil }
      result = quotient
    }
    return result <= .one ? result : nil
  }

  private static func decimal(_ text: String) -> BigFraction? {
    let parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty else { return nil }
    let places = parts.count == 2 ? String(parts[1]) : ""
    let digits = whole + places
    guard digits.count <= 18, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let number = UInt64(digits), parts.count == 1 || !places.isEmpty
    else { return nil }
    let scale = (0..<places.count).reduce(BigNatural(1)) { power, _ in power * 10 }
    return BigFraction(BigNatural(number), over: scale)
  }
}

extension StringProtocol {
  /// Without blanks around it.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
