import FileFormats
import Foundation
import ListArchive
import Listings
import Parties
import Testing
import TradeModel

struct CompilationTests {
  /// Writes the parties' ids, one a line: a stand-in for a compiled watchlist.
  private func build(_ source: CompilationSource, _ url: URL) throws -> (Digest, PartyGrouping) {
    var ids: [String] = []
    let grouping = try source.forEachParty { ids.append($0.id.text) }
    let bytes = Array(ids.joined(separator: "\n").utf8)
    try Data(bytes).write(to: url)
    return (SHA256.digest(of: bytes), grouping)
  }

  @Test func `compiles the serving snapshots and keeps ids across updates`() throws {
    let home = try TemporaryHome()
    let archive = home.archive
    func line(_ key: String) -> String {
      #"{"id":"\#(key)","schema":"Person","properties":{"name":["Reza Nemunei \#(key)"],"#
        + #""topics":["sanction"],"innCode":["500100732259"]}}"# + "\n"
    }
    _ = try archive.take(OwnList.files([line("a"), line("b")]), on: "2026-01-02")
    let first = try archive.compile { try build($0, $1) }
    #expect(try String(contentsOf: first.url, encoding: .utf8) == "own.test/a")
    #expect(try archive.watchlist() == first)
    _ = try archive.take(OwnList.files([line("b")]), on: "2026-01-03", shrinkage: "delisted")
    let second = try archive.compile { try build($0, $1) }
    #expect(try String(contentsOf: second.url, encoding: .utf8) == "own.test/a")
    #expect(try archive.partyIDs().party(for: "own.test/b").text == "own.test/a")
  }

  @Test func `a compilation that fails leaves the old watchlist`() throws {
    struct Broken: Error {}
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<3), on: "2026-01-02")
    let first = try home.archive.compile { try build($0, $1) }
    let before = home.state
    #expect(throws: Broken.self) {
      try home.archive.compile { _, url in
        try Data("half".utf8).write(to: url)
        throw Broken()
      }
    }
    #expect(try home.archive.watchlist() == first)
    _ = try home.archive.compile { try build($0, $1) }
    #expect(home.state == before)
  }

  @Test func `joins that a person undid stay undone`() throws {
    let home = try TemporaryHome()
    func line(_ key: String) -> String {
      #"{"id":"\#(key)","schema":"Person","properties":{"name":["Reza Nemunei \#(key)"],"#
        + #""topics":["sanction"],"innCode":["500100732259"]}}"# + "\n"
    }
    _ = try home.archive.take(OwnList.files([line("a"), line("b")]), on: "2026-01-02")
    let folder = home.url.appendingPathComponent("parties")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("own.test/b\town.test/a\n".utf8)
      .write(to: folder.appendingPathComponent("undone.tsv"))
    let list = try home.archive.compile { try build($0, $1) }
    #expect(try String(contentsOf: list.url, encoding: .utf8) == "own.test/a\nown.test/b")
  }

  @Test func `an empty home has nothing to compile`() throws {
    let home = try TemporaryHome()
    let error = #expect(throws: ArchiveError.self) {
      try home.archive.compile { try build($0, $1) }
    }
    #expect(error?.reason == .input)
  }
}
