import Foundation
import Testing

@testable import CasusCommandLine

/// Tables are cut where records end, however little is read at once.
@Suite struct BulkRecordsTests {
  @Test(arguments: 0..<40)
  func piecesAreWholeRecords(seed: Int) throws {
    var random = Numbers(state: UInt64(seed))
    let letters = Array("aé1,\"\n\n\r ".utf8)
    let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in letters[Int.random(in: 0..<letters.count)] }
    for hasQuotes in [true, false] {
      for size in [1, 2, 7, 64, 1_000] {
        let pieces = try Self.pieces(of: bytes, hasQuotes: hasQuotes, size: size)
        #expect(pieces.flatMap { $0.bytes } == bytes)
        let heading = Array("a,\"b\n\"\n".utf8)
        let headed = try Self.pieces(of: bytes, hasQuotes: hasQuotes, size: size, heading: heading)
        #expect(headed.map { $0.line } == pieces.map { $0.line })
        #expect(
          headed.map { $0.bytes } == pieces.prefix(1).map { $0.bytes } + pieces.dropFirst().map { heading + $0.bytes })
        var before: [UInt8] = []
        for (number, piece) in pieces.enumerated() {
          #expect(piece.line == before.count { $0 == UInt8(ascii: "\n") } + 1)
          before += piece.bytes
          guard number + 1 < pieces.count else { continue }
          #expect(before.last == UInt8(ascii: "\n"))
          #expect(!hasQuotes || before.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2))
        }
        // Nothing waits that could have been taken: the first piece ends with the first record that was read.
        if size == 1, let first = pieces.first { #expect(first.bytes == Self.firstRecord(of: bytes, hasQuotes)) }
      }
    }
  }

  /// - Parameter heading: what all pieces but the first begin with.
  private static func pieces(
    of bytes: [UInt8], hasQuotes: Bool, size: Int, heading: [UInt8] = []
  ) throws -> [BulkRecords.Piece] {
    let path = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString).csv")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    var records = try BulkRecords(path.path(), hasQuotes: hasQuotes, pieceSize: size)
    var pieces: [BulkRecords.Piece] = []
    while let piece = try records.next() {
      if pieces.isEmpty { records.begin(with: heading) }
      pieces.append(piece)
      records.reuse(piece)
    }
    return pieces
  }

  private static func firstRecord(of bytes: [UInt8], _ hasQuotes: Bool) -> [UInt8] {
    var isQuoted = false
    for (position, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\""), hasQuotes { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { return Array(bytes[...position]) }
    }
    return bytes
  }
}

/// Numbers that look random and are the same in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 31
  }
}
