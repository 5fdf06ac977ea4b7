import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// A case handed to a partner, who verifies it in a home of their own.
struct ExchangeCommandTests {
  private let home: CaseHome
  /// The partner's home: empty.
  private let partner: Program

  init() throws {
    home = try CaseHome()
    partner = Program(home: home.folder.path("partner"))
    try home.openCase()
    try home.write("a register extract", "extract.txt")
    try home.run("case", "attach", "C1", home.folder.path("extract.txt"), as: home.officer)
    try home.decideCase()
  }

  @discardableResult
  private func share(
    _ mark: String, _ options: String..., to name: String = "bundle.json", status: Int32 = 0
  ) throws -> Program.Result {
    let result = try home.program.run(
      [
        "share", "C1", "--tlp", mark, "--to", "A partner", "--from", "An exporter", "--as",
        home.officer, "--output", home.folder.path(name),
      ] + options)
    #expect(result.status == status, "\(result.errors)")
    return result
  }

  private func verify(_ name: String, _ options: String..., by program: Program) throws
    -> Program.Result
  {
    try program.run(["verify", home.folder.path(name)] + options)
  }

  private func bundle(_ name: String = "bundle.json") throws -> JSONValue {
    try JSONParser.parse(try #require(TestFiles.bytes(at: home.folder.path(name))))
  }

  @Test func `an empty home verifies a bundle, and the sender's own screens it again`() throws {
    try share("amber+strict")
    let key = try #require(try bundle()["signature"]?["key"]?.string ?? bundle()["key"]?.string)
    let received = try verify("bundle.json", "--key", key, by: partner)
    #expect(received.status == 0, "\(received.errors)")
    #expect(received.text.hasPrefix("TLP:AMBER+STRICT"))
    #expect(received.text.hasSuffix("TLP:AMBER+STRICT\n"))
    #expect(received.text.contains("The signature holds, with the key given."))
    #expect(received.text.contains("Not screened again"))
    let own = try verify("bundle.json", by: home.program)
    #expect(own.status == 0)
    #expect(own.text.contains("the same bytes"))
    let french = try verify("bundle.json", "--language", "fr", by: partner)
    #expect(french.text.contains("La signature est valable"))
    let trail = try home.run("audit", "list", "--kind", "exchange.")
    #expect(trail.text.contains("exchange.shared  case/C1"))
  }

  @Test func `a bundle altered anywhere does not hold`() throws {
    try share("amber+strict")
    let text = String(
      decoding: try #require(TestFiles.bytes(at: home.folder.path("bundle.json"))), as: UTF8.self)
    for (part, other) in [("Nordwerk", "Nordwork"), ("A partner", "A  artner")] {
      let altered = text.replacing(part, with: other, maxReplacements: 1)
      #expect(altered != text)
      try home.write(altered, "altered.json")
      let result = try verify("altered.json", by: partner)
      #expect(result.status == 10, "\(part): \(result.text)")
    }
    let stranger = try verify(
      "bundle.json", "--key", String(repeating: "cd", count: 32), by: partner)
    #expect(stranger.status == 10)
  }

  @Test func `a wider mark leaves more out, and says what`() throws {
    try share("amber+strict", to: "strict.json")
    try share("green", to: "green.json")
    func bytes(_ name: String) throws -> String {
      String(decoding: try #require(TestFiles.bytes(at: home.folder.path(name))), as: UTF8.self)
    }
    #expect(try bytes("strict.json").contains("Nordwerk Optik"))
    #expect(try !bytes("green.json").lowercased().contains("nordwerk"))
    #expect(try !bytes("green.json").contains(home.officer))
    let shown = try verify("green.json", by: partner)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.text.hasPrefix("TLP:GREEN"))
    let form = try share("green", "--form", "stix", to: "none.json", status: 64)
    #expect(form.errors.contains("withholds the names"))
    #expect(!TestFiles.exists(home.folder.path("none.json")))
  }

  @Test func `entities and a STIX bundle name the parties and the opinion`() throws {
    try share("amber", "--form", "stix", to: "stix.json")
    let objects = try bundle("stix.json")["objects"]?.array ?? []
    let kinds = Set(objects.compactMap { $0["type"]?.string })
    #expect(kinds.isSuperset(of: ["report", "identity", "opinion"]))
    #expect(
      objects.first { $0["type"]?.string == "opinion" }?["opinion"]?.string == "strongly-disagree")
    try share("amber", "--form", "ftm", to: "parties.jsonl")
    let lines = String(
      decoding: try #require(TestFiles.bytes(at: home.folder.path("parties.jsonl"))), as: UTF8.self
    ).split(separator: "\n")
    #expect(lines.contains { $0.contains("Nordwerk Optik") })
  }

  @Test func `a screening with a hit gets no evidence of a negative, one without does`() throws {
    let refused = try home.program.run(
      "attest", "C1", "--from", "An exporter", "--as", home.officer)
    #expect(refused.status == 65)
    try home.write(
      CaseHome.deal(country: "Austria").replacing("Nordwerk Optik", with: "Quillfeather Limonade"),
      "deal.json")
    try home.run(
      "screen", home.folder.path("deal.json"), "--quiet", "--format", "json", "--output",
      home.folder.path("dossier.json"), status: 10)
    let stated = try home.program.run(
      "attest", home.folder.path("dossier.json"), "--from", "An exporter", "--as", home.officer,
      "--output", home.folder.path("statement.json"))
    #expect(stated.status == 0, "\(stated.errors)")
    let shown = try verify("statement.json", by: partner)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.text.contains("own.one"))
    try home.write(
      String(
        decoding: try #require(TestFiles.bytes(at: home.folder.path("statement.json"))),
        as: UTF8.self
      ).replacing("own.one", with: "own.two"), "statement.json")
    #expect(try verify("statement.json", by: partner).status == 10)
  }

  @Test func `nobody is a sender unnamed, and nothing is shared of no case`() throws {
    let unnamed = try home.program.run("share", "C1", "--tlp", "amber", "--to", "A partner")
    #expect(unnamed.status == 64)
    #expect(unnamed.errors.contains("nobody is named as the sender"))
    let none = try home.program.run(
      "share", "C9", "--tlp", "amber", "--to", "A partner", "--from", "An exporter")
    #expect(none.status == 66)
    let noBundle = try verify("deal.json", by: partner)
    #expect(noBundle.status == 65)
  }
}
