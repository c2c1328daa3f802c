import Foundation
import Testing

/// `casus fmt` as a user runs it.
@Suite struct FormatCommandTests {
  private static let ragged = "fact   a\n\nrule b when a   // so\n"
  private static let neat = "fact a\n\nrule b when a   // so\n"

  @Test func printsTheFormattedText() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("a.casus", Self.ragged)
    let process = try CasusProcess.run("fmt", file)
    #expect(process.status == 0)
    #expect(process.output == Self.neat)
    #expect(process.errors.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.ragged)
  }

  @Test func withoutFilesOrWithADashItReadsStandardInput() throws {
    #expect(try CasusProcess.run(["fmt"], input: Self.ragged).output == Self.neat)
    #expect(try CasusProcess.run(["fmt", "-"], input: Self.ragged).output == Self.neat)
    #expect(try CasusProcess.run(["fmt", "--check"], input: Self.ragged).output == "<stdin>\n")
    #expect(try CasusProcess.run(["fmt", "--write"], input: Self.ragged).status == 64)
    #expect(try CasusProcess.run(["fmt", "--write", "-"], input: Self.ragged).status == 64)
  }

  @Test func checkNamesFilesThatAreNotFormatted() throws {
    let folder = try ScratchFolder()
    let ragged = try folder.file("inner/ragged.casus", Self.ragged)
    let neat = try folder.file("neat.casus", Self.neat)
    _ = try folder.file("other.txt", "fact   x")
    let process = try CasusProcess.run("fmt", "--check", folder.url.path)
    #expect(process.status == 1)
    #expect(process.output == ragged + "\n")
    #expect(try CasusProcess.run("fmt", "--check", neat).status == 0)
    #expect(try CasusProcess.run("fmt", "--check", "--write", neat).status == 64)
  }

  @Test func diffIsOneThatPatchReads() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("a.casus", "fact a\nfact b\nfact c\nfact d\nfact   e\nfact f")
    let process = try CasusProcess.run("fmt", "--diff", file)
    #expect(process.status == 0)
    #expect(
      process.output == """
        --- \(file)
        +++ \(file) (formatted)
        @@ -2,5 +2,5 @@
         fact b
         fact c
         fact d
        -fact   e
        -fact f
        \\ No newline at end of file
        +fact e
        +fact f

        """)
    #expect(try CasusProcess.run("fmt", "--diff", "--check", file).status == 1)
    let colored = try CasusProcess.run("fmt", "--diff", "--color", "always", file).output
    #expect(colored.contains("\u{1B}[31m-fact   e\u{1B}[0m\n") && colored.contains("\u{1B}[32m+fact e\u{1B}[0m\n"))
    let neat = try folder.file("neat.casus", Self.neat)
    #expect(try CasusProcess.run("fmt", "--diff", neat).output.isEmpty)
  }

  @Test func writeChangesFilesInPlaceAndKeepsWhatTheyAre() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("a.casus", Self.ragged)
    let link = folder.url.appending(path: "link.casus").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.casus")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(try CasusProcess.run("fmt", "--write", link) == CasusProcess(status: 0, output: "", errors: ""))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.neat)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.casus")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.casus", "link.casus"])
  }

  @Test func whatIsFormattedIsNotWrittenAgain() throws {
    let folder = try ScratchFolder()
    let file = try folder.file("a.casus", Self.neat)
    let past = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: file)
    #expect(try CasusProcess.run("fmt", "--write", file).status == 0)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date == past)
  }

  @Test func filesWithErrorsAreLeftAloneAndTheOthersFormatted() throws {
    let folder = try ScratchFolder()
    let wrong = try folder.file("a.casus", "fact   a rule\n")
    let ragged = try folder.file("b.casus", Self.ragged)
    let process = try CasusProcess.run("fmt", "--write", wrong, ragged, folder.url.appending(path: "none.casus").path)
    #expect(process.status == 65)
    #expect(process.errors.contains("error[C0203]") && process.errors.contains("none.casus cannot be read"))
    #expect(try String(contentsOfFile: wrong, encoding: .utf8) == "fact   a rule\n")
    #expect(try String(contentsOfFile: ragged, encoding: .utf8) == Self.neat)
    #expect(try CasusProcess.run("fmt", "--max-depth", "5", "-").status == 0)
    #expect(try CasusProcess.run(["fmt", "--max-depth", "5"], input: "ask ((((((a))))))").status == 75)
    #expect(try CasusProcess.run("fmt", "--max-depth", "5000", "-").status == 64)
  }

  @Test func whatIsNoUTF8IsLeftAlone() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "a.casus")
    try Data(Array("fact   a // ".utf8) + [0xFF, 0x0A]).write(to: file)
    let process = try CasusProcess.run("fmt", "--write", file.path)
    #expect(process.status == 65)
    #expect(process.errors.contains("error[C0102]"))
    #expect(try Data(contentsOf: file).count == 14)
  }
}
