internal import CasusEngine
internal import CasusSemantics

/// What one question may cost. The defaults suit questions asked while somebody waits; every bound is finite, so that no
/// question, however contrived, hangs or exhausts its host. Beside them, a question asked in a task ends soon after the task
/// is cancelled: it throws `cancelled`.
///
/// ```swift
/// var limits = Limits()
/// limits.maximumSteps = 50_000                // for programs that strangers wrote
/// let answer = try query.answer(limits: limits)
/// ```
public struct Limits: Hashable, Sendable {
  /// Instances of rules and conditions that are built, and in proportion how often they are computed. A question that
  /// needs more throws `limitReached`.
  public var maximumSteps = EngineLimits().maximumSteps
  /// Nodes of the decision diagram in which exact reasoning works, about 16 bytes each. Where it does not suffice the
  /// answer is marked as not proved.
  public var maximumDiagramNodes = EngineLimits().maximumDiagramNodes
  /// Moments at which something changes. A question that looks at more throws `limitReached`.
  public var maximumMoments = EngineLimits().maximumMoments

  /// The default limits.
  public init() {}

  func engine(for storage: ProgramStorage) -> EngineLimits {
    var limits = EngineLimits()
    limits.maximumSteps = max(0, maximumSteps)
    limits.maximumDiagramNodes = max(0, maximumDiagramNodes)
    limits.maximumMoments = max(0, maximumMoments)
    limits.maximumInlineDepth = min(limits.maximumInlineDepth, storage.nesting.maximumDepth)
    limits.shouldStop = { Task.isCancelled }
    return limits
  }
}

/// What a program may ask for before it is refused.
///
/// ```swift
/// var limits = ProgramLimits()
/// limits.maximumFiles = 1                     // the program itself, and none that it uses
/// let program = try Program(text: text, limits: limits)
/// ```
public struct ProgramLimits: Hashable, Sendable {
  /// Nesting of expressions and blocks, at most 1000, in the program, in questions and in statements. It protects the stack: a
  /// program, a question or a statement that is nested deeper is refused with its place, and chains of rules that are longer
  /// need no more. The default suits threads of 4 MiB and more; for 1 MiB, choose 32.
  public var maximumDepth = CompilationLimits().maximumDepth
  /// Program files and data files together.
  public var maximumFiles = 1_000
  /// Bytes of one file.
  public var maximumFileSize = 64 << 20
  /// Members of one set of integers.
  public var maximumMembers = CompilationLimits().maximumMembers
  /// Statements of files, scenarios and tables together.
  public var maximumStatements = CompilationLimits().maximumStatements

  /// The default limits.
  public init() {}

  var compilation: CompilationLimits {
    var limits = CompilationLimits()
    limits.maximumDepth = max(1, maximumDepth)
    limits.maximumFiles = max(1, maximumFiles)
    limits.maximumMembers = max(1, maximumMembers)
    limits.maximumStatements = max(0, maximumStatements)
    return limits
  }
}
