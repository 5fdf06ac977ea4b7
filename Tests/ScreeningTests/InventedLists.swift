import KnowledgeBase
import Listings
import Matching
import NameAnalysis
import NameIndex
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
  private static let loaded = Result {
    let watchlist = try WatchlistFile(bytes: compiled(designations()))
    return try Screener(
      knowledge: knowledge.get(), watchlist: watchlist, reader: reader.get(), policy: .balanced,
      lists: [
        ScreenedList(
          id: "us.csl", title: "Consolidated Screening List", authority: "US",
          published: Day(iso: "2026-07-31"), sha256: watchlist.digest, designations: 5)
      ], missingLists: [(id: "ch.seco", title: "SECO list")])
  }

  static func screener() throws -> Screener { try loaded.get() }

  static func screen(_ transaction: Transaction) throws -> ScreeningResult {
    try screener().screen(transaction)
  }

  private static func compiled(_ designations: [Designation]) throws -> [UInt8] {
    var builder = WatchlistBuilder(
      reader: try reader.get(),
      readers: WatchlistBuilder.Readers(
        countryCode: { $0.utf8.count == 2 ? $0.uppercased() : nil }, describe: \.json))
    for designation in designations {
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.description), kind: designation.kind,
          designations: [designation], joins: []))
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
      try agency(),
    ]
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
    imo: String? = nil, part: (String, String)? = nil
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
    return designation
  }
}
