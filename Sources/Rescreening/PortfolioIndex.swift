import FileFormats
import Listings
public import Matching
public import NameIndex
import Parties
import TradeModel
public import Watchlist

/// The names and identifiers of a portfolio's parties, for asking which of them a listed party could be.
///
/// It is compiled as a watchlist is, into one immutable file, so it is opened with the same checks.
/// It proposes and never scores.
public struct PortfolioIndex: Sendable {
  let file: WatchlistFile

  /// Opens the file at `path`.
  public init(opening path: String) throws(WatchlistError) {
    file = try WatchlistFile(opening: path)
  }

  /// Checks and holds an index in memory.
  public init(bytes: [UInt8]) throws(WatchlistError) { file = try WatchlistFile(bytes: bytes) }

  /// How many parties it holds.
  public var count: Int { file.partyCount }
  /// The name model it was compiled with; another one cannot ask it.
  public var nameModel: String { file.description.nameModel }

  /// The key of a party, and which facts it states. A file of ours has both in every party's id.
  func entry(_ party: Int) -> (key: Int64, stated: StatedFacts)? {
    let parts = file.id(ofParty: party).text.split(separator: ":")
    guard parts.count == 2, let key = Int64(parts[0]), let bits = UInt16(parts[1]) else {
      return nil
    }
    return (key, StatedFacts(rawValue: bits))
  }
}

/// Compiles parties into a ``PortfolioIndex``, one after the other; a party may be given back as soon
/// as it was added.
public struct PortfolioIndexBuilder {
  private static let list = ListID("portfolio.parties")
  private var builder: WatchlistBuilder

  public init(reader: NameReader) {
    builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(
        countryCode: { _ in nil }, describe: { _ in .object([]) }))
  }

  /// How many parties were added.
  public var count: Int { builder.partyCount }

  /// Adds a party under the key by which its owner finds it again.
  public mutating func add(_ subject: Subject, key: Int64) {
    guard let list = Self.list else { preconditionFailure("a list id of ours") }
    var designation = Designation(
      id: DesignationID(list: list, key: String(key)), kind: subject.kind,
      names: subject.names.map { ListedName(.primary, $0) }, place: RecordPlace(file: ""))
    designation.identifiers = subject.identifiers
    builder.add(
      ListedParty(
        id: ListedPartyID("\(key):\(StatedFacts(subject).rawValue)"), kind: subject.kind,
        designations: [designation], joins: []))
  }

  /// Ends the compilation.
  public consuming func finish() -> CompiledWatchlist {
    builder.finish(knowledge: nil, snapshots: [])
  }
}
