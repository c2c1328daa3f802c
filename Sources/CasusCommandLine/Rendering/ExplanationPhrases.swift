import CasusAnalysis

/// The words for the steps of an argument, alike in every form that people read.
struct ExplanationPhrases {
  /// What stands below the first line of a step.
  enum Detail: Equatable {
    /// The step in the words of the program.
    case call(String)
    /// Where the text has it.
    case citation(String)
    /// The words of the text.
    case quotation(String)
    case statement(String)
    case remark(String)
    /// What the author of the program says.
    case note(String)

    var text: String {
      switch self {
      case .call(let text), .citation(let text), .quotation(let text), .statement(let text), .remark(let text),
        .note(let text):
        text
      }
    }

    var isCall: Bool { if case .call = self { true } else { false } }
  }

  /// The articles that were quoted already.
  private var quoted: Set<String> = []
  /// The remarks of the program's author that were told already.
  private var noted: Set<String> = []

  /// What is asked, of when, in whose view and in which scenario.
  static func title(of answer: AnswerReport) -> String {
    var parts = [answer.query + ": " + answer.outcome.text]
    if let asOf = answer.asOf { parts.append("as of " + asOf) }
    if let view = answer.accordingTo { parts.append("according to " + view) }
    if let scenario = answer.scenario { parts.append(scenario) }
    return parts.joined(separator: " · ")
  }

  // MARK: The first line

  /// A step in one sentence, its role and what becomes of it included.
  static func headline(of node: ExplanationNode) -> String {
    (node.role.map { words(for: $0, node) } ?? "") + claim(of: node)
  }

  private static func claim(of node: ExplanationNode) -> String {
    switch node.kind {
    case .gap: return "The text leaves open: " + node.text
    case .view: return node.answer.text.firstUppercased + " " + node.text
    case .row: return node.text + ": " + node.answer.text
    case .norm: return (node.sentence ?? node.text) + ": " + effect(node.answer)
    case .split: return node.text + ": " + outcome(node.answer) + " in every case"
    case .case: return "If " + node.text
    case .assumption: return (node.sentence ?? node.text + ": " + reply(node.answer)) + " (as assumed)"
    case .deadline: return deadline(of: node)
    case .fault: return node.text + ": fault" + reason(node.answer)
    case .inapplicable: return node.text + ": does not apply"
    case .circle: return node.text + ": rests on itself"
    case .any where node.answer == .truth(.unknown): return node.text + ": open, and one would do"
    case .force, .fact, .event, .presumption, .precedence: return node.sentence ?? node.text + ": " + reply(node.answer)
    default: return (node.sentence ?? node.text) + ": " + outcome(node.answer)
    }
  }

  private static func deadline(of node: ExplanationNode) -> String {
    if node.answer != .truth(.unknown) { return "Deadline: " + node.text + ", due " + node.answer.text }
    return node.because.isEmpty ? "Deadline: " + node.text + ", open" : "Deadline: open"
  }

  private static func words(for role: ExplanationNode.Role, _ node: ExplanationNode) -> String {
    switch role {
    case .unless: "Unless: "
    case .exception: "Exception: "
    case .not: "Not: "
    case .prevails: "Prevailing: "
    case .given: ""
    case .where: "Where: "
    case .before: "Before that: "
    }
  }

  private static func effect(_ answer: AnswerReport.Outcome) -> String {
    switch answer {
    case .truth(.true): "in effect"
    case .truth(.false): "not in effect"
    default: "whether in effect is open"
    }
  }

  private static func reply(_ answer: AnswerReport.Outcome) -> String {
    switch answer {
    case .truth(.true): "yes"
    case .truth(.false): "no"
    case .truth: "not known"
    default: answer.text
    }
  }

  private static func outcome(_ answer: AnswerReport.Outcome) -> String {
    switch answer {
    case .truth(.true): "holds"
    case .truth(.false): "does not hold"
    case .truth(.unknown): "open"
    case .fault: "cannot be computed"
    default: answer.text
    }
  }

  private static func reason(_ answer: AnswerReport.Outcome) -> String {
    guard case .fault(let fault) = answer else { return "" }
    return ", " + fault.message
  }

  // MARK: Below

  /// What else is to be said of a step. Articles are quoted where they first come up.
  mutating func details(of node: ExplanationNode) -> [Detail] {
    var details: [Detail] = []
    // That it is a party, or in force, the sentence says; the instrument is named in it.
    let isPlain = node.kind == .force || !node.statements.isEmpty && node.statements.allSatisfy { $0.isOfHeading }
    if let note = node.note, noted.insert(note).inserted { details.append(.note(note)) }
    if let citation = node.citation, !isPlain { details += self.details(of: citation) }
    for statement in node.statements where !statement.isOfHeading {
      let told = Detail.statement(Self.words(for: statement))
      if !details.contains(told) { details.append(told) }
    }
    if node.kind == .presumption { details.append(.remark("Presumed, while nobody says otherwise.")) }
    if let decider = node.decidedBy { details.append(.remark("Decided by \(decider).")) }
    if node.cases > 1 { details.append(.remark("\(node.cases) cases alike.")) }
    if node.more > 0 { details.append(.remark(Self.words(forMore: node))) }
    if node.see != nil { details.append(.remark("For the reasons told above.")) }
    if node.sentence != nil, !isPlain, node.kind != .precedence { details.append(.call(node.text)) }
    return details
  }

  private mutating func details(of citation: ExplanationNode.Citation) -> [Detail] {
    let place = Self.words(for: citation)
    guard quoted.insert(place).inserted, let words = citation.words else { return [.citation(place)] }
    return [.citation(place), .quotation("“" + words + "”")]
  }

  static func words(for citation: ExplanationNode.Citation) -> String {
    let name = citation.title ?? citation.instrument
    guard let article = citation.article else { return name }
    let isNumber = article.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    return name + ", " + (isNumber ? "Article " : "") + article
  }

  /// A statement as one would cite it: whose it is, for when, and where it is told.
  private static func words(for statement: ExplanationNode.Statement) -> String {
    var parts: [String] = []
    if !statement.accordingTo.isEmpty {
      parts.append("according to " + statement.accordingTo.joined(separator: ", "))
    }
    if let on = statement.on { parts.append("on " + on) }
    if let from = statement.from { parts.append("from " + from) }
    if let until = statement.until { parts.append("until " + until) }
    let told = parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
    return (told + (statement.source ?? place(of: statement))).firstUppercased
  }

  /// What was replied to a question stands in no file.
  private static func place(of statement: ExplanationNode.Statement) -> String {
    let place = statement.place
    return place.file.isEmpty ? "as told" : "stated in \(place.file):\(place.line)"
  }

  private static func words(forMore node: ExplanationNode) -> String {
    let count = node.more == 1 ? "1 more" : "\(node.more) more"
    return node.answer == .truth(.unknown) ? "\(count) like it." : "\(count) would do as well."
  }
}

extension String {
  var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
