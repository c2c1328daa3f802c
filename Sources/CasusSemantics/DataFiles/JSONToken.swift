/// One piece of a JSON text, without its meaning: where it stands and what kind it is.
struct JSONToken: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case beginObject, endObject, beginArray, endArray
    /// The name of a member; the colon behind it has been read.
    case key(hasEscapes: Bool)
    case text(hasEscapes: Bool)
    case number
    case truth(Bool)
    case null
  }
  var kind: Kind
  /// Its bytes, the quotes of a key or text included.
  var start: Int
  var end: Int
}
