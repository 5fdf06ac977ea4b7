import Decisions
import FileFormats
import Parties
import QuiviveTestKit
import Rescreening
import SQLiteStore
import Testing
import TradeModel

/// The ledger of the portfolio: a run is kept whole, and the proof follows from what was kept.
struct PortfolioStoreTests {
  private static let time = Timestamp(seconds: 1_800_000_000)
  private static let person = SampleCase.person("A. Officer")
  private static let list = PortfolioProof.Snapshot(
    list: "own.test", digest: SHA256.digest(of: "list"))

  private static func basis(_ list: Digest = Self.list.digest) throws -> ScreeningBasis {
    let digest = JSONValue.string(SHA256.digest(of: "w").hex)
    return try #require(
      ScreeningBasis(
        json: .members([
          "watchlist": digest, "policy": digest, "policyName": "balanced", "nameModel": "n",
          "engine": "1",
          "snapshots": [
            .members([
              "list": "own.test", "digest": .string(list.hex), "designations": 1,
            ])
          ],
        ])))
  }

  private static func party(_ id: String, _ name: String) throws -> PortfolioStore.Line {
    .party(try PortfolioParty(.members(["id": .string(id), "name": .string(name)])))
  }

  private static func hit(_ score: Int) -> PortfolioHit {
    PortfolioHit(
      party: ListedPartyID("x/1"), caption: "Invented", score: Score(score),
      weight: Weight(tenthsOfBit: -3), evidence: SHA256.digest(of: "\(score)"),
      designations: ["x/1", "y/2"])
  }

  /// A store with parties `A` and `B`, imported and not screened.
  private static func store(_ folder: TemporaryStore) throws -> PortfolioStore {
    let store = PortfolioStore(try folder.open())
    try take([party("A", "Karomin"), party("B", "Zanpelu")], store)
    return store
  }

  @discardableResult
  private static func take(
    _ lines: [PortfolioStore.Line], _ store: PortfolioStore
  ) throws -> PortfolioStore.ImportCounts {
    var counts = PortfolioStore.ImportCounts()
    let number = try store.beginImport(from: "parties.jsonl", at: time)
    try store.take(
      lines.enumerated().map { ($0.offset + 1, $0.element) }, ofImport: number, counts: &counts)
    try store.endImport(number, isWhole: false, counts: &counts, by: person, at: time)
    return counts
  }

  /// A full run over the present state with a hit of every party named.
  private static func result(
    _ store: PortfolioStore, hits ids: [String: Int], reason: FullReason? = .first
  ) throws -> PortfolioRunResult {
    var result = PortfolioRunResult(basis: try basis(), policy: .object([]))
    result.reason = reason
    try store.reading { state in
      result.revision = try state.revision()
      result.previous = try state.lastRun()?.id
      try state.forEachBatch(of: .all, size: 10) { batch in
        for party in batch {
          if let score = ids[party.id] { result.hits[party.key] = [hit(score)] }
        }
      }
    }
    return result
  }

  @Test func `what a run found is read back, and the proof holds`() throws {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    #expect(try !store.proof(of: [Self.list], limit: 5).holds)
    let run = try store.keep(
      try Self.result(store, hits: ["A": 700]), by: Self.person, at: Self.time)
    #expect(run.id == 1 && run.counts.hits == 1)
    #expect(try store.lastRun() == run)
    #expect(try store.party("A")?.hits == [Self.hit(700)])
    #expect(try store.party("B")?.hits == [])
    let proof = try store.proof(of: [Self.list], limit: 5)
    #expect(proof.holds && proof.parties == 2 && proof.run == 1)
  }

  @Test func `a party that changed while a run went on keeps waiting, without what it found`()
    throws
  {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    let result = try Self.result(store, hits: ["A": 700, "B": 800])
    try Self.take([Self.party("A", "Karomin Seldu")], store)
    #expect(try store.remove(["B"], by: Self.person, at: Self.time) == [])
    try store.keep(result, by: Self.person, at: Self.time)
    #expect(try store.party("A")?.hits == [] && store.party("B")?.hits == [])
    #expect(try store.party("A")?.party.since == nil)
    let proof = try store.proof(of: [Self.list], limit: 5)
    #expect(proof.gaps.map(\.ids) == [["A"]] && proof.parties == 1)
  }

  @Test func `of two runs that began on one state the second is refused and nothing of it kept`()
    throws
  {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    let first = try Self.result(store, hits: ["A": 700])
    let second = try Self.result(store, hits: ["B": 800])
    try store.keep(first, by: Self.person, at: Self.time)
    let error = #expect(throws: StoreError.self) {
      try store.keep(second, by: Self.person, at: Self.time)
    }
    #expect(error?.reason == .refused)
    #expect(try store.party("B")?.hits == [])
    #expect(try store.lastRun()?.id == 1)
  }

  @Test func `the proof names the list whose serving snapshot was not screened`() throws {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    try store.keep(try Self.result(store, hits: [:]), by: Self.person, at: Self.time)
    let later = PortfolioProof.Snapshot(list: "own.test", digest: SHA256.digest(of: "later"))
    let other = PortfolioProof.Snapshot(list: "un.sc", digest: SHA256.digest(of: "un"))
    let proof = try store.proof(of: [later, other], limit: 1)
    #expect(proof.gaps.map(\.lists) == [["own.test", "un.sc"]])
    #expect(proof.gaps.map(\.parties) == [2] && proof.gaps.map(\.ids) == [["A"]])
  }

  @Test func `a delta that does not continue the run before it breaks the proof`() throws {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    try store.keep(try Self.result(store, hits: [:]), by: Self.person, at: Self.time)
    try store.keep(try Self.result(store, hits: [:], reason: nil), by: Self.person, at: Self.time)
    #expect(try store.proof(of: [Self.list], limit: 5).holds)
    try folder.execute("UPDATE portfolio_run SET previous = 7 WHERE id = 2")
    let proof = try store.proof(of: [Self.list], limit: 5)
    #expect(proof.gaps.map(\.reason) == ["the chain of runs since it was screened is broken"])
    #expect(proof.gaps.map(\.parties) == [2])
  }

  @Test func `imports, runs and removals stand in the audit trail, which holds`() throws {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    try store.keep(try Self.result(store, hits: ["A": 700]), by: Self.person, at: Self.time)
    _ = try store.remove(["B", "Z"], by: Self.person, at: Self.time)
    let trail = try folder.open()
    var kinds: [String] = []
    try trail.walkAudit { if let entry = $0.entry { kinds.append(entry.kind) } }
    #expect(kinds == ["portfolio.imported", "portfolio.rescreened", "portfolio.removed"])
    let run = try #require(try trail.entries(about: "portfolio").last?.body)
    #expect(run["hits"]?.int == 1 && run["parties"] != nil && run["basis"] != nil)
    #expect(try trail.entries(about: "portfolio/B").map(\.entry.actor) == [Self.person])
    #expect(try trail.verification().fault == nil)
  }

  @Test func `the record of a removed party can be erased, that of an active one cannot`() throws {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    let trail = try folder.open()
    let error = #expect(throws: StoreError.self) {
      try trail.erase("portfolio/A", reason: "asked", by: Self.person, at: Self.time)
    }
    #expect(error?.reason == .refused)
    _ = try store.remove(["A"], by: Self.person, at: Self.time)
    try trail.erase("portfolio/A", reason: "asked", by: Self.person, at: Self.time)
    #expect(try store.party("A")?.party.record == Array("{}".utf8))
    #expect(try trail.verification().fault == nil)
    // What comes back is a party like any other.
    #expect(try Self.take([Self.party("A", "Karomin")], store).changed == 1)
    #expect(try store.party("A")?.party.record != Array("{}".utf8))
  }

  @Test func `a removed party that comes back waits for a run`() throws {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    try store.keep(try Self.result(store, hits: ["A": 700]), by: Self.person, at: Self.time)
    #expect(try store.remove(["A", "Z"], by: Self.person, at: Self.time) == ["Z"])
    #expect(try store.party("A")?.party.isActive == false)
    #expect(try store.counts().hits == 0)
    #expect(try Self.take([Self.party("A", "Karomin")], store).changed == 1)
    #expect(try store.counts().waiting == 1)
  }

  @Test func `an import that was cut off is told until it is done again`() throws {
    let folder = try TemporaryStore()
    let store = try Self.store(folder)
    var counts = PortfolioStore.ImportCounts()
    let number = try store.beginImport(from: "more.csv", at: Self.time)
    try store.take(
      [(2, .rejected(id: "C", problem: "no name", content: [1, 2]))], ofImport: number,
      counts: &counts)
    #expect(try store.counts().unfinishedImports == 1)
    #expect(try store.counts().rejected == 1)
    #expect(try !store.proof(of: [], limit: 1).holds)
    // The party comes with another file: its line is right now.
    try Self.take([Self.party("C", "Duvar")], store)
    #expect(try store.counts().rejected == 0)
  }
}
