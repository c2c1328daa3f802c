import CasusAnalysis
import CasusSemantics

/// Timelines as comma-separated values after RFC 4180: a row an interval, and a row a change of a norm's status.
///
/// There may be very many, so that they are made as bytes, and go out piece by piece.
struct TimelineCSVRenderer {
  private static let heading = "query,bindings,kind,from,until,answer,value,proved,circular\r\n"
  private static let pieceSize = 1 << 16

  private let console: Console
  private var bytes: [UInt8] = []
  /// The last moment, as it is written: most intervals begin where the one before ends.
  private var moment = Moment.never
  private var momentText = Array("never".utf8)

  init(console: Console) {
    self.console = console
    write(Self.heading)
  }

  mutating func add(_ row: TimelineReport.Row) {
    let bindings = row.bindings.map { $0.name + ": " + $0.value.text }.joined(separator: "; ")
    let first = [row.query, bindings].map { CSVAnswerRenderer.quoted($0) }.joined(separator: ",") + ","
    let beginning = Array((first + "answer,").utf8)
    for interval in row.intervals {
      bytes.append(contentsOf: beginning)
      write(interval.from)
      bytes.append(UInt8(ascii: ","))
      write(interval.until)
      writeAnswer(of: interval)
      if bytes.count >= Self.pieceSize { flush() }
    }
    for event in row.events {
      write(first + event.kind.rawValue + ",")
      write(event.at)
      write(event.isCertain ? ",,true,,true,false\r\n" : ",,unknown,,true,false\r\n")
    }
  }

  /// What most intervals end with.
  private static let holds = Array(",true,,true,false\r\n".utf8)
  private static let fails = Array(",false,,true,false\r\n".utf8)
  private static let open = Array(",unknown,,true,false\r\n".utf8)

  private mutating func writeAnswer(of interval: TimelineReport.Interval) {
    if interval.isProved, !interval.isCircular, case .truth(let truth) = interval.outcome {
      switch truth {
      case .true: return bytes.append(contentsOf: Self.holds)
      case .false: return bytes.append(contentsOf: Self.fails)
      case .unknown: return bytes.append(contentsOf: Self.open)
      case .contested: break
      }
    }
    let value: String
    switch interval.outcome {
    case .truth, .rows: value = ""
    case .value, .fault: value = CSVAnswerRenderer.quoted(interval.outcome.detail)
    }
    write(
      ",\(interval.outcome.answerWord),\(value),\(interval.isProved ? "true" : "false"),"
        + "\(interval.isCircular ? "true" : "false")\r\n")
  }

  /// Writes what has not gone out yet.
  mutating func flush() {
    console.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ moment: Moment?) {
    guard let moment else { return }
    if moment != self.moment {
      self.moment = moment
      momentText.removeAll(keepingCapacity: true)
      moment.write(to: &momentText)
    }
    bytes.append(contentsOf: momentText)
  }
}

extension AnswerReport.Outcome {
  /// A value, or why there is none.
  fileprivate var detail: String {
    if case .fault(let fault) = self { fault.message } else { text }
  }
}
