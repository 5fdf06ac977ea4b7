import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// What is kept is proven by its digests.
struct ListsVerifyTests {
  /// A copy of the starter home that a test may damage.
  private func home() throws -> (folder: TemporaryFolder, url: URL) {
    let folder = try TemporaryFolder()
    let home = folder.url.appendingPathComponent("home")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: StarterHome.path), to: home)
    return (folder, home)
  }

  /// The files under `folder` whose path ends with `suffix`.
  private func files(in folder: URL, endingWith suffix: String) -> [URL] {
    (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? [])
      .compactMap { $0 as? URL }.filter { $0.path.hasSuffix(suffix) }
  }

  private func flip(_ url: URL, at place: Int) throws {
    var bytes = try Data(contentsOf: url)
    bytes[place] ^= 1
    try bytes.write(to: url)
  }

  @Test func `an undamaged home is as recorded`() throws {
    let run = try Program(home: StarterHome.path).run("lists", "verify", "--report", "json")
    #expect(run.status == 0, "\(run.errors)")
    let report = try JSONParser.parse(run.text)
    #expect(report["damage"]?.array?.isEmpty == true)
    #expect((report["files"]?.int ?? 0) > 0)
    #expect((report["parties"]?.int ?? 0) > 0)
    #expect((report["opened_microseconds"]?.int ?? -1) >= 0)
  }

  @Test func `a flipped byte of a received file is named, with status 65`() throws {
    let (folder, home) = try home()
    defer { withExtendedLifetime(folder) {} }
    let received = try #require(
      files(in: home.appendingPathComponent("lists"), endingWith: ".csv").first)
    try flip(received, at: 100)
    let run = try Program(home: home.path).run("lists", "verify")
    #expect(run.status == 65)
    #expect(run.errors.contains(received.lastPathComponent))
    #expect(run.errors.contains("its record says"))
  }

  @Test func `a flipped byte of the watchlist is named, with status 65`() throws {
    let (folder, home) = try home()
    defer { withExtendedLifetime(folder) {} }
    let compiled = try #require(
      files(in: home.appendingPathComponent("watchlist"), endingWith: ".quivive").first)
    try flip(compiled, at: 4_000)
    let run = try Program(home: home.path).run("lists", "verify")
    #expect(run.status == 65)
    #expect(run.errors.contains("damaged"))
  }

  @Test func `a home without a watchlist is a missing file`() throws {
    let folder = try TemporaryFolder()
    #expect(try Program(home: folder.url.path).run("lists", "verify").status == 66)
  }
}
