import FileFormats
public import Foundation
public import Listings
public import TradeModel

/// Where a list is fetched to, and what its publisher said of the files that serve:
/// `downloads/<list>/state.json`.
public struct DownloadState: Hashable, Sendable {
  /// One address and the marks of the state of its file.
  public struct Source: Hashable, Sendable {
    /// Whole, with its query.
    public let address: String
    /// The `ETag` header, verbatim.
    public let etag: String?
    /// The `Last-Modified` header, verbatim.
    public let lastModified: String?

    public init(address: String, etag: String?, lastModified: String?) {
      self.address = address
      self.etag = etag
      self.lastModified = lastModified
    }
  }

  /// In the order of the list's addresses.
  public var sources: [Source]
  /// Of the snapshot that these files became; the marks mean nothing when another one serves.
  public var snapshot: Digest

  public init(sources: [Source], snapshot: Digest) {
    self.sources = sources
    self.snapshot = snapshot
  }
}

extension SnapshotArchive {
  /// The folder into which files of `list` are fetched, made if need be.
  public func downloadFolder(of list: ListID) throws -> URL {
    let folder = home.downloads.appendingPathComponent(list.name)
    try DurableFile.folder(folder)
    return folder
  }

  /// What the publisher said of the serving snapshot, or `nil` when that came in another way.
  public func downloadState(of list: ListID) throws -> DownloadState? {
    guard let bytes = try DurableFile.read(stateFile(list)),
      let json = try? JSONParser.parse(bytes),
      let digest = json["snapshot"]?.string.flatMap({ Digest(hex: $0) }),
      let sources = json["sources"]?.array, try current(of: list)?.digest == digest
    else { return nil }
    return DownloadState(
      sources: sources.compactMap { source in
        source["address"]?.string.map {
          DownloadState.Source(
            address: $0, etag: source["etag"]?.string,
            lastModified: source["last_modified"]?.string)
        }
      }, snapshot: digest)
  }

  /// Notes the marks for the next conditional request.
  public func setDownloadState(_ state: DownloadState, of list: ListID) throws {
    let sources: [JSONValue] = state.sources.map { source in
      .members([
        "address": .string(source.address), "etag": source.etag.map { .string($0) },
        "last_modified": source.lastModified.map { .string($0) },
      ])
    }
    let json: JSONValue = .members([
      "snapshot": .string(state.snapshot.hex), "sources": .array(sources),
    ])
    try DurableFile.folder(home.downloads.appendingPathComponent(list.name))
    try DurableFile.replace(stateFile(list), json.indented)
  }

  private func stateFile(_ list: ListID) -> URL {
    home.downloads.appendingPathComponent(list.name).appendingPathComponent("state.json")
  }
}
