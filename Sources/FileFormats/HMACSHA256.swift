import COpenSSL

/// Keyed codes over messages by SHA-256 (RFC 2104), by OpenSSL's libcrypto.
public enum HMACSHA256 {
  /// The 32 bytes of the code.
  public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    _ = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, &length)
    precondition(length == 32, "a SHA-256 has 32 bytes")
    return code
  }
}
