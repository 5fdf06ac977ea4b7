import FileFormats
import Foundation
public import Listings
import TradeModel

/// A list file as received, with the other files of its set.
public struct ReceivedFiles: Sendable {
  /// One file as it came.
  public struct File: Sendable {
    /// The name without folders, as received.
    public let name: String
    /// As received, compressed or not.
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// The name without `.gz`.
    var plainName: String { name.hasSuffix(".gz") ? String(name.dropLast(3)) : name }

    /// Decompressed, for an importer.
    ///
    /// - Throws: what the compression says of a damaged or unending file, as a refusal.
    func listFile() throws(ListFormatError) -> ListFile {
      guard Gzip.isCompressed(bytes) else { return ListFile(name: plainName, bytes: bytes) }
      do {
        return ListFile(name: plainName, bytes: try Gzip.decompress(bytes))
      } catch {
        let reason: ListFormatError.Reason =
          switch error.reason {
          case .truncated: .truncated
          case .limit: .limit
          default: .malformed
          }
        throw ListFormatError(reason, "`\(name)`: \(error.message)")
      }
    }
  }

  /// The primary file.
  public let file: File
  /// By name.
  public let companions: [File]
  /// The path or address of `file`.
  public let origin: String

  public init(file: File, companions: [File] = [], origin: String) {
    self.file = file
    self.companions = companions.sorted { $0.name < $1.name }
    self.origin = origin
  }

  /// The companions' names of a primary file of OFAC's delimited lists, without ending.
  public static let companionNames = [
    "sdn": ["add", "alt", "sdn_comments"],
    "cons_prim": ["cons_add", "cons_alt", "cons_comments"],
  ]

  /// Reads a file and, for an OFAC primary file, the companions that lie beside it.
  ///
  /// - Throws: ``ArchiveError`` `missingFile` when `path` cannot be read.
  public init(path: String) throws {
    let url = URL(fileURLWithPath: path)
    self.init(
      file: File(name: url.lastPathComponent, bytes: try Self.read(url)),
      companions: try Self.companions(of: url), origin: path)
  }

  private static func companions(of url: URL) throws -> [File] {
    let name = url.lastPathComponent.lowercased()
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    guard plain.hasSuffix(".csv"), let wanted = companionNames[String(plain.dropLast(4))] else {
      return []
    }
    let folder = url.deletingLastPathComponent()
    let names = DurableFile.names(in: folder)
    return try wanted.compactMap { stem in
      let found =
        names.first { $0.lowercased() == "\(stem).csv" }
        ?? names.first { $0.lowercased() == "\(stem).csv.gz" }
      return try found.map {
        File(name: $0, bytes: try read(folder.appendingPathComponent($0)))
      }
    }
  }

  private static func read(_ url: URL) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw ArchiveError(.missingFile, "there is no file `\(url.path)`")
    }
    guard !isFolder.boolValue else {
      throw ArchiveError(.missingFile, "`\(url.path)` is a folder", help: "name the list file")
    }
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      throw ArchiveError(.missingFile, "could not read `\(url.path)`")
    }
    return [UInt8](data)
  }

  /// What importers read.
  func snapshot(
    of list: ListID, acceptsIncomplete: Bool
  ) throws(ListFormatError) -> ListSnapshot {
    var others: [ListFile] = []
    for companion in companions { others.append(try companion.listFile()) }
    return ListSnapshot(
      list: list, file: try file.listFile(), companions: others,
      acceptsIncomplete: acceptsIncomplete)
  }
}

extension ReceivedFiles {
  /// The list that the content alone decides, or `nil` when several lists come in its format.
  ///
  /// OFAC's two delimited lists are told apart by the names under which OFAC publishes them.
  public var list: ListID? {
    guard let file = try? file.listFile(), let format = ListCatalogue.format(of: file) else {
      return nil
    }
    let lists = ListCatalogue.lists.filter { $0.formats.contains(format) }
    if format == .ofacCSV {
      let isOther = file.name.lowercased().hasPrefix("cons_")
      return ListID(isOther ? "us.ofac.cons" : "us.ofac.sdn")
    }
    return lists.count == 1 ? lists[0].id : nil
  }
}
