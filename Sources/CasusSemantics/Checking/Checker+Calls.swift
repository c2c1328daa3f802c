import CasusDiagnostics
import CasusSyntax

/// A call whose arguments are checked; `any` among them left variables to be quantified around it.
struct CheckedCall {
  var declaration: DeclarationID
  var arguments: [ExpressionID]
  var anyVariables: [CheckedBinding.Variable]
  var type: ValueType
  var span: SourceSpan
}

/// Names and calls in expressions.
extension Checker {
  /// A bare name, or a call: of a condition with `any` among its arguments, the quantifier stands around it.
  mutating func check(_ call: Call, _ wanted: Wanted, _ frame: inout Frame) -> Typed? {
    if call.path.names.count == 1, let variable = frame.variable(call.path.text) {
      return use(variable, call)
    }
    if let type = wanted.type, call.arguments == nil,
      let entity = entityFromData(call.path, of: type, in: frame.scope)
    {
      return add(.constant(.entity(entity)), type, at: call.span)
    }
    let use: NameUse = wanted.type.map { $0 == .condition ? .condition : .value } ?? .value
    guard let symbol = resolve(call, as: use, &frame) else { return nil }
    switch symbol {
    case .entity(let entity):
      guard call.arguments == nil else { return reportNotCalled(call, symbol) }
      return add(.constant(.entity(entity)), .entity(program[entity].type), at: call.span)
    case .declaration(let declaration):
      guard let checked = checkCall(of: declaration, call, &frame) else { return nil }
      let inner = add(.call(declaration, checked.arguments), checked.type, at: call.span)
      return quantify(checked, around: inner)
    case .type, .set, .instrument, .parties, .unusable:
      report(
        .notAValue, "`\(call.path.text)` is \(describe(symbol)), not \(use == .condition ? "a condition" : "a value")",
        at: call.path.span)
      return nil
    }
  }

  private mutating func use(_ variable: Frame.Variable, _ call: Call) -> Typed? {
    guard call.arguments == nil else {
      report(.notCalled, "`\(variable.name)` is a variable and takes no arguments", at: call.span)
      return nil
    }
    guard let type = variable.type else { return nil }
    return add(.variable(variable.slot), type, at: call.span)
  }

  private mutating func reportNotCalled(_ call: Call, _ symbol: SymbolTable.Symbol) -> Typed? {
    report(.notCalled, "`\(call.path.text)` is \(describe(symbol)) and takes no arguments", at: call.span)
    return nil
  }

  /// What a call names. Where nothing is declared so, its arguments are looked at for errors of their own.
  mutating func resolve(_ call: Call, as use: NameUse, _ frame: inout Frame) -> SymbolTable.Symbol? {
    let path = call.path
    if path.names.count == 1, let name = path.names.first, !name.isMissing,
      !isKnown(name, from: frame.scope)
    {
      reportUnknown(name, in: frame.scope, as: use, alsoAmong: call.arguments == nil ? frame.variableNames : [])
    } else if let symbol = resolve(path, in: frame.scope, as: use) {
      return symbol
    }
    for argument in call.arguments ?? [] {
      if let value = argument.value { _ = check(value, .reported, &frame) }
    }
    return nil
  }

  /// Checks the arguments of a call against the parameters.
  mutating func checkCall(of declaration: DeclarationID, _ call: Call, _ frame: inout Frame) -> CheckedCall? {
    if declarationSites[declaration.index].isBroken { return nil }
    let parameters = program[declaration].parameters
    guard matches(call, parameters, of: declaration) else { return nil }
    let type = resultType(of: declaration)
    var checked = CheckedCall(declaration: declaration, arguments: [], anyVariables: [], type: type, span: call.span)
    for (argument, parameter) in zip(call.arguments ?? [], parameters) {
      check(argument, for: parameter, in: &checked, &frame)
    }
    return checked.arguments.count == parameters.count ? checked : nil
  }

  private mutating func check(
    _ argument: Argument, for parameter: CheckedParameter, in call: inout CheckedCall, _ frame: inout Frame
  ) {
    guard let type = valueType(of: parameter.domain) else { return }
    if let expression = argument.value {
      if let id = value(expression, of: type, &frame) { call.arguments.append(id) }
    } else if !isFinite(parameter.domain) {
      report(
        .misplacedAny, "`any` needs a parameter of a finite type, and `\(parameter.name)` is \(describe(type))",
        at: argument.span)
    } else if call.type != .condition {
      report(.misplacedAny, "`any` stands in conditions only, and this call has a value", at: argument.span)
    } else {
      let slot = frame.newSlot()
      call.anyVariables.append(CheckedBinding.Variable(slot: slot, domain: .reference(parameter.domain)))
      call.arguments.append(add(.variable(slot), type, at: argument.span).id)
    }
  }

  /// Puts the quantifier of a call with `any` around it, or around the status or window it stands in.
  mutating func quantify(_ call: CheckedCall, around inner: Typed) -> Typed {
    guard !call.anyVariables.isEmpty else { return inner }
    let binding = CheckedBinding(variables: call.anyVariables, condition: nil, isFromAny: true)
    let span = program[inner.id].span
    return add(.quantified(.some, binding, satisfies: inner.id), .condition, at: span)
  }

  func resultType(of declaration: DeclarationID) -> ValueType {
    switch program[declaration].kind {
    case .fact(let details): details.type
    case .definition(let details): details.type
    case .event, .rule, .exception, .norm: .condition
    }
  }

  /// Whether a call has the arguments, with the labels, that the parameters want; else it is reported, once.
  mutating func matches(_ call: Call, _ parameters: [CheckedParameter], of declaration: DeclarationID) -> Bool {
    let arguments = call.arguments ?? []
    let isMatch =
      arguments.count == parameters.count
      && zip(arguments, parameters).allSatisfy { $0.label?.text == $1.label }
    if isMatch { return true }
    let form = callForm(call.path.text, parameters)
    let message =
      parameters.isEmpty
      ? "`\(call.path.text)` takes no arguments" : "`\(call.path.text)` is called with other arguments"
    report(.wrongArguments, message, at: call.span, notes: ["did you mean `\(form)`?"])
    return false
  }

  /// How a declaration is called: `under_attack(_:by:)`.
  func callForm(_ name: String, _ parameters: [CheckedParameter]) -> String {
    guard !parameters.isEmpty else { return name }
    return name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
  }
}
