import FileFormats
import QuiviveTestKit
import Testing
import TradeModel

@testable import Listings

/// Links between parties, read from the prose of records.
struct StatedLinkReaderTests {
  /// One record with a sentence of the forms that lists write, and what is to be read from it.
  struct Case: CustomTestStringConvertible, Sendable {
    let sentence: String
    /// `owned by > Harmol Trading` with a share in hundredths of a percent behind it.
    let links: [String]
    var isUnread = false
    var person = false
    var testDescription: String { sentence }

    init(_ sentence: String, _ links: [String], isUnread: Bool = false, person: Bool = false) {
      self.sentence = sentence
      self.links = links
      self.isUnread = isUnread
      self.person = person
    }
  }

  /// The phrases of the bundled table.
  static let reader = Result {
    let path = TestFiles.root + "/Knowledge/Ownership/link-phrases.csv"
    var table = CSVReader(try #require(TestFiles.bytes(at: path)))
    var rows: [[String]] = []
    while let row = try table.nextRow() { rows.append(row) }
    return StatedLinkReader(
      phrases: LinkPhrases(
        rows.dropFirst().compactMap { row in
          LinkPhrases.Phrase(
            row[0], whenBefore: row[3].isEmpty ? nil : row[3],
            whenBehind: row[4].isEmpty ? nil : row[4], isEmpty: row[2] == "nothing")
        }))
  }

  static func record(person: Bool = false, remarks: [String]) throws -> Designation {
    var designation = Designation(
      id: DesignationID(list: try #require(ListID("un.sc")), key: "7"),
      kind: person ? .person : .organisation,
      names: person
        ? [ListedName(.primary, "Dorvan Keshti Almur")]
        : [
          ListedName(.primary, "Velmira Dostan Works"),
          ListedName(.alias, "VDW Precision"),
        ], place: RecordPlace(file: "invented.xml", line: 1))
    designation.remarks = remarks
    return designation
  }

  static let cases = [
    Case("Owned by Harmol Trading.", ["owned by > Harmol Trading"]),
    Case(
      "Owned by Dorvan Keshti Almur (QXi.412) as of mid-2016.", ["owned by > Dorvan Keshti Almur"]),
    Case(
      "Invented subsidiary of the Harmol Investment Authority.",
      [
        "subsidiary of > Harmol Investment Authority"
      ]),
    Case("UK-incorporated entity owned by Harmol Trading", ["owned by > Harmol Trading"]),
    Case(
      "Other information: Branch of Harmol Ministry of Mills.",
      [
        "branch of > Harmol Ministry of Mills"
      ]),
    Case("It appears to be a subsidiary of HMT.", ["subsidiary of > HMT"]),
    Case("VDW is 60% owned by Harmol Trading.", ["owned by > Harmol Trading 6000"]),
    Case("33.3 per cent owned by Harmol Trading.", ["owned by > Harmol Trading 3330"]),
    Case(
      "Velmira Dostan Works owns 51 percent of Harmol Trading.", ["owns > Harmol Trading 5100"]),
    Case("Owned or controlled by Harmol Trading.", ["owned or controlled by > Harmol Trading"]),
    Case(
      "Owned or controlled by, or acts for or on behalf of, Harmol Trading and HMT.",
      [
        "owned or controlled by or acts for > Harmol Trading",
        "owned or controlled by or acts for > HMT",
      ]),
    Case(
      "Controlled by Harmol Trading Co., Ltd. since 2011.",
      [
        "controlled by > Harmol Trading Co., Ltd"
      ]),
    // The record's own party stands behind the phrase.
    Case(
      "The Harmol Mining Corporation (HMC) is the parent company of Velmira Dostan Works.",
      ["subsidiary of > Harmol Mining Corporation"]),
    Case("Harmol Trading is owned by Velmira Dostan Works.", ["owns > Harmol Trading"]),
    // A body whose own name holds "and".
    Case(
      "Subsidiary of the Harmol Science and Research Centre (HSRC).",
      ["subsidiary of > Harmol Science and Research Centre"]),
    Case(
      "Owns Harmol Trading, Harmol Mining and Harmol Shipping.",
      ["owns > Harmol Trading", "owns > Harmol Mining", "owns > Harmol Shipping"]),
    Case("Registered owner of the Harmol tanker PELAK 5.", ["owns > PELAK 5"]),
    Case(
      "Owned and controlled by Harmol’s Steel Industries Board.",
      [
        "owned and controlled by > Steel Industries Board"
      ]),
    Case("Co-owner of Harmol Trading.", ["owns > Harmol Trading"], person: true),
    Case("Filiale de la société Harmol Trading.", ["subsidiary of > Harmol Trading"]),
    Case("Détenue à 50 % par Harmol Trading.", ["owned by > Harmol Trading 5000"]),
    Case(
      "Tochtergesellschaft der Harmol Handel GmbH.",
      [
        "subsidiary of > Harmol Handel GmbH"
      ]),
    // What is not read is counted.
    Case("Harmol Trading is owned by Harmol Mining.", [], isUnread: true),
    Case("Owned by several merchants of the capital.", [], isUnread: true),
    Case("Controlled by the Harmol military.", [], isUnread: true),
    Case("Not owned by Harmol Trading.", [], isUnread: true),
    Case("No longer a subsidiary of Harmol Trading.", [], isUnread: true),
    Case("Was formerly owned by Harmol Trading.", [], isUnread: true),
    Case("The owners remained involved in Harmol.", [], isUnread: true),
    Case(
      "Supplies Harmol Trading, which is owned by Harmol Mining.", [], isUnread: true),
    // What does not speak of ownership says nothing.
    Case("Manufactures bearings for Harmol Trading.", []),
    Case("Member of the Harmol Front for the People of the Coast (QXe.137).", []),
    Case("Privately-owned airline, operates out of Harmol.", []),
    Case(
      "Similarly, an aircraft owned, chartered or operated by a designated person may be detained.",
      []),
  ]

  @Test(arguments: cases) func `a sentence is read surely or not at all`(_ sample: Case) throws {
    let record = try Self.record(person: sample.person, remarks: [sample.sentence])
    let reading = try Self.reader.get().reading(of: record)
    let read = reading.links.map { link -> String in
      guard case .name(let name) = link.target else { return "resolved" }
      return "\(link.type.dropFirst("in words: ".count)) > \(name)"
        + (link.share.map { " \($0)" } ?? "")
    }
    #expect(read == sample.links)
    #expect(reading.unread == (sample.isUnread ? [sample.sentence] : []))
    #expect(reading.links.allSatisfy { $0.quote == sample.sentence })
  }

  @Test func `a link keeps its sentence alone, and a broken line is one sentence`() throws {
    let record = try Self.record(remarks: [
      "Location: Nowhere. Owned by Harmol\nTrading Board. Review was concluded on 3 May 2011."
    ])
    let reading = try Self.reader.get().reading(of: record)
    #expect(reading.links.map(\.quote) == ["Owned by Harmol Trading Board."])
    #expect(reading.links.map(\.target) == [.name("Harmol Trading Board")])
  }

  @Test func `a name or number of one record of the list leads to it, one of two to none`() throws {
    let list = try #require(ListID("un.sc"))
    func listed(_ key: String, _ name: String, _ reference: String? = nil) -> Designation {
      var other = Designation(
        id: DesignationID(list: list, key: key), kind: .organisation,
        names: [ListedName(.primary, name)], place: RecordPlace(file: "invented.xml", line: 2))
      other.identifiers = reference.map { [Identifier(kind: .listReference, value: $0)] } ?? []
      return other
    }
    var names = ListedNames()
    for other in [
      listed("1", "HARMOL, Trading"), listed("2", "Twin Mills"), listed("3", "Twin Mills"),
      listed("4", "Rashet Kulm", "QXi.412"), listed("5", "Salt and Iron Board"),
    ] { names.add(other) }
    func targets(_ sentence: String) throws -> [ListedRelation.Target] {
      try Self.reader.get()
        .reading(of: Self.record(remarks: [sentence]), names: names).links.map(\.target)
    }
    #expect(
      try targets("Owned by Harmol Trading.") == [.record(name: "Harmol Trading", key: "1")])
    #expect(try targets("Owned by Twin Mills.") == [.name("Twin Mills")])
    #expect(
      try targets("Owned by Rashid Kulim (QXi.412).") == [.record(name: "Rashid Kulim", key: "4")])
    #expect(
      try targets("Owned by Salt and Iron Board.")
        == [.record(name: "Salt and Iron Board", key: "5")])
  }

  @Test func `without phrases nothing is read and nothing is counted`() throws {
    let record = try Self.record(remarks: ["Owned by Harmol Trading."])
    let reading = StatedLinkReader(phrases: .none).reading(of: record)
    #expect(reading == StatedLinkReader.Reading())
  }
}
