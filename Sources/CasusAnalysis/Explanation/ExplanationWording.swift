import CasusDiagnostics
import CasusEngine
import CasusSemantics
import CasusSyntax

/// Puts parts of a program into words: its own, with what variables stand for in their place.
struct ExplanationWording {
  let builder: ReportBuilder
  let texts: TextTable

  var program: Program { builder.program }

  // MARK: Calls

  /// A case as one would state it. An argument that is not definite goes by the name of its parameter.
  func call(_ key: InstanceKey) -> String {
    let declaration = program.declarations[key.declaration]
    let values = values(of: key)
    if values.count == declaration.parameters.count {
      return program.sourceForm(of: DeclarationID(key.declaration), values)
    }
    return declaration.qualifiedName + "(" + declaration.parameters.map { $0.name }.joined(separator: ", ") + ")"
  }

  /// A case as one would state it, with `any` where an argument is nil.
  func call(_ declaration: DeclarationID, _ arguments: [Value?]) -> String {
    let names = zip(program[declaration].parameters, arguments).map { parameter, argument in
      (parameter.label.map { $0 + ": " } ?? "") + (argument.map { program.sourceForm(of: $0) } ?? "any")
    }
    let name = program.sourceForm(of: declaration, [])
    return names.isEmpty ? name : name + "(" + names.joined(separator: ", ") + ")"
  }

  func values(of key: InstanceKey) -> [Value] {
    zip(program.declarations[key.declaration].parameters, key.arguments).compactMap { parameter, argument in
      argument.scalar.flatMap { program.value(of: $0, type: program.type(of: parameter.domain), texts: texts) }
    }
  }

  // MARK: Expressions

  /// A condition or a value as it is written, on one line, with what its variables stand for.
  func text(of id: ExpressionID, _ frame: Frame) -> String {
    written(program[id].span, standIns(in: id, frame))
  }

  /// A place of the program on one line, without comments.
  /// - Parameter standIns: what to write instead of the word at some places.
  func written(_ span: SourceSpan, _ standIns: [Int: String] = [:]) -> String {
    guard let source = builder.sources[span.source] else { return "" }
    let end = min(Int(span.end), source.bytes.count)
    let start = max(0, min(Int(span.start), end))
    let bytes = Array(source.bytes[start..<end])
    var text = ""
    var offset = start
    var isBlankPending = false
    for token in tokenize(bytes) {
      let next = min(offset + Int(token.length), end)
      if token.kind.isTrivia {
        isBlankPending = !text.isEmpty
      } else if offset < next {
        if isBlankPending { text += " " }
        isBlankPending = false
        text += standIns[offset] ?? String(decoding: source.bytes[offset..<next], as: UTF8.self)
      }
      offset = next
    }
    return text
  }

  /// What stands for each variable of an expression, by where the variable is written.
  private func standIns(in root: ExpressionID, _ frame: Frame) -> [Int: String] {
    var bound: Set<Int> = []
    program.forEachExpression(in: root) { expression in
      for variable in expression.kind.binding?.variables ?? [] { bound.insert(variable.slot) }
    }
    var found: [Int: String] = [:]
    program.forEachExpression(in: root) { expression in
      guard case .variable(let slot) = expression.kind, !bound.contains(slot), frame.indices.contains(slot),
        let scalar = frame[slot].scalar,
        let value = program.value(of: scalar, type: expression.type, texts: texts)
      else { return }
      // A variable made of `any` has the place of its whole argument.
      let span = expression.span
      let written = builder.sources[span.source]?.text(in: span) ?? ""
      let isAny = written.utf8.count > 3 && written.hasSuffix("any")
      found[isAny ? Int(span.end) - 3 : Int(span.start)] = program.sourceForm(of: value)
    }
    return found
  }

  /// What is assumed in a case of a split.
  func text(of assumption: Derivation.Assumption, in derivation: Derivation) -> String {
    let subject: String
    switch assumption.subject {
    case .told(let key): subject = program.sourceForm(of: key.declaration, derivation.arguments(of: key))
    case .gap(let id, _): subject = program[id].reason
    }
    switch assumption.told {
    case .truth(let truth): return truth ? subject : "not " + subject
    case .unknown: return subject
    case .value(let value): return subject + " is " + program.sourceForm(of: value)
    case .range(let low, let high):
      return subject + " is " + (low.map { program.sourceForm(of: $0) } ?? "") + ".."
        + (high.map { program.sourceForm(of: $0) } ?? "")
    case .oneOf(let values):
      return subject + " in {" + values.map { program.sourceForm(of: $0) }.joined(separator: ", ") + "}"
    }
  }

  // MARK: Sentences

  /// The question that a fact asks, with its answer.
  func sentence(_ declaration: DeclarationID, _ arguments: [Value?], _ outcome: AnswerReport.Outcome) -> String? {
    if let instrument = program.instrument(ofParties: declaration), let party = arguments.first ?? nil {
      let words = " a party to " + name(of: instrument, isFirst: false)
      switch outcome {
      case .truth(.true): return program.label(of: party) + " is" + words + "."
      case .truth(.false): return program.label(of: party) + " is not" + words + "."
      default: return "Whether " + program.label(of: party) + " is" + words + " is not known."
      }
    }
    return builder.question(of: declaration, arguments).map { $0 + " " + reply(outcome) }
  }

  private func reply(_ outcome: AnswerReport.Outcome) -> String {
    switch outcome {
    case .truth(.true): "Yes."
    case .truth(.false): "No."
    case .value(.single(let item)): item.text + "."
    default: "Not known."
    }
  }

  /// An instrument by its title, with an article: `the Charter of the United Nations`.
  func name(of id: InstrumentID, isFirst: Bool = true) -> String {
    guard let title = program[id].title else { return program[id].name }
    if title.hasPrefix("The ") { return (isFirst ? "The " : "the ") + title.dropFirst(4) }
    return (isFirst ? "The " : "the ") + title
  }

  /// What a norm asks of whom: `DPRK must assist (to Russia)`.
  func duty(_ details: NormDetails, _ act: [Value]) -> String? {
    let event = program[details.event]
    guard act.count == event.parameters.count, act.indices.contains(details.bearer) else { return nil }
    var parameters = event.parameters
    var rest = act
    parameters.remove(at: details.bearer)
    let bearer = rest.remove(at: details.bearer)
    let written = zip(parameters, rest).map { parameter, argument in
      (parameter.label.map { Self.inWords($0) + " " } ?? "") + program.label(of: argument)
    }
    let name = event.qualifiedName.split(separator: ".").last.map { String($0) } ?? event.qualifiedName
    let arguments = written.isEmpty ? "" : " (" + written.joined(separator: ", ") + ")"
    return program.label(of: bearer) + " " + details.modality.words + " " + Self.inWords(name) + arguments
  }
}

extension ExplanationWording {
  /// A name as one would say it.
  static func inWords(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }

  /// The deadline of a norm's case as it is written: `within 10 days`.
  func deadline(of key: InstanceKey) -> String? {
    guard case .norm(let details) = program.declarations[key.declaration].kind else { return nil }
    switch details.deadline {
    case .within(let duration): return "within " + text(of: duration, key.arguments)
    case .by(let date): return "by " + text(of: date, key.arguments)
    case nil: return nil
    }
  }
}

extension Modality {
  fileprivate var words: String {
    switch self {
    case .must: "must"
    case .mustNot: "must not"
    case .may: "may"
    }
  }
}

extension CheckedExpression.Kind {
  var binding: CheckedBinding? {
    switch self {
    case .quantified(_, let binding, satisfies: _), .count(let binding), .sum(_, over: let binding): binding
    default: nil
    }
  }
}
