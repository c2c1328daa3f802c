import CasusDiagnostics
import CasusSyntax

/// Conditions and values, with the brackets that were written.
extension LayoutBuilder {
  mutating func expression(_ expression: Expression) -> Layout { self.expression(expression, margin: 0) }

  /// A condition behind `when` or another word. The operators of its own chain are set flush right below that word, so
  /// that all operands begin in one column.
  mutating func condition(_ condition: Expression, behindWordOf length: Int) -> Layout {
    .aligned(expression(condition, margin: length))
  }

  /// - Parameter margin: how far the operators of a chain may stand to the left of their operands; those inside others
  ///   stand below them, and so deeper than those around them.
  private mutating func expression(_ expression: Expression, margin: Int) -> Layout {
    var count = 0
    var end = expression.span.end
    while let last = closing(ofBracketsUpTo: end, at: position + count) {
      count += 1
      end = source[last - 1].end
    }
    guard count > 0 else { return body(expression, margin) }
    let opening = Layout.sequence((0..<count).map { _ in word() })
    let inside = body(expression, 0)
    return .sequence([opening, .aligned(inside), .sequence((0..<count).map { _ in word() })])
  }

  /// The bracket that closes the one at a position, if it ends there.
  private func closing(ofBracketsUpTo end: Int32, at opening: Int) -> Int? {
    guard source[opening].kind == .leftParenthesis, let closing = source[opening].closing.map({ Int($0) }) else {
      return nil
    }
    return source[closing].end == end ? closing : nil
  }

  /// The expression without brackets of its own.
  private mutating func body(_ expression: Expression, _ margin: Int) -> Layout {
    switch expression.kind {
    case .missing: return .sequence([])
    case .literal(let literal): return self.literal(literal)
    case .call(let call): return self.call(call)
    case .status(_, let call): return status(call)
    case .windowed(let inside, let window): return windowed(inside, window)
    case .logical(_, let operands): return chain(operands, margin)
    case .not(let operand): return word { $0.expression(operand) }
    case .negative(let operand): return .sequence([word(), self.expression(operand)])
    case .comparison(let comparison, let left, let right):
      return infix(left, words: comparison == .notEqual ? 2 : 1) { $0.expression(right) }
    case .membership(let member, let domain, let isNegated):
      return infix(member, words: isNegated ? 2 : 1) { $0.layout(domain) }
    case .arithmetic(let first, let operands): return arithmetic(first, operands)
    case .quantified(_, let binding, let condition): return quantified(binding, condition)
    case .count(let binding): return aggregate { $0.layouts(binding, after: .softLine) }
    case .sum(let summand, let binding):
      return aggregate { [.softLine, $0.expression(summand), .line, $0.word()] + $0.layouts(binding, after: .blank) }
    case .extremum(_, let listed):
      let keyword = word()
      return .sequence([keyword, bracketed(listed, startingAt: listed.map { $0.span.start }) { $0.expression($1) }])
    case .today: return word()
    case .dateOf(let dated): return .sequence([words(2), .blank, self.expression(dated)])
    case .gap: return words(2)
    }
  }

  /// Operands with `and` or `or` between them: on one line, or each on its own.
  private mutating func chain(_ operands: [Expression], _ margin: Int) -> Layout {
    var parts: [Layout] = []
    for (index, operand) in operands.enumerated() {
      if index > 0 {
        let length = Int(source[position].end - source[position].start)
        // Behind a short word the operators would stand too far left to be seen as inside.
        let shift = margin > length ? length + 1 : 0
        parts += [.nested(-shift, line()), word(), .blank]
      }
      parts.append(expression(operand, margin: 0))
    }
    return .aligned(.group(.sequence(parts)))
  }

  private mutating func infix(_ left: Expression, words count: Int, _ right: (inout Self) -> Layout) -> Layout {
    let left = self.expression(left)
    return .group(.sequence([left, .nested([.line, words(count), .blank, right(&self)])]))
  }

  private mutating func arithmetic(_ first: Expression, _ operands: [ArithmeticOperand]) -> Layout {
    var parts = [expression(first)]
    for operand in operands { parts += [.line, word { $0.expression(operand.expression) }] }
    return .group(.nested(parts))
  }

  private mutating func windowed(_ inside: Expression, _ window: Window) -> Layout {
    let inside = expression(inside)
    let kind = words(window.kind == .inLast ? 2 : 1)
    return .group(.sequence([inside, .nested([.line, kind, .blank, expression(window.bound)])]))
  }

  private mutating func quantified(_ binding: Binding, _ condition: Expression) -> Layout {
    let start = [word(), .nested(layouts(binding, after: .blank))]
    let satisfies = word()
    let line = self.line()
    return .aligned(.group(.sequence(start + [.blank, satisfies, .nested([line, expression(condition)])])))
  }

  private mutating func aggregate(_ inside: (inout Self) -> [Layout]) -> Layout {
    let keyword = word()
    let opening = word()
    let parts = inside(&self)
    return .group(
      .sequence([keyword, opening, .nested([.softLine] + parts + [.lead(position)]), .softLine, closing()]))
  }

  private mutating func status(_ call: Call) -> Layout {
    .sequence([word(), word(), .aligned(self.call(call)), word()])
  }
}

/// What expressions are made of.
extension LayoutBuilder {
  mutating func call(_ call: Call) -> Layout {
    let path = self.path(call.path)
    guard let arguments = call.arguments else { return path }
    return .sequence([path, bracketed(arguments, startingAt: arguments.map { $0.span.start }) { $0.layout($1) }])
  }

  private mutating func layout(_ argument: Argument) -> Layout {
    let label: [Layout] = argument.label == nil ? [] : [word(), word(), .blank]
    return .sequence(label + [argument.value.map { expression($0) } ?? word()])
  }

  /// - Parameter first: what stands before the first variable.
  private mutating func layouts(_ binding: Binding, after first: Layout) -> [Layout] {
    let list = self.list(binding.variables, startingAt: binding.variables.map { $0.name.span.start }, after: first) {
      builder, variable in
      .sequence([builder.words(2), .blank, builder.layout(variable.domain)])
    }
    guard let condition = binding.condition else { return [list] }
    return [list, fill { builder in builder.word { $0.condition(condition, behindWordOf: 5) } }]
  }

  private mutating func layout(_ domain: Domain) -> Layout {
    switch domain.kind {
    case .list(let values): return self.values(values)
    case .range(let low, let high): return .sequence([expression(low), word(), expression(high)])
    case .named(let name): return expression(name)
    }
  }

  mutating func values(_ values: [Expression]) -> Layout {
    bracketed(values, startingAt: values.map { $0.span.start }) { $0.expression($1) }
  }
}
