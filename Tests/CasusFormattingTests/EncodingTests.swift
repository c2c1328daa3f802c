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
    #expect(formatted(Array("fact a\n// ".utf8) + [0xFF] + Array("\nfact b".utf8)) == .refused("line 2 is not UTF-8"))
    guard case .wrong(let errors) = formatted(Array("fact a asks \"".utf8) + [0xFF, 0x22]) else {
      Issue.record("it was formatted")
      return
    }
    #expect(errors.contains { $0.code == .notUTF8 })
  }

  @Test func whatHasErrorsIsLeftAlone() {
    guard case .wrong(let errors) = formatted("fact a fact") else {
      Issue.record("it was formatted")
      return
    }
    #expect(errors.map(\.code.identifier) == ["C0203"])
  }
}
