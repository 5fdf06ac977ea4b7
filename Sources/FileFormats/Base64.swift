import COpenSSL

/// Bytes as text of 64 letters, by OpenSSL's libcrypto.
///
/// Source: RFC 4648, section 4, October 2006: with padding, without line breaks.
public enum Base64 {
  /// The text of `bytes`.
  public static func text(of bytes: [UInt8]) -> String {
    var out = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&out, bytes, Int32(bytes.count))
    return String(decoding: out.prefix(Int(count)), as: UTF8.self)
  }

  /// The bytes, or `nil` when `text` is not whole groups of four letters of the alphabet.
  public static func bytes(of text: String) -> [UInt8]? {
    let letters = Array(text.utf8)
    guard letters.count.isMultiple(of: 4) else { return nil }
    guard !letters.isEmpty else { return [] }
    let padding = letters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    let isPlain = letters.dropLast(padding).allSatisfy { letter in
      switch letter {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"): true
      default: false
      }
    }
    guard padding <= 2, isPlain else { return nil }
    var out = [UInt8](repeating: 0, count: letters.count / 4 * 3)
    guard EVP_DecodeBlock(&out, letters, Int32(letters.count)) >= 0 else { return nil }
    return Array(out.dropLast(padding))
  }
}
