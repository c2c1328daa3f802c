import CasusREPL
import Foundation
import Testing

/// Lines from a pipe.
@Suite struct LineStreamTests {
  private static func lines(of data: Data, maximumSize: Int = 1 << 20) -> [LineStream.Line] {
    let pipe = Pipe()
    Thread.detachNewThread {
      try? pipe.fileHandleForWriting.write(contentsOf: data)
      try? pipe.fileHandleForWriting.close()
    }
    var stream = LineStream(descriptor: pipe.fileHandleForReading.fileDescriptor, maximumSize: maximumSize)
    var found: [LineStream.Line] = []
    while true {
      let line = stream.next()
      found.append(line)
      guard case .line = line else { return found }
    }
  }

  private func line(_ text: String) -> LineStream.Line { .line(Array(text.utf8)) }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\nb\n", ["a", "b"]), ("\n\n", ["", ""]), ("a\r\nb\r\n", ["a", "b"]),
    ("a\n\nb", ["a", "", "b"]),
  ])
  func linesEndWithBreaks(_ text: String, _ lines: [String]) {
    #expect(Self.lines(of: Data(text.utf8)) == lines.map { line($0) } + [.end])
  }

  @Test func longLinesAndManyLinesComeWhole() {
    let long = String(repeating: "가", count: 100_000)
    let text = (1...50_000).map { "\($0)\n" }.joined() + long + "\n"
    let found = Self.lines(of: Data(text.utf8))
    #expect(found.count == 50_002)
    #expect(found[49_999] == line("50000") && found[50_000] == line(long))
  }

  @Test func aLineThatIsTooLongEndsTheInput() {
    let found = Self.lines(of: Data(repeating: 0x61, count: 3 << 20), maximumSize: 1 << 20)
    #expect(found == [.failed("a line is longer than 1 MiB")])
  }

  @Test func whatIsNoTextComesAsItIs() {
    #expect(Self.lines(of: Data([0xFF, 0x00, 0x0A])) == [.line([0xFF, 0x00]), .end])
  }
}
