public import FileFormats
public import Listings
public import TradeModel

/// What the archive knows of one kept snapshot: `snapshot.json`.
public struct SnapshotRecord: Hashable, Sendable {
  /// One file as received.
  public struct File: Hashable, Sendable {
    /// Without folders, as received.
    public let name: String
    /// Of the bytes as received.
    public let sha256: Digest
    /// How many bytes were received.
    public let bytes: Int
  }

  /// A refusal that a person overrode.
  public struct Override: Hashable, Sendable {
    /// What would have been the refusal.
    public let problem: ListFormatError.Reason
    /// The refusal in words.
    public let message: String
    /// The person's words.
    public let reason: String
  }

  /// Who says on which day the state was published.
  public enum DaySource: String, Hashable, Sendable {
    /// The file states it.
    case file
    /// Whoever imported it said so.
    case stated
    /// Nobody said: the day on which it was received.
    case received
  }

  /// The list's id.
  public let list: ListID
  /// The day of this state.
  public let published: Day
  /// Who says so.
  public let publishedFrom: DaySource
  /// When the files came.
  public let received: Timestamp
  /// A path or an address.
  public let receivedFrom: String
  /// The file first, then its companions by name.
  public let files: [File]
  /// What the content turned out to be.
  public let format: ListFormat
  /// Designations and issues together.
  public let records: Int
  /// Records that became designations.
  public let designations: Int
  /// Records that could not be read; they stand verbatim in `issues.jsonl`.
  public let issues: Int
  /// What a person overrode; empty for nearly all.
  public let overrides: [Override]

  /// The digest of everything received: of the file itself, or of the digests of a set.
  public var digest: Digest {
    files.count == 1
      ? files[0].sha256
      : SHA256.digest(of: files.map { "\($0.sha256) \($0.name)\n" }.joined())
  }

  /// The name of the snapshot's folder: sorts by day.
  public var name: String { "\(published.iso)-\(digest.short)" }

  /// The content of `snapshot.json`.
  public var json: JSONValue {
    .members([
      "schema": "quivive.snapshot/1",
      "list": .string(list.name),
      "published": .string(published.iso),
      "published_from": .string(publishedFrom.rawValue),
      "received": .string(received.description),
      "received_from": .string(receivedFrom),
      "format": .string(format.rawValue),
      "sha256": .string(digest.hex),
      "files": .array(
        files.map {
          .members([
            "name": .string($0.name), "sha256": .string($0.sha256.hex), "bytes": .int($0.bytes),
          ])
        }),
      "records": .int(records), "designations": .int(designations), "issues": .int(issues),
      "overrides": .array(
        overrides.map {
          .members([
            "problem": .string($0.problem.rawValue), "message": .string($0.message),
            "reason": .string($0.reason),
          ])
        }),
    ])
  }
}

extension SnapshotRecord {
  /// Reads what ``json`` wrote, or returns `nil`.
  init?(_ json: JSONValue) {
    guard json["schema"]?.string == "quivive.snapshot/1",
      let list = json["list"]?.string.flatMap({ ListID($0) }),
      let published = json["published"]?.string.flatMap({ Day(iso: $0) }),
      let source = json["published_from"]?.string.flatMap(DaySource.init),
      let received = json["received"]?.string.flatMap({ Timestamp($0) }),
      let receivedFrom = json["received_from"]?.string,
      let format = json["format"]?.string.flatMap(ListFormat.init),
      let files = json["files"]?.array, let overrides = json["overrides"]?.array,
      let records = json["records"]?.int, let designations = json["designations"]?.int,
      let issues = json["issues"]?.int
    else { return nil }
    self.list = list
    self.published = published
    publishedFrom = source
    self.received = received
    self.receivedFrom = receivedFrom
    self.format = format
    self.records = records
    self.designations = designations
    self.issues = issues
    self.files = files.compactMap { file in
      guard let name = file["name"]?.string, let bytes = file["bytes"]?.int,
        let digest = file["sha256"]?.string.flatMap({ Digest(hex: $0) })
      else { return nil }
      return File(name: name, sha256: digest, bytes: bytes)
    }
    self.overrides = overrides.compactMap { item in
      guard let problem = item["problem"]?.string.flatMap(ListFormatError.Reason.init),
        let message = item["message"]?.string, let reason = item["reason"]?.string
      else { return nil }
      return Override(problem: problem, message: message, reason: reason)
    }
    guard self.files.count == files.count, !files.isEmpty,
      self.overrides.count == overrides.count
    else { return nil }
  }
}
