import CasusDiagnostics
import CasusSyntax

/// A program file after parsing.
struct LoadedFile {
  var path: String
  var tree: SyntaxTree
  var isMain: Bool
}

/// A data file as it was read: once, however many tables name it.
enum LoadedData {
  case bytes([UInt8], SourceID)
  /// Why it could not be read.
  case failed(String)
}

/// Keeps what was read of program files and data files, so that the host is asked for each once.
struct SourceLibrary {
  let limits: CompilationLimits
  private(set) var sources = SourceMap()
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a file that is used could not be read, so that names may be missing.
  private(set) var lacksFiles = false
  /// The sources that somebody typed.
  private(set) var typedSources: Set<SourceID> = []
  private var states: [String: State] = [:]
  private var data: [String: LoadedData] = [:]
  /// The paths of the files of which questions and scenarios count.
  private var mainPaths: Set<String> = []

  /// A file is open while the files it uses are being read: to use it then is a circle.
  private enum State { case open, closed, failed }

  /// A file of which the uses are being followed.
  private struct Visit {
    var file: LoadedFile
    var uses: [TextLiteral]
    var next = 0
  }

  init(limits: CompilationLimits) { self.limits = limits }

  private var fileCount: Int { states.count + data.count }

  /// The main files, then what was typed, and all that they use, each behind those that it uses itself.
  mutating func loadProgram(
    _ files: [String], _ typed: [SourceText], read: (String) -> FileReading
  ) -> [LoadedFile] {
    mainPaths = Set(files.map { FilePath.normalised($0) })
    var loaded: [LoadedFile] = []
    for file in files {
      let path = FilePath.normalised(file)
      guard states[path] == nil, let visit = open(path, named: file, usedAt: nil, read: read) else { continue }
      load(visit, into: &loaded, read: read)
    }
    for source in typed {
      let id = sources.add(source)
      typedSources.insert(id)
      load(visit(source, id, path: "", isMain: true), into: &loaded, read: read)
    }
    return loaded
  }

  /// Adds a file behind those that it uses.
  private mutating func load(_ first: Visit, into loaded: inout [LoadedFile], read: (String) -> FileReading) {
    var visits = [first]
    while let index = visits.indices.last {
      let visit = visits[index]
      guard visit.next < visit.uses.count else {
        if !visit.file.path.isEmpty { states[visit.file.path] = .closed }
        loaded.append(visit.file)
        visits.removeLast()
        continue
      }
      visits[index].next += 1
      if let inner = follow(visit.uses[visit.next], from: visit.file.path, read: read) { visits.append(inner) }
    }
  }

  private mutating func follow(_ use: TextLiteral, from file: String, read: (String) -> FileReading) -> Visit? {
    let path = FilePath.resolve(use.value, from: file)
    switch states[path] {
    case .open:
      diagnostics.append(
        Diagnostic(
          .useCircle, "`\(use.value)` is being read already: the files use one another in a circle", at: use.span))
      return nil
    case .closed, .failed: return nil
    case nil: return open(path, named: path, usedAt: use.span, read: read)
    }
  }

  private mutating func open(
    _ path: String, named name: String, usedAt span: SourceSpan?, read: (String) -> FileReading
  ) -> Visit? {
    guard fileCount < limits.maximumFiles else {
      return fail(path, at: span, .tooManyFiles, "more than \(limits.maximumFiles) files; raise `--max-memory`")
    }
    switch read(span == nil ? name : path) {
    case .failed(let reason):
      return fail(path, at: span, .unreadableFile, "`\(name)` cannot be read: \(reason)")
    case .bytes(let bytes):
      guard bytes.count <= SourceLibrary.greatestSize else {
        return fail(path, at: span, .unreadableFile, "`\(name)` cannot be read: it is larger than 1 GiB")
      }
      states[path] = .open
      let source = SourceText(name: name, bytes: bytes)
      return visit(source, sources.add(source), path: path, isMain: mainPaths.contains(path))
    }
  }

  private mutating func visit(_ source: SourceText, _ id: SourceID, path: String, isMain: Bool) -> Visit {
    let parsed = parse(source, id: id, limits: ParserLimits(maximumDepth: limits.maximumDepth))
    diagnostics += parsed.diagnostics
    let uses = parsed.tree.items.compactMap { item in
      if case .use(let text) = item.kind, !item.isDamaged { text } else { nil }
    }
    return Visit(file: LoadedFile(path: path, tree: parsed.tree, isMain: isMain), uses: uses)
  }

  /// Offsets in sources are 32 bits; half of what they reach is plenty.
  private static var greatestSize: Int { 1 << 30 }

  /// Reports a file at the place that names it; the main file is named by nobody, so it gets an empty source.
  private mutating func fail(
    _ path: String, at span: SourceSpan?, _ code: DiagnosticCode, _ message: String
  ) -> Visit? {
    states[path] = .failed
    lacksFiles = true
    let place =
      span ?? SourceSpan(source: sources.add(SourceText(name: path, bytes: [])), start: 0, end: 0)
    diagnostics.append(Diagnostic(code, message, at: place))
    return nil
  }

  /// A data file; what is wrong inside is for its reader to say.
  mutating func loadData(_ path: String, read: (String) -> FileReading) -> LoadedData {
    if let known = data[path] { return known }
    let loaded: LoadedData
    if fileCount >= limits.maximumFiles {
      loaded = .failed("the program has more than \(limits.maximumFiles) files; raise `--max-memory`")
    } else {
      switch read(path) {
      case .failed(let reason): loaded = .failed(reason)
      case .bytes(let bytes) where bytes.count > SourceLibrary.greatestSize:
        loaded = .failed("it is larger than 1 GiB")
      case .bytes(let bytes): loaded = .bytes(bytes, sources.add(SourceText(name: path, bytes: bytes)))
      }
    }
    data[path] = loaded
    return loaded
  }
}
