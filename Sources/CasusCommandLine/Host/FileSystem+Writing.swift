#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The only writing of files.
extension FileSystem {
  /// Why a file cannot be written, as a person would say it.
  struct WritingFailure: Error, Equatable {
    var reason: String
  }

  /// Exchanges the contents of a file that exists, all at once: whoever reads it meanwhile, and whoever finds it after a
  /// crash, sees the old contents or the new ones. Its permissions stay, and a link to it stays a link.
  static func replace(_ path: String, with bytes: [UInt8]) throws(WritingFailure) {
    guard let resolved = realpath(path, nil) else { throw .lastError }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var status = stat()
    // Renaming asks for no permission to write to the file itself; whoever took that away meant it.
    guard stat(target, &status) == 0, access(target, W_OK) == 0 else { throw .lastError }
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .lastError }
    let scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(WritingFailure) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor)
      // Only the superuser can give a file away, and needs to do so to keep it another's.
      if fchown(descriptor, status.st_uid, status.st_gid) != 0, geteuid() == 0 { throw .lastError }
      guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else { throw .lastError }
    } catch {
      unlink(scratch)
      throw error
    }
    guard rename(scratch, target) == 0 else {
      let failure = WritingFailure.lastError
      unlink(scratch)
      throw failure
    }
  }

  /// Writes all of it, where a descriptor points.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(WritingFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
        Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0 {
        guard errno == EINTR else { throw .lastError }
        continue
      }
      rest = rest.dropFirst(count)
    }
  }
}

extension FileSystem.WritingFailure {
  static var lastError: Self {
    Self(reason: errno == EACCES ? "permission denied" : String(cString: strerror(errno)))
  }
}
