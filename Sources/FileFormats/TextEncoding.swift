/// Decodes the text encodings that publishers use.
public enum TextEncoding: Hashable, Sendable {
  case utf8
  case windows1252

  /// UTF-8 when `bytes` are valid UTF-8, else Windows-1252.
  public static func detect(_ bytes: [UInt8]) -> TextEncoding {
    String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
  }

  /// The text; in Windows-1252 the five unassigned bytes become the C1 controls of Latin-1.
  ///
  /// Source: WHATWG Encoding Standard, index windows-1252.
  public func decode(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .windows1252:
      var scalars = String.UnicodeScalarView()
      for byte in bytes {
        let value = (0x80..<0xA0).contains(byte) ? Self.high[Int(byte) - 0x80] : UInt32(byte)
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      return String(scalars)
    }
  }

  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
