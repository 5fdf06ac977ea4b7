import FileFormats
import Foundation
import Listings
import TradeModel

extension SnapshotArchive {
  /// Recomputes the SHA-256 of every raw file of `record` and of the whole.
  ///
  /// - Returns: a sentence for each file that is missing or is not what was received; empty when all
  ///   is as it was.
  /// - Complexity: O(*n*) in the bytes of the files, which are read one at a time.
  public func damage(in record: SnapshotRecord) throws -> [String] {
    let folder = folder(of: record).appendingPathComponent("files")
    return try record.files.compactMap { file in
      let url = folder.appendingPathComponent(file.name)
      guard let bytes = try DurableFile.read(url) else { return "`\(url.path)` is missing" }
      let found = SHA256.digest(of: bytes)
      guard found != file.sha256 else { return nil }
      return "`\(url.path)` has SHA-256 \(found.hex), its record says \(file.sha256.hex)"
    }
  }
}
