extension Facts {
  /// Takes what somebody replied when asked for a case.
  ///
  /// - Throws: `invalidStatement`; `contradiction`. The facts are then as they were.
  mutating func add(
    _ reply: Interview.Reply, to fact: FactCase, accordingTo views: [String], source: String?
  ) throws(CasusError) {
    switch reply {
    case .yes: try assert(fact, accordingTo: views, source: source)
    case .no: try deny(fact, accordingTo: views, source: source)
    case .unknown: try assert(fact, is: .unknown, accordingTo: views, source: source)
    case .told(let told): try assert(fact, is: told, accordingTo: views, source: source)
    }
  }
}
