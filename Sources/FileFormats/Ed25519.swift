import COpenSSL

/// Signatures with Ed25519 by OpenSSL's libcrypto.
///
/// Source: RFC 8032, January 2017.
public enum Ed25519 {
  /// Who signed: 32 bytes that may be shown to anybody.
  public struct PublicKey: Hashable, Sendable {
    /// The 32 bytes of RFC 8032.
    public let bytes: [UInt8]

    /// Returns `nil` unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
      guard bytes.count == 32 else { return nil }
      self.bytes = bytes
    }

    /// Returns `nil` unless `hex` is 64 hexadecimal digits.
    public init?(hex: String) {
      guard let bytes = Hexadecimal.bytes(of: hex) else { return nil }
      self.init(bytes: bytes)
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(of: bytes) }

    /// Whether `signature` was made over `message` with the private half of this key.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
      guard signature.count == 64,
        let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
      else { return false }
      defer { EVP_PKEY_free(key) }
      let context = EVP_MD_CTX_new()
      defer { EVP_MD_CTX_free(context) }
      guard EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
      return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
  }

  /// The half of a key that signs. Its description shows nothing of it.
  public struct PrivateKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The 32 secret bytes of RFC 8032.
    public let seed: [UInt8]
    /// The half that may be shown.
    public let publicKey: PublicKey

    /// Returns `nil` unless `seed` has 32 bytes. They have to come from a source of randomness that
    /// is fit for keys.
    public init?(seed: [UInt8]) {
      guard seed.count == 32,
        let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
      else { return nil }
      defer { EVP_PKEY_free(key) }
      var bytes = [UInt8](repeating: 0, count: 32)
      var count = bytes.count
      guard EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1,
        let publicKey = PublicKey(bytes: bytes)
      else { return nil }
      self.seed = seed
      self.publicKey = publicKey
    }

    /// The 64 bytes of the signature over `message`; the same message gives the same bytes.
    public func signature(of message: [UInt8]) -> [UInt8] {
      let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
      defer { EVP_PKEY_free(key) }
      let context = EVP_MD_CTX_new()
      defer { EVP_MD_CTX_free(context) }
      var signature = [UInt8](repeating: 0, count: 64)
      var count = signature.count
      let isSigned =
        EVP_DigestSignInit(context, nil, nil, nil, key) == 1
        && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
      precondition(isSigned, "a key that was read signs any message")
      return signature
    }

    public var description: String { "a private key of \(publicKey.hex)" }
    public var debugDescription: String { description }
  }
}
