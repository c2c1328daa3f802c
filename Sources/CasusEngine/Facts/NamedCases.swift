package import CasusSemantics

/// Numbers the cases that statements name of rules with too many cases to number them all: rules over numbers, dates,
/// texts. No other case of these is ever told anything.
struct NamedCases: Sendable {
  /// One argument as it is compared: two days are forty-eight hours.
  private struct Argument: Hashable {
    var number: Rational
    var isMonths: Bool

    init(_ scalar: Scalar) {
      number = scalar.number
      isMonths = scalar.isMonths
    }
  }

  private struct Case: Hashable {
    var declaration: DeclarationID
    var arguments: [Argument]
  }

  private var ordinals: [Case: Int] = [:]
  private var arguments: [DeclarationID: [[Value]]] = [:]

  /// The number of a case, which from now on has one.
  mutating func number(of declaration: DeclarationID, _ scalars: [Scalar], _ values: [Value]) -> Int {
    let named = Case(declaration: declaration, arguments: scalars.map { Argument($0) })
    if let known = ordinals[named] { return known }
    let ordinal = arguments[declaration]?.count ?? 0
    ordinals[named] = ordinal
    arguments[declaration, default: []].append(values)
    return ordinal
  }

  /// The number of a case; nil where no statement ever named it.
  func ordinal(of declaration: DeclarationID, _ scalars: [Scalar]) -> Int? {
    if arguments[declaration] == nil { return nil }
    return ordinals[Case(declaration: declaration, arguments: scalars.map { Argument($0) })]
  }

  /// The arguments of every case that has a number, in the order of their numbers.
  func cases(of declaration: DeclarationID) -> [[Value]] { arguments[declaration] ?? [] }
}

extension FactBase {
  /// The case of a declaration with definite arguments; nil for those of which no statement can speak.
  package func key(of instance: InstanceKey) -> CaseKey? {
    let id = DeclarationID(instance.declaration)
    guard let index = index(of: id) else {
      let scalars = instance.arguments.compactMap { $0.scalar }
      guard scalars.count == instance.arguments.count else { return nil }
      return named.ordinal(of: id, scalars).map { CaseKey(id, ordinal: $0) }
    }
    var ordinal = 0
    for (position, argument) in instance.arguments.enumerated() {
      guard let number = argument.scalar?.integer,
        let next = index.ordinal(of: number, at: position, behind: ordinal)
      else { return nil }
      ordinal = next
    }
    return CaseKey(id, ordinal: ordinal)
  }

  /// The arguments of a case.
  package func arguments(of key: CaseKey) -> [Value] {
    guard let index = index(of: key.declaration) else {
      let cases = named.cases(of: key.declaration)
      return cases.indices.contains(key.ordinal) ? cases[key.ordinal] : []
    }
    let parameters = program[key.declaration].parameters
    return zip(parameters, index.arguments(of: key.ordinal)).compactMap { parameter, argument in
      program.value(of: Scalar(argument), type: program.type(of: parameter.domain), texts: texts)
    }
  }
}
