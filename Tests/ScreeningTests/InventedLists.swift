import KnowledgeBase
import Listings
import Matching
import NameAnalysis
import NameIndex
import Ownership
import Parties
import QuiviveTestKit
import Screening
import Testing
import TradeModel
import Watchlist

/// A watchlist of invented designations on lists of real names, with this package's knowledge and its
/// own name model. Loaded once; a failure to load fails every test that asks.
enum InventedLists {
  /// Numbers with right check digits that nobody carries.
  static let lei = "0000QUIVIVETEST01059"
  static let otherLEI = "0000QUIVIVETEST02029"
  static let imo = "9074729"

  static let knowledge = Result {
    try CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge"))
  }
  private static let reader = Result {
    NameReader(
      NameAnalyser(model: try NameModel(try knowledge.get().folder.contents(of: "Names"))))
  }
  static let watchlist = Result { try WatchlistFile(bytes: compiled(designations())) }
  private static let loaded = Result { try screener(with: nil) }

  static func screener(with ownership: OwnershipTable?) throws -> Screener {
    let watchlist = try watchlist.get()
    return try Screener(
      knowledge: knowledge.get(), watchlist: watchlist, reader: reader.get(), policy: .balanced,
      lists: [
        ScreenedList(
          id: "us.csl", title: "Consolidated Screening List", authority: "US",
          published: Day(iso: "2026-07-31"), sha256: watchlist.digest, designations: 5)
      ], missingLists: [(id: "ch.seco", title: "SECO list")], ownership: ownership)
  }

  static func screener() throws -> Screener { try loaded.get() }

  static func screen(_ transaction: Transaction) throws -> ScreeningResult {
    try screener().screen(transaction)
  }

  private static func compiled(_ designations: [Designation]) throws -> [UInt8] {
    var builder = WatchlistBuilder(
      reader: try reader.get(),
      readers: WatchlistBuilder.Readers(
        countryCode: { $0.utf8.count == 2 ? $0.uppercased() : nil }, describe: \.json,
        addressWords: AddressWords(loading: try knowledge.get())))
    for group in Dictionary(grouping: designations, by: \.displayName).values.sorted(by: {
      $0[0].id < $1[0].id
    }) {
      builder.add(
        ListedParty(
          id: ListedPartyID(group[0].id.description), kind: group[0].kind, designations: group,
          joins: []))
    }
    return builder.finish(knowledge: nil, snapshots: []).bytes
  }

  private static func designations() throws -> [Designation] {
    [
      try party("us.ofac.sdn", "Varteshol Briganzan Industries", lei: lei),
      try party("un.sc", "Pelugar Horminsel Trust", lei: otherLEI),
      try party("eu.fsf", "TESHARO PIONEER", kind: .vessel, imo: imo),
      try party(
        "us.csl", "Dulomir Kazanport Optronics", part: ("Source", "Entity List (EL) - BIS")),
      try party(
        "us.csl", "Grusel Olbriten Mechanics", part: ("Source", "Unverified List (UVL) - BIS")),
      try party("us.csl", "Zoltrin Hapaku Sensors", part: ("list", "DTC")),
      try party("us.csl", "Quorlat Bemsidu Alloys", part: ("Source", "Nowhere List (XX)")),
      try party("jp.meti", "Yubrisan Tokomel Laboratory"),
      try party("own.customers", "Fernolux Gradipet Works"),
      try party("uk.sl", "Roksana Velmontari", kind: .person),
      try party("ca.sema", "Ostrabel Numirka Shipping"),
      // A list of one's own, with an owner who stands on an official one, too.
      try party("own.customers", "Brosk Talimund Ventures"),
      try party("us.ofac.sdn", "Brosk Talimund Ventures"),
      try party(
        "own.customers", "Gorvane Pistrel Holdings",
        relations: [
          ListedRelation(
            type: "Ownership.owner", target: .key("brosk"), share: 6_000, note: "startDate 2019")
        ]),
      try party(
        "uk.sl", "Pelmadur Ristovan Group",
        relations: [
          ListedRelation(type: "Subsidiary", target: .name("TORVELIN BASCOM FREIGHT")),
          ListedRelation(type: "Parent company", target: .name("Hestrigan Mowbray Capital")),
        ]),
      try agency(),
      try addressOnly(),
    ]
  }

  /// One that is an address and has no name, as the Entity List has them.
  private static func addressOnly() throws -> Designation {
    var listed = try party("us.csl", "Address 01", part: ("Source", "Entity List (EL) - BIS"))
    listed.addresses = [Address(text: "Unit 5, 12 Feldspar Road, Muscat, OM")]
    return listed
  }

  /// One with an address, a telephone and a day of listing.
  private static func agency() throws -> Designation {
    var agency = try party("uk.sl", "Hespilan Corvatide Agency")
    agency.identifiers = [Identifier(kind: .phone, value: "+98 (21) 55501999")]
    agency.addresses = [
      Address(lines: ["77 Corundum Street, Block 4"], city: "Tehran", country: "IR")
    ]
    agency.programmes = ["NPWMD"]
    agency.listedOn = [PartialDate(reading: "2024-03-15")]
    return agency
  }

  private static func party(
    _ list: String, _ name: String, kind: PartyKind = .organisation, lei: String? = nil,
    imo: String? = nil, part: (String, String)? = nil, relations: [ListedRelation] = []
  ) throws -> Designation {
    var designation = Designation(
      id: DesignationID(
        list: try #require(ListID(list)), key: name.split(separator: " ")[0].lowercased()),
      kind: kind, names: [ListedName(.primary, name)],
      place: RecordPlace(file: "invented.csv", line: 1))
    designation.identifiers =
      [
        lei.map { Identifier(kind: .lei, value: $0) },
        imo.map { Identifier(kind: .imo, value: $0) },
      ]
      .compactMap(\.self)
    designation.attributes = part.map { [Attribute($0.0, $0.1)] } ?? []
    designation.addresses = [Address(country: "IR")]
    designation.programmes = ["INVENTED"]
    designation.relations = relations
    return designation
  }
}
