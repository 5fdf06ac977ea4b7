import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// `quivive rules`, and rules of the user's own in screenings and replays.
struct RulesCommandTests {
  private let program = Program(home: StarterHome.path)

  /// Raised where nothing says where the parties are.
  private static let sound = """
    id: OWN-1
    title: {en: A rule of ours, fr: Une règle à nous}
    group: mine
    severity: medium
    sources: [ear-732-s3]
    kind: judgement
    ask: {en: "Is it odd?", fr: "Est-ce étrange ?"}
    examples:
      - {name: odd, answer: yes, raises: true}
      - {name: plain, answer: no, raises: false}

    """

  private func folder(_ text: String = sound) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "own.yaml")
    return folder
  }

  @Test func `checks and tests a folder beside the bundled rules`() throws {
    let folder = try folder()
    let check = try program.run("rules", "check", "--rules", folder.path)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text.contains("1 of them from `\(folder.path)`, digest "))
    let test = try program.run("rules", "test", "OWN-1", "--rules", folder.path)
    #expect(test.status == 0)
    #expect(test.text == "2 examples of 1 rule: 0 failed\n")
  }

  @Test func `the example of a folder of own rules is sound`() throws {
    let check = try program.run("rules", "check", "--rules", "Examples/Rules")
    #expect(check.status == 0, "\(check.text)")
    let test = try program.run("rules", "test", "HOUSE-01", "--rules", "Examples/Rules")
    #expect(test.text == "5 examples of 1 rule: 0 failed\n")
  }

  @Test func `says file and line of what is wrong, and which example fails`() throws {
    let broken = try folder(Self.sound.replacing("severity: medium", with: "severity: middling"))
    let check = try program.run("rules", "check", "--rules", broken.path)
    #expect(check.status == 65)
    #expect(
      check.text.hasPrefix(
        "\(broken.path)/own.yaml:4: `middling` is no value of `severity`; use high, medium, low\n"))
    let example = "Examples/01-machining-centre-through-third-country.json"
    let screened = try program.run("screen", example, "--rules", broken.path)
    #expect(screened.status == 65)
    let wrong = try folder(
      Self.sound.replacing("answer: no, raises: false", with: "answer: no, raises: true"))
    let test = try program.run("rules", "test", "OWN-1", "--rules", wrong.path)
    #expect(test.status == 65)
    #expect(
      test.text.hasPrefix(
        "\(wrong.path)/own.yaml:10: `plain` must come out raised and came out not-raised\n"))
  }

  @Test func `lists and shows rules as text and as JSON`() throws {
    let folder = try folder()
    let list = try program.run("rules", "list", "--group", "mine", "--rules", folder.path)
    #expect(list.text == "OWN-1  medium  judgement  mine  A rule of ours\n")
    let json = try program.run("rules", "show", "own-1", "--format", "json", "--rules", folder.path)
    let value = try JSONParser.parse(json.output)
    #expect(value["id"]?.string == "OWN-1")
    #expect(value["own"]?.bool == true)
    #expect(value["ask"]?["fr"]?.string == "Est-ce étrange ?")
    let text = try program.run("rules", "show", "OWN-1", "--language", "fr", "--rules", folder.path)
    #expect(text.text.contains("Une règle à nous"))
    let nowhere = try program.run("rules", "list", "--rules", "/nowhere")
    #expect(nowhere.status == 66)
    #expect(nowhere.errors.contains("/nowhere: folder cannot be read"))
    let none = try program.run("rules", "show", "OWN-2", "--rules", folder.path)
    #expect(none.status == 64)
    #expect(none.errors.contains("perhaps `OWN-1`"))
  }

  @Test func `shows what rules are asked on, and on request what is not known`() throws {
    let input = Array(
      #"{"parties": [{"name": "Nordwerk Beispiel GmbH", "roles": ["end-user"], "countries": ["KZ"]}]}"#
        .utf8)
    let known = try program.run("rules", "facts", "-", input: input)
    #expect(known.status == 0, "\(known.errors)")
    #expect(known.text.contains("party.country [parties[0]]: KZ (parties[0].countries[0])\n"))
    #expect(!known.text.contains("party.founded"))
    let all = try program.run("rules", "facts", "-", "--all", "--language", "fr", input: input)
    #expect(all.text.contains("party.founded [parties[0]]: inconnu\n"))
    let json = try program.run("rules", "facts", "-", "--format", "json", input: input)
    let facts = try #require(try JSONParser.parse(json.output).array)
    let country = try #require(facts.first { $0["fact"]?.string == "party.country" })
    #expect(country["of"]?.string == "parties[0]")
    #expect(country["values"]?.array?.map { $0["value"]?.string } == ["KZ"])
    let bad = try program.run("rules", "facts", "-", input: Array("hello".utf8))
    #expect(bad.status == 65)
  }

  @Test func `a dossier made with own rules names their digest and is replayed with them only`()
    throws
  {
    let folder = try folder()
    let dossier = folder.path("dossier.json.txt")
    let input = Array(#"{"parties": [{"name": "Nordwerk Beispiel GmbH"}]}"#.utf8)
    _ = try program.run(
      ["screen", "-", "--format", "json", "--rules", folder.path, "--output", dossier], input: input
    )
    let stored = try JSONParser.parse(try #require(TestFiles.bytes(at: dossier)))
    #expect(stored["digests"]?["rules"]?.string?.utf8.count == 64)
    let plain = try program.run("screen", "-", "--format", "json", input: input)
    #expect(try JSONParser.parse(plain.output)["digests"]?["rules"] == nil)
    let same = try program.run("replay", dossier, "--rules", folder.path)
    #expect(same.status == 0, "\(same.text)")
    let without = try program.run("replay", dossier)
    #expect(without.status == 66)
    #expect(without.errors.contains("rules of one’s own"))
    #expect(without.errors.contains("--rules"))
    try folder.write(Self.sound.replacing("odd?", with: "strange?"), to: "own.yaml")
    let changed = try program.run("replay", dossier, "--rules", folder.path)
    #expect(changed.status == 10)
  }
}
