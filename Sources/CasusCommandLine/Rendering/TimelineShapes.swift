import CasusAnalysis

/// The signs of a picture of timelines, as pieces of SVG.
enum TimelineShapes {
  private typealias Picture = TimelineSVGRenderer

  /// An answer for as long as it holds: solid, a thin line, hatched, two-toned with a torn edge, empty, or crossed out.
  static func bar(
    _ style: TimelineLegend.Style, from left: Double, to right: Double, middle: Double, isProved: Bool
  ) -> String {
    let fill: String
    switch style {
    case .true: fill = "currentColor"
    case .false:
      let dashes = isProved ? "" : " stroke-dasharray=\"3 2\""
      return Picture.line(
        left, middle, right, middle, "stroke=\"currentColor\" stroke-width=\"1.2\" stroke-opacity=\"0.7\"" + dashes)
    case .unknown: fill = "url(#timeline-unknown)"
    case .contested: fill = "url(#timeline-contested)"
    case .value: fill = "none"
    case .fault: fill = "url(#timeline-fault)"
    }
    // The outline lies inside, so that neighbours do not cover each other's.
    let inset = right - left > 2 ? 0.5 : 0
    let height = TimelineLayout.barHeight - 2 * inset
    let dashes = isProved ? "" : " stroke-dasharray=\"3 2\""
    // Textures begin where the bar does: each looks the same wherever it stands.
    let corner = "\(Picture.number(left + inset)) \(Picture.number(middle - height / 2))"
    return "<rect transform=\"translate(\(corner))\""
      + " width=\"\(Picture.number(right - left - 2 * inset))\" height=\"\(Picture.number(height))\""
      + " fill=\"\(fill)\" stroke=\"currentColor\" stroke-width=\"1\"\(dashes)/>"
  }

  /// A change of a norm's status; hollow where it only may be so from then on.
  static func mark(
    _ kind: TimelineReport.Event.Kind, x: Double, middle: Double, isCertain: Bool
  ) -> String {
    // What lapses comes to nothing: its sign is open either way, and dashed where it is not certain.
    let isFilled = isCertain && kind != .lapsed
    let dashes = kind == .lapsed && !isCertain ? " stroke-dasharray=\"1.5 1.5\"" : ""
    let paint =
      "fill=\"\(isFilled ? "currentColor" : "none")\" stroke=\"currentColor\" stroke-width=\"1\"" + dashes
    func polygon(_ corners: [(Double, Double)]) -> String {
      let points = corners.map { Picture.number(x + $0) + "," + Picture.number(middle + $1) }
      return "<polygon points=\"\(points.joined(separator: " "))\" \(paint)/>"
    }
    switch kind {
    case .owed: return polygon([(0, -4.5), (4.5, 3.8), (-4.5, 3.8)])
    case .fulfilled:
      return "<circle cx=\"\(Picture.number(x))\" cy=\"\(Picture.number(middle))\" r=\"4.2\" \(paint)/>"
    case .breached:
      return polygon([
        (-4.5, -3), (-3, -4.5), (0, -1.5), (3, -4.5), (4.5, -3), (1.5, 0), (4.5, 3), (3, 4.5), (0, 1.5), (-3, 4.5),
        (-4.5, 3), (-1.5, 0),
      ])
    case .lapsed: return polygon([(0, -4.8), (4.8, 0), (0, 4.8), (-4.8, 0)])
    }
  }
}

extension TimelineSVGRenderer {
  static let definitions = """
    <defs>
    <pattern id="timeline-unknown" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="1.3" height="5" fill="currentColor"/>
    </pattern>
    <pattern id="timeline-contested" width="8" height="12" patternUnits="userSpaceOnUse">
    <path d="M0 12V8L4 3L8 8V12Z" fill="currentColor"/>
    </pattern>
    <pattern id="timeline-fault" width="8" height="8" patternUnits="userSpaceOnUse">
    <path d="M0 0L8 8M8 0L0 8" stroke="currentColor" stroke-width="0.8"/>
    </pattern>
    </defs>
    """

  /// A length to a tenth.
  static func number(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = abs(tenths) % 10
    return sign + "\(abs(tenths) / 10)" + (rest == 0 ? "" : ".\(rest)")
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ attributes: String) -> String {
    "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\""
      + (attributes.isEmpty ? "" : " " + attributes) + "/>\n"
  }

  static func escaped(_ text: String) -> String { JUnitRenderer.escaped(text) }
}
