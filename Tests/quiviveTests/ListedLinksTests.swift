import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// From a published file to a finding: owners that a list states in prose, and listed addresses.
struct ListedLinksTests {
  private let folder: TemporaryFolder
  private let home: String
  private let account: JSONValue

  init() throws {
    folder = try TemporaryFolder()
    home = folder.url.appendingPathComponent("home").path
    let fixtures = "Tests/Fixtures/Listings/StatedLinks"
    let run = try Program(home: home).run(
      "lists", "import", "--report", "json", "--published", "2030-01-02",
      "eu.fsf=\(fixtures)/fsf.xml", "us.csl=\(fixtures)/consolidated.csv")
    try #require(run.status == 0, "\(run.errors)")
    account = try JSONParser.parse(
      Array(run.output.prefix { $0 != UInt8(ascii: "\n") }))
  }

  private func findings(_ party: String, kind: String) throws -> [JSONValue] {
    let deal = """
      {"parties": [{"name": "Atelier Exemple SAS", "roles": ["exporter"], "countries": ["FR"]},
        \(party)],
       "items": [{"description": "Paper", "commodityCode": "4802.55"}],
       "destinationCountry": "OM", "dates": {"ordered": "2030-02-01"}}
      """
    let run = try Program(home: home).run(
      ["screen", "-", "--quiet", "--format", "json", "--on", "2030-02-01"],
      input: Array(deal.utf8))
    let dossier = try JSONParser.parse(run.output)
    return (dossier["findings"]?.array ?? []).filter { $0["kind"]?.string == kind }
  }

  private func text(_ findings: [JSONValue]) -> String {
    findings.flatMap {
      [$0["title"]?["en"]?.string]
        + ($0["explanation"]?.array ?? []).map {
          $0["en"]?.string
        }
    }.compactMap(\.self).joined(separator: "\n")
  }

  @Test func `the account counts what was read from prose and what was not`() throws {
    #expect(account["links_in_words"] == 4)
    #expect(account["unread_sentences"] == 1)
    let enumerator = FileManager.default.enumerator(atPath: home)
    let notes = try #require(
      enumerator?.compactMap { $0 as? String }.first {
        $0.contains("eu.fsf") && $0.hasSuffix("notes.jsonl")
      })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(home)/\(notes)"))
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        "Its owners have relations with the agency of another country."))
  }

  @Test func `a company that a record names in a sentence is asked about, with the sentence`()
    throws
  {
    let found = text(
      try findings(
        #"{"name": "VELMIRA DOSTAN works", "roles": ["purchaser"]}"#, kind: "open-question"))
    #expect(found.contains("Whether listed parties own or control “VELMIRA DOSTAN works”"))
    #expect(found.contains("read from the words “Owner of Velmira Dostan Works.”"))
    #expect(found.contains("an unstated share (0–100 %)"))
    #expect(found.contains("eu.fsf/910001"))
  }

  @Test func `a percentage in a sentence is a share`() throws {
    let found = try findings(
      #"{"name": "Tarmisel Quonda Lines", "roles": ["purchaser"]}"#, kind: "ownership")
    #expect(text(found).contains("holds 60 % of “Tarmisel Quonda Lines”"))
    #expect(found.contains { $0["outcomeIfConfirmed"]?.string == "prohibited" })
  }

  @Test func `an owner whom a sentence names is found as such`() throws {
    let found = text(
      try findings(
        #"{"name": "Rumblet Oskandar Trust", "roles": ["purchaser"]}"#, kind: "ownership"))
    #expect(found.contains("“Rumblet Oskandar Trust” is named in the record of a listed party"))
    #expect(found.contains("Controlled by Rumblet Oskandar Trust."))
  }

  @Test func `an address that is listed itself raises its flag, with the record`() throws {
    let party =
      #"{"name": "Novel Sale Ltd", "roles": ["purchaser", "ultimate-consignee"], "addresses": ["12 Feldspar Rd., Unit 5, Kowloon, Hong Kong"]}"#
    let flags = try findings(party, kind: "red-flag")
    let flag = try #require(flags.first { $0["rule"]?.string == "RF-LS-04" })
    let words = text([flag])
    #expect(words.contains("“Address 01” (us.csl/"))
    #expect(words.contains("“Unit 5, 12 Feldspar Road, Kowloon, HK”"))
    #expect(flag["facts"] == ["parties[1].addresses[0]"])
    #expect(flag["citations"]?.array?.isEmpty == false)
  }

  @Test func `an address of a listed company raises another flag, and a town none`() throws {
    func rules(_ address: String) throws -> [String] {
      try findings(
        #"{"name": "Novel Sale Ltd", "roles": ["purchaser"], "addresses": ["\#(address)"]}"#,
        kind: "red-flag"
      ).compactMap { $0["rule"]?.string }
    }
    #expect(try rules("Corundum St. 77, Muscat, Oman").contains("RF-CU-10"))
    for other in [
      "Muscat, Oman", "78 Corundum Street, Muscat, Oman", "77 Corundum Street, Sohar, Oman",
      "77 Corundum Street, Muscat, France",
    ] {
      let raised = try rules(other)
      #expect(!raised.contains("RF-CU-10") && !raised.contains("RF-LS-04"), "\(other): \(raised)")
    }
  }

  @Test func `an address of many listed parties is said to be one`() throws {
    let party =
      #"{"name": "Novel Sale Ltd", "roles": ["purchaser"], "addresses": ["PO Box 4711, Ajman, United Arab Emirates"]}"#
    let words = text(try findings(party, kind: "red-flag"))
    #expect(words.contains("and of 3 further listed parties. So many at one address"))
  }
}
