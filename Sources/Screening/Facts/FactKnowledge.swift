import KnowledgeBase
import TradeModel
import Watchlist

/// What of the knowledge facts are derived by. Loaded once.
struct FactKnowledge: Sendable {
  let lexicon: FactLexicon
  let places: PlaceTable
  let territories: TerritoryIndex
  /// By which addresses are taken apart.
  let addressWords: AddressWords
  /// The territories of each group that ``outside`` can name.
  private let insiders: [(word: String, members: Set<TerritoryID>)]
  /// The territories of each country calling code.
  private let callingCodes: [String: Set<TerritoryID>]
  /// The territories in which a script is usual, by its name.
  let scripts: [String: Set<TerritoryID>]
  /// Verified marks of state bodies.
  let markers: [(country: TerritoryID, latin: String, native: FoldedText)]
  /// Names of free zones by the code of the territory. Unverified: they steer what is looked at.
  let freeZones: PhraseIndex
  /// Search words of goods sought for missiles.
  let missileWords: PhraseIndex
  /// Kinds of lists by list and part.
  private let listKinds: [String: String]

  init(_ knowledge: CheckedKnowledge) {
    lexicon = FactLexicon(knowledge)
    places = PlaceTable(knowledge)
    territories = knowledge.territoryIndex
    addressWords = AddressWords(loading: knowledge)
    insiders = [
      ("coalition", knowledge.members(ofGroup: "GECC")),
      ("mtcr", knowledge.members(ofGroup: "MTCR")),
    ]
    var codes: [String: Set<TerritoryID>] = [:]
    for row in knowledge.citedRows("Territories/calling-codes.csv").map(\.cells) {
      codes[row["code"], default: []].insert(TerritoryID(row["territory"]))
    }
    callingCodes = codes
    scripts = Dictionary(
      knowledge.citedRows("Territories/scripts.csv").map {
        ($0.cells["script"], Set($0.cells.list("territories").map { TerritoryID($0) }))
      }, uniquingKeysWith: { first, _ in first })
    markers = knowledge.citedRows("Lexicons/name-markers.csv").map {
      (TerritoryID($0.cells["country"]), $0.cells["marker"], FoldedText($0.cells["native"]))
    }
    freeZones = PhraseIndex(
      knowledge.hintRows("Territories/unverified/free-zones.csv").flatMap { row in
        ([row.cells["name"]] + row.cells.list("aliases")).filter { $0.count >= Self.shortestZone }
          .map { (row.cells["territory"], $0) }
      })
    missileWords = PhraseIndex(
      knowledge.citedRows("ControlLists/missile-goods.csv").flatMap { row in
        (row.cells.list("words_en") + row.cells.list("words_fr"))
          .filter { FoldedText($0).key.count >= Self.shortestSearchWord }
          .map { (row.cells["id"], $0) }
      })
    listKinds = Dictionary(
      knowledge.citedRows("Lexicons/list-effects.csv").map {
        ("\($0.cells["list"])/\($0.cells["part"])", Self.kind(of: $0.cells))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Shorter aliases of zones are abbreviations of many other things.
  private static let shortestZone = 5
  /// Shorter search words stand in too many descriptions.
  private static let shortestSearchWord = 6

  /// Source: the parts of the Consolidated Screening List, `Lexicons/screening-lists.csv`.
  private static func kind(of row: KnowledgeRow) -> String {
    switch row["part"] {
    case "EL": "entity-list"
    case "DPL": "denied-persons"
    case "UVL": "unverified-list"
    case "MEU": "military-end-user-list"
    case "": row["list"] == "us.bis.dpl" ? "denied-persons" : Self.kind(ofOutcome: row["outcome"])
    default: Self.kind(ofOutcome: row["outcome"])
    }
  }

  private static func kind(ofOutcome outcome: String) -> String {
    outcome == "prohibited" ? "sanctions" : "other"
  }

  /// The ISO 3166 code of the country that a text is the name or code of; `nil` where it may be several.
  func countryCode(_ text: String) -> String? {
    // A town is no country, although it names one.
    guard let found = territories.find(text), !found.isAmbiguous, found.means != .place else {
      return nil
    }
    let territory = found.territory
    return territory.kind == .region ? (territory.parent ?? territory.id).code : territory.id.code
  }

  /// What kind of list a designation stands on.
  func listKind(_ list: String, parts: [String]) -> String {
    parts.compactMap { listKinds["\(list)/\($0)"] }.first ?? listKinds["\(list)/"] ?? "other"
  }

  /// The groups that one of the countries is not of.
  func outside(_ countries: [TerritoryID]) -> [String] {
    insiders.filter { group in countries.contains { !group.members.contains($0) } }.map(\.word)
  }

  /// The territories of an international telephone number, which begins with `+` or `00`.
  func territories(ofPhone phone: String) -> Set<TerritoryID>? {
    let trimmed = phone.filter { !$0.isWhitespace }
    guard trimmed.hasPrefix("+") || trimmed.hasPrefix("00") else { return nil }
    let digits = Identifier(kind: .phone, value: phone).normalised
    return (1...3).reversed().lazy.compactMap { callingCodes[String(digits.prefix($0))] }.first
  }

  /// The territory that a text surely names; `nil` when it names none or can mean several.
  func territory(_ text: String?, isAddress: Bool = false) -> TerritoryID? {
    guard let text,
      let found = isAddress ? territories.find(inAddress: text) : territories.find(text),
      !found.isAmbiguous
    else { return nil }
    return found.territory.id
  }
}
