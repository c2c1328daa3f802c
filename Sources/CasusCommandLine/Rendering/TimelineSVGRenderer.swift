import CasusSemantics
struct TimelineSVGRenderer {
  init(_ report: TimelineReport, today: Moment) {}
  func render() -> String { "" }
}
enum TimelineHTMLRenderer {
  static func render(_ report: TimelineReport, today: Moment) -> String { "" }
}
