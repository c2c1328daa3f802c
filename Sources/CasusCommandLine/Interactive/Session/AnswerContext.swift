import CasusSemantics
import CasusSyntax

/// How questions are answered that say nothing themselves: in whose view, at which date, with which scenario in sight.
struct AnswerContext: Equatable {
  var view: String?
  var asOf: Moment?
  /// The title of the scenario that was entered.
  var scenario: String?
}

/// What was asked, in words: it is understood anew whenever it is needed, since the program may have changed.
struct PastQuery: Hashable {
  var text: String
  var asOf: Moment?
  var view: String?

  /// Whether it is a name or a call, which goes together with whatever stands beside it.
  var isSimple: Bool {
    var depth = 0
    for token in tokenize(Array(text.utf8)) where !token.kind.isTrivia {
      switch token.kind {
      case .leftParenthesis: depth += 1
      case .rightParenthesis: depth -= 1
      case .name, .quotedName, .period: break
      default: if depth == 0 { return false }
      }
    }
    return true
  }
}
