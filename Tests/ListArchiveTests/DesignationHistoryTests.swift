import FileFormats
import ListArchive
import Listings
import Testing
import TradeModel

struct DesignationHistoryTests {
  private let home: TemporaryHome

  init() throws {
    home = try TemporaryHome()
    let renamed = OwnList.line(1, name: "Invented Person One")
    let states: [(String, [String])] = [
      ("2026-01-01", [OwnList.line(0)]),
      ("2026-01-02", [OwnList.line(0), OwnList.line(1)]),
      ("2026-01-03", [OwnList.line(0), OwnList.line(1), OwnList.line(2)]),
      ("2026-01-05", [OwnList.line(0), renamed, OwnList.line(2)]),
      ("2026-01-09", [OwnList.line(0), OwnList.line(2)]),
      ("2026-01-10", [OwnList.line(2)]),
      ("2026-01-12", [OwnList.line(2), renamed]),
    ]
    for (day, lines) in states {
      _ = try home.archive.take(OwnList.files(lines), on: day, shrinkage: "invented")
    }
  }

  private func history(_ key: String, until day: Day? = nil) throws -> DesignationHistory {
    try home.archive.history(
      of: DesignationID(list: OwnList.id, key: key), asKnownOn: day)
  }

  @Test func `a life is told step by step, each with the state before`() throws {
    let history = try history("own-1")
    #expect(history.events.map(\.step) == [.listed, .changed, .delisted, .listedAgain])
    #expect(
      history.events.map(\.state.published.iso) == [
        "2026-01-02", "2026-01-05", "2026-01-09", "2026-01-12",
      ])
    #expect(
      history.events.map { $0.previous?.iso } == [
        "2026-01-01", "2026-01-03", "2026-01-05", "2026-01-10",
      ])
    let change = try #require(history.events[1].changes.first { $0.field == "names" })
    #expect(change.removed.count == 1 && change.added.count == 1)
    #expect(
      String(decoding: change.removed[0].compact, as: UTF8.self).contains("Invented Person 1"))
    #expect(
      String(decoding: change.added[0].compact, as: UTF8.self).contains("Invented Person One"))
    #expect(history.events[2].name == "Invented Person One")
    // Listed again as it was last.
    #expect(history.events[3].changes.isEmpty)
  }

  @Test func `a designation of the first state was listed then or before`() throws {
    let history = try history("own-0")
    #expect(history.events.map(\.step) == [.listed, .delisted])
    #expect(history.events[0].previous == nil)
  }

  @Test func `days without a state are gaps, neighbouring days are none`() throws {
    let gaps = try history("own-2").gaps.map { "\($0.lowerBound)…\($0.upperBound)" }
    #expect(
      gaps == ["2026-01-04…2026-01-04", "2026-01-06…2026-01-08", "2026-01-11…2026-01-11"])
  }

  @Test func `as known on a day the life ends there`() throws {
    let history = try history("own-1", until: KnownListsTests.day("2026-01-08"))
    #expect(history.events.map(\.step) == [.listed, .changed])
    #expect(history.days.last?.iso == "2026-01-05")
  }

  @Test func `what was never listed has no events`() throws {
    // A key that begins like another is not that other.
    #expect(try history("own-").events.isEmpty)
    #expect(try history("own-9").events.isEmpty)
    #expect(try history("own-9").days.count == 7)
  }

  @Test func `names find what is listed, in history what was`() throws {
    func found(_ words: [String], inHistory: Bool, on day: String? = nil) throws -> [String] {
      try home.archive.designations(
        named: words, asKnownOn: day.map(KnownListsTests.day), inHistory: inHistory
      ).map(\.id.key)
    }
    #expect(try found(["person", "0"], inHistory: false).isEmpty)
    #expect(try found(["person", "0"], inHistory: true) == ["own-0"])
    #expect(try found(["person", "0"], inHistory: false, on: "2026-01-09") == ["own-0"])
    #expect(try found(["invented"], inHistory: false) == ["own-1", "own-2"])
    // Both names that it ever had.
    #expect(try found(["1"], inHistory: true) == ["own-1"])
    #expect(try found(["one"], inHistory: true) == ["own-1"])
  }
}
