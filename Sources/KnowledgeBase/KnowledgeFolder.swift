import FileFormats
public import TradeModel

/// The knowledge folder as it stood at one moment: every data file, in memory.
///
/// All parts read their tables from here, so that ``digest`` is over exactly the bytes that were
/// used. Files other than ``suffixes`` (the README) and hidden files are not knowledge and are left
/// out.
public struct KnowledgeFolder: Hashable, Sendable {
  /// One data file.
  public struct File: Hashable, Sendable {
    /// Relative to the folder, with `/`: `ControlLists/chpl.csv`.
    public let path: String
    /// As they lie on the disk.
    public let bytes: [UInt8]
  }

  /// The endings of data files.
  public static let suffixes = [".csv", ".tsv", ".yaml", ".json"]

  /// Where it was read from; a label when it was made in memory.
  public let location: String
  /// Ordered by the bytes of their paths.
  public let files: [File]
  /// The SHA-256 over one line for each file in the order of ``files``: the path, a tab, the file's
  /// SHA-256 in hexadecimal, a line feed.
  public let digest: Digest

  /// Makes a folder from files in memory, by path.
  public init(location: String, files: [String: [UInt8]]) {
    self.location = location
    self.files =
      files
      .map { File(path: $0.key, bytes: $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let sha = SHA256()
    for file in self.files {
      sha.update(Array("\(file.path)\t\(SHA256.digest(of: file.bytes).hex)\n".utf8))
    }
    digest = sha.finish()
  }

  /// The bytes of the file at `path`, such as `Names/cyrillic.tsv`.
  ///
  /// - Throws: ``KnowledgeErrors`` when there is no such file.
  /// - Complexity: O(log *n*) in the number of files.
  public func bytes(of path: String) throws(KnowledgeErrors) -> [UInt8] {
    guard let file = file(at: path) else {
      throw KnowledgeErrors(
        KnowledgeError(
          .missingFile, file: path, "no such file in `\(location)`",
          help: "restore it from the release, or name another folder with --knowledge"))
    }
    return file.bytes
  }

  /// The files of `subfolder` (`Names`) and of the folders in it, by full path, in order.
  public func files(in subfolder: String) -> [File] {
    files.filter { $0.path.hasPrefix(subfolder + "/") }
  }

  /// The files of `subfolder` by their path inside it: for parts that take tables as bytes.
  public func contents(of subfolder: String) -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: files(in: subfolder).map {
        (String($0.path.dropFirst(subfolder.count + 1)), $0.bytes)
      })
  }

  func file(at path: String) -> File? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < files.count && files[low].path == path ? files[low] : nil
  }
}
