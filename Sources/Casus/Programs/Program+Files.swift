internal import CasusSemantics

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Program {
  /// Reads, parses and checks a program in a file, with the files that it uses and its tables.
  ///
  /// The program decides which files are read, relative to its own. Of a program that a stranger wrote, read the text and
  /// use ``init(text:named:limits:readingFiles:)``, which leaves that decision to you.
  ///
  /// - Parameters:
  ///   - url: of a file.
  ///   - limits: what it may ask for.
  /// - Throws: `unreadableFile` where the file itself cannot be read, else `invalidProgram` with every error at once.
  public init(contentsOf url: URL, limits: ProgramLimits = ProgramLimits()) throws(CasusError) {
    let path = url.path
    let reading = Program.read(path, limits)
    guard case .bytes(let bytes) = reading else {
      guard case .failed(let reason) = reading else { throw CasusError(.unreadableFile, "\(path) cannot be read") }
      throw CasusError(.unreadableFile, "\(path) cannot be read: \(reason)")
    }
    try self.init(bytes, named: path, limits) { Program.read($0, limits) }
  }

  /// Only regular files are read: others may never end.
  private static func read(_ path: String, _ limits: ProgramLimits) -> FileReading {
    guard
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path)
    else { return .failed("no such file") }
    guard attributes[.type] as? FileAttributeType == .typeRegular else { return .failed("it is no regular file") }
    guard let size = attributes[.size] as? Int ?? (attributes[.size] as? UInt64).map({ Int(clamping: $0) }),
      size <= limits.maximumFileSize
    else { return .failed("it is too large") }
    guard let data = FileManager.default.contents(atPath: path) else { return .failed("it cannot be read") }
    return .bytes(Array(data))
  }
}
