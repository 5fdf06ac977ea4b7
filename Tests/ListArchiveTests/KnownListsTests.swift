import Foundation
import ListArchive
import Listings
import Testing
import TradeModel

struct KnownListsTests {
  static func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("no day `\(iso)`") }
    return day
  }

  private let home: TemporaryHome

  /// Three states, taken out of order, as older files often come.
  init() throws {
    home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<5), on: "2026-01-10")
    _ = try home.archive.take(OwnList.files(0..<3), on: "2026-01-01")
    _ = try home.archive.take(OwnList.files(0..<4), on: "2026-01-05")
  }

  @Test(arguments: [
    ("2026-01-01", 3), ("2026-01-04", 3), ("2026-01-05", 4), ("2026-01-09", 4), ("2026-01-10", 5),
    ("2027-01-01", 5),
  ])
  func `known is the last state published on or before the day`(_ iso: String, _ count: Int) throws
  {
    let known = try home.archive.lists(asKnownOn: Self.day(iso))
    #expect(known.snapshots.map(\.designations) == [count])
    #expect(known.absent.isEmpty)
    let one = try home.archive.snapshot(of: OwnList.id, asKnownOn: Self.day(iso))
    #expect(one == known.snapshots.first)
  }

  @Test func `a list without a state of that day is named with its first one`() throws {
    let other = try #require(ListID("own.other"))
    _ = try home.archive.take(OwnList.files(7..<9), on: "2026-01-03", list: other)
    let known = try home.archive.lists(asKnownOn: Self.day("2026-01-02"))
    #expect(known.snapshots.map(\.list) == [OwnList.id])
    #expect(known.absent == [AbsentList(list: other, earliest: Self.day("2026-01-03"))])
    let before = try home.archive.lists(asKnownOn: Self.day("2025-12-31"))
    #expect(before.snapshots.isEmpty)
    #expect(before.absent.map(\.list) == [other, OwnList.id])
  }

  @Test func `of two states of one day the one received last is known`() throws {
    for (count, seconds) in [(6, 120), (7, 60)] {
      let outcome = try home.archive.take(
        ImportRequest(
          list: OwnList.id, files: OwnList.files(0..<count), published: Self.day("2026-01-10"),
          now: Timestamp(seconds: 1_800_000_000 + seconds)))
      #expect(outcome.isImported)
    }
    let known = try home.archive.snapshot(of: OwnList.id, asKnownOn: Self.day("2026-01-10"))
    #expect(known?.designations == 6)
  }

  @Test func `what came later cannot be named as known`() throws {
    let day = Self.day("2026-01-06")
    let current = try home.archive.snapshot("current", of: OwnList.id, asKnownOn: day)
    #expect(current.designations == 4)
    let error = #expect(throws: ArchiveError.self) {
      try home.archive.snapshot("2026-01-10", of: OwnList.id, asKnownOn: day)
    }
    #expect(error?.message.contains("was not known on 2026-01-06") == true)
  }
}
