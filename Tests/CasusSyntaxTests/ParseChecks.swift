import CasusDiagnostics
import CasusFormatting
import CasusSyntax
import Testing

/// Parses a text and checks all that holds for any text.
@discardableResult
func assertParse(_ bytes: [UInt8], name: String = "<test>", at location: SourceLocation = #_sourceLocation) -> ParsedSource {
  let source = SourceText(name: name, bytes: bytes)
  let parsed = parse(source, id: SourceID(0))
  let total = parsed.tree.tokens.reduce(0) { $0 + Int($1.length) }
  #expect(total == bytes.count, sourceLocation: location)
  return parsed
}
