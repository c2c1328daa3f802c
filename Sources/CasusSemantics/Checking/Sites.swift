import CasusDiagnostics
import CasusSyntax

/// Where an item stands: which names it sees, and whose it is.
struct Context {
  var scope: ScopeID
  var instrument: InstrumentID?
  var article: ArticleID?
  /// Whether it stands in the main file, whose questions and scenarios run.
  var isMain: Bool
  /// The path of its file, to which the paths of data files are relative.
  var file: String
}

/// The text of a declaration, kept until what it says can be checked.
struct DeclarationSite {
  enum Syntax {
    case fact(FactDeclaration)
    case event(EventDeclaration)
    case rule([RuleAlternative])
    case definition(DefinitionDeclaration)
    case exception(ExceptionDeclaration)
    case norm(NormDeclaration)
    /// The fact `party(_:)` of an instrument, which no text declares.
    case party(InstrumentID)
  }

  struct RuleAlternative {
    var syntax: RuleDeclaration
    var context: Context
    var span: SourceSpan
    /// The types of its parameters; nil where a type was reported.
    var parameterTypes: [ValueType?] = []
  }

  var syntax: Syntax
  var context: Context
  var span: SourceSpan
  /// The types of its parameters; nil where a type was reported.
  var parameterTypes: [ValueType?] = []
  /// Whether its head was reported: calls of it are not checked.
  var isBroken = false
  /// Which expressions its conditions and values are, for the analysis of recursion.
  var expressions: [Range<Int>] = []
}

struct EntitySite {
  var first: EntityID
  var syntax: EntityDeclaration
  var context: Context
}

struct SetSite {
  var set: SetID
  var syntax: SetDeclaration
  var context: Context
}

struct InstrumentSite {
  var instrument: InstrumentID
  var syntax: InstrumentDeclaration
  /// Outside of it.
  var context: Context
  var isDamaged: Bool
  /// The parties that were found, with their places.
  var parties: [(entity: EntityID, period: Period?, span: SourceSpan)] = []
}

struct ArticleSite {
  var article: ArticleID
  var force: ForceClause
  var context: Context
}

struct PrevailsSite {
  var syntax: PrevailsDeclaration
  var context: Context
  var span: SourceSpan
}

/// What tells or asks something, in the order of the text.
struct StatementSite {
  enum Syntax {
    case parties(InstrumentID)
    case told(ToldStatement)
    case ask(AskStatement)
    case expect(ExpectStatement)
    case scenario(ScenarioDeclaration, isDamaged: Bool)
    case table(TableDeclaration)
  }
  var syntax: Syntax
  var context: Context
  var span: SourceSpan
}
