/// The name of a source as a URI reference: an absolute path becomes a `file` URI, another stays relative.
func uriReference(_ name: String) -> String {
  var result = name.hasPrefix("/") ? "file://" : ""
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }
  return result
}

extension SourceMap {
  /// How messages name the source of a span; an empty name for a place in no source.
  func name(of span: SourceSpan) -> String {
    self[span.source]?.name ?? ""
  }
}
