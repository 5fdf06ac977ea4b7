import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// The bundled examples, as the README's first command screens them.
struct ExamplesTests {
  static let names: [String] = {
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: "\(TestFiles.root)/Examples")) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private func screen(_ name: String, _ more: String...) throws -> Program.Result {
    let program = Program(home: StarterHome.path)
    let file = "Examples/\(name).json"
    // Their own day, stated: the messy one states none that can be read.
    let views = more.isEmpty ? ["--format", "json", "--on", "2026-08-01"] : more
    return try program.run(["screen", file, "--quiet"] + views)
  }

  @Test func `there are at least twenty, and ten are replayed`() {
    #expect(Self.names.count >= 20)
    #expect(Self.replayed.count == 10)
  }

  @Test(arguments: names)
  func `the dossier is the one a person has read`(_ name: String) throws {
    let result = try screen(name)
    let document = try JSONParser.parse(result.output)
    let expected: Int32 =
      switch document["outcome"]?.string {
      case "no-licence-required": 0
      case "prohibited": 20
      default: 10
      }
    #expect(result.status == expected)
    expectGolden(Self.withoutDigests(document), at: "../DecisionsTests/Dossiers/\(name).json")
  }

  /// The first nine and one with a table of owners: replay takes the same way for all.
  private static let replayed = names.filter { $0 < "10" || $0.hasPrefix("20") }

  @Test(arguments: replayed)
  func `each is replayed to the same bytes`(_ name: String) throws {
    let stored = try screen(name).output
    let replayed = try Program(home: StarterHome.path).run("replay", "-", input: stored)
    #expect(replayed.status == 0, "\(replayed.text)\(replayed.errors)")
    #expect(replayed.text.hasPrefix("same bytes: "))
  }

  @Test func `the French dossier of the machining centre reads as a person has read it`() throws {
    let name = "01-machining-centre-through-third-country"
    let text = try screen(name, "--language", "fr").text
    let masked = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.replacing(#/[0-9a-f]{64}/#, with: "…").replacing(
        #/sha256 [0-9a-f]{12}/#, with: "sha256 …"
      )
      .replacing(#/20[0-9]{2}\.[0-9]{2}-[0-9a-f]{16}/#, with: "…")
    }.joined(separator: "\n")
    expectGolden(masked, at: "../DecisionsTests/Dossiers/\(name).fr.txt")
  }

  @Test func `an ordinary sale ends with status 0 and says its limits`() throws {
    let result = try screen("08-ordinary-sale", "--format", "text")
    #expect(result.status == 0)
    #expect(result.text.contains("NO LICENCE REQUIREMENT FOUND"))
    #expect(result.text.contains("Not checked, and why"))
  }

  @Test func `a prohibited transaction ends with status 20`() throws {
    #expect(try screen("05-vessel-listed-imo-new-name").status == 20)
  }

  /// The document without what changes with every word of the knowledge: digests, not findings.
  static func withoutDigests(_ document: JSONValue) -> JSONValue {
    guard case .object(let members) = document else { return document }
    return .object(
      members.map { member in
        switch member.name {
        case "digests", "input": JSONValue.Member(member.name, "…")
        case "lists":
          JSONValue.Member(
            member.name,
            .array(
              (member.value.array ?? []).map { list in
                .object(
                  (list.object ?? []).map {
                    $0.name == "sha256" ? JSONValue.Member($0.name, "…") : $0
                  })
              }))
        default: member
        }
      })
  }
}
