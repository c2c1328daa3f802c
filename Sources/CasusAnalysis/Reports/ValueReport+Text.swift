extension ValueReport {
  /// As people read it: `5`, `10..12`, `5..`, `{a, b}`, or `any`.
  package var text: String {
    switch self {
    case .single(let item): item.text
    case .range(nil, nil): "any"
    case .range(let low, let high): (low?.text ?? "") + ".." + (high?.text ?? "")
    case .oneOf(let items): "{" + items.map { $0.text }.joined(separator: ", ") + "}"
    }
  }
}

extension AnswerReport.Outcome {
  /// The word for it: `true`, `10..12`, `fault`.
  package var text: String {
    switch self {
    case .truth(let word): word.rawValue
    case .value(let value): value.text
    case .rows(let rows): rows.isEmpty ? "no case" : rows.count == 1 ? "1 case" : "\(rows.count) cases"
    case .fault: "fault"
    }
  }

  /// The field `answer` of every data format.
  package var answerWord: String {
    switch self {
    case .truth(let word): word.rawValue
    case .value: "value"
    case .rows: "rows"
    case .fault: "fault"
    }
  }
}
