import Decisions
import FileFormats
import Foundation
import KnowledgeBase
import ListArchive
import Listings
import Parties
import Testing
import TradeModel

struct DossierArchiveTests {
  private let home: TemporaryHome
  private let watchlist: ArchivedWatchlist
  private let now = Timestamp(seconds: 1_800_000_000)

  init() throws {
    home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<3), on: "2026-01-01")
    watchlist = try home.archive.compile { try Self.build($0, $1) }
  }

  private static func build(
    _ source: CompilationSource, _ url: URL
  ) throws -> (Digest, PartyGrouping) {
    var ids: [String] = []
    let grouping = try source.forEachParty { ids.append($0.id.text) }
    let bytes = Array(ids.joined(separator: "\n").utf8)
    try Data(bytes).write(to: url)
    return (SHA256.digest(of: bytes), grouping)
  }

  private static func folder(_ words: String) -> KnowledgeFolder {
    KnowledgeFolder(
      location: "invented",
      files: ["sources.csv": Array("id\n".utf8), "Names/latin.tsv": Array(words.utf8)])
  }

  private func dossier(
    _ reference: String, knowledge: KnowledgeFolder, rules: KnowledgeFolder? = nil,
    ownership: [UInt8]? = nil
  ) throws -> Dossier {
    try Dossier(
      reading: JSONValue.members([
        "schema": .string(Dossier.schema), "input": .string(reference),
        "digests": .members([
          "knowledge": .string(knowledge.digest.hex), "watchlist": .string(watchlist.digest.hex),
          "rules": rules.map { .string($0.digest.hex) },
          "ownership": ownership.map { .string(SHA256.digest(of: $0).hex) },
        ]),
      ]).canonical)
  }

  private var archive: DossierArchive { DossierArchive(home: ArchiveHome(home.url)) }

  @Test func `what is kept comes back whole`() throws {
    let knowledge = Self.folder("one")
    let rules = KnowledgeFolder(location: "mine", files: ["mine.yaml": Array("id: X\n".utf8)])
    let table = DossierData.Table(file: "owners.csv", bytes: Array("owner,owned\nA,B\n".utf8))
    let dossier = try dossier("T-1", knowledge: knowledge, rules: rules, ownership: table.bytes)
    let digest = try archive.keep(
      dossier, knowledge: knowledge, rules: rules, ownership: table, now: now)
    #expect(digest == dossier.digest)
    #expect(archive.digests == [digest])
    #expect(try archive.dossier(digest) == dossier.bytes)
    let data = try #require(try archive.data(of: digest))
    #expect(try archive.ownership(data) == table)
    #expect(data.watchlist == watchlist.digest)
    #expect(data.kept == now)
    let kept = try KeptFolders(home: archive.home, kind: .knowledge).state(data.knowledge)
    #expect(kept?.files == knowledge.files)
    let keptRules = try KeptFolders(home: archive.home, kind: .rules).state(rules.digest)
    #expect(keptRules?.files == rules.files)
    #expect(try archive.damage(in: [digest]).isEmpty)
  }

  @Test func `keeping again changes nothing`() throws {
    let knowledge = Self.folder("one")
    let dossier = try dossier("T-1", knowledge: knowledge)
    try archive.keep(dossier, knowledge: knowledge, now: now)
    let before = home.state
    try archive.keep(dossier, knowledge: knowledge, now: Timestamp(seconds: now.seconds + 60))
    #expect(home.state == before)
  }

  @Test func `data that the dossier does not name are refused`() throws {
    let dossier = try dossier("T-1", knowledge: Self.folder("one"))
    let before = home.state
    for attempt in [
      { try archive.keep(dossier, knowledge: Self.folder("two"), now: now) },
      {
        try archive.keep(
          dossier, knowledge: Self.folder("one"), rules: Self.folder("mine"), now: now)
      },
    ] {
      let error = #expect(throws: ArchiveError.self) { try attempt() }
      #expect(error?.reason == .input)
    }
    #expect(home.state == before)
  }

  @Test func `files that two states share are kept once`() throws {
    for (number, words) in ["one", "two", "three"].enumerated() {
      let knowledge = Self.folder(words)
      try archive.keep(
        dossier("T-\(number)", knowledge: knowledge), knowledge: knowledge, now: now)
    }
    // sources.csv once, and three files of names.
    #expect(home.state.keys.count { $0.hasPrefix("kept/") } == 4)
  }

  @Test func `the knowledge of a day is what was in use at its end`() throws {
    let kept = KeptFolders(home: archive.home, kind: .knowledge)
    let days = [("2026-03-01", "one"), ("2026-03-05", "two"), ("2026-03-09", "one")]
    for (iso, words) in days {
      let knowledge = Self.folder(words)
      try archive.keep(
        dossier("on \(iso)", knowledge: knowledge), knowledge: knowledge,
        now: Timestamp(seconds: KnownListsTests.day(iso).daysSince1970 * 86_400 + 3600))
    }
    func words(_ iso: String) throws -> Digest? {
      try kept.entry(asKnownOn: KnownListsTests.day(iso))?.digest
    }
    #expect(try words("2026-02-28") == nil)
    #expect(try words("2026-03-01") == Self.folder("one").digest)
    #expect(try words("2026-03-04") == Self.folder("one").digest)
    #expect(try words("2026-03-05") == Self.folder("two").digest)
    // Going back to an earlier state is told too.
    #expect(try words("2026-12-31") == Self.folder("one").digest)
  }

  @Test func `a watchlist that a kept dossier names is never removed`() throws {
    let knowledge = Self.folder("one")
    try archive.keep(dossier("T-1", knowledge: knowledge), knowledge: knowledge, now: now)
    for count in 4..<8 {
      _ = try home.archive.take(OwnList.files(0..<count), on: "2026-01-0\(count)")
      _ = try home.archive.compile { try Self.build($0, $1) }
    }
    #expect(home.archive.watchlist(watchlist.digest) == watchlist)
    // The serving one, the one before it, and the one that is named.
    #expect(home.state.keys.count { $0.hasSuffix(".quivive") } == 3)
  }

  @Test func `a watchlist that is gone meanwhile is an error, or comes from the file named`() throws
  {
    let knowledge = Self.folder("one")
    let dossier = try dossier("T-1", knowledge: knowledge)
    let aside = home.url.appendingPathComponent("aside.quivive")
    try FileManager.default.moveItem(at: watchlist.url, to: aside)
    let error = #expect(throws: ArchiveError.self) {
      try archive.keep(dossier, knowledge: knowledge, now: now)
    }
    #expect(error?.reason == .busy)
    #expect(archive.digests.isEmpty)
    try archive.keep(dossier, knowledge: knowledge, watchlist: aside, now: now)
    #expect(try Data(contentsOf: watchlist.url) == Data(contentsOf: aside))
  }

  @Test func `damage is named, a watchlist that can be compiled again is none`() throws {
    let knowledge = Self.folder("one")
    let digest = try archive.keep(
      dossier("T-1", knowledge: knowledge), knowledge: knowledge, now: now)
    try FileManager.default.removeItem(at: watchlist.url)
    #expect(try archive.damage(in: [digest]).isEmpty)
    let keptFile = home.url.appendingPathComponent("kept/\(SHA256.digest(of: "one"))")
    try Data("two".utf8).write(to: keptFile)
    let damage = try archive.damage(in: [digest])
    #expect(damage.count == 1)
    #expect(damage.first?.contains(SHA256.digest(of: "one").hex) == true)
    try Data("one".utf8).write(to: keptFile)
    let file = home.url.appendingPathComponent("dossiers/\(digest).json")
    try Data(Data(contentsOf: file).dropLast(2)).write(to: file)
    #expect(throws: ArchiveError.self) { try archive.dossier(digest) }
    #expect(try archive.damage(in: [digest]).count == 1)
  }
}
