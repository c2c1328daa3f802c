internal import CasusDiagnostics

/// Why something could not be done: the one error of this library.
///
/// ```swift
/// do {
///   let program = try Program(text: "rule due when attacked")
/// } catch {                                   // typed: `error` is a CasusError
///   error.code == .invalidProgram             // true
///   error.diagnostics[0].code                 // C0301
///   print(error)                              // with excerpts, as `casus check` prints it
/// }
/// ```
public struct CasusError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of error it is. More may be added: a `switch` needs a `default`.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The stable name, such as `invalidProgram`.
    public let rawValue: String

    /// A code by its name; any name makes one.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name itself.
    public var description: String { rawValue }
  }

  /// What kind of error it is.
  public let code: Code
  /// What is wrong, in one line and in plain words.
  public let message: String
  /// Everything that was found, with places; empty for errors that no text has.
  public let diagnostics: [Diagnostic]
  /// Where a computation failed, or where the first diagnostic is; nil where no text is at fault.
  public let place: Diagnostic.Place?
  /// The message, or the diagnostics with their excerpts, as `casus check` prints them.
  public let description: String

  init(_ code: Code, _ message: String, at place: Diagnostic.Place? = nil) {
    self.code = code
    self.message = message
    self.place = place
    diagnostics = []
    description = place.map { "\($0.file):\($0.line):\($0.column): \(message)" } ?? message
  }

  init(_ code: Code, _ found: [CasusDiagnostics.Diagnostic], in sources: SourceMap) {
    self.code = code
    diagnostics = found.map { Diagnostic($0, in: sources) }
    let first = diagnostics.first { $0.severity == .error }
    message = first?.message ?? ""
    place = first?.place
    description = render(found, in: sources, as: .text(color: false, width: 100))
  }
}

extension CasusError.Code {
  /// The program has errors; all of them are in ``CasusError/diagnostics``.
  public static let invalidProgram = Self(rawValue: "invalidProgram")
  /// A program's own file cannot be read.
  public static let unreadableFile = Self(rawValue: "unreadableFile")
  /// A query has errors, or names a view that the program does not know.
  public static let invalidQuery = Self(rawValue: "invalidQuery")
  /// A statement has errors: a name that is not known, a value of the wrong type, an impossible period.
  public static let invalidStatement = Self(rawValue: "invalidStatement")
  /// A statement and one made before count alike and cannot both hold.
  public static let contradiction = Self(rawValue: "contradiction")
  /// The program has no scenario, fact or entity of this name.
  public static let unknownName = Self(rawValue: "unknownName")
  /// Facts were given to a query of another program.
  public static let foreignFacts = Self(rawValue: "foreignFacts")
  /// The answer depends on the date, and none was given.
  public static let missingDate = Self(rawValue: "missingDate")
  /// A date or a number lies outside of what the language can hold.
  public static let impossibleValue = Self(rawValue: "impossibleValue")
  /// A computation fails for something that is still possible: a division by zero, an overflow.
  public static let fault = Self(rawValue: "fault")
  /// A function of ``HostFacts`` has thrown an error, which the message tells, and the place is where the fact is declared; or
  /// the `encode(to:)` of a host's own type has.
  public static let hostFailed = Self(rawValue: "hostFailed")
  /// One of ``Limits`` was reached.
  public static let limitReached = Self(rawValue: "limitReached")
  /// The task in which a question was asked has been cancelled.
  public static let cancelled = Self(rawValue: "cancelled")
}
