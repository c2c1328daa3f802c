import CasusAnalysis
import CasusDiagnostics

/// Leverage for people: a table of deciders, the groups that can do it, and what each would have to decide.
struct LeverageTextRenderer {
  let paint: Paint
  let width: Int
  /// How many groups are shown on each side.
  let shownGroups: Int
  /// Leaves out the heading and the remarks.
  let isQuiet: Bool

  func render(_ report: LeverageReport) -> String {
    var text =
      isQuiet
      ? ""
      : paint.heading(
        report.query, asOf: report.asOf, accordingTo: report.accordingTo, scenario: report.scenario, width: width)
    text += summary(report)
    if report.answer == .unknown {
      text += table(report) + bystanders(report)
      text += groups(report.force, "To force it") + groups(report.block, "To block it")
      text += decisions(report)
    }
    return isQuiet ? text : text + remarks(report)
  }

  private func summary(_ report: LeverageReport) -> String {
    switch report.answer {
    case .true: paint("  ✓  true already, whatever anybody decides", .holds) + "\n"
    case .false: paint("  ✗  false already, whatever anybody decides", .fails) + "\n"
    default: report.deciders.isEmpty ? paint("  –  nobody decides anything that is open here", .faint) + "\n" : ""
    }
  }

  // MARK: The table

  private func table(_ report: LeverageReport) -> String {
    let hasPower = report.hasPower
    let shown = report.deciders.filter { hasPower || !$0.isBystander }
    guard !shown.isEmpty else { return "" }
    var rows = [["", "force", "block"] + (hasPower ? ["Shapley–Shubik", "", "Banzhaf", ""] : [])]
    rows += shown.map { decider in
      [decider.name.safe, word(decider.force), word(decider.block)] + (hasPower ? power(decider.power) : [])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].terminalWidth }.max() ?? 0 }
    var text = "\n"
    for (position, row) in rows.enumerated() {
      var line = "  "
      for (column, cell) in row.enumerated() {
        let padded = cell.padded(to: widths[column]) + (column + 1 < row.count ? "   " : "")
        line += position == 0 ? paint(padded, .faint) : colored(padded, cell)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  private func colored(_ padded: String, _ word: String) -> String {
    switch word {
    case "alone": paint(padded, .open)
    case "–": paint(padded, .faint)
    default: padded
    }
  }

  private func word(_ reach: Leverage.Reach) -> String {
    switch reach {
    case .alone: "alone"
    case .together: "together"
    case .never: "–"
    case .unknown: "?"
    }
  }

  private func power(_ power: LeverageReport.Power?) -> [String] {
    guard let power else { return ["?", "", "?", ""] }
    return [
      power.shapleyShubik.decimal, power.shapleyShubik.fraction, power.banzhaf.decimal, power.banzhaf.fraction,
    ]
  }

  /// Where there is no index to show, whoever makes no difference takes no row.
  private func bystanders(_ report: LeverageReport) -> String {
    let names = report.deciders.filter { $0.isBystander }.map { $0.name }
    if names.isEmpty || report.hasPower { return "" }
    return indented("Bystanders: " + names.joined(separator: ", "), by: 2)
  }

  /// With an empty line above.
  private func indented(_ text: String, by margin: Int) -> String {
    let lines = text.safe.wrapped(to: max(20, min(width, 100) - margin))
    return "\n" + lines.map { paint(String(repeating: " ", count: margin) + $0, .faint) + "\n" }.joined()
  }

  // MARK: Groups

  /// Groups of more than one; who can do it alone stands in the table.
  private func groups(_ groups: LeverageReport.Groups, _ title: String) -> String {
    let larger = groups.listed.filter { $0.count > 1 }
    if larger.isEmpty && groups.isComplete { return "" }
    guard let count = groups.count else { return "" }
    var text = "\n  " + paint("\(title): \(count == "1" ? "1 minimal group" : "\(count) minimal groups")", .heading)
    let alone = groups.listed.count - larger.count
    if alone > 0 { text += ", \(alone) of them of one member" }
    text += "\n"
    for group in larger.prefix(shownGroups) {
      let lines = group.map { $0.safe }.joined(separator: ", ").wrapped(to: max(20, width - 8))
      for (position, line) in lines.enumerated() { text += (position == 0 ? "    • " : "      ") + line + "\n" }
    }
    let isWhole = groups.isComplete && larger.count <= shownGroups
    return isWhole ? text : text + paint("    … the smallest are shown; --limit shows more", .faint) + "\n"
  }

  // MARK: Decisions

  /// As many deciders as are read at once.
  private static var shownDecisions: Int { 6 }

  private func decisions(_ report: LeverageReport) -> String {
    let deciding = report.deciders.filter { !$0.toForce.isEmpty || !$0.toBlock.isEmpty }
    if deciding.isEmpty { return "" }
    var text = "\n  " + paint("What each would have to decide", .heading) + "\n"
    for decider in deciding.prefix(Self.shownDecisions) {
      text += "    " + decider.name.safe + "\n"
      text += lines(decider.toForce, "to force", .holds) + lines(decider.toBlock, "to block", .fails)
    }
    let more = deciding.count - Self.shownDecisions
    guard more > 0 else { return text }
    return text + paint("    … and \(more) more; `casus leverage --format json` has them all", .faint) + "\n"
  }

  private func lines(_ statements: [String], _ label: String, _ role: Paint.Role) -> String {
    var text = ""
    for (position, statement) in statements.enumerated() {
      text += "      " + paint(position == 0 ? label : "        ", role) + "  " + statement.safe + "\n"
    }
    return text
  }

  // MARK: Remarks

  private func remarks(_ report: LeverageReport) -> String {
    var remarks: [String] = []
    if !report.given.isEmpty { remarks.append("Given: " + report.given.joined(separator: "; ") + ".") }
    if !report.nature.isEmpty {
      remarks.append(
        "Nobody decides " + named(report.nature)
          + ": held open, so that only what holds either way is forced or blocked. What a statement tells is not held open."
      )
    }
    for gap in report.gaps {
      let citation = gap.citation.map { " (\($0))" } ?? ""
      remarks.append("A gap of the text is held open, too: " + gap.reason + citation)
    }
    if !report.isProved {
      remarks.append("Unproved: there may be more that somebody can force or block than was found.")
    }
    return remarks.map { indented($0, by: 2) }.joined()
  }

  /// The first few of many.
  private func named(_ facts: [String]) -> String {
    let shown = facts.prefix(4).joined(separator: ", ")
    return facts.count <= 5 ? facts.joined(separator: ", ") : shown + " and \(facts.count - 4) more"
  }
}

extension LeverageReport {
  fileprivate var hasPower: Bool { deciders.contains { $0.power != nil } }
}
