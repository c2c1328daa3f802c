/// The words of the grammar: the only table of them. They are reserved as names, and free as labels.
package enum Keyword: String, CaseIterable, Sendable {
  case according
  case also
  case and
  case `any`
  case article
  case `as`
  case ask
  case asks
  case assert
  case before
  case breached
  case by
  case contested
  case contract
  case count
  case date
  case decided
  case define
  case deny
  case entity
  case event
  case every
  case exception
  case expect
  case fact
  case `false`
  case `for`
  case forbidden
  case force
  case from
  case fulfilled
  case gap
  case `in`
  case `is`
  case last
  case law
  case max
  case may
  case min
  case must
  case norm
  case not
  case of
  case on
  case or
  case otherwise
  case over
  case owed
  case parties
  case permitted
  case policy
  case presumed
  case prevails
  case replaces
  case resolution
  case rule
  case satisfies
  case scenario
  case `set`
  case signed
  case since
  case `some`
  case source
  case sum
  case table
  case to
  case today
  case treaty
  case `true`
  case type
  case unknown
  case unless
  case until
  case use
  case when
  case `where`
  case within
}

extension Keyword {
  /// Whether an item or a statement begins with this word: where reading goes on after an error.
  package var beginsItem: Bool {
    switch self {
    case .type, .entity, .set, .fact, .event, .rule, .define, .exception, .norm, .treaty, .law, .resolution, .policy,
      .contract, .assert, .deny, .ask, .expect, .scenario, .table, .use, .article:
      true
    default: false
    }
  }

  /// Every word, as it is written.
  package static let spellings: [String] = allCases.map { $0.rawValue }

  /// The words with which items and statements begin.
  static let itemSpellings: [String] = allCases.filter { $0.beginsItem }.map { $0.rawValue }

  /// Whether this word names a kind of instrument.
  package var isInstrumentKind: Bool {
    switch self {
    case .treaty, .law, .resolution, .policy, .contract: true
    default: false
    }
  }
}
