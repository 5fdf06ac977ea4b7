import FileFormats
public import TradeModel

/// What a kept dossier was made with: `dossiers/<digest>.data.json`.
public struct DossierData: Hashable, Sendable {
  /// A table of ownership under the name that messages and sentences call it by.
  public struct Table: Hashable, Sendable {
    /// Without folders.
    public let file: String
    /// As handed in.
    public let bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
      self.file = file
      self.bytes = bytes
    }
  }

  /// Of the knowledge folder.
  public let knowledge: Digest
  /// Of the folder of own rules; `nil` without one.
  public let rules: Digest?
  /// The name of the table of ownership; `nil` without one.
  public let ownershipFile: String?
  /// Of the table of ownership; `nil` without one.
  public let ownership: Digest?
  /// Of the compiled watchlist.
  public let watchlist: Digest
  /// When the dossier was first kept.
  public let kept: Timestamp

  var json: JSONValue {
    .members([
      "schema": "quivive.dossier-data/1",
      "kept": .string(kept.description),
      "knowledge": .string(knowledge.hex),
      "rules": rules.map { .string($0.hex) },
      "ownership": ownership.map { .string($0.hex) },
      "ownership_file": ownershipFile.map { .string($0) },
      "watchlist": .string(watchlist.hex),
    ])
  }

  init(
    knowledge: Digest, rules: Digest?, ownershipFile: String?, ownership: Digest?,
    watchlist: Digest, kept: Timestamp
  ) {
    self.knowledge = knowledge
    self.rules = rules
    self.ownershipFile = ownershipFile
    self.ownership = ownership
    self.watchlist = watchlist
    self.kept = kept
  }

  /// Reads what ``json`` wrote, or returns `nil`.
  init?(_ json: JSONValue) {
    func digest(_ name: String) -> Digest? { json[name]?.string.flatMap { Digest(hex: $0) } }
    guard json["schema"]?.string == "quivive.dossier-data/1",
      let kept = json["kept"]?.string.flatMap({ Timestamp($0) }),
      let knowledge = digest("knowledge"), let watchlist = digest("watchlist"),
      (json["rules"] == nil) == (digest("rules") == nil),
      (json["ownership"] == nil) == (digest("ownership") == nil),
      (json["ownership"] == nil) == (json["ownership_file"] == nil)
    else { return nil }
    self.init(
      knowledge: knowledge, rules: digest("rules"), ownershipFile: json["ownership_file"]?.string,
      ownership: digest("ownership"), watchlist: watchlist, kept: kept)
  }
}
