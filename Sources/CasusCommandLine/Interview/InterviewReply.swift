import CasusDiagnostics

/// What is typed at a question of an interview.
enum InterviewReply: Equatable {
  case back, why, help, quit
  case save(String)
  /// The statement that the reply makes, as it would be written.
  case statement(String)

  /// The words that begin what a statement adds: of when, whose and from where it is.
  private static let clauses = ["from", "until", "on", "according", "source"]

  /// - Parameters:
  ///   - fact: the case that is asked for, as one would state it.
  ///   - period: what to add where the reply names no time.
  init?(_ line: String, to fact: String, period: String) {
    let words = line.split(whereSeparator: { $0.isWhitespace }).map { String($0) }
    guard let first = words.first?.lowercased() else { return nil }
    switch first {
    case "back" where words.count == 1: self = .back
    case "why" where words.count == 1: self = .why
    case "help" where words.count == 1, "?" where words.count == 1: self = .help
    case "quit" where words.count == 1, "exit" where words.count == 1: self = .quit
    case "save": self = .save(words.dropFirst().joined(separator: " "))
    default: self = .statement(Self.statement(words, fact, period))
    }
  }

  private static func statement(_ words: [String], _ fact: String, _ period: String) -> String {
    let split = words.firstIndex { clauses.contains($0.lowercased()) } ?? words.count
    let told = words[..<split].joined(separator: " ")
    let rest = words[split...]
    let isTimed = rest.contains { ["from", "until", "on"].contains($0.lowercased()) }
    let tail = (isTimed ? "" : period) + rest.map { " " + $0 }.joined()
    switch told.lowercased() {
    case "", "yes", "y", "true": return "assert " + fact + tail
    case "no", "n", "false": return "deny " + fact + tail
    case "don't know", "don’t know", "dont know", "do not know", "unknown", "dk":
      return "assert " + fact + " is unknown" + tail
    case _ where told.hasPrefix("{"): return "assert " + fact + " in " + told + tail
    default: return "assert " + fact + " is " + told + tail
    }
  }

  static let usage = [
    "Reply with yes, no or don't know; with a value, such as 12; or with a range, such as 10..20.",
    "A reply may say more: yes according to Alba, yes from 2024-08-06, yes on 2024-08-06, no source \"Gazette\".",
    "back takes the last reply back, why tells what the question is for, save FILE keeps the replies as statements, quit "
      + "ends with what is known.",
  ]
}
