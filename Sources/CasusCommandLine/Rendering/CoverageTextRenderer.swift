import CasusAnalysis
import CasusDiagnostics

/// What tests leave undecided, for people: a line for each rule or condition that did not come out on both sides.
struct CoverageTextRenderer {
  let width: Int

  func render(_ report: CoverageReport) -> String {
    var text = "coverage: \(report.coveredCount) of \(report.items.count) decided on both sides\n"
    let missing = report.items.compactMap { item in item.missing.map { (item: item, words: $0) } }
    let places = missing.map { "\($0.item.file.safe):\($0.item.line)" }
    let placeWidth = places.map { $0.terminalWidth }.max() ?? 0
    let wordsWidth = missing.map { $0.words.terminalWidth }.max() ?? 0
    let room = max(20, width - placeWidth - wordsWidth - 6)
    for (place, (item, words)) in zip(places, missing) {
      text +=
        "  " + place.padded(to: placeWidth) + "  " + words.padded(to: wordsWidth) + "  "
        + "\(item.kind) \(item.text.safe)".cut(to: room) + "\n"
    }
    return text
  }
}
