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
  }

  /// The articles that were quoted already.
  private var quoted: Set<String> = []

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
    case .deadline: return node.text + ": " + (node.answer == .truth(.unknown) ? "open" : "due " + node.answer.text)
    case .circle: return node.text + ": rests on itself"
    case .any where node.answer == .truth(.unknown): return node.text + ": open, and one would do"
    case .force, .fact, .event, .presumption: return node.sentence ?? node.text + ": " + reply(node.answer)
    default: return (node.sentence ?? node.text) + ": " + outcome(node.answer)
    }
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
    default: answer.text
    }
  }

  // MARK: Below

  /// What else is to be said of a step. Articles are quoted where they first come up.
  mutating func details(of node: ExplanationNode) -> [Detail] {
    var details: [Detail] = []
    if node.sentence != nil, node.kind != .force { details.append(.call(node.text)) }
    if let citation = node.citation, node.kind != .force { details += self.details(of: citation) }
    details += node.statements.filter { !$0.isOfHeading }.map { .statement(Self.words(for: $0)) }
    if node.kind == .presumption { details.append(.remark("Presumed, while nobody says otherwise.")) }
    if let decider = node.decidedBy { details.append(.remark("Decided by \(decider).")) }
    if node.cases > 1 { details.append(.remark("\(node.cases) cases alike.")) }
    if node.more > 0 { details.append(.remark(Self.words(forMore: node))) }
    if node.see != nil { details.append(.remark("For the reasons told above.")) }
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
    return (told + (statement.source ?? "stated in \(statement.place.file):\(statement.place.line)")).firstUppercased
  }

  private static func words(forMore node: ExplanationNode) -> String {
    let count = node.more == 1 ? "1 more" : "\(node.more) more"
    return node.answer == .truth(.unknown) ? "\(count) like it." : "\(count) would do as well."
  }
}

extension String {
  var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
