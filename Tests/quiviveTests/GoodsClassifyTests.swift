import FileFormats
import QuiviveTestKit
import Testing

/// `quivive goods classify` from a file and as an interview.
struct GoodsClassifyTests {
  private func run(_ arguments: String..., input: String) throws -> Program.Result {
    let home = try TemporaryFolder()
    return try Program(home: home.path).run(
      ["goods", "classify"] + arguments, input: Array(input.utf8))
  }

  @Test func `an item from a file gets its entries, verdicts and open questions, as JSON`() throws {
    let result = try run(
      "--item", "-", "--json",
      input:
        #"{"description": "drone, range 310 km", "controlCodes": ["1.A.2", "19.A.2"]}"#)
    #expect(result.status == 0, "\(result.errors)")
    let item = try #require(try JSONParser.parse(result.output)["items"]?.array?.first)
    let verdicts = item["entries"]?.array?.compactMap { entry in
      entry["code"]?.string.map { "\($0) \(entry["verdict"]?.string ?? "")" }
    }
    // Entries that the words suggest stand after those that are stated.
    #expect(verdicts?.prefix(2) == ["1.A.2 open", "19.A.2 met"])
    #expect(
      item["openQuestions"]?.array?.compactMap { $0["en"]?.string }.first == "payload (kg)")
  }

  @Test func `an interview asks only for what is open, and takes units and unknown`() throws {
    let met = try run(input: "drone, range 310 km\n1.A.2\n1,200 lb\n")
    #expect(met.errors.contains("payload (kg)?"))
    #expect(!met.errors.contains("range (km)?"))
    #expect(met.text.contains("Entries whose stated conditions are met"))
    let unknown = try run("--language", "fr", input: "drone, portée 310 km\n1.A.2\ninconnu\n")
    #expect(unknown.text.contains("Questions ouvertes\u{A0}:\n  charge utile (kg)"))
    let settled = try run(input: "drone, payload 100 kg\n1.A.2\n")
    #expect(!settled.errors.contains("range (km)?"))
    for result in [met, unknown, settled] {
      #expect(!result.text.lowercased().contains("classified as"))
    }
  }

  @Test func `figures that nobody checked are questions with the place to check`() throws {
    let result = try run(
      "--item", "-",
      input: #"{"description": "turbojet, thrust 500 N", "controlCodes": ["9A101"]}"#)
    #expect(result.text.contains("9A101, not checked: thrust > 400 N (engines"))
    #expect(!result.text.contains("conditions are met"))
  }

  @Test func `an unknown code and a bad file are refused`() throws {
    #expect(try run("--item", "-", "--entry", "0Z000", input: "{}").status == 65)
    #expect(try run("--item", "-", input: "{").status == 65)
    #expect(try run("--item", "/nowhere.json", input: "").status == 66)
  }
}
