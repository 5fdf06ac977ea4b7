import COpenSSL
public import TradeModel

/// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto.
///
/// A class because OpenSSL's context is one: it is created and freed here, and never shared.
public final class SHA256 {
  private let context = EVP_MD_CTX_new()

  public init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }
  deinit { EVP_MD_CTX_free(context) }

  /// Takes further bytes into the digest.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// Takes further bytes into the digest.
  public func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes(update) }

  /// Ends the computation. To be called once.
  public func finish() -> Digest {
    var out = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &out, nil)
    return Digest(bytes: out)
  }

  /// The digest of `bytes`.
  public static func digest(of bytes: [UInt8]) -> Digest {
    let sha = SHA256()
    sha.update(bytes)
    return sha.finish()
  }

  /// The digest of the UTF-8 of `text`.
  public static func digest(of text: String) -> Digest { digest(of: Array(text.utf8)) }
}
