import CasusDiagnostics
import CasusFormatting
import CasusSyntax
import Testing

/// Bytes that people do not see.
@Suite struct EncodingTests {
  private func formatted(_ bytes: [UInt8]) -> Formatting {
    format(SourceText(name: "<test>", bytes: bytes), id: SourceID(0))
  }

  private func formatted(_ text: String) -> Formatting { formatted(Array(text.utf8)) }

  @Test func lineBreaksStayThoseOfTheFile() {
    #expect(formatted("fact a\r\n\r\n\r\nfact b // c \r\n").text == "fact a\r\n\r\nfact b   // c\r\n")
    #expect(
      formatted("fact a asks \"b\r\nc\" /* d\r\n e */").text == "fact a asks \"b\r\n    c\"   /* d\r\n         e */\r\n"
    )
    #expect(formatted("fact a\rfact b").text == "fact a\nfact b\n")
  }

  @Test func theByteOrderMarkStays() {
    #expect(formatted("\u{FEFF}fact a").text == "\u{FEFF}fact a\n")
    #expect(formatted("\u{FEFF}  // a\nfact a").text == "\u{FEFF}// a\nfact a\n")
    #expect(formatted("\u{FEFF}").text == "\u{FEFF}")
  }

  @Test func blanksOfAnyScriptAreBlanks() {
    #expect(formatted("fact\u{3000}a\u{A0}fact\u{B}b").text == "fact a\nfact b\n")
  }

  @Test func aFileThatIsNoUTF8IsLeftAlone() {
    for (start, end) in [
      ("fact a\n// ", "\nfact b"), ("fact a /* ", " */"), ("fact a asks \"", "\""), ("fact `a", "`"),
    ] {
      guard case .wrong(let errors) = formatted(Array(start.utf8) + [0xFF, 0xFE] + Array(end.utf8)) else {
        Issue.record("it was formatted: \(start)")
        continue
      }
      #expect(errors.map(\.code) == [.notUTF8], "\(start)")
      #expect(errors.allSatisfy { $0.span.end > start.utf8.count }, "\(start)")
    }
  }

  @Test func whatHasErrorsIsLeftAlone() {
    guard case .wrong(let errors) = formatted("fact a fact") else {
      Issue.record("it was formatted")
      return
    }
    #expect(errors.map(\.code.identifier) == ["C0203"])
  }
}
