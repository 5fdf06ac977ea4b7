import FileFormats
import Listings
public import TradeModel
public import Watchlist

/// The digests of what a watchlist holds of each party: two watchlists that give a party the same
/// digest say the same of it, and compare it alike.
///
/// Taken in are the kind, the names with kind and strength, the facts, and the designations with
/// every field but where the record stands in its file, which every insertion moves.
///
/// A struct that keeps the last block it read; one per thread.
public struct ListedContent {
  /// What says nothing of the party: see ``SnapshotDifference``, which passes over the same fields.
  private static let left = ["place", "publishedIdentifierCount"].map { Array($0.utf8) }

  private let watchlist: WatchlistFile
  private var reader: DesignationReader
  private var bytes: [UInt8] = []

  public init(_ watchlist: WatchlistFile) {
    self.watchlist = watchlist
    reader = DesignationReader(watchlist)
  }

  /// The digest of the party with that number.
  public mutating func digest(ofParty party: Int) -> Digest {
    bytes.removeAll(keepingCapacity: true)
    add(watchlist.kind(ofParty: party).rawValue)
    for number in watchlist.names(ofParty: party) {
      let name = watchlist.name(number)
      add(watchlist.text(ofName: number))
      add(name.kind.rawValue)
      add(name.strength.rawValue)
      add(watchlist.id(ofDesignation: name.designation))
    }
    for number in watchlist.facts(ofParty: party) {
      guard let fact = watchlist.fact(number) else { continue }
      add(Self.form(of: fact.value))
      add(fact.text)
      add(watchlist.id(ofDesignation: fact.designation))
    }
    for designation in watchlist.designations(ofParty: party) {
      add(watchlist.id(ofDesignation: designation))
      CanonicalMembers.append(
        reader.json(ofDesignation: designation), without: Self.left, to: &bytes)
    }
    return SHA256.digest(of: bytes)
  }

  /// Texts may hold any character but this one.
  private mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0xFF)
  }

  /// What is compared, besides the text.
  private static func form(of value: ListedFact.Value) -> String {
    switch value {
    case .birthDate(let date): "birth \(date.start?.iso ?? "") \(date.end?.iso ?? "")"
    case .foundingDate(let date): "founding \(date.start?.iso ?? "") \(date.end?.iso ?? "")"
    case .country(let code): "country \(code.code)"
    case .gender(let gender): "gender \(gender.rawValue)"
    case .identifier(let kind, _): "identifier \(kind.rawValue)"
    case .address: "address"
    case .birthPlace: "birth place"
    case .tonnage(let kind, let number): "tonnage \(kind.rawValue) \(number)"
    }
  }
}
