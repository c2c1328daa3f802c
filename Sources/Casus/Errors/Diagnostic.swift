internal import CasusDiagnostics

/// Something wrong, or doubtful, in a text: data that a host can show in its own way.
///
/// ```swift
/// for diagnostic in error.diagnostics {
///   editor.mark(diagnostic.place, diagnostic.message, fixes: diagnostic.fixes)
/// }
/// ```
public struct Diagnostic: Hashable, Sendable, Codable {
  /// The stable name of a kind of diagnostic, such as `C0301`; `casus describe C0301` tells more.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// `C` and four digits.
    public let rawValue: String

    /// A code by its name; any name makes one.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name itself.
    public var description: String { rawValue }
  }

  /// How much it weighs.
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The program cannot be used.
    case error
    /// It can, and probably does not mean what its author thinks.
    case warning
    /// Nothing is wrong; it is told because somebody looks for it.
    case note
  }

  /// A stretch of a text. Lines and columns are counted from 1, columns in characters; the end is just behind.
  public struct Place: Hashable, Sendable, Codable {
    /// The name of the text: a path, or what the host called it.
    public let file: String
    /// Where it begins.
    public let line: Int, column: Int
    /// Where it ends, exclusive.
    public let endLine: Int, endColumn: Int
  }

  /// A second place that the diagnostic speaks of, such as the earlier of two declarations.
  public struct Related: Hashable, Sendable, Codable {
    /// What is there.
    public let message: String
    /// Where.
    public let place: Place?
  }

  /// A change of the text that would repair it.
  public struct Fix: Hashable, Sendable, Codable {
    /// What the change does: "write `at_war`".
    public let title: String
    /// What is replaced.
    public let place: Place?
    /// By what.
    public let replacement: String
  }

  /// Its kind, for good.
  public let code: Code
  /// How much it weighs.
  public let severity: Severity
  /// What is wrong, in one line; the words of the text stand in backticks.
  public let message: String
  /// Where it is.
  public let place: Place?
  /// Further sentences: why, or what to do.
  public let notes: [String]
  /// Other places that it speaks of.
  public let related: [Related]
  /// How it could be repaired.
  public let fixes: [Fix]
}

extension Diagnostic {
  init(_ found: CasusDiagnostics.Diagnostic, in sources: SourceMap) {
    code = Code(rawValue: found.code.identifier)
    severity = Severity(found.severity)
    message = found.message
    place = Place(found.span, in: sources)
    notes = found.notes
    related = found.related.map { Related(message: $0.message, place: Place($0.span, in: sources)) }
    fixes = found.fixes.map {
      Fix(title: $0.title, place: Place($0.span, in: sources), replacement: $0.replacement)
    }
  }
}

extension Diagnostic.Severity {
  init(_ severity: CasusDiagnostics.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}

extension Diagnostic.Place {
  init?(_ span: SourceSpan, in sources: SourceMap) {
    guard let source = sources[span.source] else { return nil }
    file = source.name
    let (start, end) = (source.position(at: Int(span.start)), source.position(at: Int(span.end)))
    (line, column, endLine, endColumn) = (start.line, start.column, end.line, end.column)
  }
}
