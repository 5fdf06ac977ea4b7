import COpenSSL

/// Universally unique identifiers made from names: the same name gives the same identifier everywhere.
///
/// Source: RFC 9562, section 5.5 (version 5), May 2024.
public enum NamedUUID {
  /// - Parameter namespace: the 16 bytes that keep these names apart from others'.
  /// - Returns: 36 characters in lower case.
  public static func text(of name: String, in namespace: [UInt8]) -> String {
    let input = namespace + Array(name.utf8)
    var bytes = [UInt8](repeating: 0, count: 20)
    EVP_Digest(input, input.count, &bytes, nil, EVP_sha1(), nil)
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = Hexadecimal.text(of: bytes.prefix(16))
    var parts: [Substring] = []
    var rest = hex[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
