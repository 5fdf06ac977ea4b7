import FileFormats
public import Listings
import NameIndex
public import TradeModel

/// What a watchlist was compiled from.
public struct WatchlistDescription: Hashable, Sendable {
  /// One published state of a list that went in.
  public struct Snapshot: Hashable, Sendable {
    /// The list's id.
    public let list: ListID
    /// As the publisher or the operator says, `YYYY-MM-DD`; `nil` when nobody said.
    public let published: String?
    /// Of the file as received.
    public let digest: Digest
    /// How many designations the state holds.
    public let designations: Int

    public init(list: ListID, published: String?, digest: Digest, designations: Int) {
      self.list = list
      self.published = published
      self.digest = digest
      self.designations = designations
    }
  }

  /// The version of name analysis and frequencies; another one cannot ask this file.
  public let nameModel: String
  /// The version of the words by which addresses were taken apart; empty where they were not.
  public let addressWords: String
  /// The knowledge in whose light it was compiled.
  public let knowledge: Digest?
  /// By list.
  public let snapshots: [Snapshot]

  /// Keeps the snapshots by list, so that their order does not matter.
  public init(
    nameModel: String, addressWords: String = "", knowledge: Digest?, snapshots: [Snapshot]
  ) {
    self.nameModel = nameModel
    self.addressWords = addressWords
    self.knowledge = knowledge
    self.snapshots = snapshots.sorted {
      ($0.list.name, $0.digest.hex) < ($1.list.name, $1.digest.hex)
    }
  }

  var json: JSONValue {
    .members([
      "addressWords": addressWords.isEmpty ? nil : .string(addressWords),
      "knowledge": knowledge.map { .string($0.hex) },
      "nameModel": .string(nameModel),
      "snapshots": .array(
        snapshots.map { snapshot in
          .members([
            "designations": .int(snapshot.designations),
            "digest": .string(snapshot.digest.hex),
            "list": .string(snapshot.list.name),
            "published": snapshot.published.map { .string($0) },
          ])
        }),
    ])
  }

  init(json bytes: [UInt8]) throws(SectionError) {
    let damaged = SectionError("its description cannot be read")
    guard let value = try? JSONParser.parse(bytes), let model = value["nameModel"]?.string,
      let list = value["snapshots"]?.array
    else { throw damaged }
    var snapshots: [Snapshot] = []
    for entry in list {
      guard let name = entry["list"]?.string, let list = ListID(name),
        let hex = entry["digest"]?.string, let digest = Digest(hex: hex),
        let count = entry["designations"]?.int
      else { throw damaged }
      snapshots.append(
        Snapshot(
          list: list, published: entry["published"]?.string, digest: digest, designations: count))
    }
    self.init(
      nameModel: model, addressWords: value["addressWords"]?.string ?? "",
      knowledge: value["knowledge"]?.string.flatMap { Digest(hex: $0) },
      snapshots: snapshots)
  }
}
