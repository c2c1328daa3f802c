import CasusAnalysis

/// What stands behind an argument: how far a norm has come, norms that contradict each other, what is still open.
struct ExplanationClosing {
  struct Item {
    var text: String
    var remark: String?
  }

  var title: String
  var items: [Item]

  static func sections(of answer: AnswerReport) -> [ExplanationClosing] {
    [status(answer), conflicts(answer), openFacts(answer), gaps(answer)].filter { !$0.items.isEmpty }
  }

  private static func status(_ answer: AnswerReport) -> ExplanationClosing {
    var items: [Item] = []
    if let since = answer.inEffectSince { items.append(Item(text: "In effect since \(since)")) }
    for status in answer.statuses {
      let word =
        switch status.answer {
        case .true: "yes"
        case .false: "no"
        default: "not known"
        }
      items.append(Item(text: status.name.firstUppercased + ": " + word))
    }
    if let due = answer.dueDate { items.append(Item(text: "Due: " + due.text)) }
    return ExplanationClosing(title: "How far it has come", items: items)
  }

  private static func conflicts(_ answer: AnswerReport) -> ExplanationClosing {
    let items = answer.conflicts.map { conflict in
      let sides = [(conflict.norm, conflict.citation), (conflict.other, conflict.otherCitation)].map { norm, citation in
        norm + (citation.map { " (\($0))" } ?? "")
      }
      return Item(
        text: sides.joined(separator: " and "),
        remark: (conflict.isCertain ? "Both are in effect" : "Both may be in effect") + ", and nothing ranks them.")
    }
    return ExplanationClosing(title: "Norms that contradict each other", items: items)
  }

  private static func openFacts(_ answer: AnswerReport) -> ExplanationClosing {
    let items = answer.openFacts.map { open in
      var remarks = open.asks == nil ? [] : [open.fact]
      if let decider = open.decidedBy { remarks.append("decided by " + decider) }
      if let weight = open.weight {
        remarks.append("decides in " + TextAnswerRenderer.percentage(weight) + " of cases")
      }
      return Item(text: open.question, remark: remarks.isEmpty ? nil : remarks.joined(separator: " · "))
    }
    return ExplanationClosing(title: "What it turns on, most important first", items: items)
  }

  private static func gaps(_ answer: AnswerReport) -> ExplanationClosing {
    let items = answer.gaps.map { gap in Item(text: gap.reason, remark: gap.citation) }
    return ExplanationClosing(title: "What the texts leave open, and no statement can tell", items: items)
  }
}
