import FileFormats
import NameIndex
public import TradeModel

extension WatchlistFile {
  /// The SHA-256 of the content, computed anew from the bytes: equal to ``digest`` unless the file was
  /// made wrong. Opening proves a checksum, which tells damage but no forgery.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public func recomputedDigest() -> Digest {
    let sha = SHA256()
    sha.update(UnsafeRawBufferPointer(rebasing: region.buffer[WatchlistFormat.headerLength...]))
    return sha.finish()
  }
}
