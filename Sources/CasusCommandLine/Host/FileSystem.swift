#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The only access to files.
enum FileSystem {
  /// Why a file cannot be read, as a person would say it.
  struct ReadingFailure: Error, Equatable {
    var reason: String
  }

  /// Offsets in sources are 32 bits wide.
  static let greatestSize = 2 << 30

  /// The bytes of a file.
  static func read(_ path: String, maximumSize: Int) throws(ReadingFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastError }
    defer { close(descriptor) }
    return try readAll(of: descriptor, maximumSize: maximumSize)
  }

  /// All that comes in on a descriptor. What is no regular file (a pipe, a terminal) tells its size by ending.
  static func readAll(of descriptor: Int32, maximumSize: Int) throws(ReadingFailure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .lastError }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw ReadingFailure(reason: "it is a directory") }
    let bound = min(maximumSize, greatestSize)
    guard Int(status.st_size) <= bound else { throw .tooLarge(bound) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer in
        #if canImport(Darwin)
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count == 0 { return bytes }
      if count < 0 {
        guard errno == EINTR else { throw .lastError }
        continue
      }
      bytes += chunk[..<count]
      guard bytes.count <= bound else { throw .tooLarge(bound) }
    }
  }

  /// Why a path cannot be read as a file; nil where it seems that it can.
  static func obstacle(to path: String) -> String? {
    if access(path, R_OK) != 0 { return ReadingFailure.lastError.reason }
    return isDirectory(path) ? "it is a directory" : nil
  }

  /// Whether a path names a directory.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files below a directory whose names end so, in order of their paths. Hidden folders are passed over, and links
  /// to folders are not followed: they may lead in a circle.
  static func files(below directory: String, suffix: String) throws(ReadingFailure) -> [String] {
    var found: [String] = []
    var pending = [directory]
    while let folder = pending.popLast() {
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          pending.append(path)
        } else if name.hasSuffix(suffix), !isDirectory(path) {
          found.append(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in folder: String) throws(ReadingFailure) -> [String] {
    guard let stream = opendir(folder) else { throw .lastError }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let capacity = MemoryLayout.size(ofValue: pointer.pointee)
        return pointer.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

extension FileSystem.ReadingFailure {
  static var lastError: Self {
    switch errno {
    case ENOENT: Self(reason: "no such file")
    case EACCES, EPERM: Self(reason: "permission denied")
    case EISDIR: Self(reason: "it is a directory")
    case ENOTDIR: Self(reason: "a part of its path is no directory")
    case let code: Self(reason: strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
  }

  fileprivate static func tooLarge(_ bound: Int) -> Self {
    let size = bound >= 1 << 30 ? "\(bound >> 30) GiB" : "\(bound >> 20) MiB"
    return Self(reason: "it is larger than \(size)" + (bound < FileSystem.greatestSize ? " (option --max-memory)" : ""))
  }
}
