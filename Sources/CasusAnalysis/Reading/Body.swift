import CasusSemantics

/// Expressions over one frame: a declaration has a body for each of its alternatives, a question has one.
struct Body {
  enum Role {
    /// What has to hold, or what it is worth.
    case required
    /// What must not hold.
    case excluded
    /// What it reads without its holding depending on it: the act of a norm, and its deadline.
    case beside
  }
  struct Root {
    var expression: ExpressionID
    var role: Role
  }
  var roots: [Root] = []

  init(_ condition: Condition) {
    if let when = condition.when { add([when], .required) }
    add(condition.unless, .excluded)
  }

  init(required: [ExpressionID]) { add(required, .required) }

  init(excluded: [ExpressionID]) { add(excluded, .excluded) }

  mutating func add(_ expressions: [ExpressionID], _ role: Role) {
    for expression in expressions { roots.append(Root(expression: expression, role: role)) }
  }
}

extension CheckedDeclaration.Kind {
  /// What it says, one body for each frame.
  var bodies: [Body] {
    switch self {
    case .fact, .event: return []
    case .rule(let details): return details.alternatives.map { Body($0.condition) }
    case .exception(let details): return [Body(details.condition)]
    case .definition(let details):
      var body = Body(required: [])
      for one in details.cases {
        body.add([one.value], .required)
        if let when = one.when { body.add([when], .required) }
      }
      return [body]
    case .norm(let details):
      var body = Body(details.condition)
      body.add(details.act, .beside)
      switch details.deadline {
      case .within(let bound)?, .by(let bound)?: body.add([bound], .beside)
      case nil: break
      }
      return [body]
    }
  }

  /// Whether it applies only while its instrument, and its article, are in force.
  var dependsOnForce: Bool {
    switch self {
    case .rule, .exception, .norm: true
    case .fact, .event, .definition: false
    }
  }
}

extension CheckedDeclaration {
  /// The articles it stands in: the alternatives of a rule may stand in several.
  var articles: [ArticleID] {
    guard case .rule(let details) = kind else { return [article].compactMap { $0 } }
    return details.alternatives.compactMap { $0.article }
  }
}
