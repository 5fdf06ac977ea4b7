import Foundation
import ListArchive
import Listings
import Testing

struct ArchiveSettingsTests {
  @Test(arguments: [
    (#"{"lists":{"un.sc":{"addresses":["https://example.org/a.xml"]}}}"#, true),
    (#"{"lists":{"un.sc":{"shrinkage_percent":10,"reason":"J. Doe: small list"}}}"#, true),
    (#"{"lists":{"un.sc":{"shrinkage_percent":10}}}"#, false),
    (#"{"lists":{"un.sc":{"shrinkage_percent":"ten","reason":"x"}}}"#, false),
    (#"{"lists":{"un.sc":{"shrinkage":10,"reason":"x"}}}"#, false),
    (#"{"past_watchlists":0}"#, true), (#"{"past_watchlists":"8"}"#, false),
    (#"{"past_watchlists":-1}"#, false),
    (#"{"lists":{"UN":{}}}"#, false), (#"{"list":{}}"#, false), ("{", false),
  ])
  func `settings are understood whole or refused`(_ text: String, _ isTaken: Bool) throws {
    let home = try TemporaryHome()
    try Data(text.utf8).write(to: home.url.appendingPathComponent("settings.json"))
    let settings = try? ArchiveSettings(of: ArchiveHome(home.url))
    #expect((settings != nil) == isTaken)
  }

  @Test func `limits of one's own hold for their list`() throws {
    let home = try TemporaryHome()
    let text =
      #"{"lists":{"own.test":{"shrinkage_percent":60,"shrinkage_records":90,"reason":"test"}}}"#
    try Data(text.utf8).write(to: home.url.appendingPathComponent("settings.json"))
    let place = ArchiveHome(home.url)
    let archive = SnapshotArchive(home: place, policies: try ArchiveSettings(of: place).policies)
    _ = try archive.take(OwnList.files(0..<100), on: "2026-01-02")
    #expect(try archive.take(OwnList.files(0..<50), on: "2026-01-03").isImported)
    #expect(try !archive.take(OwnList.files(0..<10), on: "2026-01-04").isImported)
  }

  @Test func `the home is the one that was named, or the first that the environment has`() {
    let all = ["QUIVIVE_HOME": "/q", "XDG_DATA_HOME": "/x", "HOME": "/h"]
    #expect(ArchiveHome(named: "/n", environment: all)?.url.path == "/n")
    #expect(ArchiveHome(named: nil, environment: all)?.url.path == "/q")
    #expect(
      ArchiveHome(named: nil, environment: ["XDG_DATA_HOME": "/x", "HOME": "/h"])?.url.path
        == "/x/quivive")
    #expect(
      ArchiveHome(named: nil, environment: ["QUIVIVE_HOME": "", "HOME": "/h"])?.url.path
        == "/h/.local/share/quivive")
    #expect(ArchiveHome(named: nil, environment: [:]) == nil)
  }
}
