import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// `make install`: the copy finds its own knowledge and needs nothing of the checkout.
struct InstalledCopyTests {
  @Test func `an installed copy reads its own knowledge and screens`() throws {
    let folder = try TemporaryFolder()
    let prefix = folder.path("prefix")
    let install = Process()
    install.executableURL = URL(fileURLWithPath: "\(TestFiles.root)/scripts/install-copy")
    install.arguments = [Program.built, prefix]
    install.standardOutput = FileHandle.nullDevice
    try install.run()
    install.waitUntilExit()
    try #require(install.terminationStatus == 0)

    // The copy's knowledge is given a digest of its own, so that reading any other would show.
    let sources = "\(prefix)/share/quivive/Knowledge/sources.csv"
    let rows = try #require(TestFiles.bytes(at: sources))
    let own = "test-copy,A source of this copy only,Nobody,2026,,,none,,own,\n"
    try #require(TestFiles.write(rows + Array(own.utf8), to: sources))

    var copy = Program(home: folder.path("home"))
    copy.binary = "\(prefix)/bin/quivive"
    copy.folder = "/"
    var checkout = Program(home: folder.path("home"))
    checkout.folder = TestFiles.root
    let digest = try copy.run("knowledge", "digest")
    #expect(digest.status == 0, "\(digest.errors)")
    #expect(digest.text != (try checkout.run("knowledge", "digest")).text)

    let example = "\(prefix)/share/quivive/Examples/08-ordinary-sale.json"
    let screened = try copy.run("screen", example, "--format", "json")
    #expect(screened.status == 0, "\(screened.errors)")
    let dossier = try JSONParser.parse(screened.output)
    let stated = try #require(dossier["digests"]?["knowledge"]?.string)
    #expect(digest.text.contains(stated))
    #expect(screened.errors.contains("starter list"))
    for completion in [
      "share/bash-completion/completions/quivive", "share/zsh/site-functions/_quivive",
      "share/fish/vendor_completions.d/quivive.fish",
    ] {
      #expect(TestFiles.exists("\(prefix)/\(completion)"), "\(completion)")
    }
  }
}
