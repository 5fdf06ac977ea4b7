import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// The real series of the UN list around 18 October 2023, when the measures of resolution 2231 (2015)
/// on Iran ended. Skipped where `../shared` is not beside the package.
@Suite(.enabled(if: SharedData.hasLists, "../shared/data/lists is not here"))
struct KnownSeriesTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder.path("home"))
    for day in ["2025-06-18", "2023-10-17", "2023-10-19"] {
      let file = SharedData.path("data/lists/un-sc/consolidated-\(day).xml.gz")
      let result = try program.run(
        "lists", "import", "--no-compile", "--published", day, "--accept-shrinkage",
        "the series is replayed", "un.sc=\(file)")
      try #require(result.status == 0, "\(result.errors)")
    }
    _ = try program.run("lists", "compile")
  }

  @Test func `names of resolution 2231 are known to 18 October 2023 and not after`() throws {
    let diff = try JSONParser.parse(
      program.run("lists", "diff", "un.sc", "2023-10-17", "2023-10-19", "--report", "json").output)
    let removed = (diff["removed"]?.array ?? []).compactMap { entry in
      entry["key"]?.string.flatMap { key in entry["name"]?.string.map { (key: key, name: $0) } }
    }
    #expect(removed.count == 84)
    #expect(removed.contains { $0.name == "SHAHID HEMMAT INDUSTRIAL GROUP (SHIG)" })
    // Two of them are held to be one party, under the id of the first.
    let ids = Set(removed.map { "un.sc/\($0.key)" })
    let queries = removed.map { entry in
      JSONValue.members(["id": .string(entry.key), "name": .string(entry.name)]).compact
    }
    for (day, isKnown) in [
      ("2023-10-17", true), ("2023-10-18", true), ("2023-10-19", false), ("2025-12-31", false),
    ] {
      let result = try program.run(
        ["match", "--queries", "-", "--quiet", "--as-known-on", day],
        input: Array(queries.joined(separator: [0x0A])))
      let answers = try result.text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
      try #require(answers.count == removed.count, "\(result.errors)")
      for answer in answers {
        let key = answer["id"]?.string ?? ""
        let found = answer["results"]?.array?.contains {
          ids.contains($0["id"]?.string ?? "") && $0["match"]?.bool == true
        }
        #expect(found == isKnown, "\(key) on \(day)")
      }
    }
  }

  @Test func `a transaction is hit on the last day and not on the next`() throws {
    let input = KnownHome.transaction("Shahid Hemmat Industrial Group")
    for (day, isHit) in [("2023-10-18", true), ("2023-10-19", false)] {
      let result = try program.run(
        ["screen", "-", "--quiet", "--format", "json", "--as-known-on", day], input: input)
      let dossier = try JSONParser.parse(result.output)
      let parties = (dossier["findings"]?.array ?? []).compactMap { $0["hit"]?["party"]?.string }
      #expect(parties.contains("un.sc/110337") == isHit, "\(day)")
      #expect(
        dossier["lists"]?.array?.first?["published"]?.string
          == (isHit ? "2023-10-17" : "2023-10-19"))
    }
  }

  @Test func `the life of a designation ends with the day of the resolution`() throws {
    let result = try program.run(
      "lists", "show", "un.sc/110337", "--history", "--report", "json")
    let events = try JSONParser.parse(result.output)["events"]?.array ?? []
    #expect(events.compactMap { $0["event"]?.string } == ["listed", "delisted"])
    #expect(events.last?["not_before"]?.string == "2023-10-17")
    #expect(events.last?["published"]?.string == "2023-10-19")
    #expect(events.first?["listed_on"]?.array?.first?.string == "2006-12-23")
  }
}
