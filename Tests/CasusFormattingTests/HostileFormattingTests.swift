import CasusDiagnostics
import CasusFormatting
import CasusSyntax
import Testing

/// Texts made to do harm.
@Suite struct HostileFormattingTests {
  private static func nested(_ start: String, _ opening: String, _ middle: String, _ closing: String) -> String {
    start + String(repeating: opening, count: 240) + middle + String(repeating: closing, count: 240)
  }

  static let deep = [
    nested("ask ", "(", "a", ")"), nested("ask ", "(b and c or ", "a", ")"), nested("ask ", "not ", "a", ""),
    nested("ask ", "-", "1", ""), nested("ask ", "f(", "a", ")"), nested("ask ", "some x in ", "a", " satisfies b"),
    nested("ask ", "every x in y satisfies ", "a", ""), nested("ask a", " for a", "", ""),
    nested("ask ", "count(x in y where ", "a", ")"), nested("", "law A { ", "rule a", "}"),
    nested("ask ", "min(1, ", "a", ")"),
  ]

  @Test(arguments: deep.indices)
  func depthIsNoHarm(_ index: Int) {
    assertFormatted(Self.deep[index])
  }

  @Test(arguments: ["(", "{", "not ", "some x in ", "/*", "\"", "law A {", "f(", "`", "}"])
  func whatIsTooDeepIsWrong(_ unit: String) {
    let text = "rule r when " + String(repeating: unit, count: 50_000)
    guard case .wrong = format(SourceText(name: "<bomb>", text: text), id: SourceID(0)) else {
      Issue.record("it was formatted")
      return
    }
  }

  static let long = [
    "ask x" + String(repeating: " and y", count: 3_000), "ask x" + String(repeating: " + y", count: 3_000),
    "ask x" + String(repeating: ".y", count: 3_000), "entity x" + String(repeating: ", y", count: 3_000) + ": T",
    "fact x " + String(repeating: "/**/", count: 3_000) + " fact y", String(repeating: "fact x ", count: 3_000),
    "fact f asks \"" + String(repeating: "word\n", count: 3_000) + "\"", String(repeating: "// c\n", count: 3_000),
    "ask f(" + String(repeating: "x, ", count: 3_000) + "x)", String(repeating: "fact x // c\n", count: 3_000),
    "ask x" + String(repeating: " and y or z", count: 1_500),
    "define d -> T is " + String(repeating: "a when b, ", count: 1_500) + "c",
  ]

  @Test(arguments: long.indices)
  func lengthIsNoHarm(_ index: Int) {
    let source = SourceText(name: "<long>", text: Self.long[index])
    guard case .formatted(let bytes) = format(source, id: SourceID(0)) else {
      Issue.record("it was not formatted")
      return
    }
    #expect(format(SourceText(name: "<long>", bytes: bytes), id: SourceID(0)) == .formatted(bytes))
  }
}
