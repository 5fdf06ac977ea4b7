import Decisions
import FileFormats
import Foundation
import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

/// Bundles, exports and statements made of a golden dossier with a hit.
struct ExchangeTests {
  private static let time = Timestamp(seconds: 1_790_000_000)

  private func dossier(_ name: String) throws -> Dossier {
    let path = "\(TestFiles.root)/Tests/DecisionsTests/Dossiers/\(name).json"
    let golden = try JSONParser.parse([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    return try Dossier(reading: golden.canonical)
  }

  private func key() throws -> Ed25519.PrivateKey {
    try #require(Ed25519.PrivateKey(seed: (0..<32).map { UInt8($0) }))
  }

  private func rules() throws -> RedactionRules {
    try RedactionRules(
      loading: CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge")))
  }

  private func bundle(_ mark: TrafficLight) throws -> SignedDocument {
    let record = try JSONParser.parse(
      Array(
        #"{"id":"C1","notes":[{"text":"secret note","by":"A. Officer","entry":3}]}"#.utf8))
    let bundle = try ShareBundle(
      dossier: dossier("05-vessel-listed-imo-new-name"), caseRecord: record,
      evidence: [.init(name: "letter.txt", mediaType: "text/plain", bytes: Array("hello".utf8))],
      mark: mark, sender: "Exporter", recipient: "Customs", created: Self.time, rules: rules(),
      key: key())
    return try SignedDocument(reading: bundle.document.bytes, schemas: [ShareBundle.schema])
  }

  @Test func `a red bundle holds everything and proves it`() throws {
    let verification = BundleVerification(try bundle(.red))
    #expect(verification.holds)
    #expect(verification.isSigned)
    #expect(verification.dossier == .same)
    #expect(verification.evidence.map(\.content) == [.same])
    #expect(verification.withheld.isEmpty)
    #expect(
      try verification.wholeDossier?.bytes == dossier("05-vessel-listed-imo-new-name").bytes)
  }

  @Test(arguments: TrafficLight.allCases)
  func `a milder mark withholds more and says each thing it withholds`(_ mark: TrafficLight) throws
  {
    let document = try bundle(mark)
    let verification = BundleVerification(document)
    #expect(verification.holds)
    let text = String(decoding: document.bytes, as: UTF8.self)
    #expect(text.contains("A. Officer") == (mark >= .amberStrict))
    #expect(text.contains("secret note") == (mark >= .amberStrict))
    let names = try dossier("05-vessel-listed-imo-new-name")["transaction", "parties"]?.array ?? []
    let exporter = try #require(names.first?["names"]?.array?.first?.string)
    #expect(text.contains(exporter) == (mark >= .amber))
    #expect(verification.dossier == (mark >= .amber ? .same : .withheld))
    #expect(verification.withheld.isEmpty == (mark >= .amberStrict))
    let placed = text.components(separatedBy: #"{"withheld":""#).count - 1
    #expect(placed == verification.withheld.reduce(0) { $0 + $1.count })
  }

  @Test func `below amber no dossier tells a name of its transaction or of whom it resembles`()
    throws
  {
    let folder = "\(TestFiles.root)/Tests/DecisionsTests/Dossiers"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    #expect(names.count > 20)
    for name in names {
      let dossier = try dossier(name)
      let (shown, _) = try rules().redacted(
        .members(["dossier": dossier.document]), under: .green)
      let text = String(decoding: shown.canonical, as: UTF8.self)
      let parties = (dossier["transaction", "parties"]?.array ?? [])
        .flatMap { $0["names"]?.array ?? [] }
      let captions = (dossier["findings"]?.array ?? []).compactMap { $0["hit"]?["caption"] }
      #expect(!parties.isEmpty)
      for secret in (parties + captions).compactMap(\.string) {
        #expect(!text.contains(secret), "\(name): \(secret)")
      }
    }
  }

  @Test func `below amber a member that no rule names is withheld, from amber on it is shown`()
    throws
  {
    let document = JSONValue.members([
      "dossier": .members(["outcome": "hold", "later": .array([.members(["who": "A. Person"])])])
    ])
    let green = try rules().redacted(document, under: .green)
    #expect(green.document["dossier"]?["outcome"]?.string == "hold")
    #expect(
      green.document["dossier"]?["later"]?.array?.first?["who"]?["withheld"]?.string == "X00")
    #expect(green.withheld.map(\.rule.id) == ["X00"])
    #expect(try rules().redacted(document, under: .amber).document == document)
  }

  @Test func `any changed byte of a bundle breaks its signature`() throws {
    let bytes = try bundle(.red).bytes
    var random = SeededGenerator(seed: 7)
    var tried = 0
    for _ in 0..<300 {
      var altered = bytes
      let place = random.next(below: bytes.count - 1)
      altered[place] ^= 1
      guard let document = try? SignedDocument(reading: altered, schemas: [ShareBundle.schema])
      else { continue }
      tried += 1
      #expect(!BundleVerification(document).holds, "byte \(place)")
    }
    #expect(tried > 100)
  }

  @Test func `an attachment that was exchanged is found even under a new signature`() throws {
    let json = try bundle(.red).json
    let members = (json.object ?? []).filter { $0.name != "signature" }.map { member in
      guard member.name == "evidence" else { return member }
      return JSONValue.Member(
        "evidence",
        .array([
          .members([
            "name": "letter.txt", "mediaType": "text/plain", "base64": "aGVsbG8h",
            "sha256": member.value.array?.first?["sha256"],
          ])
        ]))
    }
    let verification = BundleVerification(SignedDocument(.object(members), key: try key()))
    #expect(verification.isSigned)
    #expect(verification.evidence.map(\.content) == [.other])
    #expect(!verification.holds)
  }

  @Test func `nothing found is stated with its lists and limits, and only then`() throws {
    let clean = try dossier("08-ordinary-sale")
    let statement = try NegativeEvidence.statement(
      on: clean, by: "Exporter", at: Self.time, key: key())
    #expect(statement.isSigned)
    #expect(statement.json["dossierSHA256"]?.string == clean.digest.hex)
    #expect(statement.json["lists"]?.array?.isEmpty == false)
    #expect(
      statement.json["notChecked"]?.array?.count == clean["notChecked"]?.array?.count)
    let hit = try dossier("05-vessel-listed-imo-new-name")
    #expect(throws: ExchangeError.self) {
      try NegativeEvidence.statement(on: hit, by: "E", at: Self.time, key: key())
    }
  }

  @Test func `entities for FollowTheMoney join each resemblance to both its ends`() throws {
    let entities = try FollowTheMoneyExport.entities(of: SampleDossier.dossier())
    let ids = Set(entities.compactMap { $0["id"]?.string })
    #expect(ids.count == entities.count)
    let links = entities.filter { $0["schema"]?.string == "UnknownLink" }
    #expect(!links.isEmpty)
    for link in links {
      for end in ["subject", "object"] {
        let other = try #require(link["properties"]?[end]?.array?.first?.string)
        #expect(ids.contains(other))
      }
    }
  }

  @Test func `a STIX bundle refers only to what it holds`() throws {
    let bundle = try STIXExport.bundle(
      of: SampleDossier.dossier(), mark: .amber, sender: "Exporter",
      created: Self.time, opinions: ["F1": .stronglyDisagree])
    let objects = try #require(bundle["objects"]?.array)
    let ids = Set(objects.compactMap { $0["id"]?.string })
    #expect(ids.count == objects.count)
    for object in objects {
      for name in ["source_ref", "target_ref", "created_by_ref"] {
        if let reference = object[name]?.string { #expect(ids.contains(reference)) }
      }
      for list in ["object_refs", "object_marking_refs"] {
        for reference in object[list]?.array ?? [] {
          #expect(ids.contains(reference.string ?? ""))
        }
      }
    }
    #expect(objects.contains { $0["opinion"]?.string == "strongly-disagree" })
    let again = try STIXExport.bundle(
      of: SampleDossier.dossier(), mark: .amber, sender: "Exporter",
      created: Self.time, opinions: ["F1": .stronglyDisagree])
    #expect(again.canonical == bundle.canonical)
  }
}
