import Foundation
import Testing

@testable import CasusAnalysis
@testable import CasusCommandLine

/// Whether the page of an explanation can be read by everybody: what a checker of accessibility looks at.
@Suite struct ExplanationPageTests {
  private static let page: String = {
    var node = ExplanationNode(
      kind: .norm, role: nil, text: "aid(Alba)", sentence: "Alba must help", answer: .truth(.unknown),
      citation: .init(instrument: "Pact", title: nil, article: "1", words: "Help <at once>."),
      place: .init(file: "", line: 1, column: 1))
    node.because = [1, 2]
    var leaf = node
    leaf.because = []
    leaf.kind = .fact
    var again = leaf
    again.see = 0
    var report = AnswerReport(
      kind: .ask, query: "aid(Alba)", file: "", line: 1, scenario: "<b>", accordingTo: nil, asOf: "1905-01-01",
      outcome: .truth(.unknown))
    report.openFacts = [.init(fact: "f", decidedBy: "Alba", asks: "f?", weight: 0.5, question: "f?")]
    return ExplanationHTMLRenderer.render(Explanation(answer: report, nodes: [node, leaf, again]))
  }()

  @Test func thePageNamesItsLanguageAndTitle() {
    #expect(Self.page.contains("<html lang=\"en\">"))
    #expect(Self.page.contains("<title>aid(Alba): unknown</title>"))
    #expect(Self.page.contains("<meta name=\"viewport\""))
    #expect(Self.page.components(separatedBy: "<main>").count == 2)
  }

  @Test func headingsAreInOrder() {
    let levels = Self.page.matches(of: /<h([1-6])/).map { Int($0.1) ?? 0 }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test func nothingIsLoadedOrRun() {
    for word in ["<script", "http://", "https://", "src=", "@import", "url("] { #expect(!Self.page.contains(word)) }
    #expect(Self.page.contains("default-src 'none'"))
  }

  /// Branches are those of the browser, so that the keyboard opens them, in the order of the page.
  @Test func branchesHaveSummariesAndFocusFollowsThePage() {
    #expect(Self.page.components(separatedBy: "<details open><summary>").count == 2)
    #expect(!Self.page.contains("tabindex") && !Self.page.contains("onclick"))
    #expect(Self.page.contains("summary:focus-visible"))
  }

  @Test func linksLeadSomewhereAndSayWhere() {
    let targets = Self.page.matches(of: /href="#(n[0-9]+)">([^<]+)</)
    #expect(targets.count == 1)
    for target in targets {
      #expect(Self.page.contains("id=\"\(target.1)\""))
      #expect(target.2.count > 10)
    }
    let ids = Self.page.matches(of: /id="(n[0-9]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count && ids.count == 3)
  }

  @Test func signsAreForTheEyeAlone() {
    #expect(
      Self.page.components(separatedBy: "<span class=\"sign").count
        == Self.page.components(separatedBy: "aria-hidden=\"true\"").count)
  }

  @Test func whatIsNamedIsNoMarkup() {
    #expect(Self.page.contains("Help &lt;at once&gt;.") && Self.page.contains("scenario “&lt;b&gt;”"))
  }

  /// At least 4.5 to 1, as the guidelines for web contents (WCAG 2.2, 1.4.3) ask of text.
  @Test(arguments: [ExplanationHTMLStyle.light, ExplanationHTMLStyle.dark])
  func textStandsOutFromThePaper(_ colours: [String: String]) throws {
    let paper = Self.luminance(try #require(colours["paper"]))
    for (name, colour) in colours where name != "paper" && name != "line" {
      let ink = Self.luminance(colour)
      let contrast = (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
      #expect(contrast >= 4.5, "\(name) \(contrast)")
    }
  }

  /// Black on white is 21 to 1, and a colour on itself 1 to 1.
  @Test func luminanceIsThatOfTheGuidelines() {
    #expect(Self.luminance("#ffffff") == 1 && Self.luminance("#000000") == 0)
    #expect(abs(Self.luminance("#808080") - 0.2159) < 0.001)
  }

  private static func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    return 0.2126 * linear(number >> 16) + 0.7152 * linear(number >> 8) + 0.0722 * linear(number)
  }

  /// The light of the last eight bits of a number.
  private static func linear(_ number: Int) -> Double {
    let part = Double(number & 255) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
}
