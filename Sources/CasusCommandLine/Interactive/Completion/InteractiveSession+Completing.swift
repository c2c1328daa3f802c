import CasusDiagnostics
import CasusREPL
import CasusSemantics
import CasusSyntax

/// The words that could stand where the cursor is.
extension InteractiveSession {
  /// - Parameter text: the entry up to the cursor.
  func completions(behind text: String) -> Completions {
    let start = text.drop { $0 == " " }
    guard start.first == ":" else { return expressionCompletions(CompletionContext(text)) }
    let typed = start.dropFirst()
    let name = typed.prefix { !$0.isWhitespace }
    guard name.endIndex < typed.endIndex else {
      return SessionCommand.all.filter { $0.name.last != "!" }.map { Candidate($0.name, end: " ") }.matching(
        String(name))
    }
    guard let command = SessionCommand.named(String(name)).first else { return Completions() }
    return completions(for: command.completion, behind: typed[name.endIndex...].trimmingFirstBlanks)
  }

  private func completions(for kind: SessionCommand.ArgumentKind, behind argument: String) -> Completions {
    let word = CompletionContext(argument).word
    let program = state.program
    switch kind {
    case .nothing, .date: return Completions()
    case .file: return .files
    case .query, .statement: return expressionCompletions(CompletionContext(argument))
    case .declaration:
      let instruments = program.instruments.map { Candidate($0.name) }
      let names = program.callableCandidates.map { Candidate($0.word) }
      return (names + instruments + program.typeCandidates + program.entityCandidates).matching(word)
    case .view: return (viewCandidates + [Candidate("none")]).matching(word)
    case .scenario:
      // Titles have blanks: what was typed of one is completed word by word.
      let titles = program.scenarios.map { $0.title }.filter { $0.hasPrefix(argument) }
      let begun = argument.dropLast(argument.reversed().prefix { $0 != " " }.count).count
      var completions = Completions(titles.map { String($0.dropFirst(begun)) })
      completions.breaks = " \t\n"
      return completions
    case .format: return AnswerFormat.allCases.map { Candidate($0.rawValue) }.matching(word)
    case .setting: return SessionSetting.all.map { Candidate($0.name, end: " ") }.matching(argument, breaks: " \t\n")
    case .topic:
      let names = SessionCommand.all.map { $0.name } + HelpTopic.all.map { $0.name }
      return (names + DiagnosticCode.all.map { $0.identifier }).map { Candidate($0) }.matching(word)
    case .words(let words): return words.map { Candidate($0) }.matching(word)
    }
  }

  /// Those according to whom something is told, and, where nobody is, all entities.
  private var viewCandidates: [Candidate] {
    var seen: Set<EntityID> = []
    let told = state.program.statements + (state.scenario?.statements ?? [])
    let views = told.flatMap { $0.views }.filter { seen.insert($0).inserted }
    return views.isEmpty ? state.program.entityCandidates : views.map { state.program.candidate(for: $0) }
  }

  // MARK: Expressions

  private func expressionCompletions(_ context: CompletionContext) -> Completions {
    guard !context.isInsideText else { return Completions() }
    let special = specialCandidates(context)
    if !special.isEmpty { return special.matching(context.word) }
    if let call = context.calls.last, let declaration = declaration(called: call.path),
      let found = argumentCandidates(call, declaration, context)
    {
      return found.matching(context.word)
    }
    let isFirst = context.before.isEmpty && context.calls.isEmpty
    let words = Keyword.allCases.filter { !isFirst || $0.beginsItem || $0.mayBeginQuery }
    let names = state.program.callableCandidates + state.program.instruments.map { Candidate($0.name, end: ".") }
    let entities = isFirst ? [] : state.program.entityCandidates
    let types = isFirst ? [] : state.program.typeCandidates
    let keywords = context.word.isEmpty && !isFirst ? [] : words.map { Candidate($0.rawValue, end: " ") }
    return (names + entities + types + keywords).matching(context.word)
  }

  /// What a word right before leaves to choose from.
  private func specialCandidates(_ context: CompletionContext) -> [Candidate] {
    let before = context.before.suffix(2)
    switch (before.first, before.last) {
    case ("according", "to"): return viewCandidates
    case (_, "in"), (_, "->"): return state.program.typeCandidates
    case (_, ":") where context.calls.last.map({ declaration(called: $0.path) == nil }) ?? true:
      return state.program.typeCandidates
    case (_, "is"), ("is", "not"):
      let values = declaration(called: context.lastPath).flatMap { valueDomain(of: $0) }
      return values.map { state.program.members(of: $0) + [Candidate("unknown"), Candidate("not", end: " ")] } ?? []
    default: return []
    }
  }

  private func valueDomain(of declaration: CheckedDeclaration) -> DomainReference? {
    switch declaration.kind {
    case .fact(let details): details.domain
    case .definition(let details): details.domain
    default: nil
    }
  }

  /// Labels that may come next, or the values of the parameter at hand; nil where anything may stand.
  private func argumentCandidates(
    _ call: CompletionContext.OpenCall, _ declaration: CheckedDeclaration, _ context: CompletionContext
  ) -> [Candidate]? {
    guard declaration.parameters.indices.contains(call.position), !call.hasWords else { return nil }
    let parameter = declaration.parameters[call.position]
    if let label = parameter.label, call.label == nil { return [Candidate(label + ":", end: " ")] }
    let members = state.program.members(of: parameter.domain)
    return members.isEmpty ? nil : members + [Candidate("any")]
  }

  /// What a path calls: by its whole name, or without its qualifier where one alone fits.
  private func declaration(called path: String) -> CheckedDeclaration? {
    guard !path.isEmpty else { return nil }
    let declarations = state.program.declarations
    if let whole = declarations.first(where: { $0.qualifiedName == path }) { return whole }
    let short = declarations.filter { $0.qualifiedName.hasSuffix("." + path) }
    return short.count == 1 ? short.first : nil
  }
}

extension Keyword {
  fileprivate var mayBeginQuery: Bool {
    switch self {
    case .not, .some, .every, .count, .sum, .min, .max, .today, .date, .owed, .fulfilled, .breached, .forbidden,
      .permitted:
      true
    default: false
    }
  }
}

extension [Candidate] {
  fileprivate func matching(_ typed: String, breaks: String) -> Completions {
    var completions = matching(typed)
    completions.breaks = breaks
    return completions
  }
}

extension StringProtocol {
  fileprivate var trimmingFirstBlanks: String { String(drop { $0.isWhitespace }) }
}
