import FileFormats
import Foundation
import ListArchive
import Listings
import Parties
import Testing
import TradeModel

struct PastWatchlistTests {
  private let home: TemporaryHome

  init() throws {
    home = try TemporaryHome()
    for (count, iso) in [(3, "2026-01-01"), (4, "2026-01-05"), (5, "2026-01-10")] {
      _ = try home.archive.take(OwnList.files(0..<count), on: iso)
    }
    _ = try home.archive.compile { try build($0, $1) }
  }

  /// Writes the parties' ids, one a line: a stand-in for a compiled watchlist.
  private func build(_ source: CompilationSource, _ url: URL) throws -> (Digest, PartyGrouping) {
    var ids: [String] = []
    let grouping = try source.forEachParty { ids.append($0.id.text) }
    let bytes = Array(ids.joined(separator: "\n").utf8)
    try Data(bytes).write(to: url)
    return (SHA256.digest(of: bytes), grouping)
  }

  private func key(_ name: String) -> Digest { SHA256.digest(of: name) }

  private func past(
    _ iso: String, in archive: SnapshotArchive? = nil
  ) throws -> ArchivedWatchlist {
    let archive = archive ?? home.archive
    let recipe = try archive.recipe(for: archive.lists(asKnownOn: KnownListsTests.day(iso)))
    return try archive.compile(recipe, notedUnder: key(iso)) { try build($0, $1) }
  }

  @Test func `a watchlist of an earlier day leaves the serving one as it is`() throws {
    let serving = try home.archive.watchlist()
    let old = try past("2026-01-02")
    #expect(try String(contentsOf: old.url, encoding: .utf8).split(separator: "\n").count == 3)
    #expect(try home.archive.watchlist() == serving)
    #expect(try home.archive.pastWatchlist(key("2026-01-02")) == old)
    #expect(try home.archive.pastWatchlist(key("2026-01-03")) == nil)
  }

  @Test func `a recipe gives the same bytes again, also after later updates`() throws {
    let old = try past("2026-01-02")
    let bytes = try Data(contentsOf: old.url)
    let recipe = try #require(try home.archive.recipe(of: old.digest))
    try FileManager.default.removeItem(at: old.url)
    _ = try home.archive.take(OwnList.files(0..<9), on: "2026-02-01")
    _ = try home.archive.compile { try build($0, $1) }
    #expect(home.archive.watchlist(old.digest) == nil)
    let again = try home.archive.compile(recipe) { try build($0, $1) }
    #expect(again == old)
    #expect(try Data(contentsOf: again.url) == bytes)
  }

  @Test func `the recipe of the serving watchlist holds ids and undone joins`() throws {
    func line(_ key: String) -> String {
      #"{"id":"\#(key)","schema":"Person","properties":{"name":["Reza Nemunei \#(key)"],"#
        + #""topics":["sanction"],"innCode":["500100732259"]}}"# + "\n"
    }
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files([line("a"), line("b")]), on: "2026-01-02")
    _ = try home.archive.compile { try build($0, $1) }
    _ = try home.archive.take(OwnList.files([line("b")]), on: "2026-01-03", shrinkage: "delisted")
    // The party keeps the id of its delisted designation.
    let serving = try home.archive.compile { try build($0, $1) }
    #expect(try String(contentsOf: serving.url, encoding: .utf8) == "own.test/a")
    let recipe = try #require(try home.archive.recipe(of: serving.digest))
    #expect(recipe.ids.count == 1)
    try FileManager.default.removeItem(at: serving.url)
    let again = try home.archive.compile(recipe) { try build($0, $1) }
    #expect(again.digest == serving.digest)
  }

  @Test func `beyond the limit the least lately used goes`() throws {
    let archive = SnapshotArchive(home: home.archive.home, pastWatchlists: 1)
    let serving = try archive.watchlist()
    let first = try past("2026-01-02", in: archive)
    try setAge(60, of: "2026-01-02")
    let second = try past("2026-01-06", in: archive)
    #expect(archive.watchlist(first.digest) == nil)
    #expect(archive.watchlist(second.digest) == second)
    #expect(try archive.pastWatchlist(key("2026-01-02")) == nil)
    #expect(try archive.watchlist() == serving)
  }

  @Test func `asking for one makes it the last used`() throws {
    let archive = SnapshotArchive(home: home.archive.home, pastWatchlists: 2)
    let first = try past("2026-01-02", in: archive)
    let second = try past("2026-01-06", in: archive)
    try setAge(120, of: "2026-01-02")
    try setAge(60, of: "2026-01-06")
    #expect(try archive.pastWatchlist(key("2026-01-02")) == first)
    _ = try archive.take(OwnList.files(3..<6), on: "2026-01-07", shrinkage: "invented")
    _ = try past("2026-01-08", in: archive)
    #expect(archive.watchlist(first.digest) == first)
    #expect(archive.watchlist(second.digest) == nil)
  }

  /// Makes an entry of the index older than the others: the clock of a file system is coarse.
  private func setAge(_ seconds: Double, of name: String) throws {
    let file = home.url.appendingPathComponent("watchlist/past/\(key(name))")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: file.path)
  }
}
