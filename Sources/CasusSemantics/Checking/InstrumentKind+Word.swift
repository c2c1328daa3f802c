package import CasusSyntax

extension InstrumentKind {
  /// The word that programs write for it.
  package var word: String {
    switch self {
    case .treaty: "treaty"
    case .law: "law"
    case .resolution: "resolution"
    case .policy: "policy"
    case .contract: "contract"
    }
  }
}
